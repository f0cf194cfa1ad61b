-- include: features/liaison/rows.h
-- include: features/liaison/talk_rows.h

-- author_names: how the writer is called on the note.
-- in: person PersonId
-- out: NamesRow?
-- reach: none, because the writer is the one who is signed in
SELECT civility, first_name, last_name FROM people_person WHERE id = :person;

-- add_note: a note leaves.
-- in: id NoteId, kind Kind, ask Ask, school SchoolId, school_year int, party PartyId, author PersonId, author_profile Profile,
--   author_name text, audience_label text, title text, sign_before Date?, now Millis, signature bool, questions int
-- out: -
-- reach: none, because people::within_reach was asked for its audience
INSERT INTO liaison_note (id, kind, ask, school, school_year, party, author, author_profile, author_name, audience_label, version, title,
  sign_before, sent_at, signature, questions)
VALUES (:id, :kind, :ask, :school, :school_year, :party, :author, :author_profile, :author_name, :audience_label, 1, :title, :sign_before,
  :now, :signature, :questions);

-- add_version: what it says, as it is sent.
-- in: note NoteId, version int, title text, sign_before Date?, content text, body text, made_by PersonId, now Millis, salt bytes,
--   hash bytes, fold text
-- out: -
-- reach: none, because the note is new, or was found within reach
INSERT INTO liaison_version (note, version, title, sign_before, content, body, made_by, made_at, salt, hash, fold)
VALUES (:note, :version, :title, :sign_before, :content, :body, :made_by, :now, :salt, :hash, :fold);

-- add_audience: to whom, as it was chosen.
-- many: AudienceRow
-- out: -
-- reach: none, because people::within_reach was asked
INSERT INTO liaison_audience (note, kind, target, school_class) VALUES (:note, :kind, :target, :school_class);

-- change_note: the note has a new version, if nobody changed it since `version` was read.
-- in: note NoteId, version int, title text, sign_before Date?
-- out: -
-- reach: none, because followed_note found it and may_change was asked
UPDATE liaison_note SET version = version + 1, title = :title, sign_before = :sign_before
WHERE id = :note AND version = :version AND withdrawn_at IS NULL;

-- withdraw_note: the note is taken back, if nobody changed it since `version` was read.
-- in: note NoteId, version int, now Millis
-- out: -
-- reach: none, because followed_note found it and may_change was asked
UPDATE liaison_note SET withdrawn_at = :now WHERE id = :note AND version = :version AND withdrawn_at IS NULL;

-- add_signature: a signature, a slip, or the taking back of one.
-- in: id Uuid, note NoteId, version int, child PersonId, person PersonId?, act Act, recorded_by PersonId, content_hash bytes,
--   now Millis, device_at Millis?
-- out: -
-- reach: none, because note_to_sign or slip_places found the place
INSERT INTO liaison_signature (id, note, version, child, person, act, recorded_by, content_hash, at, device_at)
VALUES (:id, :note, :version, :child, :person, :act, :recorded_by, :content_hash, :now, :device_at);

-- add_answer: what an adult answered for a child, on the screen or on a slip.
-- in: id Uuid, note NoteId, version int, child PersonId, person PersonId?, answers text, must_agree text, way Way, signature Uuid?,
--   recorded_by PersonId, now Millis
-- out: -
-- reach: none, because note_to_sign or slip_places found the place
INSERT INTO liaison_answer (id, note, version, child, person, answers, must_agree, way, signature, recorded_by, at)
VALUES (:id, :note, :version, :child, :person, :answers, :must_agree, :way, :signature, :recorded_by, :now);

-- end_answer: an answer stands no more; it stays to be proved.
-- in: note NoteId, version int, child PersonId, person PersonId?, now Millis
-- out: -
-- reach: none, because note_to_sign or slip_places found the place
UPDATE liaison_answer SET ended_at = :now
WHERE note = :note AND version = :version AND child = :child AND person IS NOT DISTINCT FROM :person AND ended_at IS NULL;

