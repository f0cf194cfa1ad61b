-- include: features/settings/rows.h
-- include: features/settings/person_rows.h

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
  LEFT JOIN people_relation r ON r.school_class = c.id AND r.kind = 'teacher_of_class' AND r.code IS NULL AND r.from_on <= :today
    AND (r.until_on IS NULL OR r.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_suspension x WHERE x.person = r.person AND x.school = r.school AND x.ended_at IS NULL)
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

-- class_labels: the classes of a school year, by name.
-- in: school_year int
-- out: wire::ClassName*
-- reach: schools
SELECT id, label FROM people_class WHERE school IN (:schools*) AND school_year = :school_year ORDER BY sort_key, id LIMIT 200;

-- found_people: whoever of the school has those letters in their name, with what tells who they are. `seen_until`: pupils who left since.
-- in: first text, second text, third text, school_class ClassId?, all_adults bool, today Date, seen_until Date
-- out: FoundRow*
-- reach: schools
WITH pupil AS (
  SELECT DISTINCT e.person FROM people_relation e
  WHERE e.school IN (:schools*) AND e.kind = 'pupil_of_school' AND (e.until_on IS NULL OR e.until_on >= :seen_until)
), placed AS (
  SELECT pupil.person, c.id AS school_class, c.label FROM pupil
  LEFT JOIN people_relation y ON y.person = pupil.person AND y.kind = 'pupil_of_class' AND y.school IN (:schools*)
    AND y.from_on <= :today AND (y.until_on IS NULL OR y.until_on >= :today)
  LEFT JOIN people_class c ON c.id = y.school_class
), line AS (
  SELECT placed.person, 'pupil' AS part, placed.school_class, placed.label AS about FROM placed
  UNION
  SELECT g.person, 'guardian', placed.school_class, ch.first_name FROM placed
  JOIN people_person ch ON ch.id = placed.person
  JOIN people_relation g ON g.child = placed.person AND g.kind = 'guardian_of' AND g.from_on <= :today
    AND (g.until_on IS NULL OR g.until_on >= :today)
    AND (:all_adults OR NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended'
      AND d.from_on <= :today AND (d.until_on IS NULL OR d.until_on >= :today)))
  UNION
  SELECT r.person, 'staff', r.school_class, c.label FROM people_relation r LEFT JOIN people_class c ON c.id = r.school_class
  WHERE r.school IN (:schools*) AND r.kind IN ('teacher_of_school', 'teacher_of_class', 'head_of_school', 'staff_of_school')
    AND (r.until_on IS NULL OR r.until_on >= :today)
)
SELECT p.id, line.part, p.first_name, p.last_name, p.second_name, line.about
FROM line JOIN people_person p ON p.id = line.person
WHERE p.fold LIKE '%' || :first || '%' AND p.fold LIKE '%' || :second || '%' AND p.fold LIKE '%' || :third || '%'
  AND (:school_class IS NULL OR line.school_class = :school_class)
ORDER BY p.sort_key, p.id, line.part, line.about LIMIT 200;

-- person_of: one person, if they are of the school: as a pupil (or one who left since `seen_until`), a guardian, a member of staff.
-- in: person PersonId, all_adults bool, today Date, seen_until Date
-- out: PersonRow?
-- reach: schools
WITH part AS (
  SELECT
    EXISTS (SELECT 1 FROM people_relation e WHERE e.person = :person AND e.school IN (:schools*) AND e.kind = 'pupil_of_school'
      AND (e.until_on IS NULL OR e.until_on >= :seen_until)) AS pupil,
    EXISTS (SELECT 1 FROM people_relation g JOIN people_relation e ON e.person = g.child AND e.kind = 'pupil_of_school'
      WHERE g.person = :person AND g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
        AND e.school IN (:schools*) AND (e.until_on IS NULL OR e.until_on >= :seen_until)
        AND (:all_adults OR NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended'
          AND d.from_on <= :today AND (d.until_on IS NULL OR d.until_on >= :today)))) AS guardian,
    EXISTS (SELECT 1 FROM people_relation r WHERE r.person = :person AND r.school IN (:schools*)
      AND r.kind IN ('teacher_of_school', 'teacher_of_class', 'head_of_school', 'staff_of_school')
      AND (r.until_on IS NULL OR r.until_on >= :seen_until)) AS staff
)
SELECT p.id, p.civility, p.first_name, p.last_name, p.second_name, p.feed_key IS NOT NULL AS from_directory, part.pupil, part.guardian,
  part.staff, COALESCE(m.kept, p.id) AS holder, b.first_name || ' ' || b.last_name AS suspended_by, x.made_at AS suspended_at
