-- include: features/homework/rows.h

-- author_names: how the writer is called in the book.
-- in: person PersonId
-- out: NamesRow?
-- reach: none, because the writer is the one who is signed in
SELECT civility, first_name, last_name FROM people_person WHERE id = :person;

-- add_entry: an entry is given.
-- many: EntryRow
-- out: -
-- reach: none, because targets_within was asked for each of its targets
INSERT INTO homework_entry (id, school, school_year, party, author, author_profile, author_name, given_on, from_minute, short_of, version,
  struck, made_at)
VALUES (:id, :school, :school_year, :party, :author, :author_profile, :author_name, :given_on, :from_minute, :short_of, 1, FALSE, :made_at);

-- add_version: what it says, from `deliver_at` on.
-- many: VersionRow
-- out: -
-- reach: none, because the entry is new, or was found within reach
INSERT INTO homework_version (entry, version, subject, subject_label, subject_letter, subject_look, done, kind, task, help, due_on, minutes,
  fold, made_by, made_by_name, made_at, deliver_at, corrected_at)
VALUES (:entry, :version, :subject, :subject_label, :subject_letter, :subject_look, :done, :kind, :task, :help, :due_on, :minutes,
  :fold, :made_by, :made_by_name, :made_at, :deliver_at, :corrected_at);

-- add_targets: for whom.
-- many: TargetRow
-- out: -
-- reach: none, because targets_within was asked
INSERT INTO homework_target (entry, kind, target, school_class, label, given_on)
VALUES (:entry, :kind, :target, :school_class, :label, :given_on);

-- change_entry: the entry has a new version, if nobody changed it since `version` was read.
-- in: entry EntryId, version int, from_minute int?
-- out: -
-- reach: none, because entry_of found it and may_change was asked
UPDATE homework_entry SET version = version + 1, from_minute = :from_minute
WHERE id = :entry AND version = :version AND withdrawn_at IS NULL;

-- withdraw_entry: the entry is taken back, if nobody changed it since `version` was read.
-- in: entry EntryId, version int, struck bool, now Millis
-- out: -
-- reach: none, because entry_of found it and may_change was asked
UPDATE homework_entry SET withdrawn_at = :now, struck = :struck WHERE id = :entry AND version = :version AND withdrawn_at IS NULL;

-- withdraw_short: its shorter versions go with it.
-- in: entry EntryId, struck bool, now Millis
-- out: -
-- reach: none, because entry_of found it and may_change was asked
UPDATE homework_entry SET withdrawn_at = :now, struck = :struck WHERE short_of = :entry AND withdrawn_at IS NULL;

-- targets_within: the wished targets that are within reach today, each child once for each of their classes.
-- in: wished_classes ClassId*, wished_groups GroupId*, wished_children PersonId*, today Date, school_year int
-- out: ChosenTarget*
-- reach: classes
SELECT 'school_class' AS kind, c.id AS target, c.id AS school_class, c.label FROM people_class c
WHERE c.id IN (:wished_classes*) AND c.id IN (:classes*) AND c.school_year = :school_year
UNION ALL
SELECT 'school_group', g.id, NULL, g.label FROM people_group g
WHERE g.id IN (:wished_groups*) AND g.school_year = :school_year AND EXISTS (
  SELECT 1 FROM people_relation m
  JOIN people_relation c ON c.person = m.person AND c.kind = 'pupil_of_class' AND c.school_class IN (:classes*)
    AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today)
  WHERE m.school = g.school AND m.kind = 'pupil_of_group' AND m.school_group = g.id
    AND m.from_on <= :today AND (m.until_on IS NULL OR m.until_on >= :today))
UNION ALL
SELECT 'child', r.person, c.id, c.label FROM people_relation r JOIN people_class c ON c.id = r.school_class
WHERE r.person IN (:wished_children*) AND r.kind = 'pupil_of_class' AND r.school_class IN (:classes*)
  AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
ORDER BY kind, label, target, school_class;

-- held_days: which days the actor holds each class.
-- in: -
-- out: HeldDays*
-- reach: self, classes
SELECT school_class, from_on, until_on FROM people_relation
WHERE person IN (:self*) AND kind = 'teacher_of_class' AND school_class IN (:classes*) ORDER BY school_class, from_on;