-- add_reminder: those who are awaited are told again.
-- in: id Uuid, note NoteId, version int, made_by PersonId, now Millis, deliver_at Millis, adults int
-- out: -
-- reach: none, because followed_note found it
INSERT INTO liaison_reminder (id, note, version, made_by, made_at, deliver_at, adults)
VALUES (:id, :note, :version, :made_by, :now, :deliver_at, :adults);

-- family_lines: notes about a guardian's children as they stand for this guardian, latest first; `awaited`: older than `since` too.
-- in: signing PersonId*, child PersonId?, now Millis, before Millis, since Millis, awaited bool, limit int
-- out: wire::NoteLine*
-- reach: self, children
WITH line AS (
  SELECT d.thing, d.edition, d.about_child, min(d.deliver_at) AS delivered_at, max(d.opened_at) AS opened_at,
    max(CASE d.way WHEN 'screen' THEN d.done_at END) AS signed_at, max(d.done_at) AS done_at,
    max(CASE WHEN d.remind_at <= :now THEN d.remind_at END) AS reminded_at
  FROM notices_delivery d
  WHERE d.person IN (:self*) AND d.about_child IN (:children*) AND d.kind = 'liaison.note'
    AND d.deliver_at <= :now AND d.deliver_at < :before
    AND (d.until_at IS NULL OR d.until_at > :now) AND d.cancelled_at IS NULL
    AND (:child IS NULL OR d.about_child = :child)
  GROUP BY d.thing, d.edition, d.about_child
), judged AS (
  SELECT n.id AS note, n.kind, n.ask, v.title, n.author_name, n.audience_label, n.party, n.school, l.about_child, l.delivered_at,
    v.sign_before, l.opened_at, l.signed_at, l.reminded_at, n.signature, n.questions, v.version,
    CASE WHEN n.ask = 'read' THEN l.opened_at IS NOT NULL
      WHEN l.done_at IS NOT NULL OR l.about_child NOT IN (:signing*) THEN TRUE
      WHEN n.ask = 'sign_all' THEN FALSE
      ELSE EXISTS (SELECT 1 FROM notices_delivery o WHERE o.thing = l.thing AND o.edition = l.edition
        AND o.about_child = l.about_child AND o.done_at IS NOT NULL) END AS settled
  FROM line l
  JOIN liaison_note n ON n.id = l.thing
  JOIN liaison_version v ON v.note = l.thing AND v.version = l.edition
)
SELECT j.note, j.kind, j.ask, j.title, j.author_name, j.audience_label, p.name AS party_name, j.school, s.name AS school_name,
  j.about_child AS child, ch.first_name AS child_first_name, j.delivered_at, j.sign_before, j.opened_at, j.signed_at, j.reminded_at, j.settled,
  j.signature, j.questions, j.version
FROM judged j
JOIN people_party p ON p.id = j.party
JOIN people_school s ON s.id = j.school
JOIN people_person ch ON ch.id = j.about_child
WHERE j.delivered_at >= :since OR (:awaited AND j.ask <> 'read' AND NOT j.settled)
ORDER BY j.delivered_at DESC, j.note DESC, ch.first_name, j.about_child LIMIT :limit;

-- family_note: a note in the last version that reached this guardian; withdrawn or not.
-- in: note NoteId, now Millis
-- out: FamilyNote?
-- reach: self, children
SELECT n.id, n.kind, n.ask, n.signature, n.author_name, n.author_profile, n.audience_label, p.name AS party_name, s.name AS school_name,
  (SELECT min(f.deliver_at) FROM notices_delivery f WHERE f.thing = n.id AND f.edition = 1) AS delivered_at, d.deliver_at AS version_at,
  v.version, v.title, v.sign_before, v.content, v.body, n.withdrawn_at
FROM notices_delivery d
JOIN liaison_note n ON n.id = d.thing
JOIN liaison_version v ON v.note = d.thing AND v.version = d.edition
JOIN people_party p ON p.id = n.party
JOIN people_school s ON s.id = n.school
WHERE d.thing = :note AND d.person IN (:self*) AND d.about_child IN (:children*) AND d.deliver_at <= :now
  AND (d.until_at IS NULL OR d.until_at > d.deliver_at) AND d.cancelled_at IS NULL