FROM people_person p
CROSS JOIN part
LEFT JOIN people_merge m ON m.merged = p.id AND m.undone_at IS NULL
LEFT JOIN people_suspension x ON x.person = p.id AND x.school IN (:schools*) AND x.ended_at IS NULL
LEFT JOIN people_person b ON b.id = x.author
WHERE p.id = :person AND (part.pupil OR part.guardian OR part.staff);

-- belongings_of: where a person belongs in the school, did, or will, latest first.
-- in: person PersonId
-- out: wire::Belonging*
-- reach: schools
SELECT r.kind, r.code, COALESCE(c.label, g.label) AS label, r.from_on, r.until_on, r.source = 'feed' AS from_directory,
  b.first_name || ' ' || b.last_name AS by_name, r.made_at
FROM people_relation r
LEFT JOIN people_class c ON c.id = r.school_class
LEFT JOIN people_group g ON g.id = r.school_group
LEFT JOIN people_person b ON b.id = r.author
WHERE r.person = :person AND r.school IN (:schools*)
ORDER BY r.from_on DESC, r.id LIMIT 60;

-- bonds_about: a pupil, or each child of the school that an adult guards today, with all their guardians of today and what limits each.
-- in: person PersonId, all_adults bool, today Date, seen_until Date
-- out: BondRow*
-- reach: schools
WITH child AS (
  SELECT DISTINCT e.person FROM people_relation e
  WHERE e.school IN (:schools*) AND e.kind = 'pupil_of_school' AND (e.until_on IS NULL OR e.until_on >= :seen_until)
    AND (e.person = :person OR EXISTS (SELECT 1 FROM people_relation g WHERE g.person = :person AND g.child = e.person
      AND g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
      AND (:all_adults OR NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended'
        AND d.from_on <= :today AND (d.until_on IS NULL OR d.until_on >= :today)))))
), bond AS (
  SELECT g.* FROM child JOIN people_relation g ON g.child = child.person AND g.kind = 'guardian_of'
    AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
    AND (:all_adults OR NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended'
      AND d.from_on <= :today AND (d.until_on IS NULL OR d.until_on >= :today)))
)
SELECT ch.id AS child, ch.first_name AS child_first_name, ch.last_name AS child_last_name,
  (SELECT c.label FROM people_relation y JOIN people_class c ON c.id = y.school_class
    WHERE y.person = ch.id AND y.kind = 'pupil_of_class' AND y.school IN (:schools*) AND y.from_on <= :today
      AND (y.until_on IS NULL OR y.until_on >= :today) ORDER BY c.sort_key, c.id LIMIT 1) AS class_label,
  g.id AS relation, p.id AS adult, p.first_name || ' ' || p.last_name AS adult_name, g.code, g.from_on, g.until_on,
  COALESCE(g.source, 'feed') = 'feed' AS from_directory, b.first_name || ' ' || b.last_name AS by_name, g.made_at,
  EXISTS (SELECT 1 FROM gate_account a WHERE a.person IN (p.id, m.kept) AND a.entered_at IS NOT NULL) AS entered,
  EXISTS (SELECT 1 FROM people_protection o WHERE o.adult = p.id AND o.child = ch.id AND o.ended_at IS NULL) AS contact_protected,
  d.id AS decision, d.level, d.from_on AS decided_from, d.until_on AS decided_until, d.paper_reference,
  db.first_name || ' ' || db.last_name AS decided_by, d.made_at AS decided_at,
  EXISTS (SELECT 1 FROM people_custody k WHERE k.relation = g.id AND k.cause = 'death') AS deceased
