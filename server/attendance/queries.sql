-- include: attendance/rows.h

-- hours_of: the hour a school chose, and who chose it.
-- in: -
-- out: HoursRow?
-- reach: school
SELECT h.until_minute, h.phone, h.version, h.changed_at, p.first_name || ' ' || p.last_name AS by_name
FROM attendance_hours h JOIN people_person p ON p.id = h.changed_by
WHERE h.school = :school;

-- first_hours: a school chooses its own hour for the first time.
-- in: until_minute int, phone text?, changed_by PersonId, now Millis
-- out: -
-- reach: school
INSERT INTO attendance_hours (school, until_minute, phone, version, changed_by, changed_at)
VALUES (:school, :until_minute, :phone, 1, :changed_by, :now)
ON CONFLICT (school) DO NOTHING;

-- change_hours: another hour, unless it changed since `version` was read.
-- in: until_minute int, phone text?, version int, changed_by PersonId, now Millis
-- out: -
-- reach: school
UPDATE attendance_hours
SET until_minute = :until_minute, phone = :phone, version = version + 1, changed_by = :changed_by, changed_at = :now
WHERE school = :school AND version = :version;

-- family_children: children with their school of today, or the last one, its hour, and whether there is class today.
-- in: today Date
-- out: ChildRow*
-- reach: children
SELECT ch.id AS child, ch.first_name, sc.id AS school, sc.name AS school_name,
  COALESCE((SELECT c.label FROM people_relation y JOIN people_class c ON c.id = y.school_class AND c.school = sc.id
    WHERE y.person = ch.id AND y.kind = 'pupil_of_class' AND y.from_on <= :today
    ORDER BY CASE WHEN y.until_on IS NULL OR y.until_on >= :today THEN 0 ELSE 1 END, y.from_on DESC, y.id LIMIT 1), '') AS class_label,
  e.until_on AS left_on, h.until_minute, h.phone, COALESCE(w.full_days, 27) AS full_days, COALESCE(w.mornings, 0) AS mornings,
  EXISTS (SELECT 1 FROM people_holiday o WHERE o.school = sc.id AND o.from_on <= :today AND o.until_on >= :today) AS on_holiday,
  EXISTS (SELECT 1 FROM attendance_mark m WHERE m.pupil = ch.id AND m.on_day = :today AND m.absent
    AND NOT EXISTS (SELECT 1 FROM attendance_told t WHERE t.child = ch.id AND t.on_day = :today)) AS missing
FROM people_person ch
JOIN people_relation e ON e.id = (SELECT x.id FROM people_relation x
  WHERE x.person = ch.id AND x.kind = 'pupil_of_school' AND x.from_on <= :today
  ORDER BY CASE WHEN x.until_on IS NULL OR x.until_on >= :today THEN 0 ELSE 1 END, x.from_on DESC, x.id LIMIT 1)
JOIN people_school sc ON sc.id = e.school
LEFT JOIN attendance_hours h ON h.school = sc.id
LEFT JOIN people_week w ON w.school = sc.id
WHERE ch.id IN (:children*)
ORDER BY ch.fold, ch.id LIMIT 50;

-- told_from: what guardians told of these children, from a day on.
-- in: from_on Date
-- out: ToldRow*
-- reach: children
SELECT id AS told, child, school, on_day, part, minute, reason, line, told_by, told_at, version FROM attendance_told
WHERE child IN (:children*) AND on_day >= :from_on
ORDER BY on_day, child LIMIT 500;

-- told_one: what was told, within the reach of a guardian.
-- in: told ToldId
-- out: ToldRow?
-- reach: children
SELECT id AS told, child, school, on_day, part, minute, reason, line, told_by, told_at, version FROM attendance_told
WHERE id = :told AND child IN (:children*);

-- told_on: what was told of one child and day.
-- in: child PersonId, on_day Date
-- out: ToldRow?
-- reach: none, because find_child found the child within the guardian's reach
SELECT id AS told, child, school, on_day, part, minute, reason, line, told_by, told_at, version FROM attendance_told
WHERE child = :child AND on_day = :on_day;

-- told_between: the first day of a period of which something is already told.
-- in: child PersonId, from_on Date, until_on Date
-- out: Date?
-- reach: none, because find_child found the child within the guardian's reach
SELECT on_day FROM attendance_told WHERE child = :child AND on_day BETWEEN :from_on AND :until_on ORDER BY on_day LIMIT 1;

