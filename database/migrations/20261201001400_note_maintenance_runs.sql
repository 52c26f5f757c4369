-- When maintenance last ran: without it, requests don't expire and nobody notices.

create table callback_private.maintenance_runs (
  only_row boolean not null default true,
  last_run_at timestamptz not null,

  constraint maintenance_runs_pkey primary key (only_row),
  constraint maintenance_runs_only_row_check check (only_row)
);
comment on table callback_private.maintenance_runs is 'When run_callback_maintenance() last ran to its end; no row before the first time.';
comment on constraint maintenance_runs_only_row_check on callback_private.maintenance_runs is 'only_row: must be true; there is one row.';

alter table callback_private.maintenance_runs enable row level security;
