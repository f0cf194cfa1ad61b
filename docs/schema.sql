-- Made from the migrations, as PostgreSQL spells them: to be read, never run.

-- 20261124_0800_store_ground (store)
-- The ground of every room: work to do after a commit, and what was done by whom.
CREATE TABLE store_job (
  id UUID NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  leased_until BIGINT,
  dead_at BIGINT,
  cause TEXT
) ;
CREATE INDEX store_job_due ON store_job (due_at) WHERE dead_at IS NULL;

CREATE TABLE store_audit (
  id UUID NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  act TEXT NOT NULL,
  person UUID,
  profile TEXT,
  school UUID,
  child UUID,
  thing UUID,
  code TEXT,
  by_name TEXT
) ;
CREATE INDEX store_audit_at ON store_audit (at);

-- 20261124_0810_people_who (people)
-- Who is who: parties, schools, persons, classes and groups of one year, and the dated relations all rights come from.
CREATE TABLE people_party (
  id UUID NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('education', 'local_authority')),
  name TEXT NOT NULL UNIQUE,
  from_on DATE NOT NULL,
  until_on DATE,
  made_at BIGINT NOT NULL
) ;

CREATE TABLE people_school (
  id UUID NOT NULL PRIMARY KEY,
  academy TEXT NOT NULL,
  feed_key TEXT NOT NULL,
  uai TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  commune TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('nursery_school', 'elementary_school', 'primary_school')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'recovery', 'destroyed')),
  party UUID NOT NULL REFERENCES people_party (id),
  fed_on DATE,
  made_at BIGINT NOT NULL,
  UNIQUE (academy, feed_key)
) ;

CREATE TABLE people_person (
  id UUID NOT NULL PRIMARY KEY,
  academy TEXT,
  feed_key TEXT,
  ine TEXT,
  civility TEXT,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  second_name TEXT,
  sort_key TEXT NOT NULL,
  fold TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  UNIQUE (academy, feed_key)
) ;
CREATE INDEX people_person_ine ON people_person (ine) WHERE ine IS NOT NULL;

CREATE TABLE people_class (
  id UUID NOT NULL PRIMARY KEY,
  school UUID NOT NULL REFERENCES people_school (id),
  school_year BIGINT NOT NULL,
  feed_key TEXT NOT NULL,
  label TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  UNIQUE (school, school_year, feed_key)
) ;

CREATE TABLE people_group (
  id UUID NOT NULL PRIMARY KEY,
  school UUID NOT NULL REFERENCES people_school (id),
  school_year BIGINT NOT NULL,
  feed_key TEXT NOT NULL,
  label TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  UNIQUE (school, school_year, feed_key)
) ;

-- `school` stands on every relation but a guardian's, so that one reading of the table tells where a right holds.
CREATE TABLE people_relation (
  id UUID NOT NULL PRIMARY KEY,
  person UUID NOT NULL REFERENCES people_person (id),
  kind TEXT NOT NULL,
  child UUID REFERENCES people_person (id),
  school UUID REFERENCES people_school (id),
  school_class UUID REFERENCES people_class (id),
  school_group UUID REFERENCES people_group (id),
  code TEXT,
  from_on DATE NOT NULL,
  until_on DATE,
  source TEXT NOT NULL CHECK (source IN ('feed', 'local')),
  author UUID REFERENCES people_person (id),
  reason TEXT,
  made_at BIGINT NOT NULL,
  CHECK (until_on IS NULL OR until_on >= from_on),
  CHECK (CASE kind
    WHEN 'guardian_of' THEN child IS NOT NULL AND school IS NULL AND school_class IS NULL AND school_group IS NULL AND code IS NOT NULL
    WHEN 'pupil_of_school' THEN school IS NOT NULL AND child IS NULL AND school_class IS NULL AND school_group IS NULL
    WHEN 'pupil_of_class' THEN school IS NOT NULL AND school_class IS NOT NULL AND child IS NULL AND school_group IS NULL AND code IS NOT NULL
    WHEN 'pupil_of_group' THEN school IS NOT NULL AND school_group IS NOT NULL AND child IS NULL AND school_class IS NULL
    WHEN 'teacher_of_school' THEN school IS NOT NULL AND child IS NULL AND school_class IS NULL AND school_group IS NULL
    WHEN 'teacher_of_class' THEN school IS NOT NULL AND school_class IS NOT NULL AND child IS NULL AND school_group IS NULL
    WHEN 'head_of_school' THEN school IS NOT NULL AND child IS NULL AND school_class IS NULL AND school_group IS NULL
    WHEN 'staff_of_school' THEN school IS NOT NULL AND child IS NULL AND school_class IS NULL AND school_group IS NULL
    ELSE FALSE END)
) ;
CREATE INDEX people_relation_person ON people_relation (person, kind);
CREATE INDEX people_relation_child ON people_relation (child) WHERE child IS NOT NULL;
CREATE INDEX people_relation_class ON people_relation (school_class, kind) WHERE school_class IS NOT NULL;
CREATE INDEX people_relation_school ON people_relation (school, kind) WHERE school IS NOT NULL;

