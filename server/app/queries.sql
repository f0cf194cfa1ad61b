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
JOIN people_relation r ON r.person = p.id AND r.kind IN ('teacher_of_school', 'head_of_school') AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
WHERE p.last_name = :last_name ORDER BY p.id LIMIT 5;

-- class_labelled: the class of that label in that school.
-- in: label text, school_year int
-- out: ClassId?
-- reach: school
SELECT id FROM people_class WHERE school = :school AND label = :label AND school_year = :school_year LIMIT 1;

-- guardians_to_enter: guardians, in an order that does not change, with one of their children and the child's school.
-- in: today Date
-- out: FamilyRow*
-- reach: none, because the demo's people are invented
SELECT g.person, p.first_name, p.last_name, g.child, e.school FROM people_relation g
JOIN people_person p ON p.id = g.person
JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
WHERE g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
ORDER BY p.sort_key, g.person, g.child LIMIT 2000;

-- mark_entered: an account that was already used.
-- in: person PersonId, now Millis
-- out: -
-- reach: none, because the demo's people are invented
UPDATE gate_account SET entered_at = :now WHERE person = :person;

-- entered_families: guardians of a class's children who have entered, in an order that does not change.
-- in: school_class ClassId, today Date
-- out: FamilyRow*
-- reach: none, because the demo's people are invented
SELECT g.person, p.first_name, p.last_name, g.child, k.school FROM people_relation k
JOIN people_relation g ON g.child = k.person AND g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
JOIN people_person p ON p.id = g.person
JOIN gate_account a ON a.person = g.person AND a.entered_at IS NOT NULL
WHERE k.school_class = :school_class AND k.kind = 'pupil_of_class' AND k.from_on <= :today AND (k.until_on IS NULL OR k.until_on >= :today)
ORDER BY p.sort_key, g.person, g.child LIMIT 500;

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
