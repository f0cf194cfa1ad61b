-- include: drafts/wire.h

-- find_draft: what one had begun.
-- in: context text, kind text, thing text
-- out: wire::Draft?
-- reach: self
SELECT content, version, saved_at FROM drafts_draft
WHERE person IN (:self*) AND context = :context AND kind = :kind AND thing = :thing
ORDER BY saved_at DESC, person LIMIT 1;

-- count_drafts: how many one keeps.
-- in: -
-- out: int?
-- reach: self
SELECT count(*) AS drafts FROM drafts_draft WHERE person IN (:self*);

-- begin_draft: the first words, unless some are there already.
-- in: person PersonId, context text, kind text, thing text, content text, now Millis
-- out: -
-- reach: none, because a draft is its writer's own
INSERT INTO drafts_draft (person, context, kind, thing, content, version, saved_at)
VALUES (:person, :context, :kind, :thing, :content, 1, :now)
ON CONFLICT (person, context, kind, thing) DO NOTHING;

-- change_draft: the next words, unless others were saved since `version` was read.
-- in: context text, kind text, thing text, content text, version int, now Millis
-- out: -
-- reach: self
UPDATE drafts_draft SET content = :content, version = version + 1, saved_at = :now
WHERE person IN (:self*) AND context = :context AND kind = :kind AND thing = :thing AND version = :version;

-- drop_draft: it was sent, or is not wanted any more.
-- in: context text, kind text, thing text
-- out: -
-- reach: self
DELETE FROM drafts_draft WHERE person IN (:self*) AND context = :context AND kind = :kind AND thing = :thing;

-- forget_drafts: nobody came back to them.
-- in: saved_before Millis
-- out: -
-- reach: none, because the program cleans up after everybody
DELETE FROM drafts_draft WHERE saved_at < :saved_before;
