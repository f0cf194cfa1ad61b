-- How each person wants to read: chosen once, it follows them from device to device.
CREATE TABLE gate_comfort (
  person {id} NOT NULL PRIMARY KEY REFERENCES gate_account (person),
  size {text} NOT NULL CHECK (size IN ('usual', 'large', 'larger', 'largest')),
  spacing {text} NOT NULL CHECK (spacing IN ('usual', 'wide', 'wider')),
  face {text} NOT NULL CHECK (face IN ('usual', 'andika', 'opendyslexic')),
  scheme {text} NOT NULL CHECK (scheme IN ('device', 'light', 'dark')),
  contrast {bool} NOT NULL,
  ruler {bool} NOT NULL,
  still {bool} NOT NULL,
  aloud {bool} NOT NULL
) {table};
