-- include: gate/rows.h
-- include: gate/wire.h

-- who_acts: the holder of a session, and what their relations of today give them; one row for each record and relation.
-- in: token bytes, today Date, left_after Date
-- out: ActsRow*
-- reach: none, because this is what establishes reach
WITH holder AS (
  SELECT s.id AS session, s.person, s.own_device, s.made_at, s.seen_at, s.confirmed_at
  FROM gate_session s
  JOIN gate_account a ON a.person = s.person AND a.closed_at IS NULL
  WHERE s.token = :token AND s.ended_at IS NULL
), self AS (
  SELECT person FROM holder
  UNION
  SELECT m.merged FROM people_merge m JOIN holder h ON m.kept = h.person WHERE m.undone_at IS NULL
)
SELECT h.session, h.person, h.own_device, h.made_at, h.seen_at, h.confirmed_at, self.person AS record,
  r.kind, r.code, r.child, r.school_class, r.school, CASE WHEN r.until_on < :today THEN TRUE ELSE FALSE END AS ended, sc.slug AS school_slug, sc.party, sc.state AS school_state,
  (SELECT min(CASE c.level WHEN 'suspended' THEN 0 ELSE 1 END) FROM people_custody c
   WHERE c.relation = r.id AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today)) AS limited
FROM holder h
CROSS JOIN self
LEFT JOIN people_relation r ON r.person = self.person AND r.from_on <= :today
  AND (r.until_on IS NULL OR r.until_on >= :today OR (r.kind IN ('pupil_of_school', 'pupil_of_class') AND r.until_on >= :left_after))
  AND r.kind IN ('guardian_of', 'teacher_of_school', 'teacher_of_class', 'head_of_school', 'pupil_of_school', 'pupil_of_class',
    'staff_of_school')
  AND NOT EXISTS (SELECT 1 FROM people_suspension x WHERE x.person = r.person AND x.school = r.school AND x.ended_at IS NULL)
LEFT JOIN people_school sc ON sc.id = r.school
ORDER BY r.from_on, r.id;

-- keep_key: a write's key comes first in its transaction.
-- in: person PersonId, route text, key text, body_hash bytes, made_at Millis
-- out: -
-- reach: none, because the person is the holder of the session
INSERT INTO gate_idempotency (person, route, key, body_hash, made_at) VALUES (:person, :route, :key, :body_hash, :made_at)
ON CONFLICT (person, route, key) DO NOTHING;

-- kept_key: what was answered to that key.
-- in: person PersonId, route text, key text
-- out: KeptKey?
-- reach: none, because the person is the holder of the session
SELECT body_hash, status, reply FROM gate_idempotency WHERE person = :person AND route = :route AND key = :key;

-- keep_reply: what a key's write answered.
-- in: status int, reply text?, person PersonId, route text, key text
-- out: -
-- reach: none, because the person is the holder of the session
UPDATE gate_idempotency SET status = :status, reply = :reply WHERE person = :person AND route = :route AND key = :key;

-- forget_keys: keys are kept for 30 days.
-- in: before Millis
-- out: -
-- reach: none, because the program cleans up
DELETE FROM gate_idempotency WHERE made_at < :before;

-- see_session: when a session was last used; written once a minute from memory.
-- many: Seen
-- out: -
-- reach: none, because the program flushes what it saw
UPDATE gate_session SET seen_at = :seen_at WHERE id = :session AND seen_at < :seen_at;

-- forget_sessions: ended or long unused sessions.
-- in: before Millis
-- out: -
-- reach: none, because the program cleans up
DELETE FROM gate_session WHERE seen_at < :before;

-- open_session: a signed-in browser.
-- in: id SessionId, token bytes, person PersonId, own_device bool, device text, now Millis
-- out: -
-- reach: none, because the door just proved who it is
INSERT INTO gate_session (id, token, person, own_device, device, made_at, seen_at, confirmed_at)
VALUES (:id, :token, :person, :own_device, :device, :now, :now, :now);

