-- include: notices/rows.h

-- deliver: what reaches whom, from when.
-- many: Delivery
-- out: -
-- reach: none, because the room that sends asked people::within_reach
INSERT INTO notices_delivery (id, kind, thing, edition, party, school, person, about_child, desk_class, desk_school, made_at, deliver_at)
VALUES (:id, :kind, :thing, :edition, :party, :school, :person, :about_child, :desk_class, :desk_school, :made_at, :deliver_at);

-- hearers_of: whom a thing has reached, people and desks: they would see it change.
-- in: thing Uuid, now Millis
-- out: Hearer*
-- reach: none, because the program tells those whom a room has told; a hint has no content
SELECT DISTINCT kind, person, desk_class, desk_school FROM notices_delivery
WHERE thing = :thing AND deliver_at <= :now AND cancelled_at IS NULL;

-- hearers_about: the same, of what is about one child; and those who follow it: the class of the day, the school's desk.
-- in: thing Uuid, child PersonId, now Millis, today Date
-- out: Hearer*
-- reach: none, because the program tells those whom a room has told; a hint has no content
SELECT kind, person, desk_class, desk_school FROM notices_delivery
WHERE thing = :thing AND about_child = :child AND deliver_at <= :now AND cancelled_at IS NULL
UNION
SELECT d.kind, NULL, r.school_class, NULL FROM notices_delivery d
JOIN people_relation r ON r.person = d.about_child AND r.kind = 'pupil_of_class' AND r.from_on <= :today
  AND (r.until_on IS NULL OR r.until_on >= :today)
WHERE d.thing = :thing AND d.about_child = :child
UNION
SELECT d.kind, NULL, NULL, d.school FROM notices_delivery d WHERE d.thing = :thing AND d.about_child = :child;

-- hearers_in_school: whom things reached, or were recalled to, at one instant: the end of quiet hours.
-- in: at Millis
-- out: Hearer*
-- reach: school
SELECT DISTINCT kind, person, desk_class, desk_school FROM notices_delivery
WHERE school = :school AND cancelled_at IS NULL AND (deliver_at = :at OR remind_at = :at);

-- recipients_of: who had an edition; not those whom custody took out of it.
-- in: thing Uuid, edition int
-- out: Recipient*
-- reach: none, because the room that replaces a thing found it within its reach
SELECT about_child, person FROM notices_delivery
WHERE thing = :thing AND edition = :edition AND cancelled_at IS NULL
ORDER BY about_child, person;

-- end_at: no edition of a thing is shown from an instant on.
-- in: thing Uuid, until_at Millis
-- out: -
-- reach: none, because the room that changes a thing found it within its reach
UPDATE notices_delivery SET until_at = :until_at WHERE thing = :thing AND (until_at IS NULL OR until_at > :until_at);

-- open: the first time a thing is opened counts; the last one quiets a reminder. Asked again it touches the same rows.
-- in: thing Uuid, child PersonId, now Millis
-- out: -
-- reach: self, children
UPDATE notices_delivery SET opened_at = COALESCE(opened_at, :now), looked_at = :now
WHERE thing = :thing AND about_child = :child AND about_child IN (:children*) AND person IN (:self*)
  AND deliver_at <= :now AND (until_at IS NULL OR until_at > :now) AND cancelled_at IS NULL;

-- open_desk: whoever holds the desk that day opens what reached it, for all who hold it.
-- in: thing Uuid, now Millis
-- out: -
-- reach: classes, schools
UPDATE notices_delivery SET opened_at = COALESCE(opened_at, :now), looked_at = :now
WHERE thing = :thing AND (desk_class IN (:classes*) OR desk_school IN (:schools*))
  AND deliver_at <= :now AND (until_at IS NULL OR until_at > :now) AND cancelled_at IS NULL;

