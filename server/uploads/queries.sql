-- include: uploads/rows.h

-- open_usage: a school's first upload opens its account.
-- in: party PartyId
-- out: -
-- reach: school
INSERT INTO uploads_usage (school, party, used_bytes) VALUES (:school, :party, 0) ON CONFLICT (school) DO NOTHING;

-- count_bytes: so many more (or fewer) bytes are the school's, unless they are too many.
-- in: bytes int, most int
-- out: -
-- reach: school
UPDATE uploads_usage SET used_bytes = used_bytes + :bytes WHERE school = :school AND (:bytes <= 0 OR used_bytes + :bytes <= :most);

-- used_bytes: how much a school holds.
-- in: -
-- out: int?
-- reach: school
SELECT used_bytes FROM uploads_usage WHERE school = :school;

-- begin: a file is announced.
-- in: id UploadId, author PersonId, party PartyId, name text, bytes int, now Millis
-- out: -
-- reach: school
INSERT INTO uploads_upload (id, author, party, school, name, announced_bytes, counted_bytes, made_at)
VALUES (:id, :author, :party, :school, :name, :bytes, :bytes, :now);

-- find_mine: an upload of one's own, in the school of the context.
-- in: upload UploadId
-- out: Known?
-- reach: self, school
SELECT id, school, party, name, announced_bytes, counted_bytes, made_at, finished_at FROM uploads_upload
WHERE id = :upload AND author IN (:self*) AND school = :school;

-- unfinished_of: what one has begun and not finished, the latest first.
-- in: -
-- out: Known*
-- reach: self
SELECT id, school, party, name, announced_bytes, counted_bytes, made_at, finished_at FROM uploads_upload
WHERE author IN (:self*) AND finished_at IS NULL
ORDER BY made_at DESC, id DESC LIMIT 200;

-- keep_part: a part is there; sent again, the last one counts.
-- in: upload UploadId, number int, blob BlobId
-- out: -
-- reach: none, because find_mine found the upload
INSERT INTO uploads_part (upload, number, blob) VALUES (:upload, :number, :blob)
ON CONFLICT (upload, number) DO UPDATE SET blob = excluded.blob;

-- parts_of: the parts that are there, in order.
-- in: upload UploadId
-- out: PartRow*
-- reach: none, because find_mine found the upload
SELECT number, blob FROM uploads_part WHERE upload = :upload ORDER BY number LIMIT 500;

-- drop_parts: they are one file now, or none.
-- in: upload UploadId
-- out: -
-- reach: none, because find_mine found the upload, or the program cleans up
DELETE FROM uploads_part WHERE upload = :upload;

-- finish: the file is checked, and what it counts is known.
-- in: upload UploadId, name text, type Type, sha256 bytes, bytes int, now Millis
-- out: -
-- reach: none, because find_mine found the upload
UPDATE uploads_upload SET name = :name, type = :type, sha256 = :sha256, counted_bytes = :bytes, finished_at = :now
WHERE id = :upload AND finished_at IS NULL;

-- add_forms: how it is kept.
-- many: Form
-- out: -
-- reach: none, because find_mine found the upload
INSERT INTO uploads_form (upload, size, type, blob, size_bytes, sha256, width, height)
VALUES (:upload, :size, :type, :blob, :size_bytes, :sha256, :width, :height);

-- finished_file: one's own finished file.
-- in: upload UploadId
-- out: wire::File?
-- reach: none, because find_mine found the upload
SELECT u.id AS upload, u.name, u.type, f.size_bytes, f.width, f.height
FROM uploads_upload u JOIN uploads_form f ON f.upload = u.id AND f.size = 'whole'
WHERE u.id = :upload AND u.finished_at IS NOT NULL;

-- blobs_of: every file of an upload.
-- in: upload UploadId
-- out: BlobId*
-- reach: none, because find_mine found the upload, or the program cleans up
SELECT blob FROM uploads_part WHERE upload = :upload
UNION ALL SELECT blob FROM uploads_form WHERE upload = :upload LIMIT 500;

-- drop_forms: the file is let go.
-- in: upload UploadId
-- out: -
-- reach: none, because nothing holds it
DELETE FROM uploads_form WHERE upload = :upload;

-- drop_upload: nothing is left of it.
-- in: upload UploadId
-- out: -
-- reach: none, because nothing holds it
DELETE FROM uploads_upload WHERE id = :upload;

-- holders: how many things hold a file.
-- in: upload UploadId
-- out: int?
-- reach: none, because find_mine found the upload
SELECT count(*) AS holders FROM uploads_attached WHERE upload = :upload;

-- attachable: which of these one may put on a thing: one's own and finished, of the school, or already there.
-- in: kind text, thing Uuid, uploads UploadId*
-- out: UploadId*
-- reach: self, school
SELECT u.id FROM uploads_upload u
WHERE u.id IN (:uploads*) AND u.finished_at IS NOT NULL
  AND ((u.author IN (:self*) AND u.school = :school)
    OR EXISTS (SELECT 1 FROM uploads_attached a WHERE a.upload = u.id AND a.kind = :kind AND a.thing = :thing))
ORDER BY u.id LIMIT 16;

-- detach: a thing holds nothing.
-- in: kind text, thing Uuid
-- out: -
-- reach: none, because the room found the thing within its reach
DELETE FROM uploads_attached WHERE kind = :kind AND thing = :thing;

-- attach: a thing holds these.
-- many: Attached
-- out: -
-- reach: none, because the room found the thing within its reach
INSERT INTO uploads_attached (kind, thing, upload, place, attached_at) VALUES (:kind, :thing, :upload, :place, :attached_at);

-- files_of: what several things hold, each in its order.
-- in: kind text, things ThingId*
-- out: FileRow*
-- reach: none, because the room found the things within its reach
SELECT a.thing, u.id AS upload, u.name, u.type, f.size_bytes, f.width, f.height
FROM uploads_attached a
JOIN uploads_upload u ON u.id = a.upload
JOIN uploads_form f ON f.upload = u.id AND f.size = 'whole'
WHERE a.kind = :kind AND a.thing IN (:things*)
ORDER BY a.thing, a.place LIMIT 2560;

-- served: one form of a file of a thing.
-- in: kind text, thing Uuid, upload UploadId, size Size, type Type?
-- out: Served?
-- reach: none, because the room found the thing within its reach
SELECT f.blob, u.name, f.type, f.size_bytes
FROM uploads_attached a
JOIN uploads_upload u ON u.id = a.upload
JOIN uploads_form f ON f.upload = u.id
WHERE a.kind = :kind AND a.thing = :thing AND a.upload = :upload AND f.size = :size AND (:type IS NULL OR f.type = :type)
ORDER BY f.type LIMIT 1;

-- expired: what was begun and never finished, and what was finished and nothing holds.
-- in: begun_before Millis, finished_before Millis
-- out: Known*
-- reach: none, because the program cleans up after everybody
SELECT u.id, u.school, u.party, u.name, u.announced_bytes, u.counted_bytes, u.made_at, u.finished_at FROM uploads_upload u
WHERE u.made_at < :begun_before
  AND (u.finished_at IS NULL
    OR (u.finished_at < :finished_before AND NOT EXISTS (SELECT 1 FROM uploads_attached a WHERE a.upload = u.id)))
ORDER BY u.made_at LIMIT 100;

-- blobs_with_row: which of these files a row names.
-- in: blobs BlobId*
-- out: BlobId*
-- reach: none, because the program cleans up after everybody
SELECT blob FROM uploads_part WHERE blob IN (:blobs*)
UNION ALL SELECT blob FROM uploads_form WHERE blob IN (:blobs*);
