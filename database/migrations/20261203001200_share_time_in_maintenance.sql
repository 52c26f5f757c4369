-- What the next part of maintenance goes on with.

alter table callback_private.maintenance_runs
  add column rules_done integer not null default 0,
  add column alerts_checked_at timestamptz;
comment on column callback_private.maintenance_runs.rules_done
  is 'How many rules of clean-up have had their turn, in the order of their names; 0 when all have.';
comment on column callback_private.maintenance_runs.alerts_checked_at is 'When alerts were last looked for.';
