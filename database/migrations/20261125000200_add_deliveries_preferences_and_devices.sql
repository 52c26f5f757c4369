-- What leaves for the outside: deliveries, what each person wants to be told by which channel and when, and the devices that push reaches.

alter table callback_private.settings
  add column channels text[] not null default '{}',
  add column deliveries_retried_for interval not null default interval '24 hours',
  add column remind_after interval default interval '24 hours',
  add column urgent_overrides_quiet_hours boolean not null default true,
  add column locale text not null default 'en',
  add constraint settings_channels_check check (
    channels <@ array['email', 'sms', 'expo_push', 'web_push'] and cardinality(channels) <= 4),
  add constraint settings_deliveries_retried_for_check check (
    deliveries_retried_for between interval '1 minute' and interval '7 days'),
  add constraint settings_remind_after_check check (remind_after between interval '30 minutes' and interval '30 days'),
  add constraint settings_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$');
comment on column callback_private.settings.channels is 'Channels beyond the app that notifications leave by. A worker adds those it serves; take one out to stop new deliveries.';
comment on column callback_private.settings.deliveries_retried_for is 'How long a delivery that fails for the moment is tried again.';
comment on column callback_private.settings.remind_after is 'How long a request may be unanswered before its seller is reminded, once; half of expires_after where that is shorter; null for never.';
comment on column callback_private.settings.urgent_overrides_quiet_hours is 'Whether an urgent request may reach people in their quiet hours, unless they said no.';
comment on column callback_private.settings.locale is 'The marketplace''s own language, for people who have none.';
comment on constraint settings_channels_check on callback_private.settings is 'channels: must be email, sms, expo_push or web_push, each once.';
comment on constraint settings_deliveries_retried_for_check on callback_private.settings is 'deliveries_retried_for: must be between 1 minute and 7 days.';
comment on constraint settings_remind_after_check on callback_private.settings is 'remind_after: must be between 30 minutes and 30 days, or null for no reminders.';
comment on constraint settings_locale_check on callback_private.settings is 'locale: must be a language tag such as en or pt-BR.';

create table callback_private.preferences (
  user_id uuid not null,
  email_types text[] not null,
  push_types text[] not null,
  sms_types text[] not null,
  quiet_from time,
  quiet_until time,
  urgent_overrides_quiet_hours boolean not null default true,
  time_zone text,
  locale text,
  updated_at timestamptz not null default now(),

  constraint preferences_pkey primary key (user_id),
  constraint preferences_email_types_check check (email_types <@ array[
    'new_request', 'request_acknowledged', 'request_completed', 'request_cancelled', 'request_reminder', 'request_expired']),
  constraint preferences_push_types_check check (push_types <@ array[
    'new_request', 'request_acknowledged', 'request_completed', 'request_cancelled', 'request_reminder', 'request_expired']),
  constraint preferences_sms_types_check check (sms_types <@ array[
    'new_request', 'request_acknowledged', 'request_completed', 'request_cancelled', 'request_reminder', 'request_expired']),
  constraint preferences_quiet_hours_check check (
    (quiet_from is null) = (quiet_until is null) and (quiet_from is null or quiet_from <> quiet_until)),
  constraint preferences_time_zone_check check (callback_private.is_time_zone(time_zone)),
  constraint preferences_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$')
);
comment on table callback_private.preferences is 'What a person wants to be told by which channel, and when not. Who has no row gets mail and push, and no SMS.';
comment on column callback_private.preferences.sms_types is 'SMS are sent about urgent requests only.';
comment on constraint preferences_email_types_check on callback_private.preferences is 'email: must be types of notifications.';
comment on constraint preferences_push_types_check on callback_private.preferences is 'push: must be types of notifications.';
comment on constraint preferences_sms_types_check on callback_private.preferences is 'sms: must be types of notifications.';
comment on constraint preferences_quiet_hours_check on callback_private.preferences is 'quiet_hours: must have a beginning and an end that differ.';
comment on constraint preferences_time_zone_check on callback_private.preferences is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on constraint preferences_locale_check on callback_private.preferences is 'locale: must be a language tag such as en or pt-BR.';

create table callback_private.devices (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  kind text not null,
  token text not null,
  p256dh text,
  auth text,
  locale text,
  registered_at timestamptz not null default now(),
  retired_at timestamptz,
  retired_because text,

  constraint devices_pkey primary key (id),
  constraint devices_token_key unique (token),
  constraint devices_kind_check check (kind in ('expo', 'web')),
  -- A web push token is an address that our server calls: nothing but the push services of browsers.
  constraint devices_token_check check (case kind
    when 'expo' then token ~ '^Expo(nent)?PushToken\[[A-Za-z0-9_-]{1,100}\]$'
    else length(token) <= 1000
      and token ~ '^https://(fcm\.googleapis\.com|([a-z0-9-]+\.){1,3}(push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com))/[!-~]+$' end),
  constraint devices_p256dh_check check (
    (kind = 'web') = (p256dh is not null) and p256dh ~ '^[A-Za-z0-9_-]{87}=?$'),
  constraint devices_auth_check check ((kind = 'web') = (auth is not null) and auth ~ '^[A-Za-z0-9_-]{22}(==)?$'),
  constraint devices_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint devices_retired_because_check check (
    (retired_at is null) = (retired_because is null) and retired_because in ('signed_out', 'gone', 'too_many'))
);
comment on table callback_private.devices is 'Where push reaches a person: a token of Expo''s, or a browser''s push subscription.';
comment on column callback_private.devices.token is 'Expo''s token, or the subscription''s endpoint. Whoever knows it can push to the device.';
comment on constraint devices_kind_check on callback_private.devices is 'kind: must be expo or web.';
comment on constraint devices_token_check on callback_private.devices is 'token: must be an Expo push token, or the endpoint of a browser''s push service.';
comment on constraint devices_p256dh_check on callback_private.devices is 'p256dh: must be the subscription''s key; only a web subscription has one.';
comment on constraint devices_auth_check on callback_private.devices is 'auth: must be the subscription''s secret; only a web subscription has one.';
comment on constraint devices_locale_check on callback_private.devices is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint devices_retired_because_check on callback_private.devices is 'retired_because: must be signed_out, gone or too_many, and set with retired_at.';
create index devices_by_user on callback_private.devices (user_id, registered_at);

