-- include: import/aaf/rows.h

-- academies: what the schools of the delivery say of their academy.
-- in: -
-- out: AcademyRow*
-- reach: none, because an import writes what the feed owns
SELECT academy_code, min(academy_name) AS academy_name FROM aaf_school WHERE academy_code <> '' GROUP BY academy_code ORDER BY academy_code;

-- remark_repeated_schools: a school whose key or number came before in the delivery.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_remark (number, weight, code, file, line, kind, key, about, times)
SELECT 1000000000 + s.number, 'refused', 'aaf.key_repeated', s.file, 0, 'school', s.feed_key, s.uai, 1 FROM aaf_school s
WHERE EXISTS (SELECT 1 FROM aaf_school o WHERE o.number < s.number AND (o.feed_key = s.feed_key OR o.uai = s.uai));

-- drop_repeated_schools: the first one counts.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
DELETE FROM aaf_school WHERE EXISTS
  (SELECT 1 FROM aaf_school o WHERE o.number < aaf_school.number AND (o.feed_key = aaf_school.feed_key OR o.uai = aaf_school.uai));

-- remark_repeated_persons: a key that came before in the delivery, in any kind.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_remark (number, weight, code, file, line, kind, key, about, times)
SELECT 1000000000 + p.number, 'refused', 'aaf.key_repeated', p.file, 0, p.role, p.feed_key, '', 1 FROM aaf_person p
WHERE EXISTS (SELECT 1 FROM aaf_person o WHERE o.feed_key = p.feed_key AND o.number < p.number);

-- drop_repeated_links: what the repeated records ask for.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
DELETE FROM aaf_link WHERE number IN
  (SELECT p.number FROM aaf_person p WHERE EXISTS (SELECT 1 FROM aaf_person o WHERE o.feed_key = p.feed_key AND o.number < p.number));

-- drop_repeated_persons: the first one counts.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
DELETE FROM aaf_person WHERE EXISTS (SELECT 1 FROM aaf_person o WHERE o.feed_key = aaf_person.feed_key AND o.number < aaf_person.number);

-- match_schools: those we know by their key.
-- in: academy text
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_school SET school = k.id, slug = k.slug, known = TRUE FROM people_school k
WHERE k.academy = :academy AND k.feed_key = aaf_school.feed_key;

-- set_aside: schools that this run leaves as they are, whatever the delivery says of them.
-- in: only text?, dated Date
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_school SET aside = CASE
  WHEN :only IS NOT NULL AND uai <> :only THEN 'not_asked'
  WHEN known AND EXISTS (SELECT 1 FROM people_school k WHERE k.id = aaf_school.school AND k.uai <> aaf_school.uai) THEN 'uai_changed'
  WHEN NOT known AND EXISTS (SELECT 1 FROM people_school k WHERE k.uai = aaf_school.uai) THEN 'uai_of_another'
  WHEN EXISTS (SELECT 1 FROM people_school k WHERE k.id = aaf_school.school AND k.fed_on > :dated) THEN 'older'
  ELSE 'none' END;

-- fresh_schools: schools to be made, a page at a time, in the order of the delivery.
-- in: after int, limit int
-- out: FreshSchool*
-- reach: none, because an import writes what the feed owns
SELECT school, number, name, commune FROM aaf_school WHERE NOT known AND aside = 'none' AND number > :after ORDER BY number LIMIT :limit;

-- slug_taken: is that the slug of a school we have, or are about to make?
-- in: slug text
-- out: int?
-- reach: none, because a slug is unique in the territory
SELECT 1 AS taken WHERE EXISTS (SELECT 1 FROM people_school WHERE slug = :slug) OR EXISTS (SELECT 1 FROM aaf_school WHERE slug = :slug);

-- give_slug: made once, never changed.
-- in: slug text, school SchoolId
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_school SET slug = :slug WHERE school = :school;

-- match_persons: those we know by their key.
-- in: academy text
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_person SET person = k.id,
  fate = CASE WHEN k.first_name = aaf_person.first_name AND k.last_name = aaf_person.last_name AND k.sort_key = aaf_person.sort_key
    AND k.fold = aaf_person.fold AND k.ine IS NOT DISTINCT FROM aaf_person.ine AND k.civility IS NOT DISTINCT FROM aaf_person.civility
    THEN 'same' ELSE 'changed' END
