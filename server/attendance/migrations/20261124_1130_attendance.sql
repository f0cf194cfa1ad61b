-- Presence: what a family told of one day, the roll call of a half-day and whoever was not there, who was telephoned, until when one tells.
CREATE TABLE attendance_hours (
  school {id} NOT NULL PRIMARY KEY REFERENCES people_school (id),
  until_minute {int} NOT NULL CHECK (until_minute BETWEEN 420 AND 720),
  phone {text},
  version {int} NOT NULL,
  changed_by {id} NOT NULL REFERENCES people_person (id),
  changed_at {instant} NOT NULL
) {table};

-- One word of the family for one child and day, told before it or given after it as the reason; withdrawn, it is gone.
CREATE TABLE attendance_told (
  id {id} NOT NULL PRIMARY KEY,
  child {id} NOT NULL REFERENCES people_person (id),
  school {id} NOT NULL REFERENCES people_school (id),
  on_day {date} NOT NULL,
  part {text} NOT NULL CHECK (part IN ('day', 'morning', 'afternoon', 'arrives', 'leaves')),
  minute {int} CHECK (minute BETWEEN 0 AND 1439),
  reason {text} NOT NULL CHECK (reason IN ('ill', 'appointment', 'family', 'transport', 'other')),
  line {text},
  told_by {id} NOT NULL REFERENCES people_person (id),
  told_at {instant} NOT NULL,
  version {int} NOT NULL,
  CHECK ((minute IS NOT NULL) = (part IN ('arrives', 'leaves')))
) {table};
CREATE UNIQUE INDEX attendance_told_once ON attendance_told (child, on_day);
CREATE INDEX attendance_told_school ON attendance_told (school, on_day);

-- That a roll was called: whoever has no mark was there.
CREATE TABLE attendance_call (
  school_class {id} NOT NULL REFERENCES people_class (id),
  on_day {date} NOT NULL,
  half {text} NOT NULL CHECK (half IN ('morning', 'afternoon')),
  called_by {id} NOT NULL REFERENCES people_person (id),
  called_at {instant} NOT NULL,
  PRIMARY KEY (school_class, on_day, half)
) {table};

-- Absent, late, gone early, or (once corrected) there after all. A correction is the next version, and its line in the audit.
CREATE TABLE attendance_mark (
  id {id} NOT NULL PRIMARY KEY,
  school_class {id} NOT NULL REFERENCES people_class (id),
  on_day {date} NOT NULL,
  half {text} NOT NULL CHECK (half IN ('morning', 'afternoon')),
  pupil {id} NOT NULL REFERENCES people_person (id),
  absent {bool} NOT NULL,
  arrived_minute {int} CHECK (arrived_minute BETWEEN 0 AND 1439),
  left_minute {int} CHECK (left_minute BETWEEN 0 AND 1439),
  version {int} NOT NULL,
  marked_by {id} NOT NULL REFERENCES people_person (id),
  marked_at {instant} NOT NULL
) {table};
CREATE UNIQUE INDEX attendance_mark_once ON attendance_mark (school_class, on_day, half, pupil);
CREATE INDEX attendance_mark_pupil ON attendance_mark (pupil, on_day);

-- The school telephoned the family of an absent child.
CREATE TABLE attendance_phoned (
  child {id} NOT NULL REFERENCES people_person (id),
  on_day {date} NOT NULL,
  school {id} NOT NULL REFERENCES people_school (id),
  phoned_by {id} NOT NULL REFERENCES people_person (id),
  phoned_at {instant} NOT NULL,
  PRIMARY KEY (child, on_day)
) {table};
