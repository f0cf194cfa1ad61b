-- When a school has class: its weekly pattern and its periods without class. A school without a row follows the usual week.
CREATE TABLE people_week (
  school {id} NOT NULL PRIMARY KEY REFERENCES people_school (id),
  full_days {int} NOT NULL CHECK (full_days BETWEEN 1 AND 127),
  mornings {int} NOT NULL CHECK (mornings BETWEEN 0 AND 127),
  version {int} NOT NULL,
  changed_by {id} NOT NULL REFERENCES people_person (id),
  changed_at {instant} NOT NULL
) {table};

CREATE TABLE people_holiday (
  id {id} NOT NULL PRIMARY KEY,
  school {id} NOT NULL REFERENCES people_school (id),
  label {text} NOT NULL,
  from_on {date} NOT NULL,
  until_on {date} NOT NULL,
  author {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  CHECK (until_on >= from_on)
) {table};
CREATE INDEX people_holiday_school ON people_holiday (school, from_on);