FROM people_person k WHERE k.academy = :academy AND k.feed_key = aaf_person.feed_key;

-- remark_known_ine: a new key with a national number we know: perhaps the same child, to be decided by a person.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_remark (number, weight, code, file, line, kind, key, about, times)
SELECT 1000000000 + p.number, 'doubt', 'aaf.ine_known', p.file, 0, 'pupil', p.feed_key,
  (SELECT coalesce(min(k.feed_key), '') FROM people_person k WHERE k.ine = p.ine AND k.id <> p.person), 1
FROM aaf_person p WHERE p.fate = 'fresh' AND p.ine IS NOT NULL AND EXISTS (SELECT 1 FROM people_person k WHERE k.ine = p.ine);

-- remark_repeated_ine: two pupils of the delivery with one national number.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_remark (number, weight, code, file, line, kind, key, about, times)
SELECT 1000000000 + p.number, 'doubt', 'aaf.ine_repeated', p.file, 0, 'pupil', p.feed_key, o.feed_key, 1
FROM aaf_person p JOIN aaf_person o ON o.ine = p.ine AND o.number < p.number WHERE p.ine IS NOT NULL;

-- remark_unknown_schools: schools that links name and the delivery does not have, each once.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_remark (number, weight, code, file, line, kind, key, about, times)
SELECT 1000000000 + min(l.number), 'doubt', 'aaf.school_unknown', '', 0, 'school', l.school_key, '', count(DISTINCT l.number)
FROM aaf_link l WHERE l.school_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM aaf_school s WHERE s.feed_key = l.school_key)
GROUP BY l.school_key;

-- remark_missing_guardians: named by a pupil, and neither in the delivery nor known.
-- in: academy text
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_remark (number, weight, code, file, line, kind, key, about, times)
SELECT 1000000000 + c.number, 'doubt', 'aaf.guardian_missing', c.file, 0, 'pupil', c.feed_key, l.person_key, 1
FROM aaf_link l JOIN aaf_person c ON c.feed_key = l.child_key
WHERE l.kind = 'guardian_of' AND NOT EXISTS (SELECT 1 FROM aaf_person g WHERE g.feed_key = l.person_key)
  AND NOT EXISTS (SELECT 1 FROM people_person k WHERE k.academy = :academy AND k.feed_key = l.person_key)
  AND NOT EXISTS (SELECT 1 FROM aaf_remark m WHERE m.weight = 'refused' AND m.kind = 'guardian' AND m.key = l.person_key);

-- remark_missing_schools: fed before by this academy, and not in the delivery.
-- in: academy text
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_remark (number, weight, code, file, line, kind, key, about, times)
SELECT 1000000000, 'doubt', 'aaf.school_gone', '', 0, 'school', k.feed_key, k.uai, 1 FROM people_school k
WHERE k.academy = :academy AND k.fed_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM aaf_school s WHERE s.feed_key = k.feed_key)
  AND NOT EXISTS (SELECT 1 FROM aaf_remark m WHERE m.weight = 'refused' AND m.kind = 'school' AND m.key = k.feed_key);

-- schools_planned: the schools of the delivery, a page at a time, in its order.
-- in: after int, limit int
-- out: StagedSchool*
-- reach: none, because an import writes what the feed owns
SELECT school, number, feed_key, uai, slug, name, commune, kind, kind_words, academy_code, academy_name, file, known, aside
FROM aaf_school WHERE number > :after ORDER BY number LIMIT :limit;

-- school_of_uai: the number of a school in the delivery, by its UAI.
-- in: uai text
-- out: StagedSchool?
-- reach: none, because an import writes what the feed owns
SELECT school, number, feed_key, uai, slug, name, commune, kind, kind_words, academy_code, academy_name, file, known, aside
FROM aaf_school WHERE uai = :uai;

-- classes_mentioned: the classes and groups of one school, by the label most of their pupils give.
-- in: school_key text
-- out: Mentioned*
-- reach: none, because an import writes what the feed owns
SELECT kind, class_key, label FROM (
  SELECT l.kind, l.class_key, l.label, row_number() OVER (PARTITION BY l.kind, l.class_key ORDER BY count(*) DESC, l.label) AS place
  FROM aaf_link l WHERE l.school_key = :school_key AND l.kind IN ('pupil_of_class', 'pupil_of_group')
  GROUP BY l.kind, l.class_key, l.label
) AS said WHERE place = 1 ORDER BY kind, class_key;