FROM child
JOIN people_person ch ON ch.id = child.person
LEFT JOIN bond g ON g.child = ch.id
LEFT JOIN people_person p ON p.id = g.person
LEFT JOIN people_person b ON b.id = g.author
LEFT JOIN people_merge m ON m.merged = p.id AND m.undone_at IS NULL
LEFT JOIN people_custody d ON d.relation = g.id AND d.cause = 'decision' AND (d.until_on IS NULL OR d.until_on >= :today)
LEFT JOIN people_person db ON db.id = d.author
ORDER BY ch.sort_key, ch.id, p.sort_key, p.id, g.id, d.from_on, d.id LIMIT 500;

-- access_of: an adult's account and the code that waits, through the schools one reaches.
-- in: person PersonId, holder PersonId
-- out: AccessRow?
-- reach: schools
SELECT a.login, a.entered_at IS NOT NULL AS entered, a.closed_at IS NOT NULL AS closed,
  (SELECT max(k.until_at) FROM gate_code k WHERE k.person IN (:person, :holder) AND k.school IN (:schools*) AND k.used_at IS NULL
    AND k.revoked_at IS NULL) AS code_until
FROM people_person p LEFT JOIN gate_account a ON a.person = p.id WHERE p.id = :holder;

-- sessions_of_holder: where somebody of the school is signed in, latest seen first.
-- in: holder PersonId, since Millis
-- out: wire::OpenSession*
-- reach: none, because person_of found the person within the school
SELECT id, device, own_device, seen_at FROM gate_session WHERE person = :holder AND ended_at IS NULL AND seen_at > :since
ORDER BY seen_at DESC, id DESC LIMIT 20;

-- holder_of_guardian: whose contact data are a guardian's, through a child of the actor's class or school.
-- in: guardian PersonId, child PersonId, today Date
-- out: PersonId?
-- reach: classes, schools
SELECT COALESCE(m.kept, g.person) AS holder
FROM people_relation g
JOIN people_relation e ON e.person = g.child AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
  AND ((e.kind = 'pupil_of_class' AND e.school_class IN (:classes*)) OR (e.kind = 'pupil_of_school' AND e.school IN (:schools*)))
LEFT JOIN people_merge m ON m.merged = g.person AND m.undone_at IS NULL
WHERE g.person = :guardian AND g.child = :child AND g.kind = 'guardian_of' AND g.from_on <= :today
  AND (g.until_on IS NULL OR g.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
    AND (d.until_on IS NULL OR d.until_on >= :today))
LIMIT 1;

-- staff_member: somebody who works in the school today or later, to print a sheet for. Not a head: the academy invites those.
-- in: person PersonId, today Date
-- out: StaffMemberRow?
-- reach: schools
SELECT COALESCE(m.kept, p.id) AS holder, sc.id AS school, sc.name AS school_name, p.first_name || ' ' || p.last_name AS name,
  EXISTS (SELECT 1 FROM gate_credential x WHERE x.person = COALESCE(m.kept, p.id)) AS has_password
FROM people_relation r
JOIN people_person p ON p.id = r.person
JOIN people_school sc ON sc.id = r.school
LEFT JOIN people_merge m ON m.merged = p.id AND m.undone_at IS NULL
WHERE r.person = :person AND r.school IN (:schools*) AND r.kind IN ('teacher_of_school', 'teacher_of_class', 'staff_of_school')
  AND (r.until_on IS NULL OR r.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_suspension x WHERE x.person = r.person AND x.school = r.school AND x.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM people_relation h WHERE h.person = r.person AND h.school = r.school AND h.kind = 'head_of_school'
    AND (h.until_on IS NULL OR h.until_on >= :today))