-- grades_of: the classes of this year that may be consulted, a row for each grade in them.
-- in: school_year int, today Date
-- out: GradeRow*
-- reach: classes, schools
SELECT c.id, c.label, r.code AS grade, count(r.id) AS children
FROM people_class c
LEFT JOIN people_relation r ON r.school_class = c.id AND r.kind = 'pupil_of_class'
  AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
WHERE c.school_year = :school_year AND (c.id IN (:classes*) OR c.school IN (:schools*))
GROUP BY c.id, c.label, c.sort_key, r.code ORDER BY c.sort_key, c.id, r.code LIMIT 300;

-- groups_of: the groups of this year that hold pupils of those classes.
-- in: school_year int, today Date
-- out: wire::GroupLine*
-- reach: classes
SELECT g.id, g.label, count(DISTINCT m.person) AS children
FROM people_group g
JOIN people_relation m ON m.school = g.school AND m.kind = 'pupil_of_group' AND m.school_group = g.id
  AND m.from_on <= :today AND (m.until_on IS NULL OR m.until_on >= :today)
WHERE g.school_year = :school_year AND g.id IN (
  SELECT n.school_group FROM people_relation n
  JOIN people_relation c ON c.person = n.person AND c.kind = 'pupil_of_class' AND c.school_class IN (:classes*)
    AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today)
  WHERE n.kind = 'pupil_of_group' AND n.from_on <= :today AND (n.until_on IS NULL OR n.until_on >= :today))
GROUP BY g.id, g.label, g.sort_key ORDER BY g.sort_key, g.id LIMIT 60;

-- children_of: the pupils of those classes today, to choose some of them.
-- in: today Date
-- out: wire::ChildLine*
-- reach: classes
SELECT p.id, p.first_name, p.last_name, p.second_name, r.school_class
FROM people_relation r JOIN people_person p ON p.id = r.person
WHERE r.school_class IN (:classes*) AND r.kind = 'pupil_of_class' AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
ORDER BY r.school_class, p.sort_key, p.id LIMIT 400;

-- loads: what each class has to do each day, as its busiest pupil does.
-- in: of_classes ClassId*, since Date, from_on Date, until_on Date, today Date
-- out: wire::Load*
-- reach: none, because the classes are the actor's own, or grades_of found them
WITH pupil AS (
  SELECT r.school_class, r.person AS child FROM people_relation r
  WHERE r.school_class IN (:of_classes*) AND r.kind = 'pupil_of_class'
    AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
), given AS (
  SELECT p.school_class, p.child, t.entry FROM pupil p
  JOIN homework_target t ON t.school_class = p.school_class AND (t.kind = 'school_class' OR t.target = p.child)
  WHERE t.given_on >= :since AND t.given_on <= :until_on
  UNION
  SELECT p.school_class, p.child, t.entry FROM pupil p
  JOIN people_relation g ON g.person = p.child AND g.kind = 'pupil_of_group'
    AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
  JOIN homework_target t ON t.target = g.school_group AND t.school_class IS NULL
  WHERE t.given_on >= :since AND t.given_on <= :until_on
), total AS (
  SELECT g.school_class, g.child, v.due_on, sum(v.minutes) AS minutes
  FROM given g
  JOIN homework_entry e ON e.id = g.entry
  JOIN homework_version v ON v.entry = e.id AND v.version = e.version
  WHERE e.withdrawn_at IS NULL AND v.due_on >= :from_on AND v.due_on <= :until_on AND v.minutes IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM homework_entry b JOIN homework_target x ON x.entry = b.id AND x.target = g.child
      WHERE b.short_of = e.id AND b.withdrawn_at IS NULL)
  GROUP BY g.school_class, g.child, v.due_on
)
SELECT school_class, due_on, CAST(max(minutes) AS bigint) AS minutes FROM total
GROUP BY school_class, due_on ORDER BY due_on, school_class;