-- tell: a word of the family for each day.
-- many: ToldRow
-- out: -
-- reach: none, because find_child found the child within the guardian's reach
INSERT INTO attendance_told (id, child, school, on_day, part, minute, reason, line, told_by, told_at, version)
VALUES (:told, :child, :school, :on_day, :part, :minute, :reason, :line, :told_by, :told_at, :version);

-- change_told: told otherwise, unless it changed since `version` was read.
-- in: told ToldId, version int, part Part, minute int?, reason Reason, line text?
-- out: -
-- reach: none, because told_one found it within the guardian's reach
UPDATE attendance_told SET part = :part, minute = :minute, reason = :reason, line = :line, version = version + 1
WHERE id = :told AND version = :version;

-- withdraw: not told any more.
-- in: told ToldId, version int
-- out: -
-- reach: none, because told_one found it within the guardian's reach
DELETE FROM attendance_told WHERE id = :told AND version = :version;

-- missed_from: the half-days these children missed, came late to or left early, latest first.
-- in: from_on Date, now Millis
-- out: MissedRow*
-- reach: self, children
SELECT m.id AS mark, m.pupil AS child, m.on_day, m.half, m.absent, m.arrived_minute, m.left_minute,
  (t.id IS NOT NULL AND (t.part NOT IN ('morning', 'afternoon') OR t.part = m.half)) AS explained, t.told_by,
  EXISTS (SELECT 1 FROM notices_delivery d WHERE d.thing = m.id AND d.about_child = m.pupil AND d.person IN (:self*)
    AND d.opened_at IS NULL AND d.deliver_at <= :now AND (d.until_at IS NULL OR d.until_at > :now) AND d.cancelled_at IS NULL) AS unread
FROM attendance_mark m
LEFT JOIN attendance_told t ON t.child = m.pupil AND t.on_day = m.on_day
WHERE m.pupil IN (:children*) AND m.on_day >= :from_on
  AND (m.absent OR m.arrived_minute IS NOT NULL OR m.left_minute IS NOT NULL)
ORDER BY m.on_day DESC, CASE m.half WHEN 'afternoon' THEN 0 ELSE 1 END, m.pupil LIMIT 1000;

-- was_absent: a mark of absence of that day; any of them.
-- in: child PersonId, on_day Date
-- out: MarkId?
-- reach: none, because find_child found the child within the guardian's reach
SELECT id FROM attendance_mark WHERE pupil = :child AND on_day = :on_day AND absent ORDER BY id LIMIT 1;

-- mark_of_child: a mark about a child of this guardian.
-- in: mark MarkId
-- out: PersonId?
-- reach: children
SELECT pupil FROM attendance_mark WHERE id = :mark AND pupil IN (:children*);

-- call_rows: the roll of one class, or of each class of a teacher, in one half-day.
-- in: school_class ClassId?, on_day Date, half Half, school_year int
-- out: CallRow*
-- reach: classes, schools
SELECT c.id AS school_class, c.label, c.school, sc.party, COALESCE(w.full_days, 27) AS full_days, COALESCE(w.mornings, 0) AS mornings,
  EXISTS (SELECT 1 FROM people_holiday o WHERE o.school = c.school AND o.from_on <= :on_day AND o.until_on >= :on_day) AS on_holiday,
  k.called_at, COALESCE(NULLIF(kp.civility, ''), kp.first_name) || ' ' || kp.last_name AS called_by,
  p.id AS pupil, p.first_name, p.last_name, p.second_name,
  m.id AS mark, m.absent, m.arrived_minute, m.left_minute, m.version, m.marked_by,
  COALESCE(NULLIF(mp.civility, ''), mp.first_name) || ' ' || mp.last_name AS by_name,
  t.part, t.minute, t.reason, t.line, t.told_at,
  EXISTS (SELECT 1 FROM attendance_mark x WHERE x.pupil = p.id AND x.on_day = :on_day AND x.half <> :half AND x.absent) AS absent_other_half
FROM people_class c
JOIN people_school sc ON sc.id = c.school
LEFT JOIN people_week w ON w.school = c.school
LEFT JOIN attendance_call k ON k.school_class = c.id AND k.on_day = :on_day AND k.half = :half
LEFT JOIN people_person kp ON kp.id = k.called_by
LEFT JOIN people_relation e ON e.school_class = c.id AND e.kind = 'pupil_of_class' AND e.from_on <= :on_day
  AND (e.until_on IS NULL OR e.until_on >= :on_day)