ORDER BY sc.id LIMIT 1;

-- calendar_schools: whose calendar one reads: one's own school, or those of the pupils one follows.
-- in: today Date
-- out: SchoolRow*
-- reach: children, schools
SELECT sc.id, sc.name FROM people_school sc
WHERE sc.id IN (:schools*) OR sc.id IN (SELECT e.school FROM people_relation e WHERE e.person IN (:children*) AND e.kind = 'pupil_of_school'
  AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today))
ORDER BY sc.name, sc.id LIMIT 50;

-- next_holidays: the period without class that comes next, or is under way, in each of those schools.
-- in: today Date
-- out: wire::NextHoliday*
-- reach: children, schools
SELECT sc.name AS school_name, h.label, h.from_on, h.until_on
FROM people_school sc JOIN people_holiday h ON h.school = sc.id AND h.until_on >= :today
WHERE (sc.id IN (:schools*) OR sc.id IN (SELECT e.school FROM people_relation e WHERE e.person IN (:children*)
    AND e.kind = 'pupil_of_school' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)))
  AND NOT EXISTS (SELECT 1 FROM people_holiday b WHERE b.school = h.school AND b.until_on >= :today
    AND (b.from_on < h.from_on OR (b.from_on = h.from_on AND b.id < h.id)))
ORDER BY h.from_on, sc.name, h.id LIMIT 10;

-- posts_of: substitutes, or administrators: those of today and to come, and those over since `seen_until`.
-- in: kind text, code text, seen_until Date
-- out: wire::Post*
-- reach: schools
SELECT r.id, p.id AS person, p.first_name || ' ' || p.last_name AS name, r.school_class, c.label AS class_label, r.from_on, r.until_on,
  EXISTS (SELECT 1 FROM gate_account a WHERE a.person IN (p.id, m.kept) AND a.entered_at IS NOT NULL) AS entered,
  COALESCE(b.first_name || ' ' || b.last_name, '') AS by_name, r.made_at
FROM people_relation r
JOIN people_person p ON p.id = r.person
LEFT JOIN people_class c ON c.id = r.school_class
LEFT JOIN people_merge m ON m.merged = p.id AND m.undone_at IS NULL
LEFT JOIN people_person b ON b.id = r.author
WHERE r.school IN (:schools*) AND r.kind = :kind AND r.code = :code AND r.source = 'local' AND r.until_on >= :seen_until
ORDER BY r.from_on, p.sort_key, r.id LIMIT 100;

-- town_teachers: whoever works in a school of the same town and has those letters in their name.
-- in: first text, second text, today Date
-- out: wire::TownTeacher*
-- reach: schools
SELECT p.id, p.first_name || ' ' || p.last_name AS name, min(sc.name) AS school_name
FROM people_school mine
JOIN people_school sc ON sc.commune = mine.commune
JOIN people_relation r ON r.school = sc.id AND r.kind IN ('teacher_of_school', 'teacher_of_class', 'staff_of_school', 'head_of_school')
  AND (r.until_on IS NULL OR r.until_on >= :today)
JOIN people_person p ON p.id = r.person
WHERE mine.id IN (:schools*) AND p.fold LIKE '%' || :first || '%' AND p.fold LIKE '%' || :second || '%'
GROUP BY p.id, p.first_name, p.last_name, p.sort_key
ORDER BY p.sort_key, p.id LIMIT 12;

-- substituted_today: the classes that a substitute holds today.
-- in: today Date
-- out: wire::HeldClass*
-- reach: schools
SELECT c.label AS class_label, p.first_name || ' ' || p.last_name AS substitute, r.until_on,
  EXISTS (SELECT 1 FROM gate_account a WHERE a.person IN (p.id, m.kept) AND a.entered_at IS NOT NULL) AS entered
