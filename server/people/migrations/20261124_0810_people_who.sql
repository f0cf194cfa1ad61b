-- Who is who: parties, schools, persons, classes and groups of one year, and the dated relations all rights come from.
CREATE TABLE people_party (
  id {id} NOT NULL PRIMARY KEY,
  kind {text} NOT NULL CHECK (kind IN ('education', 'local_authority')),
  name {text} NOT NULL UNIQUE,
  from_on {date} NOT NULL,
  until_on {date},
  made_at {instant} NOT NULL
) {table};

CREATE TABLE people_school (
  id {id} NOT NULL PRIMARY KEY,
  academy {text} NOT NULL,
  feed_key {text} NOT NULL,
  uai {text} NOT NULL UNIQUE,
  slug {text} NOT NULL UNIQUE,
  name {text} NOT NULL,
  commune {text} NOT NULL,
  kind {text} NOT NULL CHECK (kind IN ('nursery_school', 'elementary_school', 'primary_school')),
  state {text} NOT NULL CHECK (state IN ('draft', 'active', 'recovery', 'destroyed')),
  party {id} NOT NULL REFERENCES people_party (id),
  fed_on {date},
  made_at {instant} NOT NULL,
  UNIQUE (academy, feed_key)
) {table};

CREATE TABLE people_person (
  id {id} NOT NULL PRIMARY KEY,
  academy {text},
  feed_key {text},
  ine {text},
  civility {text},
  first_name {text} NOT NULL,
  last_name {text} NOT NULL,
  second_name {text},
  sort_key {text} NOT NULL,
  fold {text} NOT NULL,
  made_at {instant} NOT NULL,
  UNIQUE (academy, feed_key)
) {table};
CREATE INDEX people_person_ine ON people_person (ine) WHERE ine IS NOT NULL;

CREATE TABLE people_class (
  id {id} NOT NULL PRIMARY KEY,
  school {id} NOT NULL REFERENCES people_school (id),
  school_year {int} NOT NULL,
  feed_key {text} NOT NULL,
  label {text} NOT NULL,
  sort_key {text} NOT NULL,
  made_at {instant} NOT NULL,
  UNIQUE (school, school_year, feed_key)
) {table};

CREATE TABLE people_group (
  id {id} NOT NULL PRIMARY KEY,
  school {id} NOT NULL REFERENCES people_school (id),
  school_year {int} NOT NULL,
  feed_key {text} NOT NULL,
  label {text} NOT NULL,
  sort_key {text} NOT NULL,
  made_at {instant} NOT NULL,
  UNIQUE (school, school_year, feed_key)
) {table};

-- `school` stands on every relation but a guardian's, so that one reading of the table tells where a right holds.
CREATE TABLE people_relation (
  id {id} NOT NULL PRIMARY KEY,
  person {id} NOT NULL REFERENCES people_person (id),
  kind {text} NOT NULL,
  child {id} REFERENCES people_person (id),
  school {id} REFERENCES people_school (id),
  school_class {id} REFERENCES people_class (id),
  school_group {id} REFERENCES people_group (id),
  code {text},
  from_on {date} NOT NULL,
  until_on {date},
  source {text} NOT NULL CHECK (source IN ('feed', 'local')),
  author {id} REFERENCES people_person (id),
  reason {text},
  made_at {instant} NOT NULL,
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
) {table};
CREATE INDEX people_relation_person ON people_relation (person, kind);
CREATE INDEX people_relation_child ON people_relation (child) WHERE child IS NOT NULL;
CREATE INDEX people_relation_class ON people_relation (school_class, kind) WHERE school_class IS NOT NULL;
CREATE INDEX people_relation_school ON people_relation (school, kind) WHERE school IS NOT NULL;

-- A documented decision limits one adult for one child: the reference of the paper only, sealed, never its content.
CREATE TABLE people_custody (
  id {id} NOT NULL PRIMARY KEY,
  relation {id} NOT NULL REFERENCES people_relation (id),
  level {text} NOT NULL CHECK (level IN ('suspended', 'inform_only')),
  from_on {date} NOT NULL,
  until_on {date},
  paper_reference {bytes} NOT NULL,
  author {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  CHECK (until_on IS NULL OR until_on >= from_on)
) {table};
CREATE INDEX people_custody_relation ON people_custody (relation);

-- Two records of one human: said by a row, undone by ending it; nothing else is rewritten.
CREATE TABLE people_merge (
  id {id} NOT NULL PRIMARY KEY,
  kept {id} NOT NULL REFERENCES people_person (id),
  merged {id} NOT NULL REFERENCES people_person (id),
  way {text} NOT NULL CHECK (way IN ('code', 'head')),
  author {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  undone_at {instant},
  CHECK (kept <> merged)
) {table};
CREATE INDEX people_merge_kept ON people_merge (kept);
CREATE UNIQUE INDEX people_merge_merged ON people_merge (merged) WHERE undone_at IS NULL;

CREATE TABLE people_quiet_hours (
  school {id} NOT NULL PRIMARY KEY REFERENCES people_school (id),
  evening_from {int} NOT NULL CHECK (evening_from BETWEEN 1020 AND 1380),
  morning_until {int} NOT NULL CHECK (morning_until BETWEEN 300 AND 540),
  weekend {bool} NOT NULL,
  version {int} NOT NULL,
  changed_by {id} NOT NULL REFERENCES people_person (id),
  changed_at {instant} NOT NULL
) {table};
