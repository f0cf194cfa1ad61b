-- A reply given without network has two moments: on the device, then here. Absent when it reached us at once.
ALTER TABLE liaison_signature ADD COLUMN device_at {instant};
