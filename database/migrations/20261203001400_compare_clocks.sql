-- A process says what its clock shows, because tokens and signatures end by it.

alter table callback_private.processes add column clock_ahead_seconds double precision;
comment on column callback_private.processes.clock_ahead_seconds
  is 'By how much its clock was ahead of the database''s at its last report; below 0, behind.';
