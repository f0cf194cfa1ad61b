-- Notes that ask questions, what guardians answer, and reminders.
-- `ask` says who must reply; a reply is signed unless the note only wants answers. The questions themselves stand in the version's
-- content; their number here tells which notes have any.
ALTER TABLE liaison_note ADD COLUMN signature {bool} NOT NULL DEFAULT TRUE;
ALTER TABLE liaison_note ADD COLUMN questions {int} NOT NULL DEFAULT 0;

-- What one adult answered for one child: another answer, or the taking back of one, ends it and it stays. `must_agree` holds what must
-- be the same in the answers of two guardians for the two to make one decision (LIA-03).
CREATE TABLE liaison_answer (
  id {id} NOT NULL PRIMARY KEY,
  note {id} NOT NULL REFERENCES liaison_note (id),
  version {int} NOT NULL,
  child {id} NOT NULL REFERENCES people_person (id),
  person {id} REFERENCES people_person (id),
  answers {json} NOT NULL,
  must_agree {text} NOT NULL,
  way {text} NOT NULL CHECK (way IN ('screen', 'paper')),
  signature {id} REFERENCES liaison_signature (id),
  recorded_by {id} NOT NULL REFERENCES people_person (id),
  at {instant} NOT NULL,
  ended_at {instant}
) {table};
CREATE UNIQUE INDEX liaison_answer_standing ON liaison_answer (note, version, child, person) WHERE ended_at IS NULL;

-- A reminder leaves for those from whom something is awaited, at most once a day.
CREATE TABLE liaison_reminder (
  id {id} NOT NULL PRIMARY KEY,
  note {id} NOT NULL REFERENCES liaison_note (id),
  version {int} NOT NULL,
  made_by {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  deliver_at {instant} NOT NULL,
  adults {int} NOT NULL
) {table};
CREATE INDEX liaison_reminder_note ON liaison_reminder (note, version, deliver_at);
