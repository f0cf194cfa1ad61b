-- The text book of classes (cahier de textes): what was done, what is to be done, for whom, and who ticked it.
CREATE TABLE homework_subject (
  id {id} NOT NULL PRIMARY KEY,
  school {id} NOT NULL REFERENCES people_school (id),
  label {text} NOT NULL,
  letter {text} NOT NULL,
  look {text} NOT NULL,
  made_by {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  retired_at {instant}
) {table};
CREATE INDEX homework_subject_school ON homework_subject (school);

-- `short_of`: a shorter version of another entry; its pupils see it instead, and nobody else knows. `struck`: withdrawn after its day, so
-- that readers see it crossed out; otherwise a withdrawn entry is gone.
CREATE TABLE homework_entry (
  id {id} NOT NULL PRIMARY KEY,
  school {id} NOT NULL REFERENCES people_school (id),
  school_year {int} NOT NULL,
  party {id} NOT NULL REFERENCES people_party (id),
  author {id} NOT NULL REFERENCES people_person (id),
  author_profile {text} NOT NULL,
  author_name {text} NOT NULL,
  given_on {date} NOT NULL,
  from_minute {int},
  short_of {id} REFERENCES homework_entry (id),
  version {int} NOT NULL,
  withdrawn_at {instant},
  struck {bool} NOT NULL,
  made_at {instant} NOT NULL
) {table};
CREATE INDEX homework_entry_school ON homework_entry (school, given_on);
CREATE INDEX homework_entry_short ON homework_entry (short_of) WHERE short_of IS NOT NULL;

-- Each text as it was (TXT-07). Readers see the last one that quiet hours let through. The subject is copied: a school that renames one
-- changes no past page. `fold` is what search looks into.
CREATE TABLE homework_version (
  entry {id} NOT NULL REFERENCES homework_entry (id),
  version {int} NOT NULL,
  subject {text} NOT NULL,
  subject_label {text} NOT NULL,
  subject_letter {text} NOT NULL,
  subject_look {text} NOT NULL,
  done {text},
  kind {text} CHECK (kind IN ('lesson', 'reading', 'to_bring', 'to_say', 'written')),
  task {text},
  help {text},
  due_on {date},
  minutes {int},
  fold {text} NOT NULL,
  made_by {id} NOT NULL REFERENCES people_person (id),
  made_by_name {text} NOT NULL,
  made_at {instant} NOT NULL,
  deliver_at {instant} NOT NULL,
  corrected_at {instant},
  PRIMARY KEY (entry, version),
  CHECK ((kind IS NULL) = (task IS NULL) AND (kind IS NULL) = (due_on IS NULL)),
  CHECK (done IS NOT NULL OR kind IS NOT NULL)
) {table};

-- For whom: a class, a group, or one child of a class. `given_on` is the entry's, so that one index finds a class's days.
CREATE TABLE homework_target (
  entry {id} NOT NULL REFERENCES homework_entry (id),
  kind {text} NOT NULL CHECK (kind IN ('school_class', 'school_group', 'child')),
  target {id} NOT NULL,
  school_class {id} REFERENCES people_class (id),
  label {text} NOT NULL,
  given_on {date} NOT NULL,
  PRIMARY KEY (entry, target),
  CHECK ((kind = 'school_group') = (school_class IS NULL))
) {table};
CREATE INDEX homework_target_class ON homework_target (school_class, given_on) WHERE school_class IS NOT NULL;
CREATE INDEX homework_target_group ON homework_target (target, given_on) WHERE school_class IS NULL;

-- `at` is when the pupil ticked, which may be before the server heard of it: the last one to write wins by it.
CREATE TABLE homework_tick (
  entry {id} NOT NULL REFERENCES homework_entry (id),
  child {id} NOT NULL REFERENCES people_person (id),
  done {bool} NOT NULL,
  at {instant} NOT NULL,
  PRIMARY KEY (entry, child)
) {table};

-- Written work at home (TXT-03): each decision of the head stays; the last one counts.
CREATE TABLE homework_decision (
  school {id} NOT NULL REFERENCES people_school (id),
  version {int} NOT NULL,
  allowed {bool} NOT NULL,
  reason {text} NOT NULL,
  decided_on {date} NOT NULL,
  made_by {id} NOT NULL REFERENCES people_person (id),
  made_by_name {text} NOT NULL,
  made_at {instant} NOT NULL,
  PRIMARY KEY (school, version)
) {table};

-- From which day a class's book is open to those who arrive later (SC-13); none: from their arrival only.
CREATE TABLE homework_opening (
  school_class {id} NOT NULL PRIMARY KEY REFERENCES people_class (id),
  from_on {date},
  changed_by {id} NOT NULL REFERENCES people_person (id),
  changed_at {instant} NOT NULL
) {table};