-- A documented decision limits one adult for one child: the reference of the paper only, sealed, never its content.
CREATE TABLE people_custody (
  id UUID NOT NULL PRIMARY KEY,
  relation UUID NOT NULL REFERENCES people_relation (id),
  level TEXT NOT NULL CHECK (level IN ('suspended', 'inform_only')),
  from_on DATE NOT NULL,
  until_on DATE,
  paper_reference BYTEA NOT NULL,
  author UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  CHECK (until_on IS NULL OR until_on >= from_on)
) ;
CREATE INDEX people_custody_relation ON people_custody (relation);

-- Two records of one human: said by a row, undone by ending it; nothing else is rewritten.
CREATE TABLE people_merge (
  id UUID NOT NULL PRIMARY KEY,
  kept UUID NOT NULL REFERENCES people_person (id),
  merged UUID NOT NULL REFERENCES people_person (id),
  way TEXT NOT NULL CHECK (way IN ('code', 'head')),
  author UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  undone_at BIGINT,
  CHECK (kept <> merged)
) ;
CREATE INDEX people_merge_kept ON people_merge (kept);
CREATE UNIQUE INDEX people_merge_merged ON people_merge (merged) WHERE undone_at IS NULL;

CREATE TABLE people_quiet_hours (
  school UUID NOT NULL PRIMARY KEY REFERENCES people_school (id),
  evening_from BIGINT NOT NULL CHECK (evening_from BETWEEN 1020 AND 1380),
  morning_until BIGINT NOT NULL CHECK (morning_until BETWEEN 300 AND 540),
  weekend BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  changed_by UUID NOT NULL REFERENCES people_person (id),
  changed_at BIGINT NOT NULL
) ;

-- 20261124_0820_gate_doors (gate)
-- Accounts, what opens them, who is in, and what was already done.
CREATE TABLE gate_account (
  person UUID NOT NULL PRIMARY KEY REFERENCES people_person (id),
  login TEXT NOT NULL UNIQUE,
  made_at BIGINT NOT NULL,
  entered_at BIGINT,
  closed_at BIGINT
) ;

CREATE TABLE gate_credential (
  id UUID NOT NULL PRIMARY KEY,
  person UUID NOT NULL REFERENCES gate_account (person),
  kind TEXT NOT NULL CHECK (kind IN ('password')),
  verifier TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  UNIQUE (person, kind)
) ;

-- Identities that other doors vouch for (EduConnect, the staff desk) will stand here: (door, issuer, subject) is one person.
CREATE TABLE gate_identity (
  id UUID NOT NULL PRIMARY KEY,
  person UUID NOT NULL REFERENCES gate_account (person),
  door TEXT NOT NULL,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  UNIQUE (door, issuer, subject)
) ;

CREATE TABLE gate_session (
  id UUID NOT NULL PRIMARY KEY,
  token BYTEA NOT NULL UNIQUE,
  person UUID NOT NULL REFERENCES gate_account (person),
  own_device BOOLEAN NOT NULL,
  device TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  confirmed_at BIGINT NOT NULL,
  ended_at BIGINT
) ;
CREATE INDEX gate_session_person ON gate_session (person);