LEFT JOIN people_person p ON p.id = e.person
LEFT JOIN attendance_mark m ON m.school_class = c.id AND m.on_day = :on_day AND m.half = :half AND m.pupil = p.id
LEFT JOIN people_person mp ON mp.id = m.marked_by
LEFT JOIN attendance_told t ON t.child = p.id AND t.school = c.school AND t.on_day = :on_day
WHERE (:school_class IS NULL OR c.id = :school_class) AND c.school_year = :school_year
  AND (c.id IN (:classes*) OR c.school IN (:schools*))
ORDER BY c.sort_key, c.id, p.fold, p.id LIMIT 2000;

-- keep_call: the roll of a half-day was called; the first time counts.
-- in: school_class ClassId, on_day Date, half Half, called_by PersonId, now Millis
-- out: -
-- reach: none, because call_rows found the class within reach
INSERT INTO attendance_call (school_class, on_day, half, called_by, called_at)
VALUES (:school_class, :on_day, :half, :called_by, :now)
ON CONFLICT (school_class, on_day, half) DO NOTHING;

-- mark: where pupils are, for the first time.
-- in: school_class ClassId, on_day Date, half Half, marked_by PersonId, now Millis
-- many: MarkRow
-- out: -
-- reach: none, because call_rows found the pupils within reach
INSERT INTO attendance_mark (id, school_class, on_day, half, pupil, absent, arrived_minute, left_minute, version, marked_by, marked_at)
VALUES (:mark, :school_class, :on_day, :half, :pupil, :absent, :arrived_minute, :left_minute, 1, :marked_by, :now);

-- mark_again: where pupils are after all.
-- in: marked_by PersonId, now Millis
-- many: MarkRow
-- out: -
-- reach: none, because call_rows found the pupils within reach
UPDATE attendance_mark SET absent = :absent, arrived_minute = :arrived_minute, left_minute = :left_minute, version = version + 1,
  marked_by = :marked_by, marked_at = :now
WHERE id = :mark;

-- classes_on: the classes of a school with their pupils of that day, their two rolls and how many were absent.
-- in: on_day Date, school_year int
-- out: ClassRow*
-- reach: schools
WITH pupil AS (
  SELECT DISTINCT e.school_class, e.person FROM people_relation e
  WHERE e.school IN (:schools*) AND e.kind = 'pupil_of_class' AND e.from_on <= :on_day AND (e.until_on IS NULL OR e.until_on >= :on_day)
)
SELECT c.id AS school_class, c.label, COALESCE(w.full_days, 27) AS full_days, COALESCE(w.mornings, 0) AS mornings,
  EXISTS (SELECT 1 FROM people_holiday o WHERE o.school = c.school AND o.from_on <= :on_day AND o.until_on >= :on_day) AS on_holiday,
  count(p.person) AS pupils,
  (SELECT k.called_at FROM attendance_call k WHERE k.school_class = c.id AND k.on_day = :on_day AND k.half = 'morning') AS morning_at,
  (SELECT k.called_at FROM attendance_call k WHERE k.school_class = c.id AND k.on_day = :on_day AND k.half = 'afternoon') AS afternoon_at,
  count(CASE WHEN ma.absent THEN 1 END) AS absent_morning, count(CASE WHEN ea.absent THEN 1 END) AS absent_afternoon
FROM people_class c
LEFT JOIN people_week w ON w.school = c.school
LEFT JOIN pupil p ON p.school_class = c.id
LEFT JOIN attendance_mark ma ON ma.school_class = c.id AND ma.on_day = :on_day AND ma.half = 'morning' AND ma.pupil = p.person
LEFT JOIN attendance_mark ea ON ea.school_class = c.id AND ea.on_day = :on_day AND ea.half = 'afternoon' AND ea.pupil = p.person
WHERE c.school IN (:schools*) AND c.school_year = :school_year
GROUP BY c.id, c.label, c.sort_key, c.school, w.full_days, w.mornings
ORDER BY c.sort_key, c.id LIMIT 200;

-- away_on: every pupil of a school who is marked or told of that day.
-- in: on_day Date, school_year int
-- out: AwayRow*
-- reach: schools
SELECT p.id AS pupil, p.first_name, p.last_name, p.second_name, c.id AS school_class, c.label AS class_label,
  ma.absent AS morning_absent, ma.arrived_minute AS morning_arrived, ma.left_minute AS morning_left,
  ea.absent AS afternoon_absent, ea.arrived_minute AS afternoon_arrived, ea.left_minute AS afternoon_left,
  t.part, t.minute, t.reason, t.line, t.told_at, f.phoned_at,
  COALESCE(NULLIF(fp.civility, ''), fp.first_name) || ' ' || fp.last_name AS phoned_by
