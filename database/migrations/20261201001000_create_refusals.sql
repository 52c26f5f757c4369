-- Refusals that must be remembered: who ran into which limit. A refusal that is raised takes its record with it, so these
-- are returned by the functions of callback_private, and the record is committed (functions/platform/refusals.sql).

create table callback_private.refusals (
  id bigint generated always as identity,
  user_id callback_private.person_id not null,
  operation text not null,
  code text not null,
  limit_name text,
  refused_on date not null default (now() at time zone 'UTC')::date,
  refused_at timestamptz not null default now(),
  times integer not null default 1,

  constraint refusals_pkey primary key (id),
  constraint refusals_key unique nulls not distinct (user_id, operation, code, limit_name, refused_on),
  constraint refusals_limit_name_check check (length(limit_name) between 1 and 60)
);
comment on table callback_private.refusals 
  is 'Refusals that must be remembered, one row for a person, operation, limit and day. Kept for settings.refusals_kept_for.';
comment on column callback_private.refusals.user_id is 'Who was refused.';
comment on column callback_private.refusals.limit_name is 'The limit that was reached; null for other refusals.';
comment on column callback_private.refusals.refused_on is 'The day, in UTC.';
comment on column callback_private.refusals.refused_at is 'The last time that day.';
comment on constraint refusals_limit_name_check on callback_private.refusals is 'limit_name: must be 1 to 60 characters.';

create index refusals_by_age on callback_private.refusals (refused_on);

alter table callback_private.refusals enable row level security;