ORDER BY d.edition DESC LIMIT 1;

-- family_children: this guardian's children in one version of a note.
-- in: note NoteId, version int
-- out: FamilyChild*
-- reach: self, children
SELECT d.about_child AS child, ch.first_name, max(d.opened_at) AS opened_at,
  max(CASE d.way WHEN 'screen' THEN d.done_at END) AS signed_at, max(CASE d.way WHEN 'paper' THEN d.done_at END) AS paper_at,
  EXISTS (SELECT 1 FROM notices_delivery o WHERE o.thing = :note AND o.edition = :version AND o.about_child = d.about_child
    AND o.done_at IS NOT NULL) AS answered, max(w.answers) AS answers, max(w.at) AS answered_at,
  max((SELECT g.device_at FROM liaison_signature g WHERE g.note = d.thing AND g.version = d.edition AND g.child = d.about_child
    AND g.person = d.person AND g.act = 'sign' ORDER BY g.at DESC LIMIT 1)) AS device_at
FROM notices_delivery d
JOIN people_person ch ON ch.id = d.about_child
LEFT JOIN liaison_answer w ON w.note = d.thing AND w.version = d.edition AND w.child = d.about_child AND w.person = d.person
  AND w.ended_at IS NULL
WHERE d.thing = :note AND d.edition = :version AND d.person IN (:self*) AND d.about_child IN (:children*) AND d.cancelled_at IS NULL
GROUP BY d.about_child, ch.id, ch.first_name
ORDER BY ch.first_name, d.about_child LIMIT 50;

-- note_to_sign: what a guardian has of a note for one child, their signature first when it is there.
-- in: note NoteId, child PersonId, now Millis
-- out: SignPlace?
-- reach: self, children
SELECT n.ask, n.signature, n.party, n.school, n.withdrawn_at, v.version, v.sign_before, v.content, d.person, v.hash, d.deliver_at, d.done_at, d.way,
  EXISTS (SELECT 1 FROM notices_delivery o WHERE o.thing = d.thing AND o.edition = d.edition AND o.about_child = d.about_child
    AND o.done_at IS NOT NULL) AS answered
FROM notices_delivery d
JOIN liaison_note n ON n.id = d.thing
JOIN liaison_version v ON v.note = d.thing AND v.version = d.edition
WHERE d.thing = :note AND d.about_child = :child AND d.about_child IN (:children*) AND d.person IN (:self*) AND d.deliver_at <= :now
  AND (d.until_at IS NULL OR d.until_at > d.deliver_at) AND d.cancelled_at IS NULL
ORDER BY d.edition DESC, CASE WHEN d.done_at IS NULL THEN 1 ELSE 0 END, d.person LIMIT 1;

-- followed_note: a note in its last version, for those who follow one of its classes or the school.
-- in: note NoteId
-- out: FollowedNote?
-- reach: classes, schools
SELECT n.id, n.kind, n.ask, n.signature, n.title, n.author, n.author_profile, n.author_name, n.audience_label, n.party, p.name AS party_name, n.school,
  s.name AS school_name, n.sent_at,
  (SELECT min(d.deliver_at) FROM notices_delivery d WHERE d.thing = n.id AND d.edition = n.version) AS deliver_at,
  n.sign_before, n.version, n.withdrawn_at, v.content, v.body, v.hash,
  (SELECT max(r.deliver_at) FROM liaison_reminder r WHERE r.note = n.id AND r.version = n.version) AS reminded_at
FROM liaison_note n
JOIN liaison_version v ON v.note = n.id AND v.version = n.version
JOIN people_party p ON p.id = n.party
JOIN people_school s ON s.id = n.school
WHERE n.id = :note AND (n.school IN (:schools*) OR EXISTS (
  SELECT 1 FROM liaison_audience a JOIN people_class k ON k.id IN (:classes*)
  WHERE a.note = n.id AND (a.school_class = k.id OR (a.kind = 'school' AND a.target = k.school AND k.school_year = n.school_year))));

