-- include: people/rows.h

-- guardian_links: every relation by which an adult, under any of their records, guards a child, but those already ended.
-- in: adult PersonId, child PersonId, today Date
-- out: GuardianLink*
-- reach: schools
WITH own AS (
  SELECT COALESCE((SELECT kept FROM people_merge WHERE merged = :adult AND undone_at IS NULL), :adult) AS kept
), record AS (
  SELECT kept AS person FROM own
  UNION
  SELECT m.merged FROM people_merge m JOIN own ON m.kept = own.kept WHERE m.undone_at IS NULL
)
SELECT r.id, r.person FROM people_relation r JOIN record ON record.person = r.person
WHERE r.child = :child AND r.kind = 'guardian_of' AND (r.until_on IS NULL OR r.until_on >= :today)
  AND EXISTS (SELECT 1 FROM people_relation e WHERE e.person = :child AND e.kind = 'pupil_of_school' AND e.school IN (:schools*)
    AND (e.until_on IS NULL OR e.until_on >= :today))
ORDER BY r.person, r.id;

-- add_custody: a documented decision limits one relation.
-- in: id Uuid, relation RelationId, level CustodyLevel, from_on Date, until_on Date?, paper_reference bytes, author PersonId,
--   now Millis
-- out: -
-- reach: none, because guardian_links found the relation within the head's school
INSERT INTO people_custody (id, relation, level, from_on, until_on, paper_reference, author, made_at)
VALUES (:id, :relation, :level, :from_on, :until_on, :paper_reference, :author, :now);

-- hours_of: the quiet hours a school chose, and who chose them.
-- in: school SchoolId
-- out: HoursRow?
-- reach: school
SELECT h.evening_from, h.morning_until, h.weekend, h.version, h.changed_at, p.first_name || ' ' || p.last_name AS by_name
FROM people_quiet_hours h JOIN people_person p ON p.id = h.changed_by
WHERE h.school = :school;

-- first_hours: a school chooses its own hours for the first time.
-- in: evening_from int, morning_until int, weekend bool, changed_by PersonId, now Millis
-- out: -
-- reach: school
INSERT INTO people_quiet_hours (school, evening_from, morning_until, weekend, version, changed_by, changed_at)
VALUES (:school, :evening_from, :morning_until, :weekend, 1, :changed_by, :now)
ON CONFLICT (school) DO NOTHING;

-- change_hours: other hours, unless they changed since `version` was read.
-- in: evening_from int, morning_until int, weekend bool, version int, changed_by PersonId, now Millis
-- out: -
-- reach: school
UPDATE people_quiet_hours
SET evening_from = :evening_from, morning_until = :morning_until, weekend = :weekend, version = version + 1, changed_by = :changed_by,
  changed_at = :now
WHERE school = :school AND version = :version;

-- class_of: a class the head decides about, if it is of this school year.
-- in: school_class ClassId, school_year int
-- out: ClassOfSchool?
-- reach: schools
SELECT id, school, school_year FROM people_class WHERE id = :school_class AND school_year = :school_year AND school IN (:schools*);

-- staff_who_teach: who may be given a class of that school today.
-- in: today Date
-- out: PersonId*
-- reach: school
SELECT DISTINCT r.person FROM people_relation r
WHERE r.school = :school AND r.kind IN ('teacher_of_school', 'head_of_school')
  AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
ORDER BY r.person LIMIT 500;

-- class_teachers: who teaches a class today by the head's choice.
-- in: school_class ClassId, today Date
-- out: TeachingLink*
-- reach: none, because class_of found the class within the head's school
SELECT id, person, from_on FROM people_relation
WHERE school_class = :school_class AND kind = 'teacher_of_class' AND code IS NULL AND source = 'local' AND from_on <= :today
  AND (until_on IS NULL OR until_on >= :today)
ORDER BY id;

-- give_class: a teacher gets a class, from today to the end of its school year.
-- in: id Uuid, person PersonId, school SchoolId, school_class ClassId, from_on Date, until_on Date, author PersonId, now Millis
-- out: -
-- reach: none, because class_of found the class within the head's school
INSERT INTO people_relation (id, person, kind, school, school_class, from_on, until_on, source, author, made_at)
VALUES (:id, :person, 'teacher_of_class', :school, :school_class, :from_on, :until_on, 'local', :author, :now);