CREATE TABLE gate_code (
  id UUID NOT NULL PRIMARY KEY,
  hash BYTEA NOT NULL UNIQUE,
  person UUID NOT NULL REFERENCES people_person (id),
  child UUID REFERENCES people_person (id),
  school UUID NOT NULL REFERENCES people_school (id),
  made_by UUID REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT
) ;
CREATE INDEX gate_code_person ON gate_code (person);

-- Doors slow down by account, network and school; one row a key and window.
CREATE TABLE gate_limit (
  key BYTEA NOT NULL PRIMARY KEY,
  window_until BIGINT NOT NULL,
  count BIGINT NOT NULL
) ;
CREATE INDEX gate_limit_until ON gate_limit (window_until);

CREATE TABLE gate_idempotency (
  person UUID NOT NULL,
  route TEXT NOT NULL,
  key TEXT NOT NULL,
  body_hash BYTEA NOT NULL,
  made_at BIGINT NOT NULL,
  status BIGINT,
  reply TEXT,
  PRIMARY KEY (person, route, key)
) ;
CREATE INDEX gate_idempotency_made ON gate_idempotency (made_at);

-- 20261124_0830_notices_delivery (notices)
-- Who must know what, from when to when, and what they did about it: bell, to do and follow-up read this table alone.
-- A new edition of a thing is new rows: it is read and answered anew, and what was opened before stays told.
CREATE TABLE notices_delivery (
  id UUID NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  thing UUID NOT NULL,
  edition BIGINT NOT NULL,
  party UUID NOT NULL REFERENCES people_party (id),
  school UUID NOT NULL REFERENCES people_school (id),
  person UUID REFERENCES people_person (id),
  about_child UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  deliver_at BIGINT NOT NULL,
  until_at BIGINT,
  cancelled_at BIGINT,
  opened_at BIGINT,
  done_at BIGINT,
  way TEXT CHECK (way IN ('screen', 'paper')),
  CHECK ((done_at IS NULL) = (way IS NULL))
) ;
CREATE UNIQUE INDEX notices_delivery_once ON notices_delivery (thing, edition, about_child, person);
CREATE INDEX notices_delivery_person ON notices_delivery (person, deliver_at);
CREATE INDEX notices_delivery_waiting ON notices_delivery (school, deliver_at);

-- 20261124_0840_liaison_notes (liaison)
-- The notebook between school and families: notes, each of their versions, and who signed which.
CREATE TABLE liaison_note (
  id UUID NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('information', 'authorisation', 'meeting')),
  ask TEXT NOT NULL CHECK (ask IN ('read', 'sign_one', 'sign_all')),
  school UUID NOT NULL REFERENCES people_school (id),
  school_year BIGINT NOT NULL,
  party UUID NOT NULL REFERENCES people_party (id),
  author UUID NOT NULL REFERENCES people_person (id),
  author_profile TEXT NOT NULL,
  author_name TEXT NOT NULL,
  audience_label TEXT NOT NULL,
  version BIGINT NOT NULL,
  title TEXT NOT NULL,
  sign_before DATE,
  sent_at BIGINT NOT NULL,
  withdrawn_at BIGINT
) ;
CREATE INDEX liaison_note_school ON liaison_note (school, sent_at);

-- The dissemination record (EDI-01): each version stays as it was sent. `content` and `body` are exact bytes, `hash` is over both
-- with the salt; when and whom it reached is in notices_delivery.
CREATE TABLE liaison_version (
  note UUID NOT NULL REFERENCES liaison_note (id),
  version BIGINT NOT NULL,
  title TEXT NOT NULL,
  sign_before DATE,
  content TEXT NOT NULL,
  body TEXT NOT NULL,
  made_by UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  salt BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  PRIMARY KEY (note, version)
) ;

-- The audience as it was chosen; a child's class of that day says which teachers follow.
CREATE TABLE liaison_audience (
  note UUID NOT NULL REFERENCES liaison_note (id),
  kind TEXT NOT NULL CHECK (kind IN ('school_class', 'school', 'child')),
  target UUID NOT NULL,
  school_class UUID REFERENCES people_class (id),
  PRIMARY KEY (note, kind, target)
) ;