-- followed_adults: the children of a version who are reached today, each with guardians of today and with those who once signed.
-- in: note NoteId, version int, today Date
-- out: FollowedAdult*
-- reach: classes, schools
WITH followed AS (
  SELECT DISTINCT d.about_child AS child FROM notices_delivery d
  WHERE d.thing = :note AND d.edition = :version AND EXISTS (
    SELECT 1 FROM people_relation e WHERE e.person = d.about_child AND e.kind IN ('pupil_of_class', 'pupil_of_school')
      AND (e.school_class IN (:classes*) OR e.school IN (:schools*))
      AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today))
), guardian AS (
  SELECT f.child, r.person, NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = r.id
      AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today)) AS may_sign
  FROM followed f
  JOIN people_relation r ON r.child = f.child AND r.kind = 'guardian_of'
    AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
  WHERE NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = r.id AND c.level = 'suspended'
    AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today))
), adult AS (
  SELECT child, person, may_sign FROM guardian
  UNION
  SELECT f.child, d.person, FALSE FROM followed f
  JOIN notices_delivery d ON d.thing = :note AND d.edition = :version AND d.about_child = f.child
  WHERE d.done_at IS NOT NULL AND d.person IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM guardian g WHERE g.child = f.child AND g.person = d.person)
)
SELECT f.child, ch.first_name, ch.last_name,
  (SELECT max(s.done_at) FROM notices_delivery s WHERE s.thing = :note AND s.edition = :version AND s.about_child = f.child
    AND s.person IS NULL) AS slip_at,
  (SELECT max(s.answers) FROM liaison_answer s WHERE s.note = :note AND s.version = :version AND s.child = f.child
    AND s.person IS NULL AND s.ended_at IS NULL) AS slip_answers,
  a.person, COALESCE(m.kept, a.person) AS human, p.first_name || ' ' || p.last_name AS name, a.may_sign,
  (own.entered_at IS NOT NULL OR kept.entered_at IS NOT NULL) AS ever_entered,
  (own.closed_at IS NOT NULL OR kept.closed_at IS NOT NULL) AS closed, d.deliver_at, d.opened_at, d.done_at, d.way,
  d.remind_at AS reminded_at, w.answers,
  (SELECT g.device_at FROM liaison_signature g WHERE g.note = :note AND g.version = :version AND g.child = f.child AND g.person = a.person
    AND g.act = 'sign' ORDER BY g.at DESC LIMIT 1) AS device_at
FROM followed f
JOIN people_person ch ON ch.id = f.child
LEFT JOIN adult a ON a.child = f.child
LEFT JOIN people_person p ON p.id = a.person
LEFT JOIN people_merge m ON m.merged = a.person AND m.undone_at IS NULL
LEFT JOIN gate_account own ON own.person = a.person
LEFT JOIN gate_account kept ON kept.person = m.kept
LEFT JOIN notices_delivery d ON d.thing = :note AND d.edition = :version AND d.about_child = f.child AND d.person = a.person
  AND d.cancelled_at IS NULL
LEFT JOIN liaison_answer w ON w.note = :note AND w.version = :version AND w.child = f.child AND w.person = a.person AND w.ended_at IS NULL
ORDER BY ch.sort_key, f.child, p.sort_key, a.person;