-- end_teaching: the last day of a link.
-- in: id RelationId, until_on Date
-- out: -
-- reach: none, because class_of found the class within the head's school
UPDATE people_relation SET until_on = :until_on WHERE id = :id;

-- undo_teaching: a link that began today has not been.
-- in: id RelationId
-- out: -
-- reach: none, because class_of found the class within the head's school
DELETE FROM people_relation WHERE id = :id;

-- include: people/audience.h

-- targets_within: the wished parts of an audience that are within reach, by their names.
-- in: wished_classes ClassId*, wished_schools SchoolId*, wished_children PersonId*, today Date, school_year int
-- out: Target*
-- reach: classes, schools
SELECT 'school_class' AS kind, c.id, c.label, c.id AS school_class FROM people_class c
WHERE c.id IN (:wished_classes*) AND c.school_year = :school_year AND (c.id IN (:classes*) OR c.school IN (:schools*))
UNION ALL
SELECT 'school', s.id, s.name, NULL FROM people_school s
WHERE s.id IN (:wished_schools*) AND s.id IN (:schools*)
UNION ALL
SELECT 'child', p.id, p.first_name || ' ' || p.last_name,
  (SELECT e.school_class FROM people_relation e WHERE e.person = p.id AND e.kind = 'pupil_of_class'
     AND (e.school_class IN (:classes*) OR e.school IN (:schools*)) AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
   ORDER BY e.from_on DESC, e.id LIMIT 1)
FROM people_person p
WHERE p.id IN (:wished_children*)
  AND EXISTS (SELECT 1 FROM people_relation e WHERE e.person = p.id AND e.kind IN ('pupil_of_class', 'pupil_of_school')
    AND (e.school_class IN (:classes*) OR e.school IN (:schools*)) AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today))
ORDER BY kind, label, id;

-- unfold: each child of an audience with each guardian of today whom no decision suspends; alone when there is none.
-- in: audience_classes ClassId*, audience_schools SchoolId*, audience_children PersonId*, today Date
-- out: Reached*
-- reach: none, because targets_within was asked for each part
WITH pupil AS (
  SELECT r.person AS child FROM people_relation r
  WHERE r.school_class IN (:audience_classes*) AND r.kind = 'pupil_of_class'
    AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
  UNION
  SELECT r.person FROM people_relation r
  WHERE r.school IN (:audience_schools*) AND r.kind IN ('pupil_of_school', 'pupil_of_class')
    AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
  UNION
  SELECT p.id FROM people_person p WHERE p.id IN (:audience_children*)
)
SELECT DISTINCT pupil.child, g.person, COALESCE(m.kept, g.person) AS human
FROM pupil
LEFT JOIN people_relation g ON g.child = pupil.child AND g.kind = 'guardian_of'
  AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = g.id AND c.level = 'suspended'
    AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today))
LEFT JOIN people_merge m ON m.merged = g.person AND m.undone_at IS NULL
ORDER BY pupil.child, g.person;

-- audiences: the classes of this year and the school that a writer may choose, with how many each reaches today.
-- in: today Date, school_year int
-- out: AudienceCount*
-- reach: classes, schools
WITH target AS (
  SELECT 'school_class' AS kind, c.id, c.label, c.sort_key FROM people_class c
  WHERE c.school_year = :school_year AND (c.id IN (:classes*) OR c.school IN (:schools*))
  UNION ALL
  SELECT 'school', s.id, s.name, '' FROM people_school s WHERE s.id IN (:schools*)
), pupil AS (
  SELECT t.id AS target, r.person AS child FROM target t
  JOIN people_relation r ON r.school_class = t.id AND r.kind = 'pupil_of_class'
  WHERE t.kind = 'school_class' AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
  UNION
  SELECT t.id, r.person FROM target t
  JOIN people_relation r ON r.school = t.id AND r.kind IN ('pupil_of_school', 'pupil_of_class')
  WHERE t.kind = 'school' AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
), reached AS (
  SELECT pupil.target, pupil.child, COALESCE(m.kept, g.person) AS adult FROM pupil
  LEFT JOIN people_relation g ON g.child = pupil.child AND g.kind = 'guardian_of'
    AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = g.id AND c.level = 'suspended'
      AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today))
  LEFT JOIN people_merge m ON m.merged = g.person AND m.undone_at IS NULL
)
SELECT t.kind, t.id, t.label, count(DISTINCT r.child) AS children, count(DISTINCT r.adult) AS adults,
  count(DISTINCT CASE WHEN r.adult IS NULL THEN r.child END) AS without_guardian