-- A signature is a deliberate act; taking it back is a second row, both kept (LIA-02). `content_hash` is the version's.
CREATE TABLE liaison_signature (
  id UUID NOT NULL PRIMARY KEY,
  note UUID NOT NULL REFERENCES liaison_note (id),
  version BIGINT NOT NULL,
  child UUID NOT NULL REFERENCES people_person (id),
  person UUID REFERENCES people_person (id),
  act TEXT NOT NULL CHECK (act IN ('sign', 'unsign', 'paper', 'paper_undone')),
  recorded_by UUID NOT NULL REFERENCES people_person (id),
  content_hash BYTEA NOT NULL,
  at BIGINT NOT NULL
) ;
CREATE INDEX liaison_signature_note ON liaison_signature (note, child);

-- 20261124_1100_gate_comfort (gate)
-- How each person wants to read: chosen once, it follows them from device to device.
CREATE TABLE gate_comfort (
  person UUID NOT NULL PRIMARY KEY REFERENCES gate_account (person),
  size TEXT NOT NULL CHECK (size IN ('usual', 'large', 'larger', 'largest')),
  spacing TEXT NOT NULL CHECK (spacing IN ('usual', 'wide', 'wider')),
  face TEXT NOT NULL CHECK (face IN ('usual', 'andika', 'opendyslexic')),
  scheme TEXT NOT NULL CHECK (scheme IN ('device', 'light', 'dark')),
  contrast BOOLEAN NOT NULL,
  ruler BOOLEAN NOT NULL,
  still BOOLEAN NOT NULL,
  aloud BOOLEAN NOT NULL
) ;

-- 20261124_1100_people_calendar (people)
-- When a school has class: its weekly pattern and its periods without class. A school without a row follows the usual week.
CREATE TABLE people_week (
  school UUID NOT NULL PRIMARY KEY REFERENCES people_school (id),
  full_days BIGINT NOT NULL CHECK (full_days BETWEEN 1 AND 127),
  mornings BIGINT NOT NULL CHECK (mornings BETWEEN 0 AND 127),
  version BIGINT NOT NULL,
  changed_by UUID NOT NULL REFERENCES people_person (id),
  changed_at BIGINT NOT NULL
) ;

CREATE TABLE people_holiday (
  id UUID NOT NULL PRIMARY KEY,
  school UUID NOT NULL REFERENCES people_school (id),
  label TEXT NOT NULL,
  from_on DATE NOT NULL,
  until_on DATE NOT NULL,
  author UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  CHECK (until_on >= from_on)
) ;
CREATE INDEX people_holiday_school ON people_holiday (school, from_on);

-- 20261124_1105_notices_reminders (notices)
-- A thing still awaited is told again: behind the bell it is new once more, until it is looked at or done.
ALTER TABLE notices_delivery ADD COLUMN remind_at BIGINT;
ALTER TABLE notices_delivery ADD COLUMN looked_at BIGINT;

-- What families write reaches a desk rather than one adult: the teachers a class has that day, or the head a school has that day.
ALTER TABLE notices_delivery ADD COLUMN desk_class UUID REFERENCES people_class (id);
ALTER TABLE notices_delivery ADD COLUMN desk_school UUID REFERENCES people_school (id);
CREATE INDEX notices_delivery_class ON notices_delivery (desk_class, deliver_at) WHERE desk_class IS NOT NULL;
CREATE INDEX notices_delivery_school ON notices_delivery (desk_school, deliver_at) WHERE desk_school IS NOT NULL;

-- 20261124_1110_drafts_draft (drafts)
-- What is half written, saved as one types: one row a person, context and thing, gone 30 days after the last word.
CREATE TABLE drafts_draft (
  person UUID NOT NULL REFERENCES people_person (id),
  context TEXT NOT NULL,
  kind TEXT NOT NULL,
  thing TEXT NOT NULL,
  content TEXT NOT NULL,
  version BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (person, context, kind, thing)
) ;
CREATE INDEX drafts_draft_saved ON drafts_draft (saved_at);