-- match_classes: those we have this year.
-- in: school_year int
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_class SET id = k.id, old_label = k.label, fate = CASE WHEN k.label = aaf_class.label THEN 'same' ELSE 'changed' END
FROM people_class k WHERE aaf_class.kind = 'pupil_of_class' AND k.school = aaf_class.school AND k.school_year = :school_year
  AND k.feed_key = aaf_class.feed_key;

-- match_groups: those we have this year.
-- in: school_year int
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_class SET id = k.id, old_label = k.label, fate = CASE WHEN k.label = aaf_class.label THEN 'same' ELSE 'changed' END
FROM people_group k WHERE aaf_class.kind = 'pupil_of_group' AND k.school = aaf_class.school AND k.school_year = :school_year
  AND k.feed_key = aaf_class.feed_key;

-- want_places: who is a pupil, a teacher, the head, the staff of a school.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_wanted (relation, owner, person, kind, school, place, act)
SELECT l.relation, s.school, p.person, l.kind, s.school, l.place, 'open'
FROM aaf_link l JOIN aaf_school s ON s.feed_key = l.school_key JOIN aaf_person p ON p.feed_key = l.person_key
WHERE s.aside = 'none' AND l.kind IN ('pupil_of_school', 'teacher_of_school', 'head_of_school', 'staff_of_school');

-- want_classes: who is in a class, with the grade of the pupil.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_wanted (relation, owner, person, kind, school, school_class, code, place, act)
SELECT l.relation, s.school, p.person, l.kind, s.school, c.id, l.code, l.place, 'open'
FROM aaf_link l JOIN aaf_school s ON s.feed_key = l.school_key JOIN aaf_person p ON p.feed_key = l.person_key
JOIN aaf_class c ON c.school = s.school AND c.kind = l.kind AND c.feed_key = l.class_key
WHERE s.aside = 'none' AND l.kind = 'pupil_of_class';

-- want_groups: who is in a group.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_wanted (relation, owner, person, kind, school, school_group, place, act)
SELECT l.relation, s.school, p.person, l.kind, s.school, c.id, l.place, 'open'
FROM aaf_link l JOIN aaf_school s ON s.feed_key = l.school_key JOIN aaf_person p ON p.feed_key = l.person_key
JOIN aaf_class c ON c.school = s.school AND c.kind = l.kind AND c.feed_key = l.class_key
WHERE s.aside = 'none' AND l.kind = 'pupil_of_group';

-- name_owners: the main school of a pupil writes the pupil's guardians.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_person SET owner =
  (SELECT w.owner FROM aaf_wanted w WHERE w.person = aaf_person.person AND w.kind = 'pupil_of_school' ORDER BY w.place LIMIT 1)
WHERE role = 'pupil';

-- want_guardians: those whom a pupil names, from their own records.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_wanted (relation, owner, person, kind, child, code, place, act)
SELECT l.relation, c.owner, g.person, l.kind, c.person, l.code, l.place, 'open'
FROM aaf_link l JOIN aaf_person c ON c.feed_key = l.child_key JOIN aaf_person g ON g.feed_key = l.person_key
WHERE l.kind = 'guardian_of' AND c.owner IS NOT NULL AND g.person <> c.person;

-- want_known_guardians: those whom a pupil names, known from before and without a record in this delivery.
-- in: academy text
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_wanted (relation, owner, person, kind, child, code, place, act)
SELECT l.relation, c.owner, g.id, l.kind, c.person, l.code, l.place, 'open'
FROM aaf_link l JOIN aaf_person c ON c.feed_key = l.child_key
JOIN people_person g ON g.academy = :academy AND g.feed_key = l.person_key
WHERE l.kind = 'guardian_of' AND c.owner IS NOT NULL AND g.id <> c.person
  AND NOT EXISTS (SELECT 1 FROM aaf_person p WHERE p.feed_key = l.person_key);

