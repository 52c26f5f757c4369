-- What operators need to see that delivery works and to fix it: processes that report themselves, channels that are
-- paused, alerts with deliveries of their own, and the texts that were really sent.

create unlogged table callback_private.processes (
  id uuid not null,
  kind text not null,
  version text not null,
  host text not null,
  channels text[] not null default '{}',
  zone_data text,
  zone_problems integer not null default 0,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),

  constraint processes_pkey primary key (id),
  constraint processes_kind_check check (kind in ('api', 'worker', 'start')),
  constraint processes_version_check check (length(version) between 1 and 40),
  constraint processes_host_check check (length(host) between 1 and 63),
  constraint processes_channels_check check (cardinality(channels) <= 10),
  constraint processes_zone_data_check check (length(zone_data) between 1 and 40)
)
-- Each row is written every half minute; with room on its page, no index is touched for that.
with (fillfactor = 50);
comment on table callback_private.processes
  is 'API and worker processes, each reporting itself every half minute. Not logged: after a crash they report themselves again.';
comment on column callback_private.processes.kind is 'The command: api, worker, or start, which is both.';
comment on column callback_private.processes.host is 'The machine''s name up to its first dot.';
comment on column callback_private.processes.channels is 'The channels by which it delivers.';
comment on column callback_private.processes.zone_data is 'The release of its time zone data.';
comment on column callback_private.processes.zone_problems
  is 'In how many of the time zones in use it differed from the database when it started.';
comment on constraint processes_kind_check on callback_private.processes is 'kind: must be api, worker or start.';
comment on constraint processes_version_check on callback_private.processes is 'version: must be 1 to 40 characters.';
comment on constraint processes_host_check on callback_private.processes is 'host: must be 1 to 63 characters.';
comment on constraint processes_channels_check on callback_private.processes is 'channels: must be at most 10.';
comment on constraint processes_zone_data_check on callback_private.processes is 'zone_data: must be 1 to 40 characters.';

create table callback_private.channel_pauses (
  channel text not null,
  paused_at timestamptz not null default now(),
  operator_id uuid,
  reason text,
  ended_at timestamptz,

  constraint channel_pauses_pkey primary key (channel),
  constraint channel_pauses_operator_id_fkey foreign key (operator_id) references callback_private.operators (id),
  constraint channel_pauses_channel_check check (channel in ('email', 'sms', 'expo_push', 'web_push', 'webhook')),
  constraint channel_pauses_reason_check check (callback_private.is_plain_text(reason, 300))
);
create index channel_pauses_by_operator on callback_private.channel_pauses (operator_id);
comment on table callback_private.channel_pauses is 'The last pause of each channel. While it lasts, no delivery of the channel is claimed.';
comment on column callback_private.channel_pauses.ended_at
  is 'When it was resumed; null while it is paused. Deliveries are retried for settings.deliveries_retried_for from then.';
comment on constraint channel_pauses_channel_check on callback_private.channel_pauses
  is 'channel: must be email, sms, expo_push, web_push or webhook.';
comment on constraint channel_pauses_reason_check on callback_private.channel_pauses
  is 'reason: must be at most 300 characters on one line, without control or text-direction characters.';

create table callback_private.alerts (
  id uuid not null,
  kind text not null,
  subject text not null default '',
  figure jsonb not null,
  raised_at timestamptz not null default now(),
  last_true_at timestamptz not null default now(),
  recovered_at timestamptz,

  constraint alerts_pkey primary key (id),
  constraint alerts_kind_check check (kind in ('channel_failing', 'queue_old', 'flood', 'maintenance_late')),
  constraint alerts_figure_check check (jsonb_typeof(figure) = 'object')
);
create unique index alerts_open on callback_private.alerts (kind, subject) where recovered_at is null;
create index alerts_by_age on callback_private.alerts (raised_at);
comment on table callback_private.alerts is 'What was wrong, from when to when. Each is sent once when it is raised and once when it has recovered.';
comment on column callback_private.alerts.subject is 'The channel, where it is about one.';
comment on column callback_private.alerts.figure is 'What was measured when it was last true.';
comment on constraint alerts_kind_check on callback_private.alerts
  is 'kind: must be channel_failing, queue_old, flood or maintenance_late.';
comment on constraint alerts_figure_check on callback_private.alerts is 'figure: must be an object.';

create table callback_private.sent_texts (
  delivery_id uuid not null,
  subject text,
  body text not null,
  is_shortened boolean not null default false,
  sent_at timestamptz not null default now(),

  constraint sent_texts_pkey primary key (delivery_id),
  constraint sent_texts_delivery_id_fkey foreign key (delivery_id) references callback_private.deliveries (id) on delete cascade,
  constraint sent_texts_subject_check check (length(subject) <= 500),
  constraint sent_texts_body_check check (length(body) <= 10000)
);
create index sent_texts_by_age on callback_private.sent_texts (sent_at);
comment on table callback_private.sent_texts
  is 'The text that left with a delivery, without its unsubscribe link. It can hold numbers: read it through sent_text_json() only.';
comment on constraint sent_texts_subject_check on callback_private.sent_texts is 'subject: must be at most 500 characters.';
comment on constraint sent_texts_body_check on callback_private.sent_texts is 'body: must be at most 10000 characters.';

