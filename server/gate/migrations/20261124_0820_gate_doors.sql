-- Accounts, what opens them, who is in, and what was already done.
CREATE TABLE gate_account (
  person {id} NOT NULL PRIMARY KEY REFERENCES people_person (id),
  login {text} NOT NULL UNIQUE,
  made_at {instant} NOT NULL,
  entered_at {instant},
  closed_at {instant}
) {table};

CREATE TABLE gate_credential (
  id {id} NOT NULL PRIMARY KEY,
  person {id} NOT NULL REFERENCES gate_account (person),
  kind {text} NOT NULL CHECK (kind IN ('password')),
  verifier {text} NOT NULL,
  made_at {instant} NOT NULL,
  UNIQUE (person, kind)
) {table};

-- Identities that other doors vouch for (EduConnect, the staff desk) will stand here: (door, issuer, subject) is one person.
CREATE TABLE gate_identity (
  id {id} NOT NULL PRIMARY KEY,
  person {id} NOT NULL REFERENCES gate_account (person),
  door {text} NOT NULL,
  issuer {text} NOT NULL,
  subject {text} NOT NULL,
  made_at {instant} NOT NULL,
  UNIQUE (door, issuer, subject)
) {table};

CREATE TABLE gate_session (
  id {id} NOT NULL PRIMARY KEY,
  token {bytes} NOT NULL UNIQUE,
  person {id} NOT NULL REFERENCES gate_account (person),
  own_device {bool} NOT NULL,
  device {text} NOT NULL,
  made_at {instant} NOT NULL,
  seen_at {instant} NOT NULL,
  confirmed_at {instant} NOT NULL,
  ended_at {instant}
) {table};
CREATE INDEX gate_session_person ON gate_session (person);

CREATE TABLE gate_code (
  id {id} NOT NULL PRIMARY KEY,
  hash {bytes} NOT NULL UNIQUE,
  person {id} NOT NULL REFERENCES people_person (id),
  child {id} REFERENCES people_person (id),
  school {id} NOT NULL REFERENCES people_school (id),
  made_by {id} REFERENCES people_person (id),
  made_at {instant} NOT NULL,
  until_at {instant} NOT NULL,
  used_at {instant},
  revoked_at {instant}
) {table};
CREATE INDEX gate_code_person ON gate_code (person);

-- Doors slow down by account, network and school; one row a key and window.
CREATE TABLE gate_limit (
  key {bytes} NOT NULL PRIMARY KEY,
  window_until {instant} NOT NULL,
  count {int} NOT NULL
) {table};
CREATE INDEX gate_limit_until ON gate_limit (window_until);

CREATE TABLE gate_idempotency (
  person {id} NOT NULL,
  route {text} NOT NULL,
  key {text} NOT NULL,
  body_hash {bytes} NOT NULL,
  made_at {instant} NOT NULL,
  status {int},
  reply {text},
  PRIMARY KEY (person, route, key)
) {table};
CREATE INDEX gate_idempotency_made ON gate_idempotency (made_at);
