-- include: people/ids.h
-- include: app/demo/rows.h

-- any_school: is there a school yet?
-- in: -
-- out: SchoolId?
-- reach: none, because the demo asks whether the installation is empty
SELECT id FROM people_school ORDER BY id LIMIT 1;

-- staff_named: the member of staff of that name.
-- in: last_name text, today Date
-- out: StaffRow*
-- reach: none, because the demo's people are invented
SELECT DISTINCT p.id AS person, r.school FROM people_person p
JOIN people_relation r ON r.person = p.id AND r.kind IN ('teacher_of_school', 'head_of_school', 'teacher_of_class', 'staff_of_school') AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
WHERE p.last_name = :last_name ORDER BY p.id, r.school LIMIT 5;

-- class_labelled: the class of that label in that school.
-- in: label text, school_year int
-- out: ClassId?
-- reach: school
SELECT id FROM people_class WHERE school = :school AND label = :label AND school_year = :school_year LIMIT 1;

-- guardians_to_enter: guardians, in an order that does not change, with one of their children and the child's school.
-- in: today Date
-- out: GuardianRow*
-- reach: none, because the demo's people are invented
SELECT g.person, p.first_name, p.last_name, g.child, e.school FROM people_relation g
JOIN people_person p ON p.id = g.person
JOIN people_person c ON c.id = g.child
JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
WHERE g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
ORDER BY p.sort_key, p.first_name, c.first_name, g.person, g.child LIMIT 2000;

-- mark_entered: an account that was already used.
-- in: person PersonId, now Millis
-- out: -
-- reach: none, because the demo's people are invented
UPDATE gate_account SET entered_at = :now WHERE person = :person;

-- classes_of_year: every class, with who teaches it and who heads its school.
-- in: school_year int, today Date
-- out: ClassRow*
-- reach: none, because the demo's people are invented
SELECT c.id, c.label, c.school, s.slug,
  (SELECT t.person FROM people_relation t WHERE t.school_class = c.id AND t.kind = 'teacher_of_class' AND t.from_on <= :today
    AND (t.until_on IS NULL OR t.until_on >= :today) ORDER BY t.id LIMIT 1) AS teacher,
  (SELECT h.person FROM people_relation h WHERE h.school = c.school AND h.kind = 'head_of_school' AND h.from_on <= :today
    AND (h.until_on IS NULL OR h.until_on >= :today) ORDER BY h.id LIMIT 1) AS head
FROM people_class c JOIN people_school s ON s.id = c.school
WHERE c.school_year = :school_year
ORDER BY s.slug, c.sort_key, c.id LIMIT 100;

-- families_of: the pupils of a class with each of their guardians, in an order that does not change. Two records of one human are one.
-- in: school_class ClassId, today Date
-- out: FamilyRow*
-- reach: none, because the demo's people are invented
SELECT c.id AS child, c.first_name AS child_first_name, c.last_name AS child_last_name, p.id AS person, p.first_name, p.last_name,
  a.entered_at IS NOT NULL AS entered
FROM people_relation k
JOIN people_person c ON c.id = k.person
LEFT JOIN people_relation g ON g.child = k.person AND g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
LEFT JOIN people_merge m ON m.merged = g.person AND m.undone_at IS NULL
LEFT JOIN people_person p ON p.id = COALESCE(m.kept, g.person)
LEFT JOIN gate_account a ON a.person = p.id
WHERE k.school_class = :school_class AND k.kind = 'pupil_of_class' AND k.from_on <= :today AND (k.until_on IS NULL OR k.until_on >= :today)
ORDER BY c.sort_key, c.first_name, c.id, p.sort_key, p.first_name, p.id LIMIT 500;

-- school_to_restore: the school of that number.
-- in: uai text
-- out: SchoolId?
-- reach: none, because whoever runs the house restores it
SELECT id FROM people_school WHERE uai = :uai;

-- keep_files: no file is to be forgotten any more; the sweeper finds those that nobody names.
-- in: -
-- out: -
-- reach: none, because whoever runs the house restores a school
DELETE FROM store_job WHERE kind = 'uploads.forget';