FROM people_relation r
JOIN people_class c ON c.id = r.school_class
JOIN people_person p ON p.id = r.person
LEFT JOIN people_merge m ON m.merged = p.id AND m.undone_at IS NULL
WHERE r.school IN (:schools*) AND r.kind = 'teacher_of_class' AND r.code = 'substitute' AND r.from_on <= :today AND r.until_on >= :today
ORDER BY c.sort_key, p.sort_key, r.id LIMIT 50;

-- pupils_without_guardian: nobody to tell, or only adults to whom a decision leaves nothing.
-- in: today Date
-- out: wire::LoneChild*
-- reach: schools
SELECT p.id, p.first_name, p.last_name, COALESCE(min(c.label), '') AS class_label
FROM people_relation e
JOIN people_person p ON p.id = e.person
LEFT JOIN people_relation y ON y.person = p.id AND y.kind = 'pupil_of_class' AND y.school = e.school AND y.from_on <= :today
  AND (y.until_on IS NULL OR y.until_on >= :today)
LEFT JOIN people_class c ON c.id = y.school_class
WHERE e.school IN (:schools*) AND e.kind = 'pupil_of_school' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_relation g WHERE g.child = p.id AND g.kind = 'guardian_of' AND g.from_on <= :today
    AND (g.until_on IS NULL OR g.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
      AND (d.until_on IS NULL OR d.until_on >= :today)))
GROUP BY p.id, p.first_name, p.last_name, p.sort_key
ORDER BY p.sort_key, p.id LIMIT 200;

-- guardians_without_account: guardians of today who cannot sign in, once each, through their first child by name.
-- in: today Date, now Millis
-- out: wire::LoneGuardian*
-- reach: schools
WITH line AS (
  SELECT gp.id, gp.first_name || ' ' || gp.last_name AS name, gp.sort_key, ch.id AS child, ch.first_name AS child_first_name,
    COALESCE(c.label, '') AS class_label,
    EXISTS (SELECT 1 FROM gate_code k WHERE k.person IN (gp.id, m.kept) AND k.school = e.school AND k.used_at IS NULL
      AND k.revoked_at IS NULL AND k.until_at > :now) AS sheet_made,
    row_number() OVER (PARTITION BY COALESCE(m.kept, gp.id) ORDER BY ch.sort_key, ch.id) AS rank
  FROM people_relation e
  JOIN people_person ch ON ch.id = e.person
  JOIN people_relation g ON g.child = ch.id AND g.kind = 'guardian_of' AND g.from_on <= :today
    AND (g.until_on IS NULL OR g.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
      AND (d.until_on IS NULL OR d.until_on >= :today))
  JOIN people_person gp ON gp.id = g.person
  LEFT JOIN people_merge m ON m.merged = gp.id AND m.undone_at IS NULL
  LEFT JOIN people_relation y ON y.person = ch.id AND y.kind = 'pupil_of_class' AND y.school = e.school AND y.from_on <= :today
    AND (y.until_on IS NULL OR y.until_on >= :today)
  LEFT JOIN people_class c ON c.id = y.school_class
  WHERE e.school IN (:schools*) AND e.kind = 'pupil_of_school' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM gate_credential x WHERE x.person = COALESCE(m.kept, gp.id))
)
SELECT id, name, child, child_first_name, class_label, sheet_made FROM line WHERE rank = 1 ORDER BY sort_key, id LIMIT 500;

-- classes_without_teacher: nobody holds them today, not even a substitute.
-- in: school_year int, today Date
-- out: wire::LoneClass*
-- reach: schools
SELECT c.id, c.label FROM people_class c
WHERE c.school IN (:schools*) AND c.school_year = :school_year
  AND NOT EXISTS (SELECT 1 FROM people_relation t WHERE t.school_class = c.id AND t.kind = 'teacher_of_class' AND t.from_on <= :today
    AND (t.until_on IS NULL OR t.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_suspension x WHERE x.person = t.person AND x.school = t.school AND x.ended_at IS NULL))