-- 20261124_1110_liaison_answers (liaison)
-- Notes that ask questions, what guardians answer, and reminders.
-- `ask` says who must reply; a reply is signed unless the note only wants answers. The questions themselves stand in the version's
-- content; their number here tells which notes have any.
ALTER TABLE liaison_note ADD COLUMN signature BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE liaison_note ADD COLUMN questions BIGINT NOT NULL DEFAULT 0;

-- What one adult answered for one child: another answer, or the taking back of one, ends it and it stays. `must_agree` holds what must
-- be the same in the answers of two guardians for the two to make one decision (LIA-03).
CREATE TABLE liaison_answer (
  id UUID NOT NULL PRIMARY KEY,
  note UUID NOT NULL REFERENCES liaison_note (id),
  version BIGINT NOT NULL,
  child UUID NOT NULL REFERENCES people_person (id),
  person UUID REFERENCES people_person (id),
  answers TEXT NOT NULL,
  must_agree TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('screen', 'paper')),
  signature UUID REFERENCES liaison_signature (id),
  recorded_by UUID NOT NULL REFERENCES people_person (id),
  at BIGINT NOT NULL,
  ended_at BIGINT
) ;
CREATE UNIQUE INDEX liaison_answer_standing ON liaison_answer (note, version, child, person) WHERE ended_at IS NULL;

-- A reminder leaves for those from whom something is awaited, at most once a day.
CREATE TABLE liaison_reminder (
  id UUID NOT NULL PRIMARY KEY,
  note UUID NOT NULL REFERENCES liaison_note (id),
  version BIGINT NOT NULL,
  made_by UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  deliver_at BIGINT NOT NULL,
  adults BIGINT NOT NULL
) ;
CREATE INDEX liaison_reminder_note ON liaison_reminder (note, version, deliver_at);

-- 20261124_1111_uploads_files (uploads)
-- Files that people send: each received in parts, then checked once, then never changed; the bytes are store/blobs', by key.
-- What may be read is said by the thing that holds the file, never here.
CREATE TABLE uploads_upload (
  id UUID NOT NULL PRIMARY KEY,
  author UUID NOT NULL REFERENCES people_person (id),
  party UUID NOT NULL REFERENCES people_party (id),
  school UUID NOT NULL REFERENCES people_school (id),
  name TEXT NOT NULL,
  announced_bytes BIGINT NOT NULL,
  counted_bytes BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  finished_at BIGINT,
  type TEXT CHECK (type IN ('jpeg', 'png', 'webp', 'pdf')),
  sha256 BYTEA,
  CHECK ((finished_at IS NULL) = (type IS NULL)),
  CHECK ((finished_at IS NULL) = (sha256 IS NULL))
) ;
CREATE INDEX uploads_upload_author ON uploads_upload (author, finished_at);
CREATE INDEX uploads_upload_made ON uploads_upload (made_at);

CREATE TABLE uploads_part (
  upload UUID NOT NULL REFERENCES uploads_upload (id),
  number BIGINT NOT NULL,
  blob UUID NOT NULL,
  PRIMARY KEY (upload, number)
) ;
CREATE INDEX uploads_part_blob ON uploads_part (blob);

-- The forms in which a finished file is kept. `sha256` is of these bytes: backups and restores are compared with it.
CREATE TABLE uploads_form (
  upload UUID NOT NULL REFERENCES uploads_upload (id),
  size TEXT NOT NULL CHECK (size IN ('whole', 'large', 'small')),
  type TEXT NOT NULL CHECK (type IN ('jpeg', 'png', 'webp', 'pdf')),
  blob UUID NOT NULL UNIQUE,
  size_bytes BIGINT NOT NULL,
  sha256 BYTEA NOT NULL,
  width BIGINT,
  height BIGINT,
  PRIMARY KEY (upload, size, type)
) ;

-- Which thing of which room holds which files, in what order. One file may stand on several things of its author.
CREATE TABLE uploads_attached (
  kind TEXT NOT NULL,
  thing UUID NOT NULL,
  upload UUID NOT NULL REFERENCES uploads_upload (id),
  place BIGINT NOT NULL,
  attached_at BIGINT NOT NULL,
  PRIMARY KEY (kind, thing, upload)
) ;
CREATE INDEX uploads_attached_upload ON uploads_attached (upload);