-- find_standing: what already holds on that day, by the feed or by hand: nothing is doubled.
-- in: dated Date
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_wanted SET standing = (
  SELECT r.id FROM people_relation r
  WHERE r.person = aaf_wanted.person AND r.kind = aaf_wanted.kind AND r.child IS NOT DISTINCT FROM aaf_wanted.child
    AND r.school IS NOT DISTINCT FROM aaf_wanted.school AND r.school_class IS NOT DISTINCT FROM aaf_wanted.school_class
    AND r.school_group IS NOT DISTINCT FROM aaf_wanted.school_group
    AND (r.until_on IS NULL OR (r.source = 'local' AND r.until_on >= :dated))
  ORDER BY r.source, r.from_on, r.id LIMIT 1);

-- judge_standing: a relation that holds stands as it is, unless its code changed.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_wanted SET act = CASE WHEN EXISTS (SELECT 1 FROM people_relation r
    WHERE r.id = aaf_wanted.standing AND r.source = 'feed' AND r.code IS DISTINCT FROM aaf_wanted.code) THEN 'recode' ELSE 'stand' END
WHERE standing IS NOT NULL;

-- find_interrupted: what had only just ended goes on; a guardian always takes up the same relation, for a custody hangs on it.
-- in: day_before Date
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_wanted SET standing = (
  SELECT r.id FROM people_relation r
  WHERE r.person = aaf_wanted.person AND r.kind = aaf_wanted.kind AND r.child IS NOT DISTINCT FROM aaf_wanted.child
    AND r.school IS NOT DISTINCT FROM aaf_wanted.school AND r.school_class IS NOT DISTINCT FROM aaf_wanted.school_class
    AND r.school_group IS NOT DISTINCT FROM aaf_wanted.school_group
    AND r.source = 'feed' AND r.until_on IS NOT NULL AND (r.kind = 'guardian_of' OR r.until_on >= :day_before)
  ORDER BY r.until_on DESC, r.id LIMIT 1)
WHERE standing IS NULL;

-- judge_interrupted: those are opened again.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
UPDATE aaf_wanted SET act = 'reopen' WHERE act = 'open' AND standing IS NOT NULL;

-- end_places: what the feed made in a school and no longer says. A record that was refused is no departure.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_ending (relation, owner, person, kind, school_class, school_group)
SELECT r.id, s.school, r.person, r.kind, r.school_class, r.school_group
FROM aaf_school s JOIN people_relation r ON r.school = s.school JOIN people_person p ON p.id = r.person
WHERE s.known AND s.aside = 'none' AND r.source = 'feed' AND r.until_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM aaf_wanted w WHERE w.standing = r.id)
  AND NOT EXISTS (SELECT 1 FROM aaf_remark m WHERE m.weight = 'refused' AND m.kind = CASE WHEN r.kind LIKE 'pupil%' THEN 'pupil' ELSE 'staff' END
    AND m.key = p.feed_key)
  AND NOT EXISTS (SELECT 1 FROM aaf_remark m WHERE m.weight = 'refused' AND m.kind = CASE WHEN r.kind LIKE 'pupil%' THEN 'pupil' ELSE 'staff' END
    AND m.key = '');

-- end_guardians: a child who is there and no longer names them.
-- in: -
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_ending (relation, owner, person, kind, child)
SELECT r.id, c.owner, r.person, r.kind, r.child
FROM aaf_person c JOIN people_relation r ON r.child = c.person
WHERE c.role = 'pupil' AND c.owner IS NOT NULL AND r.kind = 'guardian_of' AND r.source = 'feed' AND r.until_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM aaf_wanted w WHERE w.standing = r.id);

-- end_guardians_of_gone: a child whom the delivery does not hold, and who has no other school.
-- in: dated Date
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO aaf_ending (relation, owner, person, kind, child)
SELECT r.id, e.owner, r.person, r.kind, r.child
FROM aaf_ending e JOIN people_relation r ON r.child = e.person
WHERE e.kind = 'pupil_of_school' AND r.kind = 'guardian_of' AND r.source = 'feed' AND r.until_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM aaf_person c WHERE c.person = e.person)
  AND e.relation = (SELECT x.relation FROM aaf_ending x WHERE x.person = e.person AND x.kind = 'pupil_of_school' ORDER BY x.relation LIMIT 1)
  AND NOT EXISTS (SELECT 1 FROM people_relation o WHERE o.person = e.person AND o.kind = 'pupil_of_school'
    AND (o.until_on IS NULL OR o.until_on >= :dated) AND NOT EXISTS (SELECT 1 FROM aaf_ending x WHERE x.relation = o.id));

