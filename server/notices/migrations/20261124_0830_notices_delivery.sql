-- Who must know what, from when to when, and what they did about it: bell, to do and follow-up read this table alone.
-- A new edition of a thing is new rows: it is read and answered anew, and what was opened before stays told.
CREATE TABLE notices_delivery (
  id {id} NOT NULL PRIMARY KEY,
  kind {text} NOT NULL,
  thing {id} NOT NULL,
  edition {int} NOT NULL,
  party {id} NOT NULL REFERENCES people_party (id),
  school {id} NOT NULL REFERENCES people_school (id),
  person {id} REFERENCES people_person (id),
  about_child {id} NOT NULL REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  deliver_at {instant} NOT NULL,
  until_at {instant},
  cancelled_at {instant},
  opened_at {instant},
  done_at {instant},
  way {text} CHECK (way IN ('screen', 'paper')),
  CHECK ((done_at IS NULL) = (way IS NULL))
) {table};
CREATE UNIQUE INDEX notices_delivery_once ON notices_delivery (thing, edition, about_child, person);
CREATE INDEX notices_delivery_person ON notices_delivery (person, deliver_at);
CREATE INDEX notices_delivery_waiting ON notices_delivery (school, deliver_at);