FROM target t LEFT JOIN reached r ON r.target = t.id
GROUP BY t.kind, t.id, t.label, t.sort_key
ORDER BY CASE t.kind WHEN 'school' THEN 1 ELSE 0 END, t.sort_key, t.id LIMIT 60;

-- week_of: the weekly pattern a school chose.
-- in: school SchoolId
-- out: WeekRow?
-- reach: school
SELECT full_days, mornings, version FROM people_week WHERE school = :school;

-- holidays_of: a school's periods without class, from a day on.
-- in: school SchoolId, from_on Date
-- out: Holiday*
-- reach: school
SELECT id, label, from_on, until_on FROM people_holiday WHERE school = :school AND until_on >= :from_on ORDER BY from_on, id LIMIT 200;

-- first_week: a school chooses its own week for the first time.
-- in: full_days int, mornings int, changed_by PersonId, now Millis
-- out: -
-- reach: school
INSERT INTO people_week (school, full_days, mornings, version, changed_by, changed_at)
VALUES (:school, :full_days, :mornings, 1, :changed_by, :now)
ON CONFLICT (school) DO NOTHING;

-- change_week: another week, unless the calendar changed since `version` was read.
-- in: full_days int, mornings int, version int, changed_by PersonId, now Millis
-- out: -
-- reach: school
UPDATE people_week SET full_days = :full_days, mornings = :mornings, version = version + 1, changed_by = :changed_by, changed_at = :now
WHERE school = :school AND version = :version;

-- week_author: who changed a school's calendar last.
-- in: school SchoolId
-- out: ChangeRow?
-- reach: school
SELECT p.first_name || ' ' || p.last_name AS by_name, w.changed_at FROM people_week w JOIN people_person p ON p.id = w.changed_by
WHERE w.school = :school;

-- remove_holiday: a period without class that is none any more.
-- in: id Uuid
-- out: -
-- reach: school
DELETE FROM people_holiday WHERE id = :id AND school = :school;

-- add_holiday: a period without class.
-- in: id Uuid, label text, from_on Date, until_on Date, author PersonId, now Millis
-- out: -
-- reach: school
INSERT INTO people_holiday (id, school, label, from_on, until_on, author, made_at)
VALUES (:id, :school, :label, :from_on, :until_on, :author, :now);

-- end_custody: decisions that began end before their date.
-- in: until_on Date, relation RelationId, today Date
-- out: -
-- reach: none, because guardian_links found the relation within the head's school
UPDATE people_custody SET until_on = :until_on
WHERE relation = :relation AND cause = 'decision' AND from_on < :today AND (until_on IS NULL OR until_on >= :today);

-- undo_custody: decisions that begin today or later have not been.
-- in: relation RelationId, today Date
-- out: -
-- reach: none, because guardian_links found the relation within the head's school
DELETE FROM people_custody WHERE relation = :relation AND cause = 'decision' AND from_on >= :today;

-- guarded_by: every child an adult guards, today or later, under any of their records and in any school, if the head heads one of them.
-- in: adult PersonId, today Date
-- out: GuardedLink*
-- reach: schools
WITH own AS (
  SELECT COALESCE((SELECT kept FROM people_merge WHERE merged = :adult AND undone_at IS NULL), :adult) AS kept
), record AS (
  SELECT kept AS person FROM own
  UNION
  SELECT m.merged FROM people_merge m JOIN own ON m.kept = own.kept WHERE m.undone_at IS NULL
), guarded AS (
  SELECT r.id, r.person, r.child FROM people_relation r JOIN record ON record.person = r.person
  WHERE r.kind = 'guardian_of' AND (r.until_on IS NULL OR r.until_on >= :today)
)
SELECT id, person, child FROM guarded
WHERE EXISTS (SELECT 1 FROM guarded g JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school'
  AND e.school IN (:schools*) AND (e.until_on IS NULL OR e.until_on >= :today))