-- How much a school holds, counted from the moment an upload is announced: one row by key, so that no write has to add up.
CREATE TABLE uploads_usage (
  school UUID NOT NULL PRIMARY KEY REFERENCES people_school (id),
  party UUID NOT NULL REFERENCES people_party (id),
  used_bytes BIGINT NOT NULL
) ;

-- 20261124_1120_liaison_conversations (liaison)
-- What families write: an exchange between one guardian (or both) and a desk of the school, a class's or the head's. The party and the
-- desk are fixed when it opens; who holds the desk is read each day.
CREATE TABLE liaison_conversation (
  id UUID NOT NULL PRIMARY KEY,
  child UUID NOT NULL REFERENCES people_person (id),
  school UUID NOT NULL REFERENCES people_school (id),
  party UUID NOT NULL REFERENCES people_party (id),
  addressee TEXT NOT NULL CHECK (addressee IN ('school_class', 'head')),
  school_class UUID REFERENCES people_class (id),
  note UUID REFERENCES liaison_note (id),
  title TEXT NOT NULL,
  opened_by UUID NOT NULL REFERENCES people_person (id),
  for_both BOOLEAN NOT NULL,
  messages BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  CHECK ((addressee = 'school_class') = (school_class IS NOT NULL))
) ;
CREATE INDEX liaison_conversation_child ON liaison_conversation (child);
CREATE INDEX liaison_conversation_class ON liaison_conversation (school_class) WHERE school_class IS NOT NULL;
CREATE INDEX liaison_conversation_school ON liaison_conversation (school, addressee);

-- When and whom a message reached is in notices_delivery, whose edition is its number.
CREATE TABLE liaison_message (
  conversation UUID NOT NULL REFERENCES liaison_conversation (id),
  number BIGINT NOT NULL,
  author UUID NOT NULL REFERENCES people_person (id),
  author_profile TEXT NOT NULL,
  author_name TEXT NOT NULL,
  body TEXT NOT NULL,
  fold TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (conversation, number)
) ;

-- For searching: title and text without accents. Versions of before have none, and are folded when they are looked at.
ALTER TABLE liaison_version ADD COLUMN fold TEXT;

-- 20261124_1130_attendance (attendance)
-- Presence: what a family told of one day, the roll call of a half-day and whoever was not there, who was telephoned, until when one tells.
CREATE TABLE attendance_hours (
  school UUID NOT NULL PRIMARY KEY REFERENCES people_school (id),
  until_minute BIGINT NOT NULL CHECK (until_minute BETWEEN 420 AND 720),
  phone TEXT,
  version BIGINT NOT NULL,
  changed_by UUID NOT NULL REFERENCES people_person (id),
  changed_at BIGINT NOT NULL
) ;

-- One word of the family for one child and day, told before it or given after it as the reason; withdrawn, it is gone.
CREATE TABLE attendance_told (
  id UUID NOT NULL PRIMARY KEY,
  child UUID NOT NULL REFERENCES people_person (id),
  school UUID NOT NULL REFERENCES people_school (id),
  on_day DATE NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('day', 'morning', 'afternoon', 'arrives', 'leaves')),
  minute BIGINT CHECK (minute BETWEEN 0 AND 1439),
  reason TEXT NOT NULL CHECK (reason IN ('ill', 'appointment', 'family', 'transport', 'other')),
  line TEXT,
  told_by UUID NOT NULL REFERENCES people_person (id),
  told_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  CHECK ((minute IS NOT NULL) = (part IN ('arrives', 'leaves')))
) ;
CREATE UNIQUE INDEX attendance_told_once ON attendance_told (child, on_day);
CREATE INDEX attendance_told_school ON attendance_told (school, on_day);

-- That a roll was called: whoever has no mark was there.
CREATE TABLE attendance_call (
  school_class UUID NOT NULL REFERENCES people_class (id),
  on_day DATE NOT NULL,
  half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
  called_by UUID NOT NULL REFERENCES people_person (id),
  called_at BIGINT NOT NULL,
  PRIMARY KEY (school_class, on_day, half)
) ;