-- end_token: the holder of a token goes out.
-- in: token bytes, now Millis
-- out: -
-- reach: none, because the token itself is the right
UPDATE gate_session SET ended_at = :now WHERE token = :token AND ended_at IS NULL;

-- end_session: its owner ends one of their sessions.
-- in: session SessionId, now Millis
-- out: -
-- reach: self
UPDATE gate_session SET ended_at = :now WHERE id = :session AND person IN (:self*) AND ended_at IS NULL;

-- end_other_sessions: a changed password ends all others.
-- in: person PersonId, kept SessionId, now Millis
-- out: -
-- reach: none, because the person is the one whose password changes
UPDATE gate_session SET ended_at = :now WHERE person = :person AND id <> :kept AND ended_at IS NULL;

-- sessions_of: where a person is signed in.
-- in: since Millis
-- out: SessionRow*
-- reach: self
SELECT id, made_at, seen_at, own_device, device FROM gate_session
WHERE person IN (:self*) AND ended_at IS NULL AND seen_at > :since
ORDER BY seen_at DESC, id DESC LIMIT 50;

-- confirm_session: the password was typed again.
-- in: session SessionId, now Millis
-- out: -
-- reach: none, because the session is the caller's own
UPDATE gate_session SET confirmed_at = :now WHERE id = :session;

-- account_of_login: the account a typed login names.
-- in: login text
-- out: AccountRow?
-- reach: none, because nobody is known yet
SELECT a.person, a.login, a.entered_at, c.verifier FROM gate_account a
LEFT JOIN gate_credential c ON c.person = a.person AND c.kind = 'password'
WHERE a.login = :login AND a.closed_at IS NULL;

-- account_of: a person's account.
-- in: person PersonId
-- out: AccountRow?
-- reach: none, because the caller is the person, or holds a code that names them
SELECT a.person, a.login, a.entered_at, c.verifier FROM gate_account a
LEFT JOIN gate_credential c ON c.person = a.person AND c.kind = 'password'
WHERE a.person = :person AND a.closed_at IS NULL;

-- logins_like: the logins that begin alike, to find a free one.
-- in: stem text, stem_number text
-- out: text*
-- reach: none, because a new login must differ from all of the territory
SELECT login FROM gate_account WHERE login = :stem OR (login > :stem AND login < :stem_number);

-- make_account: a login name, reserved when the first code is made.
-- in: person PersonId, login text, now Millis
-- out: -
-- reach: none, because people::may_open_account was asked
INSERT INTO gate_account (person, login, made_at) VALUES (:person, :login, :now);

-- set_password: the one password of an account.
-- in: id Uuid, person PersonId, verifier text, now Millis
-- out: -
-- reach: none, because the person proved who they are
INSERT INTO gate_credential (id, person, kind, verifier, made_at) VALUES (:id, :person, 'password', :verifier, :now)
ON CONFLICT (person, kind) DO UPDATE SET verifier = excluded.verifier, made_at = excluded.made_at;

-- drop_password: an access that was renewed.
-- in: person PersonId
-- out: -
-- reach: none, because the head's right over the family was asked
DELETE FROM gate_credential WHERE person = :person;

-- entered: the first time an account is used.
-- in: person PersonId, now Millis
-- out: -
-- reach: none, because the door just proved who it is
UPDATE gate_account SET entered_at = :now WHERE person = :person AND entered_at IS NULL;

-- names_of_account: what a password must not be made of.
-- in: person PersonId
-- out: NamesRow?
-- reach: none, because the caller is the person, or holds a code that names them
SELECT p.first_name, p.last_name FROM people_person p WHERE p.id = :person;

-- add_code: a sheet was printed.
-- in: id Uuid, hash bytes, person PersonId, child PersonId?, school SchoolId, made_by PersonId?, now Millis, until_at Millis
-- out: -
-- reach: none, because the printing room asked its right over the family
INSERT INTO gate_code (id, hash, person, child, school, made_by, made_at, until_at)
VALUES (:id, :hash, :person, :child, :school, :made_by, :now, :until_at);

