-- include: features/portal/wire.h

-- children_of: children with their school and class of today, or the latest they had.
-- in: today Date
-- out: wire::Child*
-- reach: children
SELECT ch.id, ch.first_name, sc.id AS school, sc.name AS school_name,
  COALESCE((SELECT c.label FROM people_relation y JOIN people_class c ON c.id = y.school_class AND c.school = sc.id
    WHERE y.person = ch.id AND y.kind = 'pupil_of_class' AND y.from_on <= :today
    ORDER BY CASE WHEN y.until_on IS NULL OR y.until_on >= :today THEN 0 ELSE 1 END, y.from_on DESC, y.id LIMIT 1), '') AS class_label
FROM people_person ch
JOIN people_relation e ON e.id = (SELECT x.id FROM people_relation x
  WHERE x.person = ch.id AND x.kind = 'pupil_of_school' AND x.from_on <= :today
  ORDER BY CASE WHEN x.until_on IS NULL OR x.until_on >= :today THEN 0 ELSE 1 END, x.from_on DESC, x.id LIMIT 1)
JOIN people_school sc ON sc.id = e.school
WHERE ch.id IN (:children*)
ORDER BY ch.fold, ch.id LIMIT 50;

-- classes_of: a teacher's classes of this year, and how many of their families have entered.
-- in: school_year int, today Date
-- out: wire::ClassLine*
-- reach: classes
WITH child AS (
  SELECT DISTINCT e.school_class, e.person FROM people_relation e
  WHERE e.school_class IN (:classes*) AND e.kind = 'pupil_of_class' AND e.from_on <= :today
    AND (e.until_on IS NULL OR e.until_on >= :today)
), family AS (
  SELECT k.school_class, k.person, count(g.id) AS guardians,
    sum(CASE WHEN EXISTS (SELECT 1 FROM gate_account a WHERE a.person IN (g.person, m.kept) AND a.entered_at IS NOT NULL)
      THEN 1 ELSE 0 END) AS entered
  FROM child k
  LEFT JOIN people_relation g ON g.child = k.person AND g.kind = 'guardian_of' AND g.from_on <= :today
    AND (g.until_on IS NULL OR g.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
      AND (d.until_on IS NULL OR d.until_on >= :today))
  LEFT JOIN people_merge m ON m.merged = g.person AND m.undone_at IS NULL
  GROUP BY k.school_class, k.person
)
SELECT c.id, c.label, count(f.person) AS children, count(CASE WHEN f.entered > 0 THEN 1 END) AS families_entered,
  count(CASE WHEN f.guardians > 0 THEN 1 END) AS families
FROM people_class c LEFT JOIN family f ON f.school_class = c.id
WHERE c.id IN (:classes*) AND c.school_year = :school_year
GROUP BY c.id, c.label, c.sort_key
ORDER BY c.sort_key, c.id LIMIT 100;