FROM people_class c
JOIN (SELECT DISTINCT school_class, person FROM people_relation
  WHERE school IN (:schools*) AND kind = 'pupil_of_class' AND from_on <= :on_day AND (until_on IS NULL OR until_on >= :on_day)
) e ON e.school_class = c.id
JOIN people_person p ON p.id = e.person
LEFT JOIN attendance_mark ma ON ma.school_class = c.id AND ma.on_day = :on_day AND ma.half = 'morning' AND ma.pupil = p.id
LEFT JOIN attendance_mark ea ON ea.school_class = c.id AND ea.on_day = :on_day AND ea.half = 'afternoon' AND ea.pupil = p.id
LEFT JOIN attendance_told t ON t.child = p.id AND t.school = c.school AND t.on_day = :on_day
LEFT JOIN attendance_phoned f ON f.child = p.id AND f.on_day = :on_day AND f.school = c.school
LEFT JOIN people_person fp ON fp.id = f.phoned_by
WHERE c.school IN (:schools*) AND c.school_year = :school_year AND (ma.id IS NOT NULL OR ea.id IS NOT NULL OR t.id IS NOT NULL)
ORDER BY c.sort_key, c.id, p.sort_key, p.id LIMIT 500;

-- adults_of: whoever may be told about these children today: guardians whom no decision suspends.
-- in: pupils PersonId*, today Date
-- out: AdultRow*
-- reach: none, because away_on found the pupils within the head's school
SELECT g.child, gp.id AS person, gp.first_name || ' ' || gp.last_name AS name, g.code AS relation, k.phone
FROM people_relation g
JOIN people_person gp ON gp.id = g.person
LEFT JOIN people_merge m ON m.merged = gp.id AND m.undone_at IS NULL
LEFT JOIN people_contact k ON k.person = COALESCE(m.kept, gp.id)
WHERE g.child IN (:pupils*) AND g.kind = 'guardian_of' AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
  AND NOT EXISTS (SELECT 1 FROM people_custody d WHERE d.relation = g.id AND d.level = 'suspended' AND d.from_on <= :today
    AND (d.until_on IS NULL OR d.until_on >= :today))
ORDER BY g.child, gp.sort_key, gp.id LIMIT 2000;

-- absent_pupil: a pupil of the head's school whom a roll of that day marked absent.
-- in: pupil PersonId, on_day Date
-- out: SchoolId?
-- reach: schools
SELECT c.school FROM attendance_mark m JOIN people_class c ON c.id = m.school_class
WHERE m.pupil = :pupil AND m.on_day = :on_day AND m.absent AND c.school IN (:schools*) ORDER BY m.id LIMIT 1;

-- phone: the family was telephoned; the first call counts.
-- in: child PersonId, on_day Date, phoned_by PersonId, now Millis
-- out: -
-- reach: school
INSERT INTO attendance_phoned (child, on_day, school, phoned_by, phoned_at) VALUES (:child, :on_day, :school, :phoned_by, :now)
ON CONFLICT (child, on_day) DO NOTHING;

-- unphone: it was not.
-- in: child PersonId, on_day Date
-- out: -
-- reach: school
DELETE FROM attendance_phoned WHERE child = :child AND on_day = :on_day AND school = :school;

-- class_head: a class within reach.
-- in: school_class ClassId
-- out: ClassHead?
-- reach: classes, schools
SELECT c.id, c.label, c.school, s.name AS school_name, c.school_year FROM people_class c JOIN people_school s ON s.id = c.school
WHERE c.id = :school_class AND (c.id IN (:classes*) OR c.school IN (:schools*));

-- called_between: the rolls of a class that were called.
-- in: school_class ClassId, from_on Date, until_on Date
-- out: CalledRow*
-- reach: none, because class_head found the class within reach
SELECT on_day, half FROM attendance_call
WHERE school_class = :school_class AND on_day BETWEEN :from_on AND :until_on ORDER BY on_day, half;