-- turnover: how many people the feed gave a school, and how many would leave it.
-- in: -
-- out: Turnover?
-- reach: school
SELECT (SELECT count(DISTINCT r.person) FROM people_relation r WHERE r.school = :school AND r.source = 'feed' AND r.until_on IS NULL) AS present,
  (SELECT count(DISTINCT e.person) FROM aaf_ending e WHERE e.owner = :school AND e.kind <> 'guardian_of'
    AND NOT EXISTS (SELECT 1 FROM aaf_wanted w WHERE w.person = e.person AND w.school = :school)) AS leaving;

-- vanishing_classes: classes of this year that would be left without anybody, and that the delivery does not have.
-- in: school_year int
-- out: ClassLine*
-- reach: school
SELECT 'pupil_of_class' AS kind, c.feed_key AS key, c.label, NULL AS old_label FROM people_class c
WHERE c.school = :school AND c.school_year = :school_year AND EXISTS (SELECT 1 FROM aaf_ending e WHERE e.school_class = c.id)
  AND NOT EXISTS (SELECT 1 FROM aaf_class k WHERE k.id = c.id)
  AND NOT EXISTS (SELECT 1 FROM people_relation r WHERE r.school_class = c.id AND r.kind = 'pupil_of_class' AND r.source = 'feed'
    AND r.until_on IS NULL AND NOT EXISTS (SELECT 1 FROM aaf_ending e WHERE e.relation = r.id))
ORDER BY c.sort_key, c.id;

-- hold_school: nothing of it is applied until a named person confirms.
-- in: aside Aside
-- out: -
-- reach: school
UPDATE aaf_school SET aside = :aside WHERE school = :school;

-- arrivals: who comes to a school.
-- in: -
-- out: Someone*
-- reach: school
SELECT p.feed_key AS key, p.first_name, p.last_name, min(w.kind) AS kind
FROM aaf_wanted w JOIN aaf_person p ON p.person = w.person
WHERE w.owner = :school AND w.school = :school AND w.school_class IS NULL AND w.school_group IS NULL AND w.act IN ('open', 'reopen')
  AND NOT EXISTS (SELECT 1 FROM people_relation r WHERE r.person = w.person AND r.school = :school AND r.source = 'feed' AND r.until_on IS NULL)
GROUP BY p.person, p.feed_key, p.first_name, p.last_name, p.sort_key ORDER BY p.sort_key, p.feed_key;

-- departures: who leaves a school.
-- in: -
-- out: Someone*
-- reach: school
SELECT p.feed_key AS key, p.first_name, p.last_name, min(e.kind) AS kind
FROM aaf_ending e JOIN people_person p ON p.id = e.person
WHERE e.owner = :school AND e.kind <> 'guardian_of'
  AND NOT EXISTS (SELECT 1 FROM aaf_wanted w WHERE w.person = e.person AND w.school = :school)
GROUP BY p.id, p.feed_key, p.first_name, p.last_name, p.sort_key ORDER BY p.sort_key, p.feed_key;

-- moves: who changes class inside a school.
-- in: -
-- out: Move*
-- reach: school
SELECT p.feed_key AS key, p.first_name, p.last_name, f.label AS "from", t.label AS "to"
FROM aaf_ending e JOIN aaf_wanted w ON w.person = e.person AND w.kind = e.kind AND w.owner = e.owner AND w.act IN ('open', 'reopen')
JOIN aaf_person p ON p.person = e.person JOIN people_class f ON f.id = e.school_class JOIN aaf_class t ON t.id = w.school_class
WHERE e.owner = :school AND e.kind = 'pupil_of_class'
ORDER BY p.sort_key, p.feed_key;

-- classes_changed: classes and groups that are new, or called otherwise.
-- in: -
-- out: ClassLine*
-- reach: school
SELECT kind, feed_key AS key, label, old_label FROM aaf_class WHERE school = :school AND fate <> 'same' ORDER BY kind, sort_key, feed_key;