ORDER BY person, child, id LIMIT 50;

-- add_death: an adult who died is left nothing of one child. No paper is kept: the reference is empty.
-- in: id Uuid, relation RelationId, from_on Date, no_paper bytes, author PersonId, now Millis
-- out: -
-- reach: none, because guarded_by found the adult within the head's school
INSERT INTO people_custody (id, relation, level, from_on, paper_reference, author, made_at, cause)
VALUES (:id, :relation, 'suspended', :from_on, :no_paper, :author, :now, 'death');

-- dead_links: the relations of an adult who was said to have died.
-- in: adult PersonId
-- out: GuardedLink*
-- reach: none, because guarded_by found the adult within the head's school
WITH own AS (
  SELECT COALESCE((SELECT kept FROM people_merge WHERE merged = :adult AND undone_at IS NULL), :adult) AS kept
), record AS (
  SELECT kept AS person FROM own
  UNION
  SELECT m.merged FROM people_merge m JOIN own ON m.kept = own.kept WHERE m.undone_at IS NULL
)
SELECT r.id, r.person, r.child FROM people_relation r JOIN record ON record.person = r.person
WHERE EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = r.id AND c.cause = 'death')
ORDER BY r.person, r.child, r.id LIMIT 50;

-- remove_death: it was a mistake.
-- in: relation RelationId
-- out: -
-- reach: none, because guarded_by found the adult within the head's school
DELETE FROM people_custody WHERE relation = :relation AND cause = 'death';

-- add_protection: an adult's contact data become the head's alone, once.
-- in: id Uuid, adult PersonId, child PersonId, author PersonId, now Millis
-- out: -
-- reach: none, because guardian_links found the relation within the head's school
INSERT INTO people_protection (id, adult, child, author, made_at) VALUES (:id, :adult, :child, :author, :now)
ON CONFLICT (adult, child) WHERE ended_at IS NULL DO NOTHING;

-- end_protection: they are no more.
-- in: ended_by PersonId, now Millis, adult PersonId, child PersonId
-- out: -
-- reach: none, because guardian_links found the relation within the head's school
UPDATE people_protection SET ended_by = :ended_by, ended_at = :now WHERE adult = :adult AND child = :child AND ended_at IS NULL;

-- protected_adult: does a head keep this adult's contact data to themself, for any child?
-- in: holder PersonId
-- out: PersonId?
-- reach: none, because the caller found the adult within its reach
SELECT p.adult FROM people_protection p
WHERE p.ended_at IS NULL AND (p.adult = :holder
  OR p.adult IN (SELECT m.merged FROM people_merge m WHERE m.kept = :holder AND m.undone_at IS NULL))
LIMIT 1;

-- staff_of_head: the school where a person works today, of those the head heads; not another head.
-- in: person PersonId, today Date
-- out: SchoolId?
-- reach: schools
SELECT r.school FROM people_relation r
WHERE r.person = :person AND r.school IN (:schools*) AND r.kind IN ('teacher_of_school', 'teacher_of_class', 'staff_of_school')
  AND (r.until_on IS NULL OR r.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_relation h WHERE h.person = r.person AND h.school = r.school AND h.kind = 'head_of_school'
    AND (h.until_on IS NULL OR h.until_on >= :today))
ORDER BY r.school LIMIT 1;

-- add_suspension: a member of staff has no context in that school any more.
-- in: id Uuid, person PersonId, school SchoolId, author PersonId, now Millis
-- out: -
-- reach: none, because staff_of_head found the school among the head's
INSERT INTO people_suspension (id, person, school, author, made_at) VALUES (:id, :person, :school, :author, :now)
ON CONFLICT (person, school) WHERE ended_at IS NULL DO NOTHING;

-- end_suspension: they have one again.
-- in: ended_by PersonId, now Millis, person PersonId, school SchoolId
-- out: -
-- reach: none, because staff_of_head found the school among the head's
UPDATE people_suspension SET ended_by = :ended_by, ended_at = :now WHERE person = :person AND school = :school AND ended_at IS NULL;