-- family_items: what was given to these children while they belonged, in the last text that has reached readers; by day and hour.
-- in: child PersonId?, subject text?, word_a text, word_b text, word_c text, due_only bool, since Date, from_on Date, until_on Date,
--   kept_since Date, now Millis, latest_first bool, limit int
-- out: ItemRow*
-- reach: children
WITH seat AS (
  SELECT r.person AS child, t.entry, t.label
  FROM people_relation r
  JOIN homework_target t ON t.school_class = r.school_class AND (t.kind = 'school_class' OR t.target = r.person)
  LEFT JOIN homework_opening o ON o.school_class = r.school_class
  WHERE r.person IN (:children*) AND r.kind = 'pupil_of_class' AND (:child IS NULL OR r.person = :child)
    AND (r.until_on IS NULL OR (r.until_on >= :kept_since AND t.given_on <= r.until_on))
    AND (t.given_on >= r.from_on OR t.given_on >= o.from_on) AND t.given_on >= :since AND t.given_on <= :until_on
  UNION
  SELECT r.person, t.entry, t.label
  FROM people_relation r
  JOIN homework_target t ON t.target = r.school_group AND t.school_class IS NULL
  WHERE r.person IN (:children*) AND r.kind = 'pupil_of_group' AND (:child IS NULL OR r.person = :child)
    AND (r.until_on IS NULL OR (r.until_on >= :kept_since AND t.given_on <= r.until_on))
    AND t.given_on >= r.from_on AND t.given_on >= :since AND t.given_on <= :until_on
), mine AS (
  SELECT child, entry, min(label) AS label FROM seat GROUP BY child, entry
)
SELECT v.subject, v.subject_label, v.subject_letter, v.subject_look, v.done, v.kind, v.task, v.help, v.due_on, v.minutes,
  m.entry, m.child, p.first_name AS child_first_name, m.label, e.given_on, e.from_minute, e.author_name, e.author_profile, v.corrected_at,
  e.struck, COALESCE(k.done, FALSE) AS ticked,
  (SELECT count(*) FROM uploads_attached a WHERE a.kind = 'homework.entry' AND a.thing = e.id) AS files
FROM mine m
JOIN homework_entry e ON e.id = m.entry
JOIN homework_version v ON v.entry = e.id
  AND v.version = (SELECT max(w.version) FROM homework_version w WHERE w.entry = e.id AND w.deliver_at <= :now)
JOIN people_person p ON p.id = m.child
LEFT JOIN homework_tick k ON k.entry = e.id AND k.child = m.child
WHERE (e.withdrawn_at IS NULL OR e.struck)
  AND ((NOT :due_only AND e.given_on >= :from_on AND e.given_on <= :until_on) OR (v.due_on >= :from_on AND v.due_on <= :until_on))
  AND (:subject IS NULL OR v.subject = :subject) AND v.fold LIKE :word_a AND v.fold LIKE :word_b AND v.fold LIKE :word_c
  AND NOT EXISTS (SELECT 1 FROM homework_entry b JOIN homework_target x ON x.entry = b.id AND x.target = m.child
    WHERE b.short_of = e.id AND b.withdrawn_at IS NULL
      AND EXISTS (SELECT 1 FROM homework_version w WHERE w.entry = b.id AND w.deliver_at <= :now))
ORDER BY CASE WHEN :latest_first THEN e.given_on END DESC, e.given_on, COALESCE(e.from_minute, 1440), m.label, e.id, p.first_name, m.child
LIMIT :limit;

-- given_to: one of these children to whom an entry was given while they belonged, when its text has reached readers.
-- in: entry EntryId, kept_since Date, now Millis
-- out: GivenTo?
-- reach: children
SELECT r.person AS child, e.school, (v.kind IS NOT NULL) AS has_work, (e.withdrawn_at IS NOT NULL) AS withdrawn
FROM homework_target t
JOIN people_relation r ON r.person IN (:children*) AND (
  (r.kind = 'pupil_of_class' AND r.school_class = t.school_class AND (t.kind = 'school_class' OR t.target = r.person))
  OR (r.kind = 'pupil_of_group' AND t.school_class IS NULL AND r.school_group = t.target))
LEFT JOIN homework_opening o ON o.school_class = r.school_class
JOIN homework_entry e ON e.id = t.entry
JOIN homework_version v ON v.entry = e.id
  AND v.version = (SELECT max(w.version) FROM homework_version w WHERE w.entry = e.id AND w.deliver_at <= :now)
WHERE t.entry = :entry AND (e.withdrawn_at IS NULL OR e.struck)
  AND (r.until_on IS NULL OR (r.until_on >= :kept_since AND t.given_on <= r.until_on))
  AND (t.given_on >= r.from_on OR t.given_on >= o.from_on)
  AND NOT EXISTS (SELECT 1 FROM homework_entry b JOIN homework_target x ON x.entry = b.id AND x.target = r.person
    WHERE b.short_of = e.id AND b.withdrawn_at IS NULL
      AND EXISTS (SELECT 1 FROM homework_version w WHERE w.entry = b.id AND w.deliver_at <= :now))
