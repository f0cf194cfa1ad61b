-- Files that people send: each received in parts, then checked once, then never changed; the bytes are store/blobs', by key.
-- What may be read is said by the thing that holds the file, never here.
CREATE TABLE uploads_upload (
  id {id} NOT NULL PRIMARY KEY,
  author {id} NOT NULL REFERENCES people_person (id),
  party {id} NOT NULL REFERENCES people_party (id),
  school {id} NOT NULL REFERENCES people_school (id),
  name {text} NOT NULL,
  announced_bytes {int} NOT NULL,
  counted_bytes {int} NOT NULL,
  made_at {instant} NOT NULL,
  finished_at {instant},
  type {text} CHECK (type IN ('jpeg', 'png', 'webp', 'pdf')),
  sha256 {bytes},
  CHECK ((finished_at IS NULL) = (type IS NULL)),
  CHECK ((finished_at IS NULL) = (sha256 IS NULL))
) {table};
CREATE INDEX uploads_upload_author ON uploads_upload (author, finished_at);
CREATE INDEX uploads_upload_made ON uploads_upload (made_at);

CREATE TABLE uploads_part (
  upload {id} NOT NULL REFERENCES uploads_upload (id),
  number {int} NOT NULL,
  blob {id} NOT NULL,
  PRIMARY KEY (upload, number)
) {table};
CREATE INDEX uploads_part_blob ON uploads_part (blob);

-- The forms in which a finished file is kept. `sha256` is of these bytes: backups and restores are compared with it.
CREATE TABLE uploads_form (
  upload {id} NOT NULL REFERENCES uploads_upload (id),
  size {text} NOT NULL CHECK (size IN ('whole', 'large', 'small')),
  type {text} NOT NULL CHECK (type IN ('jpeg', 'png', 'webp', 'pdf')),
  blob {id} NOT NULL UNIQUE,
  size_bytes {int} NOT NULL,
  sha256 {bytes} NOT NULL,
  width {int},
  height {int},
  PRIMARY KEY (upload, size, type)
) {table};

-- Which thing of which room holds which files, in what order. One file may stand on several things of its author.
CREATE TABLE uploads_attached (
  kind {text} NOT NULL,
  thing {id} NOT NULL,
  upload {id} NOT NULL REFERENCES uploads_upload (id),
  place {int} NOT NULL,
  attached_at {instant} NOT NULL,
  PRIMARY KEY (kind, thing, upload)
) {table};
CREATE INDEX uploads_attached_upload ON uploads_attached (upload);

-- How much a school holds, counted from the moment an upload is announced: one row by key, so that no write has to add up.
CREATE TABLE uploads_usage (
  school {id} NOT NULL PRIMARY KEY REFERENCES people_school (id),
  party {id} NOT NULL REFERENCES people_party (id),
  used_bytes {int} NOT NULL
) {table};