create table callback_private.deliveries (
  id uuid not null default gen_random_uuid(),
  notification_id uuid not null,
  recipient_id uuid not null,
  seller_id uuid not null,
  channel text not null,
  device_id uuid,
  status text not null default 'pending',
  attempts integer not null default 0,
  unfinished_attempts integer not null default 0,
  next_attempt_at timestamptz default now(),
  send_began_at timestamptz,
  provider_id text,
  error_code text,
  secret uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  updated_at timestamptz not null default now(),

  constraint deliveries_pkey primary key (id),
  constraint deliveries_once unique nulls not distinct (notification_id, channel, device_id),
  constraint deliveries_notification_id_fkey foreign key (notification_id)
    references public.callback_request_notifications (id) on delete cascade,
  constraint deliveries_channel_check check (channel in ('email', 'sms', 'expo_push', 'web_push')),
  constraint deliveries_device_id_check check ((channel in ('expo_push', 'web_push')) = (device_id is not null)),
  constraint deliveries_status_check check (
    status in ('pending', 'sending', 'parked', 'sent', 'delivered', 'failed', 'suppressed')),
  constraint deliveries_next_attempt_at_check check (
    case when status in ('pending', 'sending', 'parked') then next_attempt_at is not null
      else status = 'sent' or next_attempt_at is null end),
  constraint deliveries_sent_at_check check (status not in ('sent', 'delivered') or sent_at is not null),
  constraint deliveries_delivered_at_check check ((status = 'delivered') = (delivered_at is not null)),
  constraint deliveries_provider_id_check check (length(provider_id) between 1 and 255),
  constraint deliveries_error_code_check check (error_code ~ '^[A-Za-z0-9_.:-]{1,64}$')
);
comment on table callback_private.deliveries is 'One for each notification and channel (push: and device) that it leaves by. It holds no address: that is read when it is sent.';
comment on column callback_private.deliveries.seller_id is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on column callback_private.deliveries.device_id is 'A device of callback_private.devices; no foreign key, for a device may be erased and the delivery remains.';
comment on column callback_private.deliveries.unfinished_attempts is 'Attempts whose lease ended without a result: the worker was killed.';
comment on column callback_private.deliveries.next_attempt_at is 'When to look at it next. While sending: the end of the lease; sent: when to ask the provider what became of it; parked: when to give it up.';
comment on column callback_private.deliveries.send_began_at is 'Set just before an SMS leaves; when its lease ends after that, its fate is unknown and it is parked, never sent blindly again.';
comment on column callback_private.deliveries.error_code is 'Why it failed, was suppressed or is tried again; a short code, never the provider''s text.';
comment on column callback_private.deliveries.secret is 'Makes the unsubscribe link of this delivery unguessable.';
comment on constraint deliveries_channel_check on callback_private.deliveries is 'channel: must be email, sms, expo_push or web_push.';
comment on constraint deliveries_device_id_check on callback_private.deliveries is 'device_id: must be set for push and for nothing else.';
comment on constraint deliveries_status_check on callback_private.deliveries is 'status: must be pending, sending, parked, sent, delivered, failed or suppressed.';
comment on constraint deliveries_next_attempt_at_check on callback_private.deliveries is 'next_attempt_at: must be set while there is something to do, and must not be at the end.';
comment on constraint deliveries_sent_at_check on callback_private.deliveries is 'sent_at: must be set when the status is sent or delivered.';
comment on constraint deliveries_delivered_at_check on callback_private.deliveries is 'delivered_at: must be set when and only when the status is delivered.';
comment on constraint deliveries_provider_id_check on callback_private.deliveries is 'provider_id: must be 1 to 255 characters.';
comment on constraint deliveries_error_code_check on callback_private.deliveries is 'error_code: must be a short code.';

create index deliveries_due on callback_private.deliveries (channel, next_attempt_at) where next_attempt_at is not null;
create index deliveries_by_provider on callback_private.deliveries (provider_id) where provider_id is not null;

alter table callback_private.preferences enable row level security;
alter table callback_private.devices enable row level security;
alter table callback_private.deliveries enable row level security;

-- Until now every notification was told in the app alone, which happens as it is written.
update public.callback_request_notifications set
  status = case when read_at is null then 'sent' else 'delivered' end,
  sent_at = created_at,
  delivered_at = read_at;

alter table public.callback_requests add column reminded_at timestamptz;
comment on column public.callback_requests.reminded_at is 'When the seller was reminded of it; never twice.';
create index callback_requests_to_remind on public.callback_requests (requested_at) where status = 'pending' and reminded_at is null;

alter table callback_private.events
  drop constraint events_event_type_check,
  add constraint events_event_type_check check (event_type in (
    'request_created', 'status_changed', 'request_edited', 'call_attempted', 'seller_reminded', 'request_deleted'));
comment on constraint events_event_type_check on callback_private.events is 'event_type: must be request_created, status_changed, request_edited, call_attempted, seller_reminded or request_deleted.';

-- This one gives one answer more.
drop function if exists callback_private.request_obstacle(uuid, uuid, uuid, text);