-- staff_of_town: does, or did, that person work in a school of the same town?
-- in: school SchoolId, person PersonId
-- out: PersonId?
-- reach: school
SELECT r.person FROM people_relation r JOIN people_school sc ON sc.id = r.school
JOIN people_school mine ON mine.id = :school AND mine.commune = sc.commune
WHERE r.person = :person AND r.kind IN ('teacher_of_school', 'teacher_of_class', 'head_of_school', 'staff_of_school') LIMIT 1;

-- add_person: somebody whom no directory knows.
-- in: id PersonId, civility text, first_name text, last_name text, sort_key text, fold text, now Millis
-- out: -
-- reach: none, because the head adds them to their own school
INSERT INTO people_person (id, civility, first_name, last_name, sort_key, fold, made_at)
VALUES (:id, :civility, :first_name, :last_name, :sort_key, :fold, :now);

-- full_name: how a person is called.
-- in: person PersonId
-- out: text?
-- reach: none, because the caller found the person within its reach
SELECT first_name || ' ' || last_name AS name FROM people_person WHERE id = :person;

-- holds_post: does that person already hold that post (a class, or the school's administration) in those days?
-- in: school SchoolId, person PersonId, school_class ClassId?, from_on Date, until_on Date
-- out: RelationId?
-- reach: school
SELECT r.id FROM people_relation r
WHERE r.person = :person AND r.school = :school
  AND ((r.kind = 'teacher_of_class' AND r.school_class = :school_class)
    OR (r.kind = 'staff_of_school' AND r.code = 'admin' AND :school_class IS NULL))
  AND r.from_on <= :until_on AND (r.until_on IS NULL OR r.until_on >= :from_on) LIMIT 1;

-- name_to_post: between two dates.
-- in: id RelationId, person PersonId, kind text, school SchoolId, school_class ClassId?, code text, from_on Date, until_on Date,
--   author PersonId, now Millis
-- out: -
-- reach: school
INSERT INTO people_relation (id, person, kind, school, school_class, code, from_on, until_on, source, author, made_at)
VALUES (:id, :person, :kind, :school, :school_class, :code, :from_on, :until_on, 'local', :author, :now);

-- post_of: a post that a head named, today's or to come.
-- in: id RelationId, today Date
-- out: PostRow?
-- reach: schools
SELECT person, from_on FROM people_relation
WHERE id = :id AND school IN (:schools*) AND source = 'local' AND code IN ('substitute', 'admin')
  AND kind IN ('teacher_of_class', 'staff_of_school') AND (until_on IS NULL OR until_on >= :today);

-- named_in_school: a person of the school, and whether the directory names them.
-- in: person PersonId
-- out: NamedRow?
-- reach: schools
SELECT p.id, p.feed_key FROM people_person p
WHERE p.id = :person
  AND (EXISTS (SELECT 1 FROM people_relation r WHERE r.person = p.id AND r.school IN (:schools*))
    OR EXISTS (SELECT 1 FROM people_relation g JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school'
      WHERE g.person = p.id AND g.kind = 'guardian_of' AND e.school IN (:schools*)));

-- rename: a typing mistake in a name added by hand.
-- in: civility text, first_name text, last_name text, sort_key text, fold text, person PersonId
-- out: -
-- reach: none, because named_in_school found the person within the head's school
UPDATE people_person SET civility = :civility, first_name = :first_name, last_name = :last_name, sort_key = :sort_key, fold = :fold
WHERE id = :person AND feed_key IS NULL;

-- contact_of: how an adult says they may be reached.
-- in: person PersonId
-- out: Contact?
-- reach: none, because the person is the actor, or the caller found them within its reach
SELECT email, phone, version, changed_at FROM people_contact WHERE person = :person;

-- first_contact: an adult says it for the first time.
-- in: person PersonId, email text?, phone text?, now Millis
-- out: -
-- reach: none, because the person is the actor
INSERT INTO people_contact (person, email, phone, version, changed_at) VALUES (:person, :email, :phone, 1, :now)
ON CONFLICT (person) DO NOTHING;

-- change_contact: and again, unless it changed since `version` was read.
-- in: email text?, phone text?, now Millis, person PersonId, version int
-- out: -
-- reach: none, because the person is the actor
UPDATE people_contact SET email = :email, phone = :phone, version = version + 1, changed_at = :now
WHERE person = :person AND version = :version;
