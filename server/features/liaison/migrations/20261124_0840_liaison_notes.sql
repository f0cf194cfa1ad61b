-- The notebook between school and families: notes, each of their versions, and who signed which.
CREATE TABLE liaison_note (
  id {id} NOT NULL PRIMARY KEY,
  kind {text} NOT NULL CHECK (kind IN ('information', 'authorisation', 'meeting')),
  ask {text} NOT NULL CHECK (ask IN ('read', 'sign_one', 'sign_all')),
  school {id} NOT NULL REFERENCES people_school (id),
  school_year {int} NOT NULL,
  party {id} NOT NULL REFERENCES people_party (id),
  author {id} NOT NULL REFERENCES people_person (id),
  author_profile {text} NOT NULL,
  author_name {text} NOT NULL,
  audience_label {text} NOT NULL,
  version {int} NOT NULL,
  title {text} NOT NULL,
  sign_before {date},
  sent_at {instant} NOT NULL,
  withdrawn_at {instant}
) {table};
CREATE INDEX liaison_note_school ON liaison_note (school, sent_at);

-- The dissemination record (EDI-01): each version stays as it was sent. `content` and `body` are exact bytes, `hash` is over both
-- with the salt; when and whom it reached is in notices_delivery.
CREATE TABLE liaison_version (
  note {id} NOT NULL REFERENCES liaison_note (id),
  version {int} NOT NULL,
  title {text} NOT NULL,
  sign_before {date},
  content {json} NOT NULL,
  body {json} NOT NULL,
  made_by {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  salt {bytes} NOT NULL,
  hash {bytes} NOT NULL,
  PRIMARY KEY (note, version)
) {table};

-- The audience as it was chosen; a child's class of that day says which teachers follow.
CREATE TABLE liaison_audience (
  note {id} NOT NULL REFERENCES liaison_note (id),
  kind {text} NOT NULL CHECK (kind IN ('school_class', 'school', 'child')),
  target {id} NOT NULL,
  school_class {id} REFERENCES people_class (id),
  PRIMARY KEY (note, kind, target)
) {table};

-- A signature is a deliberate act; taking it back is a second row, both kept (LIA-02). `content_hash` is the version's.
CREATE TABLE liaison_signature (
  id {id} NOT NULL PRIMARY KEY,
  note {id} NOT NULL REFERENCES liaison_note (id),
  version {int} NOT NULL,
  child {id} NOT NULL REFERENCES people_person (id),
  person {id} REFERENCES people_person (id),
  act {text} NOT NULL CHECK (act IN ('sign', 'unsign', 'paper', 'paper_undone')),
  recorded_by {id} NOT NULL REFERENCES people_person (id),
  content_hash {bytes} NOT NULL,
  at {instant} NOT NULL
) {table};
CREATE INDEX liaison_signature_note ON liaison_signature (note, child);
