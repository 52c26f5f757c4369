-- How long everything with a person in it is kept, legal holds that stop that, what clean-up did, and the counts of
-- events that are gone.

alter table callback_private.settings
  add column phones_kept_for interval not null default interval '30 days',
  add column requests_kept_for interval not null default interval '365 days',
  add column notifications_kept_for interval not null default interval '90 days',
  add column events_kept_for interval not null default interval '400 days',
  add column erasures_kept_for interval not null default interval '2 years',
  add constraint settings_phones_kept_for_check check (phones_kept_for between interval '0' and interval '10 years'),
  add constraint settings_requests_kept_for_check check (
    requests_kept_for between interval '100 days' and interval '10 years'),
  add constraint settings_notifications_kept_for_check check (notifications_kept_for between interval '7 days'
    and interval '10 years'),
  add constraint settings_events_kept_for_check check (events_kept_for between interval '100 days'
    and interval '10 years'),
  add constraint settings_erasures_kept_for_check check (erasures_kept_for between interval '30 days'
    and interval '20 years');
comment on column callback_private.settings.phones_kept_for
  is 'How long after a request''s end the buyer''s number is kept.';
comment on column callback_private.settings.requests_kept_for
  is 'How long after a request''s end its people, its listing and what they wrote are kept; the rest stays for the totals.';
comment on column callback_private.settings.notifications_kept_for
  is 'How long notifications and their deliveries are kept.';
comment on column callback_private.settings.events_kept_for
  is 'How long the history of requests is kept; the counts stay.';
comment on column callback_private.settings.erasures_kept_for
  is 'How long the hash of an erased person is kept: as long as the oldest backup that might be restored.';
comment on constraint settings_phones_kept_for_check on callback_private.settings
  is 'phones_kept_for: must be between 0 and 10 years.';
comment on constraint settings_requests_kept_for_check on callback_private.settings
  is 'requests_kept_for: must be between 100 days and 10 years; figures look back 90 days.';
comment on constraint settings_notifications_kept_for_check on callback_private.settings
  is 'notifications_kept_for: must be between 7 days and 10 years.';
comment on constraint settings_events_kept_for_check on callback_private.settings
  is 'events_kept_for: must be between 100 days and 10 years.';
comment on constraint settings_erasures_kept_for_check on callback_private.settings
  is 'erasures_kept_for: must be between 30 days and 20 years.';

create table callback_private.legal_holds (
  person_id callback_private.person_id not null,
  reason text not null,
  placed_at timestamptz not null default now(),
  ends_at timestamptz not null,

  constraint legal_holds_pkey primary key (person_id),
  constraint legal_holds_reason_check check (callback_private.is_plain_text(reason, 500, true)),
  constraint legal_holds_ends_at_check check (ends_at > placed_at and ends_at <= placed_at + interval '10 years')
);
comment on table callback_private.legal_holds
  is 'People whose data nothing erases before ends_at: no clean-up, no erasure, and no delete in the marketplace. Who placed them is in the audit.';
comment on constraint legal_holds_reason_check on callback_private.legal_holds
  is 'reason: must be at most 500 characters, without control or text-direction characters.';
comment on constraint legal_holds_ends_at_check on callback_private.legal_holds
  is 'ends_at: must be in the future, and at most ten years away.';

create table callback_private.retention_runs (
  rule text not null,
  day date not null,
  row_count bigint not null default 0,
  last_run_at timestamptz not null,

  constraint retention_runs_pkey primary key (rule, day),
  constraint retention_runs_row_count_check check (row_count >= 0)
);
comment on table callback_private.retention_runs
  is 'How many rows each rule of retention_rules() changed, by day in UTC; kept for 90 days.';
comment on constraint retention_runs_row_count_check on callback_private.retention_runs
  is 'row_count: must not be below 0.';
create index retention_runs_by_day on callback_private.retention_runs (day);

-- Statistics are the sum of all events. What was counted of those that are gone is here; a new count begins with it.
create table callback_private.sealed_stats (
  like callback_private.stats including defaults,
  constraint sealed_stats_pkey primary key (user_id, is_seller)
);
comment on table callback_private.sealed_stats
  is 'Of callback_private.stats: the part that came from events past settings.events_kept_for.';

alter table callback_private.legal_holds enable row level security;
alter table callback_private.retention_runs enable row level security;
alter table callback_private.sealed_stats enable row level security;