ORDER BY r.person LIMIT 1;

-- set_tick: done or not, unless a later moment already said otherwise.
-- in: entry EntryId, child PersonId, done bool, at Millis
-- out: -
-- reach: none, because given_to found the entry
INSERT INTO homework_tick (entry, child, done, at) VALUES (:entry, :child, :done, :at)
ON CONFLICT (entry, child) DO UPDATE SET done = excluded.done, at = excluded.at WHERE homework_tick.at <= excluded.at;

-- tick_of: what stands.
-- in: entry EntryId, child PersonId
-- out: wire::Ticked?
-- reach: none, because given_to found the entry
SELECT done, at FROM homework_tick WHERE entry = :entry AND child = :child;

-- class_entries: what was given to a class, its groups and its pupils, by day and hour; withdrawn ones only when they stay crossed out.
-- in: school_class ClassId, subject text?, since Date, from_on Date, until_on Date, today Date, limit int
-- out: BookRow*
-- reach: classes, schools
WITH shelf AS (
  SELECT c.id FROM people_class c WHERE c.id = :school_class AND (c.id IN (:classes*) OR c.school IN (:schools*))
), mine AS (
  SELECT t.entry FROM shelf s JOIN homework_target t ON t.school_class = s.id
  WHERE t.given_on >= :since AND t.given_on <= :until_on
  UNION
  SELECT t.entry FROM shelf s
  JOIN people_relation c ON c.school_class = s.id AND c.kind = 'pupil_of_class'
    AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today)
  JOIN people_relation g ON g.person = c.person AND g.kind = 'pupil_of_group'
    AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
  JOIN homework_target t ON t.target = g.school_group AND t.school_class IS NULL
  WHERE t.given_on >= :since AND t.given_on <= :until_on
)
SELECT v.subject, v.subject_label, v.subject_letter, v.subject_look, v.done, v.kind, v.task, v.help, v.due_on, v.minutes,
  e.id AS entry, e.short_of, e.school, e.party, e.given_on, e.from_minute, e.author, e.author_name, e.author_profile, e.version,
  e.withdrawn_at, v.corrected_at, e.struck, v.deliver_at,
  (SELECT count(*) FROM uploads_attached a WHERE a.kind = 'homework.entry' AND a.thing = e.id) AS files
FROM mine m
JOIN homework_entry e ON e.id = m.entry
JOIN homework_version v ON v.entry = e.id AND v.version = e.version
WHERE (e.withdrawn_at IS NULL OR e.struck) AND (:subject IS NULL OR v.subject = :subject)
  AND ((e.given_on >= :from_on AND e.given_on <= :until_on) OR (v.due_on >= :from_on AND v.due_on <= :until_on))
ORDER BY e.given_on, COALESCE(e.from_minute, 1440), e.id LIMIT :limit;

-- entry_of: one entry, for those who consult its class, its group or the school.
-- in: entry EntryId
-- out: BookRow?
-- reach: classes, schools
SELECT v.subject, v.subject_label, v.subject_letter, v.subject_look, v.done, v.kind, v.task, v.help, v.due_on, v.minutes,
  e.id AS entry, e.short_of, e.school, e.party, e.given_on, e.from_minute, e.author, e.author_name, e.author_profile, e.version,
  e.withdrawn_at, v.corrected_at, e.struck, v.deliver_at,
  (SELECT count(*) FROM uploads_attached a WHERE a.kind = 'homework.entry' AND a.thing = e.id) AS files
FROM homework_entry e
JOIN homework_version v ON v.entry = e.id AND v.version = e.version
WHERE e.id = :entry AND (e.school IN (:schools*) OR EXISTS (
  SELECT 1 FROM homework_target t WHERE t.entry = e.id AND (t.school_class IN (:classes*) OR (t.school_class IS NULL AND EXISTS (
    SELECT 1 FROM people_relation g
    JOIN people_relation c ON c.person = g.person AND c.kind = 'pupil_of_class' AND c.school_class IN (:classes*)
    WHERE g.school = e.school AND g.kind = 'pupil_of_group' AND g.school_group = t.target)))));

