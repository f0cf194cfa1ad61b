-- include: store/jobs.h
-- add_job: work to run after the commit, under a lease.
-- in: id Uuid, kind text, payload text, made_at Millis, due_at Millis
-- out: -
-- reach: none, because jobs belong to the program, not to a person
INSERT INTO store_job (id, kind, payload, made_at, due_at, tries) VALUES (:id, :kind, :payload, :made_at, :due_at, 0);

-- job_waiting: is a job of this kind already waiting?
-- in: kind text
-- out: Uuid?
-- reach: none, because jobs belong to the program, not to a person
SELECT id FROM store_job WHERE kind = :kind AND dead_at IS NULL LIMIT 1;

-- lease_job: holds one job until the lease ends.
-- in: id Uuid, leased_until Millis
-- out: -
-- reach: none, because jobs belong to the program, not to a person
UPDATE store_job SET leased_until = :leased_until, tries = tries + 1 WHERE id = :id;

-- finish_job: a job is done.
-- in: id Uuid
-- out: -
-- reach: none, because jobs belong to the program, not to a person
DELETE FROM store_job WHERE id = :id;

-- put_off_job: a job failed and will be tried again.
-- in: id Uuid, due_at Millis, cause text
-- out: -
-- reach: none, because jobs belong to the program, not to a person
UPDATE store_job SET due_at = :due_at, leased_until = NULL, cause = :cause WHERE id = :id;

-- bury_job: a job failed too often; it stays visible.
-- in: id Uuid, dead_at Millis, cause text
-- out: -
-- reach: none, because jobs belong to the program, not to a person
UPDATE store_job SET dead_at = :dead_at, leased_until = NULL, cause = :cause WHERE id = :id;

-- next_job_due: when the next job is due.
-- in: -
-- out: std::optional<Millis>?
-- reach: none, because jobs belong to the program, not to a person
SELECT min(CASE WHEN leased_until IS NULL OR leased_until < due_at THEN due_at ELSE leased_until END) AS due_at
FROM store_job WHERE dead_at IS NULL;

-- count_jobs: how many wait, how many of them should have run long ago, how many failed for good.
-- in: overdue_at Millis
-- out: JobCounts?
-- reach: none, because jobs belong to the program, not to a person
SELECT COALESCE(sum(CASE WHEN dead_at IS NULL THEN 1 ELSE 0 END), 0) AS waiting,
  COALESCE(sum(CASE WHEN dead_at IS NULL AND due_at < :overdue_at AND (leased_until IS NULL OR leased_until < :overdue_at) THEN 1 ELSE 0 END), 0) AS overdue,
  COALESCE(sum(CASE WHEN dead_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS dead
FROM store_job;

-- dead_jobs: what failed for good, latest first.
-- in: limit int
-- out: DeadJob*
-- reach: none, because jobs belong to the program, not to a person
SELECT id, kind, dead_at, tries, cause FROM store_job WHERE dead_at IS NOT NULL ORDER BY dead_at DESC, id DESC LIMIT :limit;

-- add_audit: one line of what was done.
-- in: id Uuid, at Millis, act text, person Uuid?, profile text?, school Uuid?, child Uuid?, thing Uuid?, code text?, by_name text?
-- out: -
-- reach: none, because the audit is written by everyone and read by nobody here
INSERT INTO store_audit (id, at, act, person, profile, school, child, thing, code, by_name)
VALUES (:id, :at, :act, :person, :profile, :school, :child, :thing, :code, :by_name);

-- was_done: has this act ever been written down?
-- in: act text
-- out: Uuid?
-- reach: none, because it only tells what an installation is
SELECT id FROM store_audit WHERE act = :act ORDER BY id LIMIT 1;
