-- What families write: an exchange between one guardian (or both) and a desk of the school, a class's or the head's. The party and the
-- desk are fixed when it opens; who holds the desk is read each day.
CREATE TABLE liaison_conversation (
  id {id} NOT NULL PRIMARY KEY,
  child {id} NOT NULL REFERENCES people_person (id),
  school {id} NOT NULL REFERENCES people_school (id),
  party {id} NOT NULL REFERENCES people_party (id),
  addressee {text} NOT NULL CHECK (addressee IN ('school_class', 'head')),
  school_class {id} REFERENCES people_class (id),
  note {id} REFERENCES liaison_note (id),
  title {text} NOT NULL,
  opened_by {id} NOT NULL REFERENCES people_person (id),
  for_both {bool} NOT NULL,
  messages {int} NOT NULL,
  opened_at {instant} NOT NULL,
  CHECK ((addressee = 'school_class') = (school_class IS NOT NULL))
) {table};
CREATE INDEX liaison_conversation_child ON liaison_conversation (child);
CREATE INDEX liaison_conversation_class ON liaison_conversation (school_class) WHERE school_class IS NOT NULL;
CREATE INDEX liaison_conversation_school ON liaison_conversation (school, addressee);

-- When and whom a message reached is in notices_delivery, whose edition is its number.
CREATE TABLE liaison_message (
  conversation {id} NOT NULL REFERENCES liaison_conversation (id),
  number {int} NOT NULL,
  author {id} NOT NULL REFERENCES people_person (id),
  author_profile {text} NOT NULL,
  author_name {text} NOT NULL,
  body {json} NOT NULL,
  fold {text} NOT NULL,
  made_at {instant} NOT NULL,
  PRIMARY KEY (conversation, number)
) {table};

-- For searching: title and text without accents. Versions of before have none, and are folded when they are looked at.
ALTER TABLE liaison_version ADD COLUMN fold {text};