-- remind: what a recipient holds is told again.
-- many: Reminder
-- out: -
-- reach: none, because the room that reminds found the thing within its reach, and who is awaited
UPDATE notices_delivery SET remind_at = :remind_at
WHERE thing = :thing AND edition = :edition AND about_child = :about_child AND person = :person AND cancelled_at IS NULL
  AND deliver_at <= :remind_at;

-- done: a recipient did what was awaited.
-- in: thing Uuid, edition int, about_child PersonId, person PersonId?, way Way, now Millis
-- out: -
-- reach: none, because the room that records it found the thing and the child within its reach
UPDATE notices_delivery SET done_at = :now, way = :way
WHERE thing = :thing AND edition = :edition AND about_child = :about_child AND person IS NOT DISTINCT FROM :person AND done_at IS NULL;

-- undone: what was done that way is awaited again.
-- in: thing Uuid, edition int, about_child PersonId, person PersonId?, way Way
-- out: -
-- reach: none, because the room that records it found the thing and the child within its reach
UPDATE notices_delivery SET done_at = NULL, way = NULL
WHERE thing = :thing AND edition = :edition AND about_child = :about_child AND person IS NOT DISTINCT FROM :person AND way = :way;

-- unread: how many things wait behind the bell; a note about two children is one, a reminder rings again.
-- in: now Millis
-- out: int?
-- reach: self, children, classes, schools
SELECT count(*) AS unread FROM (
  SELECT thing FROM notices_delivery
  WHERE person IN (:self*) AND about_child IN (:children*) AND opened_at IS NULL
    AND deliver_at <= :now AND (until_at IS NULL OR until_at > :now) AND cancelled_at IS NULL
  UNION
  SELECT thing FROM notices_delivery
  WHERE person IN (:self*) AND about_child IN (:children*)
    AND remind_at <= :now AND done_at IS NULL AND COALESCE(looked_at, opened_at) < remind_at
    AND deliver_at <= :now AND (until_at IS NULL OR until_at > :now) AND cancelled_at IS NULL
  UNION
  SELECT thing FROM notices_delivery
  WHERE (desk_class IN (:classes*) OR desk_school IN (:schools*))
    AND (opened_at IS NULL OR (remind_at <= :now AND done_at IS NULL AND COALESCE(looked_at, opened_at) < remind_at))
    AND deliver_at <= :now AND (until_at IS NULL OR until_at > :now) AND cancelled_at IS NULL
) AS waiting;

-- cancel_waiting: what had not reached an adult who no longer guards the child, or is suspended, never will.
-- in: adult PersonId, child PersonId, today Date, now Millis
-- out: -
-- reach: none, because the program obeys a decision of custody
UPDATE notices_delivery SET cancelled_at = :now
WHERE person = :adult AND about_child = :child AND deliver_at > :now AND cancelled_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM people_relation r WHERE r.person = :adult AND r.child = :child AND r.kind = 'guardian_of'
    AND r.from_on <= :today AND (r.until_on IS NULL OR r.until_on >= :today)
    AND NOT EXISTS (SELECT 1 FROM people_custody c WHERE c.relation = r.id AND c.level = 'suspended'
      AND c.from_on <= :today AND (c.until_on IS NULL OR c.until_on >= :today)));

-- move_waiting: what waits in a school waits for its new hours.
-- in: deliver_at Millis, now Millis
-- out: -
-- reach: school
UPDATE notices_delivery SET deliver_at = :deliver_at WHERE school = :school AND deliver_at > :now;

-- move_reminders: a reminder that waits in a school waits for its new hours.
-- in: remind_at Millis, now Millis
-- out: -
-- reach: school
UPDATE notices_delivery SET remind_at = :remind_at WHERE school = :school AND remind_at > :now;

-- move_ends: an edition that a waiting one will replace stays until then.
-- in: until_at Millis, now Millis
-- out: -
-- reach: school
UPDATE notices_delivery SET until_at = :until_at WHERE school = :school AND until_at > :now;