-- slip_places: whose slip of one followed child may be recorded: a row for each guardian of today, one without adult when there is none.
-- in: note NoteId, version int, child PersonId, today Date
-- out: SlipPlace*
-- reach: classes, schools
WITH followed AS (
  SELECT DISTINCT d.about_child AS child FROM notices_delivery d
  WHERE d.thing = :note AND d.edition = :version AND d.about_child = :child AND EXISTS (
    SELECT 1 FROM people_relation e WHERE e.person = d.about_child AND e.kind IN ('pupil_of_class', 'pupil_of_school')
      AND (e.school_class IN (:classes*) OR e.school IN (:schools*))
      AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today))
), guardian AS (
  SELECT r.person, COALESCE(m.kept, r.person) AS human, NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = r.id
      AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today)) AS may_sign
  FROM people_relation r
  LEFT JOIN people_merge m ON m.merged = r.person AND m.undone_at IS NULL
  WHERE r.child = :child AND r.kind = 'guardian_of' AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = r.id AND c.level = 'suspended'
      AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today))
), answer AS (
  SELECT d.person, COALESCE(m.kept, d.person) AS human FROM notices_delivery d
  LEFT JOIN people_merge m ON m.merged = d.person AND m.undone_at IS NULL
  WHERE d.thing = :note AND d.edition = :version AND d.about_child = :child AND d.done_at IS NOT NULL
)
SELECT g.person, g.may_sign,
  EXISTS (SELECT 1 FROM answer a WHERE a.human IS NOT DISTINCT FROM g.human) AS done,
  EXISTS (SELECT 1 FROM answer a) AS answered
FROM followed f LEFT JOIN guardian g ON TRUE
ORDER BY g.person;

-- sent_lines: the notes a teacher or a head follows, latest first, each with how many of the children they reach today are done or seen.
-- in: school SchoolId, before Millis, today Date, limit int
-- out: wire::SentLine*
-- reach: classes, schools
WITH note AS (
  SELECT n.id, n.kind, n.ask, n.signature, n.questions, n.title, n.author_name, n.audience_label, n.sent_at, n.sign_before, n.version,
    n.withdrawn_at
  FROM liaison_note n
  WHERE n.school = :school AND n.sent_at < :before AND (n.school IN (:schools*) OR EXISTS (
    SELECT 1 FROM liaison_audience a JOIN people_class k ON k.id IN (:classes*)
    WHERE a.note = n.id AND (a.school_class = k.id OR (a.kind = 'school' AND a.target = k.school AND k.school_year = n.school_year))))
  ORDER BY n.sent_at DESC, n.id DESC LIMIT :limit
), pupil AS (
  SELECT e.person AS child FROM people_relation e
  WHERE e.school_class IN (:classes*) AND e.kind IN ('pupil_of_class', 'pupil_of_school')
    AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
  UNION
  SELECT e.person FROM people_relation e
  WHERE e.school IN (:schools*) AND e.kind IN ('pupil_of_class', 'pupil_of_school')
    AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
), family AS (
  SELECT n.id AS note, d.about_child AS child, n.ask, n.version,
    max(CASE WHEN d.done_at IS NOT NULL AND d.person IS NULL THEN 3 WHEN d.done_at IS NOT NULL THEN 2
      WHEN d.opened_at IS NOT NULL THEN 1 ELSE 0 END) AS came
  FROM note n
  JOIN notices_delivery d ON d.thing = n.id AND d.edition = n.version
  WHERE d.about_child IN (SELECT child FROM pupil)
  GROUP BY n.id, d.about_child, n.ask, n.version
), voice AS (
  SELECT n.id AS note, w.child, w.must_agree
  FROM note n
  JOIN liaison_answer w ON w.note = n.id AND w.version = n.version AND w.ended_at IS NULL
  LEFT JOIN people_merge wm ON wm.merged = w.person AND wm.undone_at IS NULL
  WHERE n.questions > 0 AND EXISTS (
    SELECT 1 FROM people_relation g WHERE g.person = w.person AND g.child = w.child AND g.kind = 'guardian_of'
      AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today))
    AND NOT EXISTS (
      SELECT 1 FROM people_custody c JOIN people_relation l ON l.id = c.relation AND l.child = w.child
      LEFT JOIN people_merge lm ON lm.merged = l.person AND lm.undone_at IS NULL
      WHERE COALESCE(lm.kept, l.person) = COALESCE(wm.kept, w.person)
        AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today))
), dispute AS (
  SELECT note, child FROM voice GROUP BY note, child HAVING count(DISTINCT must_agree) > 1
), stacked AS (
  SELECT f.note, CASE WHEN f.came > 0 THEN 1 ELSE 0 END AS seen, CASE WHEN x.note IS NULL THEN 0 ELSE 1 END AS opposite,
    CASE WHEN f.came = 3 THEN 1
      WHEN x.note IS NOT NULL THEN 0
      WHEN f.ask = 'read' THEN CASE WHEN f.came > 0 THEN 1 ELSE 0 END
      WHEN f.ask = 'sign_one' OR f.came < 2 THEN CASE WHEN f.came = 2 THEN 1 ELSE 0 END
      WHEN EXISTS (
        SELECT 1 FROM people_relation g
        LEFT JOIN people_merge gm ON gm.merged = g.person AND gm.undone_at IS NULL
        WHERE g.child = f.child AND g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
          AND NOT EXISTS (SELECT 1 FROM people_custody c JOIN people_relation l ON l.id = c.relation
            LEFT JOIN people_merge lm ON lm.merged = l.person AND lm.undone_at IS NULL
            WHERE l.child = g.child AND COALESCE(lm.kept, l.person) = COALESCE(gm.kept, g.person) AND (l.id = g.id OR c.level = 'inform_only')
              AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today))
          AND NOT EXISTS (SELECT 1 FROM notices_delivery a
            LEFT JOIN people_merge am ON am.merged = a.person AND am.undone_at IS NULL
            WHERE a.thing = f.note AND a.edition = f.version AND a.about_child = f.child AND a.done_at IS NOT NULL
              AND COALESCE(am.kept, a.person) = COALESCE(gm.kept, g.person))) THEN 0
      ELSE 1 END AS done
  FROM family f
  LEFT JOIN dispute x ON x.note = f.note AND x.child = f.child
), counted AS (
  SELECT s.note, count(*) AS children, sum(s.done) AS done,
    sum(CASE WHEN s.done = 0 THEN s.seen ELSE 0 END) AS seen, sum(s.opposite) AS opposite
  FROM stacked s GROUP BY s.note
)
SELECT n.id AS note, n.kind, n.ask, n.title, n.author_name, n.audience_label, n.sent_at, COALESCE((SELECT d.deliver_at FROM notices_delivery d
    WHERE d.thing = n.id AND d.edition = n.version ORDER BY d.about_child, d.person LIMIT 1), n.sent_at) AS deliver_at,
  n.sign_before, n.version, (n.withdrawn_at IS NOT NULL) AS withdrawn, COALESCE(c.children, 0) AS children, COALESCE(c.done, 0) AS done,
  COALESCE(c.seen, 0) AS seen, COALESCE(c.opposite, 0) AS opposite, n.signature, n.questions
