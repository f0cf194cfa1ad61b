-- A thing still awaited is told again: behind the bell it is new once more, until it is looked at or done.
ALTER TABLE notices_delivery ADD COLUMN remind_at {instant};
ALTER TABLE notices_delivery ADD COLUMN looked_at {instant};

-- What families write reaches a desk rather than one adult: the teachers a class has that day, or the head a school has that day.
ALTER TABLE notices_delivery ADD COLUMN desk_class {id} REFERENCES people_class (id);
ALTER TABLE notices_delivery ADD COLUMN desk_school {id} REFERENCES people_school (id);
CREATE INDEX notices_delivery_class ON notices_delivery (desk_class, deliver_at) WHERE desk_class IS NOT NULL;
CREATE INDEX notices_delivery_school ON notices_delivery (desk_school, deliver_at) WHERE desk_school IS NOT NULL;
