-- What an adult adds beside the directory, whose contact data a head keeps to themself, whom a head suspends; and a death beside a decision.
CREATE TABLE people_contact (
  person {id} NOT NULL PRIMARY KEY REFERENCES people_person (id),
  email {text},
  phone {text},
  version {int} NOT NULL,
  changed_at {instant} NOT NULL
) {table};

CREATE TABLE people_protection (
  id {id} NOT NULL PRIMARY KEY,
  adult {id} NOT NULL REFERENCES people_person (id),
  child {id} NOT NULL REFERENCES people_person (id),
  author {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  ended_by {id} REFERENCES people_person (id),
  ended_at {instant}
) {table};
CREATE UNIQUE INDEX people_protection_now ON people_protection (adult, child) WHERE ended_at IS NULL;

CREATE TABLE people_suspension (
  id {id} NOT NULL PRIMARY KEY,
  person {id} NOT NULL REFERENCES people_person (id),
  school {id} NOT NULL REFERENCES people_school (id),
  author {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  ended_by {id} REFERENCES people_person (id),
  ended_at {instant}
) {table};
CREATE UNIQUE INDEX people_suspension_now ON people_suspension (person, school) WHERE ended_at IS NULL;

-- An adult who died is left nothing, as by a decision: whoever reads decisions needs no second rule.
ALTER TABLE people_custody ADD COLUMN cause {text} NOT NULL DEFAULT 'decision' CHECK (cause IN ('decision', 'death'));