-- Absent, late, gone early, or (once corrected) there after all. A correction is the next version, and its line in the audit.
CREATE TABLE attendance_mark (
  id UUID NOT NULL PRIMARY KEY,
  school_class UUID NOT NULL REFERENCES people_class (id),
  on_day DATE NOT NULL,
  half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
  pupil UUID NOT NULL REFERENCES people_person (id),
  absent BOOLEAN NOT NULL,
  arrived_minute BIGINT CHECK (arrived_minute BETWEEN 0 AND 1439),
  left_minute BIGINT CHECK (left_minute BETWEEN 0 AND 1439),
  version BIGINT NOT NULL,
  marked_by UUID NOT NULL REFERENCES people_person (id),
  marked_at BIGINT NOT NULL
) ;
CREATE UNIQUE INDEX attendance_mark_once ON attendance_mark (school_class, on_day, half, pupil);
CREATE INDEX attendance_mark_pupil ON attendance_mark (pupil, on_day);

-- The school telephoned the family of an absent child.
CREATE TABLE attendance_phoned (
  child UUID NOT NULL REFERENCES people_person (id),
  on_day DATE NOT NULL,
  school UUID NOT NULL REFERENCES people_school (id),
  phoned_by UUID NOT NULL REFERENCES people_person (id),
  phoned_at BIGINT NOT NULL,
  PRIMARY KEY (child, on_day)
) ;

-- 20261124_1130_people_kept_apart (people)
-- What an adult adds beside the directory, whose contact data a head keeps to themself, whom a head suspends; and a death beside a decision.
CREATE TABLE people_contact (
  person UUID NOT NULL PRIMARY KEY REFERENCES people_person (id),
  email TEXT,
  phone TEXT,
  version BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
) ;

CREATE TABLE people_protection (
  id UUID NOT NULL PRIMARY KEY,
  adult UUID NOT NULL REFERENCES people_person (id),
  child UUID NOT NULL REFERENCES people_person (id),
  author UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  ended_by UUID REFERENCES people_person (id),
  ended_at BIGINT
) ;
CREATE UNIQUE INDEX people_protection_now ON people_protection (adult, child) WHERE ended_at IS NULL;

CREATE TABLE people_suspension (
  id UUID NOT NULL PRIMARY KEY,
  person UUID NOT NULL REFERENCES people_person (id),
  school UUID NOT NULL REFERENCES people_school (id),
  author UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  ended_by UUID REFERENCES people_person (id),
  ended_at BIGINT
) ;
CREATE UNIQUE INDEX people_suspension_now ON people_suspension (person, school) WHERE ended_at IS NULL;

-- An adult who died is left nothing, as by a decision: whoever reads decisions needs no second rule.
ALTER TABLE people_custody ADD COLUMN cause TEXT NOT NULL DEFAULT 'decision' CHECK (cause IN ('decision', 'death'));

-- 20261124_1200_homework_book (homework)
-- The text book of classes (cahier de textes): what was done, what is to be done, for whom, and who ticked it.
CREATE TABLE homework_subject (
  id UUID NOT NULL PRIMARY KEY,
  school UUID NOT NULL REFERENCES people_school (id),
  label TEXT NOT NULL,
  letter TEXT NOT NULL,
  look TEXT NOT NULL,
  made_by UUID NOT NULL REFERENCES people_person (id),
  made_at BIGINT NOT NULL,
  retired_at BIGINT
) ;
CREATE INDEX homework_subject_school ON homework_subject (school);

-- `short_of`: a shorter version of another entry; its pupils see it instead, and nobody else knows. `struck`: withdrawn after its day, so
-- that readers see it crossed out; otherwise a withdrawn entry is gone.
CREATE TABLE homework_entry (
  id UUID NOT NULL PRIMARY KEY,
  school UUID NOT NULL REFERENCES people_school (id),
  school_year BIGINT NOT NULL,
  party UUID NOT NULL REFERENCES people_party (id),
  author UUID NOT NULL REFERENCES people_person (id),
  author_profile TEXT NOT NULL,
  author_name TEXT NOT NULL,
  given_on DATE NOT NULL,
  from_minute BIGINT,
  short_of UUID REFERENCES homework_entry (id),
  version BIGINT NOT NULL,
  withdrawn_at BIGINT,
  struck BOOLEAN NOT NULL,
  made_at BIGINT NOT NULL
) ;
CREATE INDEX homework_entry_school ON homework_entry (school, given_on);
CREATE INDEX homework_entry_short ON homework_entry (short_of) WHERE short_of IS NOT NULL;