ORDER BY c.sort_key, c.id LIMIT 200;

-- limits_ending: decisions that end soon: the paper may have to be renewed.
-- in: today Date, soon Date
-- out: wire::EndingLimit*
-- reach: schools
SELECT p.id AS adult, p.first_name || ' ' || p.last_name AS adult_name, ch.first_name AS child_first_name, d.until_on
FROM people_custody d
JOIN people_relation g ON g.id = d.relation
JOIN people_person p ON p.id = g.person
JOIN people_person ch ON ch.id = g.child
WHERE d.cause = 'decision' AND d.until_on >= :today AND d.until_on <= :soon
  AND EXISTS (SELECT 1 FROM people_relation e WHERE e.person = ch.id AND e.kind = 'pupil_of_school' AND e.school IN (:schools*)
    AND (e.until_on IS NULL OR e.until_on >= :today))
ORDER BY d.until_on, p.sort_key, p.id LIMIT 100;

-- attempts_since: who asked for contact data that the head keeps.
-- in: since Millis
-- out: wire::Attempt*
-- reach: schools
SELECT p.first_name || ' ' || p.last_name AS name, a.at FROM store_audit a JOIN people_person p ON p.id = a.person
WHERE a.at >= :since AND a.school IN (:schools*) AND a.act = 'gate.refused' AND a.code = 'settings.contact_kept'
ORDER BY a.at DESC, a.id DESC LIMIT 50;

-- guardian_of_child: a guardian of today, through one child of the head's school.
-- in: guardian PersonId, child PersonId, today Date
-- out: GuardianRow?
-- reach: schools
SELECT sc.id AS school, sc.name AS school_name,
  COALESCE((SELECT c.label FROM people_relation y JOIN people_class c ON c.id = y.school_class AND c.school = sc.id
    WHERE y.person = :child AND y.kind = 'pupil_of_class' AND y.from_on <= :today
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
    AND (t.until_on IS NULL OR t.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_suspension x WHERE x.person = t.person AND x.school = t.school AND x.ended_at IS NULL))
    AS has_teacher
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

-- pupils_of_class: the pupils of a class today, and who has a card.
-- in: school_class ClassId, today Date
-- out: PupilRow*
-- reach: classes, schools
SELECT sc.id AS school, sc.name AS school_name, c.label, p.id AS pupil, COALESCE(p.first_name, '') AS first_name,
  COALESCE(p.last_name, '') AS last_name, COALESCE(e.code, '') AS grade,
  EXISTS (SELECT 1 FROM gate_credential x WHERE x.person = p.id) AS has_card
FROM people_class c
JOIN people_school sc ON sc.id = c.school
LEFT JOIN people_relation e ON e.school_class = c.id AND e.kind = 'pupil_of_class' AND e.from_on <= :today
  AND (e.until_on IS NULL OR e.until_on >= :today)
LEFT JOIN people_person p ON p.id = e.person
WHERE c.id = :school_class AND (c.id IN (:classes*) OR c.school IN (:schools*))
ORDER BY p.sort_key, p.id LIMIT 200;

-- pupil_within: one pupil of today, in the class by which this actor reaches them.
-- in: pupil PersonId, today Date
-- out: PupilRow?
-- reach: classes, schools
SELECT sc.id AS school, sc.name AS school_name, c.label, p.id AS pupil, p.first_name, p.last_name, e.code AS grade,
  EXISTS (SELECT 1 FROM gate_credential x WHERE x.person = p.id) AS has_card
FROM people_relation e
JOIN people_class c ON c.id = e.school_class
JOIN people_school sc ON sc.id = c.school
JOIN people_person p ON p.id = e.person
WHERE e.person = :pupil AND e.kind = 'pupil_of_class' AND e.from_on <= :today AND (e.until_on IS NULL OR e.until_on >= :today)
  AND (e.school_class IN (:classes*) OR e.school IN (:schools*))
ORDER BY e.from_on DESC, e.id LIMIT 1;
