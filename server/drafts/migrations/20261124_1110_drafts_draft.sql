-- What is half written, saved as one types: one row a person, context and thing, gone 30 days after the last word.
CREATE TABLE drafts_draft (
  person {id} NOT NULL REFERENCES people_person (id),
  context {text} NOT NULL,
  kind {text} NOT NULL,
  thing {text} NOT NULL,
  content {text} NOT NULL,
  version {int} NOT NULL,
  saved_at {instant} NOT NULL,
  PRIMARY KEY (person, context, kind, thing)
) {table};
CREATE INDEX drafts_draft_saved ON drafts_draft (saved_at);
