-- include: features/settings/rows.h

-- classes_of: the school's classes of this year, each with its teachers of today, then whoever may be given one.
-- in: school_year int, today Date
-- out: ClassRow*
-- reach: schools
WITH teaching AS (
  SELECT DISTINCT person FROM people_relation
  WHERE school IN (:schools*) AND kind IN ('teacher_of_school', 'head_of_school') AND from_on <= :today
    AND (until_on IS NULL OR until_on >= :today)
), line AS (
  SELECT 0 AS part, c.id AS school_class, c.label, c.sort_key AS class_key, r.person AS teacher,
    (SELECT count(DISTINCT e.person) FROM people_relation e WHERE e.school_class = c.id AND e.kind = 'pupil_of_class'
      AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)) AS children
  FROM people_class c
  LEFT JOIN people_relation r ON r.school_class = c.id AND r.kind = 'teacher_of_class' AND r.from_on <= :today
    AND (r.until_on IS NULL OR r.until_on >= :today)
  WHERE c.school IN (:schools*) AND c.school_year = :school_year
  UNION ALL
  SELECT 1, NULL, '', '', person, 0 FROM teaching
)
SELECT line.school_class, line.label, line.children, line.teacher, p.first_name || ' ' || p.last_name AS teacher_name
FROM line LEFT JOIN people_person p ON p.id = line.teacher
ORDER BY line.part, line.class_key, line.school_class, p.sort_key, p.id LIMIT 2000;

-- families_of: the children of a class with their guardians of today, and where each guardian's access stands.
-- in: school_class ClassId, today Date
-- out: FamilyRow*
-- reach: classes, schools
SELECT sc.id AS school, sc.name AS school_name, c.label, ch.id AS child, ch.first_name AS child_first_name,
  ch.last_name AS child_last_name, gp.id AS guardian, gp.first_name || ' ' || gp.last_name AS guardian_name, g.code AS relation,
  COALESCE(m.kept, gp.id) AS holder, a.login,
  EXISTS (SELECT 1 FROM gate_account x WHERE x.person IN (gp.id, m.kept) AND x.entered_at IS NOT NULL) AS entered,
  EXISTS (SELECT 1 FROM gate_credential x WHERE x.person = COALESCE(m.kept, gp.id)) AS has_password,
  (SELECT max(k.until_at) FROM gate_code k WHERE k.person IN (gp.id, m.kept) AND k.school = c.school AND k.used_at IS NULL
    AND k.revoked_at IS NULL) AS code_until
FROM people_class c
JOIN people_school sc ON sc.id = c.school
LEFT JOIN people_relation e ON e.school_class = c.id AND e.kind = 'pupil_of_class' AND e.from_on <= :today
  AND (e.until_on IS NULL OR e.until_on >= :today)
LEFT JOIN people_person ch ON ch.id = e.person
LEFT JOIN people_relation g ON g.child = ch.id AND g.kind = 'guardian_of' AND g.from_on <= :today
  AND (g.until_on IS NULL OR g.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
    AND (d.until_on IS NULL OR d.until_on >= :today))
LEFT JOIN people_person gp ON gp.id = g.person
LEFT JOIN people_merge m ON m.merged = gp.id AND m.undone_at IS NULL
LEFT JOIN gate_account a ON a.person = COALESCE(m.kept, gp.id)
WHERE c.id = :school_class AND (c.id IN (:classes*) OR c.school IN (:schools*))
ORDER BY ch.sort_key, ch.id, gp.sort_key, gp.id LIMIT 2000;

-- guardian_of_child: a guardian of today, through one child of the head's school.
-- in: guardian PersonId, child PersonId, today Date
-- out: GuardianRow?
-- reach: schools
SELECT sc.id AS school, sc.name AS school_name,
  COALESCE((SELECT c.label FROM people_relation y JOIN people_class c ON c.id = y.school_class
    WHERE y.person = :child AND y.kind = 'pupil_of_class' AND y.school = sc.id AND y.from_on <= :today
      AND (y.until_on IS NULL OR y.until_on >= :today) ORDER BY c.sort_key, c.id LIMIT 1), '') AS class_label,
  ch.first_name AS child_first_name, gp.first_name || ' ' || gp.last_name AS guardian_name
FROM people_relation g
JOIN people_person gp ON gp.id = g.person
JOIN people_person ch ON ch.id = g.child
JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school' AND e.from_on <= :today
  AND (e.until_on IS NULL OR e.until_on >= :today)
JOIN people_school sc ON sc.id = e.school
WHERE g.person = :guardian AND g.child = :child AND g.kind = 'guardian_of' AND g.from_on <= :today
  AND (g.until_on IS NULL OR g.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
    AND (d.until_on IS NULL OR d.until_on >= :today))
  AND sc.id IN (:schools*)