-- counts: what else changes in a school.
-- in: -
-- out: Counts?
-- reach: school
SELECT
  (SELECT count(DISTINCT w.person) FROM aaf_wanted w WHERE w.owner = :school AND w.kind = 'pupil_of_school' AND w.act IN ('open', 'reopen')) AS pupils,
  (SELECT count(DISTINCT w.person) FROM aaf_wanted w JOIN aaf_person p ON p.person = w.person
    WHERE w.owner = :school AND w.kind = 'guardian_of' AND p.fate = 'fresh') AS guardians,
  (SELECT count(DISTINCT w.person) FROM aaf_wanted w WHERE w.owner = :school AND w.act IN ('open', 'reopen')
    AND w.kind IN ('teacher_of_school', 'head_of_school', 'staff_of_school')
    AND NOT EXISTS (SELECT 1 FROM people_relation r WHERE r.person = w.person AND r.school = :school AND r.source = 'feed' AND r.until_on IS NULL)) AS staff,
  (SELECT count(*) FROM aaf_wanted w WHERE w.owner = :school AND w.kind = 'guardian_of' AND w.act IN ('open', 'reopen')) AS links_new,
  (SELECT count(*) FROM aaf_ending e WHERE e.owner = :school AND e.kind = 'guardian_of') AS links_ended,
  (SELECT count(*) FROM aaf_person p WHERE p.fate = 'changed' AND p.person IN (SELECT w.person FROM aaf_wanted w WHERE w.owner = :school)) AS renamed,
  (SELECT count(*) FROM aaf_wanted w WHERE w.owner = :school AND w.act = 'recode') AS recoded,
  (SELECT count(*) FROM aaf_wanted w WHERE w.owner = :school AND w.act IN ('open', 'reopen')
    AND w.kind IN ('teacher_of_school', 'head_of_school', 'staff_of_school')
    AND EXISTS (SELECT 1 FROM people_relation r WHERE r.person = w.person AND r.school = :school AND r.source = 'feed' AND r.until_on IS NULL)) AS roles_new,
  (SELECT count(*) FROM aaf_ending e WHERE e.owner = :school AND e.kind IN ('teacher_of_school', 'head_of_school', 'staff_of_school')
    AND EXISTS (SELECT 1 FROM aaf_wanted w WHERE w.person = e.person AND w.school = :school)) AS roles_ended,
  (SELECT count(DISTINCT r.id) FROM aaf_ending e JOIN people_relation r ON r.person = e.person AND r.school = e.owner AND r.source = 'local' AND r.until_on IS NULL
    WHERE e.owner = :school AND e.kind <> 'guardian_of' AND NOT EXISTS (SELECT 1 FROM aaf_wanted w WHERE w.person = e.person AND w.school = :school)) AS local_kept;

-- remark_groups: what was refused, then what is doubtful, by reason.
-- in: -
-- out: RemarkGroup*
-- reach: none, because an import writes what the feed owns
SELECT weight, code, CAST(sum(times) AS BIGINT) AS count FROM aaf_remark GROUP BY weight, code ORDER BY weight DESC, code;

-- remarks_of: a page of the remarks of one reason, in the order of the delivery.
-- in: weight Weight, code text, skip int, limit int
-- out: Remark*
-- reach: none, because an import writes what the feed owns
SELECT number, weight, code, file, line, kind, key, about, times FROM aaf_remark WHERE weight = :weight AND code = :code
ORDER BY number, key, about LIMIT :limit OFFSET :skip;

-- party_named: the education party of an academy.
-- in: name text
-- out: PartyId?
-- reach: none, because an import writes what the feed owns
SELECT id FROM people_party WHERE name = :name;

-- add_party: once for an academy.
-- in: id PartyId, name text, dated Date, now Millis
-- out: -
-- reach: none, because an import writes what the feed owns
INSERT INTO people_party (id, kind, name, from_on, made_at) VALUES (:id, 'education', :name, :dated, :now) ON CONFLICT (name) DO NOTHING;

-- add_school: a school of the feed arrives alive.
-- in: academy text, party PartyId, dated Date, now Millis
-- out: -
-- reach: school
INSERT INTO people_school (id, academy, feed_key, uai, slug, name, commune, kind, state, party, fed_on, made_at)
SELECT s.school, :academy, s.feed_key, s.uai, s.slug, s.name, s.commune, s.kind, 'active', :party, :dated, :now
FROM aaf_school s WHERE s.school = :school AND NOT s.known;