FROM note n LEFT JOIN counted c ON c.note = n.id
ORDER BY n.sent_at DESC, n.id DESC;

-- contacts: where a guardian's children are today, and who holds the desk of their class and of the head.
-- in: today Date
-- out: ContactRow*
-- reach: children
SELECT e.person AS child, ch.first_name, e.school, s.name AS school_name, s.party, e.school_class, k.label AS class_label,
  CASE h.kind WHEN 'teacher_of_class' THEN 'school_class' WHEN 'head_of_school' THEN 'head' END AS addressee, t.civility,
  t.first_name AS staff_first_name, t.last_name AS staff_last_name
FROM people_relation e
JOIN people_person ch ON ch.id = e.person
JOIN people_school s ON s.id = e.school
JOIN people_class k ON k.id = e.school_class
LEFT JOIN people_relation h ON ((h.kind = 'teacher_of_class' AND h.school_class = e.school_class)
    OR (h.kind = 'head_of_school' AND h.school = e.school))
  AND h.from_on <= :today AND (h.until_on IS NULL OR h.until_on >= :today)
LEFT JOIN people_person t ON t.id = h.person
WHERE e.person IN (:children*) AND e.kind = 'pupil_of_class' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
ORDER BY ch.sort_key, e.person, e.school_class, CASE h.kind WHEN 'teacher_of_class' THEN 0 ELSE 1 END, t.sort_key, t.id;

