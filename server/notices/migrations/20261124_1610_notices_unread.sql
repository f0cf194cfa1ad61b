-- The bell is asked more often than anything else: it reads what waits, not a year of what was read.
CREATE INDEX notices_delivery_unread ON notices_delivery (person, deliver_at) WHERE opened_at IS NULL;
CREATE INDEX notices_delivery_reminded ON notices_delivery (person, remind_at) WHERE remind_at IS NOT NULL AND done_at IS NULL;