-- targets_of: for whom an entry is, by name.
-- in: entry EntryId
-- out: NamedTarget*
-- reach: none, because entry_of found it
SELECT t.entry, t.kind, t.target, t.school_class, COALESCE(p.first_name || ' ' || p.last_name, t.label) AS name
FROM homework_target t LEFT JOIN people_person p ON p.id = t.target AND t.kind = 'child'
WHERE t.entry = :entry ORDER BY t.kind DESC, t.label, p.sort_key, t.target;

-- counted_targets: for whom these entries are, each with how many children its entry reaches today and how many of them ticked.
-- in: entries EntryId*, today Date
-- out: CountedTarget*
-- reach: none, because class_entries, to_come or entry_of found them
WITH reached AS (
  SELECT t.entry, r.person AS child FROM homework_target t
  JOIN people_relation r ON r.school_class = t.school_class AND r.kind = 'pupil_of_class' AND (t.kind = 'school_class' OR t.target = r.person)
    AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
  WHERE t.entry IN (:entries*)
  UNION
  SELECT t.entry, r.person FROM homework_target t
  JOIN homework_entry e ON e.id = t.entry
  JOIN people_relation r ON r.school = e.school AND r.kind = 'pupil_of_group' AND r.school_group = t.target
    AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
  WHERE t.entry IN (:entries*) AND t.school_class IS NULL
), counted AS (
  SELECT d.entry, count(*) AS children, CAST(sum(CASE WHEN k.done THEN 1 ELSE 0 END) AS bigint) AS ticked
  FROM reached d LEFT JOIN homework_tick k ON k.entry = d.entry AND k.child = d.child
  WHERE NOT EXISTS (SELECT 1 FROM homework_entry b JOIN homework_target x ON x.entry = b.id AND x.target = d.child
    WHERE b.short_of = d.entry AND b.withdrawn_at IS NULL)
  GROUP BY d.entry
)
SELECT t.entry, t.kind, t.target, t.school_class, COALESCE(p.first_name || ' ' || p.last_name, t.label) AS name,
  COALESCE(c.children, 0) AS children, COALESCE(c.ticked, 0) AS ticked
FROM homework_target t
LEFT JOIN people_person p ON p.id = t.target AND t.kind = 'child'
LEFT JOIN counted c ON c.entry = t.entry
WHERE t.entry IN (:entries*) ORDER BY t.entry, t.kind DESC, t.label, p.sort_key, t.target;

-- texts_of: every text an entry has had, latest first.
-- in: entry EntryId
-- out: FormerRow*
-- reach: none, because entry_of found it
SELECT subject, subject_label, subject_letter, subject_look, done, kind, task, help, due_on, minutes, version, made_by_name, made_at
FROM homework_version WHERE entry = :entry ORDER BY version DESC LIMIT 100;

-- found_entries: entries whose words match, of the classes or the school one consults, latest first.
-- in: school SchoolId, word_a text, word_b text, word_c text, limit int
-- out: FoundRow*
-- reach: classes, schools
SELECT v.subject, v.subject_label, v.subject_letter, v.subject_look, v.done, v.kind, v.task, v.help, v.due_on, v.minutes,
  e.id AS entry, (SELECT t.school_class FROM homework_target t WHERE t.entry = e.id AND t.school_class IS NOT NULL
    AND (e.school IN (:schools*) OR t.school_class IN (:classes*)) ORDER BY t.label, t.target LIMIT 1) AS school_class,
  (SELECT min(t.label) FROM homework_target t WHERE t.entry = e.id
    AND (e.school IN (:schools*) OR t.school_class IS NULL OR t.school_class IN (:classes*))) AS label, e.given_on
FROM homework_entry e
JOIN homework_version v ON v.entry = e.id AND v.version = e.version
WHERE e.school = :school AND (e.withdrawn_at IS NULL OR e.struck)
  AND v.fold LIKE :word_a AND v.fold LIKE :word_b AND v.fold LIKE :word_c
  AND (e.school IN (:schools*) OR EXISTS (
    SELECT 1 FROM homework_target t WHERE t.entry = e.id AND (t.school_class IN (:classes*) OR (t.school_class IS NULL AND EXISTS (
      SELECT 1 FROM people_relation g
      JOIN people_relation c ON c.person = g.person AND c.kind = 'pupil_of_class' AND c.school_class IN (:classes*)
      WHERE g.school = e.school AND g.kind = 'pupil_of_group' AND g.school_group = t.target)))))