-- add_conversation: a guardian opens an exchange.
-- in: id ConversationId, child PersonId, school SchoolId, party PartyId, addressee Addressee, school_class ClassId?, note NoteId?,
--   title text, opened_by PersonId, for_both bool, now Millis
-- out: -
-- reach: none, because contacts found the desk for a child of theirs
INSERT INTO liaison_conversation (id, child, school, party, addressee, school_class, note, title, opened_by, for_both, messages, opened_at)
VALUES (:id, :child, :school, :party, :addressee, :school_class, :note, :title, :opened_by, :for_both, 0, :now);

-- count_message: takes the next number, if nobody took it since `messages` was read.
-- in: conversation ConversationId, messages int
-- out: -
-- reach: none, because the exchange is new, or was found within reach
UPDATE liaison_conversation SET messages = messages + 1 WHERE id = :conversation AND messages = :messages;

-- add_message: somebody writes.
-- in: conversation ConversationId, number int, author PersonId, author_profile Profile, author_name text, body text, fold text, now Millis
-- out: -
-- reach: none, because the exchange is new, or was found within reach
INSERT INTO liaison_message (conversation, number, author, author_profile, author_name, body, fold, made_at)
VALUES (:conversation, :number, :author, :author_profile, :author_name, :body, :fold, :now);

-- conversation: an exchange its reader takes part in.
-- in: conversation ConversationId, today Date
-- out: ConversationRow?
-- reach: self, children, classes, schools
SELECT c.id, c.addressee, c.school_class, COALESCE(k.label, s.name) AS label, c.school, s.name AS school_name, c.party,
  p.name AS party_name, c.child, ch.first_name AS child_first_name, ch.last_name AS child_last_name, c.opened_by,
  g.first_name || ' ' || g.last_name AS guardian_name, c.for_both, c.note, c.title, c.messages,
  EXISTS (SELECT 1 FROM people_relation e WHERE e.person = c.child AND e.kind IN ('pupil_of_class', 'pupil_of_school')
    AND (e.school_class = c.school_class OR (c.school_class IS NULL AND e.school = c.school))
    AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)) AS holds
FROM liaison_conversation c
JOIN people_school s ON s.id = c.school
JOIN people_party p ON p.id = c.party
JOIN people_person ch ON ch.id = c.child
JOIN people_person g ON g.id = c.opened_by
LEFT JOIN people_class k ON k.id = c.school_class
WHERE c.id = :conversation AND ((c.child IN (:children*) AND (c.for_both OR c.opened_by IN (:self*)))
  OR c.school_class IN (:classes*) OR (c.addressee = 'head' AND c.school IN (:schools*)));

-- messages_of: the last messages of an exchange, and from when they reach its other side.
-- in: conversation ConversationId
-- out: MessageRow*
-- reach: none, because the exchange was found within reach
SELECT m.number, m.author, m.author_profile, m.author_name, m.body, m.made_at, COALESCE(min(d.deliver_at), m.made_at) AS deliver_at
FROM liaison_message m
JOIN liaison_conversation c ON c.id = m.conversation
LEFT JOIN notices_delivery d ON d.thing = m.conversation AND d.edition = m.number
WHERE m.conversation = :conversation AND m.number > c.messages - 200
GROUP BY m.number, m.author, m.author_profile, m.author_name, m.body, m.made_at
ORDER BY m.number;