alter table callback_private.deliveries
  add column alert_id uuid,
  add column alert_event text,
  add column operator_address text,
  add column resends integer not null default 0,
  drop constraint deliveries_subject_kind_check,
  drop constraint deliveries_recipient_kind_check,
  drop constraint deliveries_channel_check,
  add constraint deliveries_subject_kind_check check (subject_kind in ('notification', 'alert')),
  add constraint deliveries_recipient_kind_check check (recipient_kind in ('person', 'operators')),
  add constraint deliveries_channel_check check (channel in ('email', 'sms', 'expo_push', 'web_push', 'webhook')),
  add constraint deliveries_alert_id_fkey foreign key (alert_id) references callback_private.alerts (id) on delete cascade,
  add constraint deliveries_alert_id_check check ((subject_kind = 'alert') = (alert_id is not null)),
  add constraint deliveries_alert_event_check check (
    (alert_id is null) = (alert_event is null) and alert_event in ('raised', 'recovered')),
  add constraint deliveries_operator_address_check check (
    case when recipient_kind = 'operators' then (operator_address is not null) = (channel = 'email') else operator_address is null end);
create unique index deliveries_of_alert on callback_private.deliveries (alert_id, alert_event, channel, operator_address) nulls not distinct
  where alert_id is not null;
-- For the newest of each channel and state: ids are in the order of time. Two, each with a condition that keeps it out
-- of the plans of workers, who look for what is due.
create index deliveries_ended on callback_private.deliveries (channel, status, id) where next_attempt_at is null;
create index deliveries_open on callback_private.deliveries (channel, id) where next_attempt_at is not null;
comment on column callback_private.deliveries.operator_address
  is 'The address of settings.alert_emails that an alert goes to; null for a webhook.';
comment on column callback_private.deliveries.resends is 'How often an operator had it sent again although it may have arrived.';
comment on constraint deliveries_subject_kind_check on callback_private.deliveries is 'subject_kind: must be notification or alert.';
comment on constraint deliveries_recipient_kind_check on callback_private.deliveries is 'recipient_kind: must be person or operators.';
comment on constraint deliveries_channel_check on callback_private.deliveries
  is 'channel: must be email, sms, expo_push, web_push or webhook.';
comment on constraint deliveries_alert_id_check on callback_private.deliveries
  is 'alert_id: must be set when and only when the subject is an alert.';
comment on constraint deliveries_alert_event_check on callback_private.deliveries
  is 'alert_event: must be raised or recovered for an alert, and null for anything else.';
comment on constraint deliveries_operator_address_check on callback_private.deliveries
  is 'operator_address: must be set when and only when a mail goes to operators.';

alter table callback_private.settings
  add column alert_emails text[] not null default '{}',
  add column alert_webhook_url text,
  add column alert_failures integer not null default 3,
  add column alert_queue_age interval not null default interval '5 minutes',
  add column alert_flood_requests integer not null default 300,
  add column sent_texts_kept_for interval not null default interval '30 days',
  add constraint settings_alert_emails_check check (
    cardinality(alert_emails) <= 10
    and array_to_string(alert_emails, ' ', '?') ~ '^([A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}( |$))*$'),
  add constraint settings_alert_webhook_url_check check (
    length(alert_webhook_url) <= 2000 and alert_webhook_url ~ '^https?://[A-Za-z0-9.:\[\]-]+(/[!-~]*)?$'),
  add constraint settings_alert_failures_check check (alert_failures between 1 and 10000),
  add constraint settings_alert_queue_age_check check (alert_queue_age between interval '1 minute' and interval '1 day'),
  add constraint settings_alert_flood_requests_check check (alert_flood_requests between 1 and 1000000),
  add constraint settings_sent_texts_kept_for_check check (sent_texts_kept_for between interval '1 hour' and interval '400 days');
comment on column callback_private.settings.alert_emails
  is 'Mail addresses that get alerts: a channel that fails, a queue that is old, a flood of requests, maintenance that does not run.';
comment on column callback_private.settings.alert_webhook_url
  is 'Where alerts are posted as JSON, signed if the worker has ALERT_WEBHOOK_SECRET. Null for nowhere.';
comment on column callback_private.settings.alert_failures
  is 'A channel that fails this often within 15 minutes, and more often than it succeeds, raises an alert.';
comment on column callback_private.settings.alert_queue_age
  is 'A delivery that could have been sent this long ago raises an alert.';
comment on column callback_private.settings.alert_flood_requests
  is 'So many requests within an hour raise an alert, if they are also five times the usual.';
comment on column callback_private.settings.sent_texts_kept_for is 'How long operators can read the text of a message that was sent.';
comment on constraint settings_alert_emails_check on callback_private.settings
  is 'alert_emails: must be at most 10 mail addresses such as ops@shop.example.com, without names.';
comment on constraint settings_alert_webhook_url_check on callback_private.settings
  is 'alert_webhook_url: must be an address such as https://hooks.example.com/ringback without a user name, at most 2000 characters.';
comment on constraint settings_alert_failures_check on callback_private.settings is 'alert_failures: must be between 1 and 10000.';
comment on constraint settings_alert_queue_age_check on callback_private.settings
  is 'alert_queue_age: must be between 1 minute and 1 day.';
comment on constraint settings_alert_flood_requests_check on callback_private.settings
  is 'alert_flood_requests: must be between 1 and 1000000.';
comment on constraint settings_sent_texts_kept_for_check on callback_private.settings
  is 'sent_texts_kept_for: must be between 1 hour and 400 days.';

alter table callback_private.processes enable row level security;
alter table callback_private.channel_pauses enable row level security;
alter table callback_private.alerts enable row level security;
alter table callback_private.sent_texts enable row level security;