-- Each text as it was (TXT-07). Readers see the last one that quiet hours let through. The subject is copied: a school that renames one
-- changes no past page. `fold` is what search looks into.
CREATE TABLE homework_version (
  entry UUID NOT NULL REFERENCES homework_entry (id),
  version BIGINT NOT NULL,
  subject TEXT NOT NULL,
  subject_label TEXT NOT NULL,
  subject_letter TEXT NOT NULL,
  subject_look TEXT NOT NULL,
  done TEXT,
  kind TEXT CHECK (kind IN ('lesson', 'reading', 'to_bring', 'to_say', 'written')),
  task TEXT,
  help TEXT,
  due_on DATE,
  minutes BIGINT,
  fold TEXT NOT NULL,
  made_by UUID NOT NULL REFERENCES people_person (id),
  made_by_name TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  deliver_at BIGINT NOT NULL,
  corrected_at BIGINT,
  PRIMARY KEY (entry, version),
  CHECK ((kind IS NULL) = (task IS NULL) AND (kind IS NULL) = (due_on IS NULL)),
  CHECK (done IS NOT NULL OR kind IS NOT NULL)
) ;

-- For whom: a class, a group, or one child of a class. `given_on` is the entry's, so that one index finds a class's days.
CREATE TABLE homework_target (
  entry UUID NOT NULL REFERENCES homework_entry (id),
  kind TEXT NOT NULL CHECK (kind IN ('school_class', 'school_group', 'child')),
  target UUID NOT NULL,
  school_class UUID REFERENCES people_class (id),
  label TEXT NOT NULL,
  given_on DATE NOT NULL,
  PRIMARY KEY (entry, target),
  CHECK ((kind = 'school_group') = (school_class IS NULL))
) ;
CREATE INDEX homework_target_class ON homework_target (school_class, given_on) WHERE school_class IS NOT NULL;
CREATE INDEX homework_target_group ON homework_target (target, given_on) WHERE school_class IS NULL;

-- `at` is when the pupil ticked, which may be before the server heard of it: the last one to write wins by it.
CREATE TABLE homework_tick (
  entry UUID NOT NULL REFERENCES homework_entry (id),
  child UUID NOT NULL REFERENCES people_person (id),
  done BOOLEAN NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (entry, child)
) ;

-- Written work at home (TXT-03): each decision of the head stays; the last one counts.
CREATE TABLE homework_decision (
  school UUID NOT NULL REFERENCES people_school (id),
  version BIGINT NOT NULL,
  allowed BOOLEAN NOT NULL,
  reason TEXT NOT NULL,
  decided_on DATE NOT NULL,
  made_by UUID NOT NULL REFERENCES people_person (id),
  made_by_name TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (school, version)
) ;

-- From which day a class's book is open to those who arrive later (SC-13); none: from their arrival only.
CREATE TABLE homework_opening (
  school_class UUID NOT NULL PRIMARY KEY REFERENCES people_class (id),
  from_on DATE,
  changed_by UUID NOT NULL REFERENCES people_person (id),
  changed_at BIGINT NOT NULL
) ;

-- 20261124_1530_liaison_device_moment (liaison)
-- A reply given without network has two moments: on the device, then here. Absent when it reached us at once.
ALTER TABLE liaison_signature ADD COLUMN device_at BIGINT;

-- 20261124_1610_notices_unread (notices)
-- The bell is asked more often than anything else: it reads what waits, not a year of what was read.
CREATE INDEX notices_delivery_unread ON notices_delivery (person, deliver_at) WHERE opened_at IS NULL;
CREATE INDEX notices_delivery_reminded ON notices_delivery (person, remind_at) WHERE remind_at IS NOT NULL AND done_at IS NULL;