-- conversation_lines: the exchanges a reader takes part in, by the last message that is there for them, latest first.
-- in: staff bool, before Millis, now Millis, limit int
-- out: wire::ConversationLine*
-- reach: self, children, classes, schools
WITH theirs AS (
  SELECT c.id FROM liaison_conversation c
  WHERE (c.child IN (:children*) AND (c.for_both OR c.opened_by IN (:self*)))
    OR c.school_class IN (:classes*) OR (c.addressee = 'head' AND c.school IN (:schools*))
), there AS (
  SELECT t.id, max(m.number) AS number
  FROM theirs t
  JOIN liaison_message m ON m.conversation = t.id
  WHERE m.author IN (:self*) OR (:staff AND m.author_profile <> 'guardian')
    OR EXISTS (SELECT 1 FROM notices_delivery d WHERE d.thing = t.id AND d.edition = m.number AND d.deliver_at <= :now)
  GROUP BY t.id
)
SELECT c.id AS conversation, c.addressee, COALESCE(k.label, s.name) AS label, c.child, ch.first_name AS child_first_name,
  ch.last_name AS child_last_name, g.first_name || ' ' || g.last_name AS guardian_name, c.for_both, c.title, l.number,
  l.author_name AS last_author_name, l.made_at AS last_at,
  EXISTS (SELECT 1 FROM notices_delivery d WHERE d.thing = c.id AND d.deliver_at <= :now AND d.opened_at IS NULL
    AND d.cancelled_at IS NULL AND (d.person IN (:self*) OR d.desk_class IN (:classes*) OR d.desk_school IN (:schools*))) AS unread
FROM there t
JOIN liaison_conversation c ON c.id = t.id
JOIN liaison_message l ON l.conversation = t.id AND l.number = t.number
JOIN people_school s ON s.id = c.school
JOIN people_person ch ON ch.id = c.child
JOIN people_person g ON g.id = c.opened_by
LEFT JOIN people_class k ON k.id = c.school_class
WHERE l.made_at < :before
ORDER BY l.made_at DESC, c.id DESC LIMIT :limit;

-- search_notes: notes that hold three words, among those that reached a guardian and those that staff follow, latest first.
-- in: one text, two text, three text, now Millis, limit int
-- out: FoundNote*
-- reach: self, children, classes, schools
SELECT n.id, v.title, n.author_name, n.sent_at AS at, (v.fold IS NOT NULL) AS folded, v.body
FROM liaison_note n
JOIN liaison_version v ON v.note = n.id
WHERE (v.fold IS NULL OR (v.fold LIKE :one ESCAPE '!' AND v.fold LIKE :two ESCAPE '!' AND v.fold LIKE :three ESCAPE '!'))
  AND ((n.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM notices_delivery d WHERE d.thing = n.id AND d.edition = v.version
      AND d.person IN (:self*) AND d.about_child IN (:children*)
      AND d.deliver_at <= :now AND (d.until_at IS NULL OR d.until_at > :now) AND d.cancelled_at IS NULL))
    OR (v.version = n.version AND (n.school IN (:schools*) OR EXISTS (
      SELECT 1 FROM liaison_audience a JOIN people_class k ON k.id IN (:classes*)
      WHERE a.note = n.id AND (a.school_class = k.id OR (a.kind = 'school' AND a.target = k.school AND k.school_year = n.school_year))))))
ORDER BY n.sent_at DESC, n.id DESC LIMIT :limit;

-- search_messages: exchanges with a message that holds three words, among those of this reader, by the last such message.
-- in: one text, two text, three text, staff bool, now Millis, limit int
-- out: FoundTalk*
-- reach: self, children, classes, schools
SELECT c.id, c.title, max(m.author_name) AS author_name, max(m.made_at) AS at
FROM liaison_conversation c
JOIN liaison_message m ON m.conversation = c.id
WHERE ((c.child IN (:children*) AND (c.for_both OR c.opened_by IN (:self*)))
    OR c.school_class IN (:classes*) OR (c.addressee = 'head' AND c.school IN (:schools*)))
  AND (m.author IN (:self*) OR (:staff AND m.author_profile <> 'guardian')
    OR EXISTS (SELECT 1 FROM notices_delivery d WHERE d.thing = c.id AND d.edition = m.number AND d.deliver_at <= :now))
  AND m.fold LIKE :one ESCAPE '!' AND m.fold LIKE :two ESCAPE '!' AND m.fold LIKE :three ESCAPE '!'
GROUP BY c.id, c.title
ORDER BY max(m.made_at) DESC, c.id DESC LIMIT :limit;