-- register_pupils: who was in a class in a period, with the half-days missed in that school since the year began.
-- in: school_class ClassId, school SchoolId, school_year int, from_on Date, until_on Date
-- out: RegisterRow*
-- reach: none, because class_head found the class within reach
WITH pupil AS (
  SELECT e.person, min(e.from_on) AS from_on, max(COALESCE(e.until_on, :until_on)) AS until_on FROM people_relation e
  WHERE e.school_class = :school_class AND e.kind = 'pupil_of_class' AND e.from_on <= :until_on
    AND (e.until_on IS NULL OR e.until_on >= :from_on)
  GROUP BY e.person
), missed AS (
  SELECT DISTINCT m.pupil, m.on_day, m.half FROM pupil
  JOIN attendance_mark m ON m.pupil = pupil.person AND m.absent AND m.on_day <= :until_on
  JOIN people_class c ON c.id = m.school_class AND c.school = :school AND c.school_year = :school_year
), total AS (
  SELECT pupil, count(*) AS half_days FROM missed GROUP BY pupil
)
SELECT p.id AS pupil, p.first_name, p.last_name, p.second_name, pupil.from_on,
  CASE WHEN pupil.until_on < :until_on THEN pupil.until_on END AS until_on, COALESCE(total.half_days, 0) AS year_half_days
FROM pupil JOIN people_person p ON p.id = pupil.person LEFT JOIN total ON total.pupil = p.id
ORDER BY p.sort_key, p.id LIMIT 200;

-- register_marks: the marks of a class in a period, and whether a guardian explained each.
-- in: school_class ClassId, from_on Date, until_on Date
-- out: RegisterMarkRow*
-- reach: none, because class_head found the class within reach
SELECT m.pupil, m.on_day, m.half, m.absent,
  (t.id IS NOT NULL AND (t.part NOT IN ('morning', 'afternoon') OR t.part = m.half)) AS explained
FROM attendance_mark m
LEFT JOIN attendance_told t ON t.child = m.pupil AND t.on_day = m.on_day
WHERE m.school_class = :school_class AND m.on_day BETWEEN :from_on AND :until_on
  AND (m.absent OR m.arrived_minute IS NOT NULL OR m.left_minute IS NOT NULL)
ORDER BY m.pupil, m.on_day, CASE m.half WHEN 'morning' THEN 0 ELSE 1 END LIMIT 5000;

-- unexplained: the pupils of a school with that many half-days in a period of which no guardian gave the reason.
-- in: from_on Date, until_on Date, threshold int
-- out: UnexplainedRow*
-- reach: schools
WITH missed AS (
  SELECT DISTINCT m.pupil, m.on_day, m.half FROM attendance_mark m
  JOIN people_class c ON c.id = m.school_class
  LEFT JOIN attendance_told t ON t.child = m.pupil AND t.on_day = m.on_day
  WHERE c.school IN (:schools*) AND m.on_day BETWEEN :from_on AND :until_on AND m.absent
    AND NOT (t.id IS NOT NULL AND (t.part NOT IN ('morning', 'afternoon') OR t.part = m.half))
), total AS (
  SELECT pupil, count(*) AS half_days FROM missed GROUP BY pupil
)
SELECT p.id AS pupil, p.first_name, p.last_name, p.second_name,
  COALESCE((SELECT c.label FROM people_relation y JOIN people_class c ON c.id = y.school_class
    WHERE y.person = p.id AND y.kind = 'pupil_of_class' AND y.school IN (:schools*) AND y.from_on <= :until_on
    ORDER BY y.from_on DESC, y.id LIMIT 1), '') AS class_label, total.half_days
FROM total JOIN people_person p ON p.id = total.pupil
WHERE total.half_days >= :threshold
ORDER BY total.half_days DESC, p.sort_key, p.id LIMIT 200;

-- days_missed: the days of which a pupil missed half at least, by the rolls; as told where the class called none.
-- in: pupil PersonId, from_on Date, until_on Date
-- out: Date*
-- reach: none, because the room that asks found the pupil within its reach
SELECT m.on_day FROM attendance_mark m WHERE m.pupil = :pupil AND m.on_day BETWEEN :from_on AND :until_on AND m.absent
UNION
SELECT t.on_day FROM attendance_told t
WHERE t.child = :pupil AND t.on_day BETWEEN :from_on AND :until_on AND t.part IN ('day', 'morning', 'afternoon')
  AND NOT EXISTS (SELECT 1 FROM attendance_call k
    JOIN people_relation e ON e.school_class = k.school_class AND e.person = :pupil AND e.kind = 'pupil_of_class'
      AND e.from_on <= k.on_day AND (e.until_on IS NULL OR e.until_on >= k.on_day)
    WHERE k.on_day = t.on_day)
ORDER BY 1;