ORDER BY sc.id LIMIT 1;

-- staff_of: who teaches in the head's school today.
-- in: today Date
-- out: StaffRow*
-- reach: schools
SELECT sc.id AS school, sc.name AS school_name, p.id AS person, p.first_name || ' ' || p.last_name AS name,
  EXISTS (SELECT 1 FROM gate_credential x WHERE x.person = p.id) AS has_password
FROM people_school sc
LEFT JOIN (SELECT DISTINCT school, person FROM people_relation WHERE school IN (:schools*) AND kind = 'teacher_of_school'
  AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)) r ON r.school = sc.id
LEFT JOIN people_person p ON p.id = r.person
WHERE sc.id IN (:schools*)
ORDER BY p.sort_key, p.id LIMIT 500;

-- reach_of: how many children of each class nobody reached, and whether the class has a teacher.
-- in: school_year int, today Date
-- out: ReachRow*
-- reach: schools
WITH child AS (
  SELECT DISTINCT c.id AS school_class, e.person FROM people_class c
  JOIN people_relation e ON e.school_class = c.id AND e.kind = 'pupil_of_class' AND e.from_on <= :today
    AND (e.until_on IS NULL OR e.until_on >= :today)
  WHERE c.school IN (:schools*) AND c.school_year = :school_year
), reached AS (
  SELECT g.child FROM child k
  JOIN people_relation g ON g.child = k.person AND g.kind = 'guardian_of' AND g.from_on <= :today
    AND (g.until_on IS NULL OR g.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
      AND (d.until_on IS NULL OR d.until_on >= :today))
  LEFT JOIN people_merge m ON m.merged = g.person AND m.undone_at IS NULL
  WHERE EXISTS (SELECT 1 FROM gate_account a WHERE a.person IN (g.person, m.kept) AND a.entered_at IS NOT NULL)
  UNION
  SELECT k.person FROM child k JOIN notices_delivery n ON n.about_child = k.person AND n.way = 'paper'
)
SELECT c.id, c.label, count(k.person) AS families, count(k.person) - count(reached.child) AS not_reached,
  EXISTS (SELECT 1 FROM people_relation t WHERE t.school_class = c.id AND t.kind = 'teacher_of_class' AND t.from_on <= :today
    AND (t.until_on IS NULL OR t.until_on >= :today)) AS has_teacher
FROM people_class c
LEFT JOIN child k ON k.school_class = c.id
LEFT JOIN reached ON reached.child = k.person
WHERE c.school IN (:schools*) AND c.school_year = :school_year
GROUP BY c.id, c.label, c.sort_key
ORDER BY c.sort_key, c.id LIMIT 200;

-- not_reached: the children nobody reached, with their guardians of today.
-- in: school_class ClassId?, school_year int, today Date
-- out: NotReachedRow*
-- reach: schools
WITH child AS (
  SELECT DISTINCT c.id AS school_class, c.label, c.sort_key, e.person FROM people_class c
  JOIN people_relation e ON e.school_class = c.id AND e.kind = 'pupil_of_class' AND e.from_on <= :today
    AND (e.until_on IS NULL OR e.until_on >= :today)
  WHERE c.school IN (:schools*) AND c.school_year = :school_year AND (:school_class IS NULL OR c.id = :school_class)
), guarded AS (
  SELECT DISTINCT k.person AS child, g.person AS guardian, m.kept FROM child k
  JOIN people_relation g ON g.child = k.person AND g.kind = 'guardian_of' AND g.from_on <= :today
    AND (g.until_on IS NULL OR g.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
      AND (d.until_on IS NULL OR d.until_on >= :today))
  LEFT JOIN people_merge m ON m.merged = g.person AND m.undone_at IS NULL
)
SELECT ch.id AS child, ch.first_name, ch.last_name, k.school_class, k.label AS class_label,
  gp.first_name || ' ' || gp.last_name AS guardian_name
FROM child k
JOIN people_person ch ON ch.id = k.person
LEFT JOIN guarded ON guarded.child = k.person
LEFT JOIN people_person gp ON gp.id = guarded.guardian
WHERE NOT EXISTS (SELECT 1 FROM guarded h JOIN gate_account a ON a.person IN (h.guardian, h.kept)
    WHERE h.child = k.person AND a.entered_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM notices_delivery n WHERE n.about_child = k.person AND n.way = 'paper')
ORDER BY k.sort_key, k.school_class, ch.sort_key, ch.id, gp.sort_key, gp.id LIMIT 2000;
