-- The ground of every room: work to do after a commit, and what was done by whom.
CREATE TABLE store_job (
  id {id} NOT NULL PRIMARY KEY,
  kind {text} NOT NULL,
  payload {json} NOT NULL,
  made_at {instant} NOT NULL,
  due_at {instant} NOT NULL,
  tries {int} NOT NULL,
  leased_until {instant},
  dead_at {instant},
  cause {text}
) {table};
CREATE INDEX store_job_due ON store_job (due_at) WHERE dead_at IS NULL;

CREATE TABLE store_audit (
  id {id} NOT NULL PRIMARY KEY,
  at {instant} NOT NULL,
  act {text} NOT NULL,
  person {id},
  profile {text},
  school {id},
  child {id},
  thing {id},
  code {text},
  by_name {text}
) {table};
CREATE INDEX store_audit_at ON store_audit (at);
