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