ORDER BY e.given_on DESC, e.id DESC LIMIT :limit;

-- to_come: what the classes one teaches have to do in the days to come, soonest first.
-- in: since Date, from_on Date, until_on Date, limit int
-- out: BookRow*
-- reach: classes
SELECT DISTINCT v.subject, v.subject_label, v.subject_letter, v.subject_look, v.done, v.kind, v.task, v.help, v.due_on, v.minutes,
  e.id AS entry, e.short_of, e.school, e.party, e.given_on, e.from_minute, e.author, e.author_name, e.author_profile, e.version,
  e.withdrawn_at, v.corrected_at, e.struck, v.deliver_at,
  (SELECT count(*) FROM uploads_attached a WHERE a.kind = 'homework.entry' AND a.thing = e.id) AS files
FROM homework_target t
JOIN homework_entry e ON e.id = t.entry
JOIN homework_version v ON v.entry = e.id AND v.version = e.version
WHERE t.school_class IN (:classes*) AND t.given_on >= :since AND t.given_on <= :until_on AND e.withdrawn_at IS NULL
  AND v.due_on >= :from_on AND v.due_on <= :until_on
ORDER BY v.due_on, e.given_on, e.id LIMIT :limit;

-- own_subjects: the subjects the school added.
-- in: -
-- out: OwnSubject*
-- reach: school
SELECT id, label, letter, look FROM homework_subject WHERE school = :school AND retired_at IS NULL ORDER BY label, id LIMIT 60;

-- add_subject: the school has one more.
-- in: id SubjectId, label text, letter text, look Look, made_by PersonId, now Millis
-- out: -
-- reach: school
INSERT INTO homework_subject (id, school, label, letter, look, made_by, made_at)
VALUES (:id, :school, :label, :letter, :look, :made_by, :now);

-- retire_subject: it is offered no more; what was written under it stays.
-- in: subject SubjectId, now Millis
-- out: -
-- reach: school
UPDATE homework_subject SET retired_at = :now WHERE id = :subject AND school = :school AND retired_at IS NULL;

-- decisions_of: what heads have decided about written work at home, latest first.
-- in: -
-- out: DecisionRow*
-- reach: school
SELECT version, allowed, reason, decided_on, made_by_name, made_at FROM homework_decision WHERE school = :school
ORDER BY version DESC LIMIT 50;

-- add_decision: the next decision, unless somebody made it meanwhile.
-- in: version int, allowed bool, reason text, decided_on Date, made_by PersonId, made_by_name text, now Millis
-- out: -
-- reach: school
INSERT INTO homework_decision (school, version, allowed, reason, decided_on, made_by, made_by_name, made_at)
VALUES (:school, :version, :allowed, :reason, :decided_on, :made_by, :made_by_name, :now)
ON CONFLICT (school, version) DO NOTHING;

-- opening_of: from which day a class's book is open to those who arrive later.
-- in: school_class ClassId
-- out: wire::Opening?
-- reach: none, because grades_of found the class
SELECT from_on FROM homework_opening WHERE school_class = :school_class;

-- set_opening: it is open from that day, or not.
-- in: school_class ClassId, from_on Date?, changed_by PersonId, now Millis
-- out: -
-- reach: none, because targets_within found the class
INSERT INTO homework_opening (school_class, from_on, changed_by, changed_at) VALUES (:school_class, :from_on, :changed_by, :now)
ON CONFLICT (school_class) DO UPDATE SET from_on = excluded.from_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at;

-- waiting_texts: texts of a school that wait for the end of quiet hours.
-- in: now Millis
-- out: WaitingText*
-- reach: school
SELECT v.entry, v.version, e.given_on, v.deliver_at FROM homework_entry e JOIN homework_version v ON v.entry = e.id
WHERE e.school = :school AND v.deliver_at > :now ORDER BY v.entry, v.version;

-- move_text: it waits for another hour.
-- many: WaitingText
-- out: -
-- reach: none, because waiting_texts found them in the school whose hours changed
UPDATE homework_version SET deliver_at = :deliver_at WHERE entry = :entry AND version = :version;