-- revoke_codes_of: a new sheet replaces the unused ones of that person through that school.
-- in: person PersonId, school SchoolId, now Millis
-- out: -
-- reach: none, because the printing room asked its right over the family
UPDATE gate_code SET revoked_at = :now WHERE person = :person AND school = :school AND used_at IS NULL AND revoked_at IS NULL;

-- revoke_codes_for_child: a decision about a child makes that adult's unused codes void.
-- in: person PersonId, child PersonId, now Millis
-- out: -
-- reach: none, because people::limit_custody was asked
UPDATE gate_code SET revoked_at = :now WHERE person = :person AND child = :child AND used_at IS NULL AND revoked_at IS NULL;

-- code_of_hash: the sheet a typed code stands on.
-- in: hash bytes
-- out: CodeRow?
-- reach: none, because the code itself is the right
SELECT c.id, c.person, c.child, c.school, c.until_at, c.used_at, c.revoked_at, p.first_name, p.last_name,
  ch.first_name AS child_first_name, sc.name AS school_name, a.login,
  EXISTS (SELECT 1 FROM gate_credential g WHERE g.person = c.person) AS has_password
FROM gate_code c
JOIN people_person p ON p.id = c.person
JOIN people_school sc ON sc.id = c.school
LEFT JOIN people_person ch ON ch.id = c.child
LEFT JOIN gate_account a ON a.person = c.person
WHERE c.hash = :hash;

-- use_code: a code opens once.
-- in: id Uuid, now Millis
-- out: -
-- reach: none, because the code itself is the right
UPDATE gate_code SET used_at = :now WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL AND until_at > :now;

-- guards_today: is that person, under any of their records, a guardian of that child today, with nothing suspended?
-- in: person PersonId, child PersonId, today Date
-- out: RelationId?
-- reach: none, because the code itself is the right
SELECT r.id FROM people_relation r
WHERE (r.person = :person OR r.person IN (SELECT m.merged FROM people_merge m WHERE m.kept = :person AND m.undone_at IS NULL))
  AND r.child = :child AND r.kind = 'guardian_of'
  AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = r.id AND c.level = 'suspended'
    AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today));

-- merge_records: a signed-in guardian typed another of their sheets.
-- in: id Uuid, kept PersonId, merged PersonId, now Millis
-- out: -
-- reach: none, because the code proves the second record and the session the first
INSERT INTO people_merge (id, kept, merged, way, author, made_at) VALUES (:id, :kept, :merged, 'code', :kept, :now);

-- merged_into: which record a person was merged into.
-- in: person PersonId
-- out: PersonId?
-- reach: none, because the caller is the person, or holds a code that names them
SELECT kept FROM people_merge WHERE merged = :person AND undone_at IS NULL;

-- merges_kept_by: does this record already hold others?
-- in: person PersonId
-- out: PersonId*
-- reach: none, because the caller holds a code that names them
SELECT merged FROM people_merge WHERE kept = :person AND undone_at IS NULL ORDER BY made_at, id;

-- children_named: the children a guardian's records open today.
-- in: today Date
-- out: ChildRow*
-- reach: self
SELECT DISTINCT ch.first_name, sc.name AS school_name FROM people_relation r
JOIN people_person ch ON ch.id = r.child
JOIN people_relation e ON e.person = r.child AND e.kind = 'pupil_of_school' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
JOIN people_school sc ON sc.id = e.school
WHERE r.person IN (:self*) AND r.kind = 'guardian_of' AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
ORDER BY ch.first_name, sc.name LIMIT 50;

-- contexts_of: what a person's relations of today let them be, the latest first; a pupil's also for a while after they left.
-- in: today Date, left_after Date
-- out: ContextRow*
-- reach: self
SELECT r.kind, r.code, sc.id AS school, sc.slug, sc.name FROM people_relation r
LEFT JOIN people_school sc ON sc.id = r.school
WHERE r.person IN (:self*) AND r.kind IN ('guardian_of', 'teacher_of_school', 'teacher_of_class', 'head_of_school', 'pupil_of_school',
    'pupil_of_class', 'staff_of_school')
  AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today
    OR (r.kind IN ('pupil_of_school', 'pupil_of_class') AND r.until_on >= :left_after))
  AND NOT EXISTS (SELECT 1 FROM people_suspension x WHERE x.person = r.person AND x.school = r.school AND x.ended_at IS NULL)
