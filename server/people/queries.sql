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
WHERE school_class = :school_class AND kind = 'teacher_of_class' AND source = 'local' AND from_on <= :today
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