-- update_school: its name, its town, and the day it was fed.
-- in: dated Date
-- out: -
-- reach: school
UPDATE people_school SET name = s.name, commune = s.commune, kind = s.kind, fed_on = :dated FROM aaf_school s
WHERE people_school.id = :school AND s.school = :school AND s.known
  AND (people_school.name <> s.name OR people_school.commune <> s.commune OR people_school.kind <> s.kind
    OR people_school.fed_on IS DISTINCT FROM :dated);

-- add_persons: everyone the relations of a school need.
-- in: academy text, now Millis
-- out: -
-- reach: school
INSERT INTO people_person (id, academy, feed_key, ine, civility, first_name, last_name, sort_key, fold, made_at)
SELECT p.person, :academy, p.feed_key, p.ine, p.civility, p.first_name, p.last_name, p.sort_key, p.fold, :now FROM aaf_person p
WHERE p.fate = 'fresh' AND p.person IN (SELECT w.person FROM aaf_wanted w WHERE w.owner = :school)
ON CONFLICT (id) DO NOTHING;

-- update_persons: names and titles, as the feed has them now.
-- in: -
-- out: -
-- reach: school
UPDATE people_person SET ine = p.ine, civility = p.civility, first_name = p.first_name, last_name = p.last_name, sort_key = p.sort_key,
  fold = p.fold
FROM aaf_person p WHERE people_person.id = p.person AND p.fate = 'changed'
  AND p.person IN (SELECT w.person FROM aaf_wanted w WHERE w.owner = :school);

-- add_classes: of this year.
-- in: school_year int, now Millis
-- out: -
-- reach: school
INSERT INTO people_class (id, school, school_year, feed_key, label, sort_key, made_at)
SELECT c.id, c.school, :school_year, c.feed_key, c.label, c.sort_key, :now FROM aaf_class c
WHERE c.school = :school AND c.kind = 'pupil_of_class' AND c.fate = 'fresh';

-- update_classes: the same class, called otherwise.
-- in: -
-- out: -
-- reach: school
UPDATE people_class SET label = c.label, sort_key = c.sort_key FROM aaf_class c
WHERE people_class.id = c.id AND c.school = :school AND c.kind = 'pupil_of_class' AND c.fate = 'changed';

-- add_groups: of this year.
-- in: school_year int, now Millis
-- out: -
-- reach: school
INSERT INTO people_group (id, school, school_year, feed_key, label, sort_key, made_at)
SELECT c.id, c.school, :school_year, c.feed_key, c.label, c.sort_key, :now FROM aaf_class c
WHERE c.school = :school AND c.kind = 'pupil_of_group' AND c.fate = 'fresh';

-- update_groups: the same group, called otherwise.
-- in: -
-- out: -
-- reach: school
UPDATE people_group SET label = c.label, sort_key = c.sort_key FROM aaf_class c
WHERE people_group.id = c.id AND c.school = :school AND c.kind = 'pupil_of_group' AND c.fate = 'changed';

-- end_relations: their last day is the day before the export; never before they began.
-- in: last_day Date
-- out: -
-- reach: school
UPDATE people_relation SET until_on = CASE WHEN from_on > :last_day THEN from_on ELSE :last_day END
WHERE id IN (SELECT e.relation FROM aaf_ending e WHERE e.owner = :school);

-- reopen_relations: as if they had not ended.
-- in: -
-- out: -
-- reach: school
UPDATE people_relation SET until_on = NULL, code = w.code FROM aaf_wanted w
WHERE people_relation.id = w.standing AND w.owner = :school AND w.act = 'reopen';

-- recode_relations: another grade in the same class, another word for what an adult is to a child.
-- in: -
-- out: -
-- reach: school
UPDATE people_relation SET code = w.code FROM aaf_wanted w
WHERE people_relation.id = w.standing AND w.owner = :school AND w.act = 'recode';

-- open_relations: they begin on the day of the export.
-- in: dated Date, now Millis
-- out: -
-- reach: school
INSERT INTO people_relation (id, person, kind, child, school, school_class, school_group, code, from_on, source, made_at)
SELECT w.relation, w.person, w.kind, w.child, w.school, w.school_class, w.school_group, w.code, :dated, 'feed', :now
FROM aaf_wanted w WHERE w.owner = :school AND w.act = 'open';