ORDER BY r.kind, r.from_on DESC, r.id LIMIT 200;

-- count_attempt: one more in this window; a window that ended begins anew.
-- in: key bytes, now Millis, window_until Millis
-- out: TriesRow?
-- reach: none, because nobody is known yet
INSERT INTO gate_limit (key, window_until, count) VALUES (:key, :window_until, 1)
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN gate_limit.window_until <= :now THEN 1 ELSE gate_limit.count + 1 END,
  window_until = CASE WHEN gate_limit.window_until <= :now THEN excluded.window_until ELSE gate_limit.window_until END
RETURNING count, window_until;

-- forget_limit: a right password clears its account's count.
-- in: key bytes
-- out: -
-- reach: none, because the door just proved who it is
DELETE FROM gate_limit WHERE key = :key;

-- forget_limits: windows that ended.
-- in: before Millis
-- out: -
-- reach: none, because the program cleans up
DELETE FROM gate_limit WHERE window_until < :before;

-- anyone: has any account ever been made? An empty machine shows its first-start page.
-- in: -
-- out: PersonId?
-- reach: none, because it only tells whether the machine is new
SELECT person FROM gate_account LIMIT 1;

-- heads_of_uai: who heads a school today.
-- in: uai text, today Date
-- out: HeadRow*
-- reach: none, because the command line acts for the academy
SELECT p.id AS person, p.first_name, p.last_name, sc.id AS school, sc.name AS school_name,
  EXISTS (SELECT 1 FROM gate_credential g WHERE g.person = p.id) AS has_password
FROM people_school sc
JOIN people_relation r ON r.school = sc.id AND r.kind = 'head_of_school' AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
JOIN people_person p ON p.id = r.person
WHERE sc.uai = :uai ORDER BY p.sort_key, p.id LIMIT 20;

-- school_of_uai: is there such a school?
-- in: uai text
-- out: SchoolId?
-- reach: none, because the command line acts for the academy
SELECT id FROM people_school WHERE uai = :uai;

-- comfort_of: how a person wants to read.
-- in: person PersonId
-- out: wire::Comfort?
-- reach: none, because the person is the holder of the session
SELECT size, spacing, face, scheme, contrast, ruler, still, aloud FROM gate_comfort WHERE person = :person;

-- keep_comfort: their last choice, over the one before.
-- in: person PersonId, size wire::TextSize, spacing wire::Spacing, face wire::Face, scheme wire::Scheme, contrast bool, ruler bool,
--   still bool, aloud bool
-- out: -
-- reach: none, because the person is the holder of the session
INSERT INTO gate_comfort (person, size, spacing, face, scheme, contrast, ruler, still, aloud)
VALUES (:person, :size, :spacing, :face, :scheme, :contrast, :ruler, :still, :aloud)
ON CONFLICT (person) DO UPDATE SET size = excluded.size, spacing = excluded.spacing, face = excluded.face, scheme = excluded.scheme,
  contrast = excluded.contrast, ruler = excluded.ruler, still = excluded.still, aloud = excluded.aloud;

-- end_session_of: the head ends one session of somebody of the school.
-- in: holder PersonId, session SessionId, now Millis
-- out: -
-- reach: none, because the room found the person within the head's school
UPDATE gate_session SET ended_at = :now WHERE id = :session AND person = :holder AND ended_at IS NULL;

-- close_account: from now on it opens nothing.
-- in: holder PersonId, now Millis
-- out: -
-- reach: none, because the room found the person within the head's school
UPDATE gate_account SET closed_at = :now WHERE person = :holder AND closed_at IS NULL;

-- reopen_account: it was closed by mistake.
-- in: holder PersonId
-- out: -
-- reach: none, because the room found the person within the head's school
UPDATE gate_account SET closed_at = NULL WHERE person = :holder;
