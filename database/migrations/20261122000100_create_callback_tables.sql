-- The tables. Columns that the requirement names keep its names and meaning; the rest is what the rules need.
--
-- Every rule about a value is a constraint here, and its comment is the sentence a person reads when it is broken
-- ("field: what to do"); functions/00_refuse.sql turns the two into an error, so no rule is written twice.
-- The foreign keys to the marketplace's own tables are made with the host views (functions/85_host_detection.sql),
-- because only they know what those tables are called.

create schema if not exists callback_private;
comment on schema callback_private is 'Ringback''s inner functions and tables; never expose it through PostgREST.';

-- Shared with the host's own roles: whoever holds it may name the acting user (functions/10_acting_user.sql).
do $$
begin
  create role callback_service nologin;
exception when duplicate_object or unique_violation then
  null; -- roles belong to the whole cluster; another database's migration was first
end
$$;

-- Lives here, not in functions/, because constraints stand on it: text that a person typed is not blank, bounded, and free of control
-- characters, of characters that reorder or hide text, and of stacked combining marks. Newline and tab pass where p_multiline.
create function callback_private.is_plain_text(p_text text, p_max_length integer, p_multiline boolean default false)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if length(p_text) > p_max_length then
    return false;
  end if;
  if p_multiline then
    p_text := translate(p_text, E'\n\t', '  ');
  end if;
  return p_text !~ '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u20D0-\u20FF]{4}'
    and p_text ~ '[^\u0020\u00A0\u115F\u1160\u1680\u2000-\u200D\u202F\u205F\u2800\u3000\u3164\uFFA0]';
end
$$;

create table public.callback_requests (
  id uuid not null default gen_random_uuid(),
  requester_id uuid not null,
  seller_id uuid not null,
  listing_id uuid not null,

  status text not null default 'pending',
  priority text not null default 'normal',

  requester_phone text not null,
  requester_name text not null,
  preferred_time text,
  preferred_days text[],

  message text,
  callback_reason text,

  requested_at timestamptz not null default now(),
  requested_on date not null default (now() at time zone 'UTC')::date,
  acknowledged_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text,
  cancel_reason text,
  expires_at timestamptz not null default now() + interval '7 days',
  updated_at timestamptz not null default now(),

  constraint callback_requests_pkey primary key (id),
  constraint callback_requests_one_per_listing_and_day unique (requester_id, listing_id, requested_on),
  constraint callback_requests_not_to_oneself check (requester_id <> seller_id),
  constraint callback_requests_status_check check (status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  constraint callback_requests_priority_check check (priority in ('low', 'normal', 'high', 'urgent')),
  constraint callback_requests_requester_phone_check check (requester_phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint callback_requests_requester_name_check check (callback_private.is_plain_text(requester_name, 100)),
  constraint callback_requests_preferred_time_check check (callback_private.is_plain_text(preferred_time, 60)),
  constraint callback_requests_preferred_days_check check (
    preferred_days <@ array['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    and array_ndims(preferred_days) = 1 and cardinality(preferred_days) between 1 and 7),
  constraint callback_requests_message_check check (callback_private.is_plain_text(message, 1000, true)),
  constraint callback_requests_callback_reason_check check (callback_reason in (
    'general_inquiry', 'price_negotiation', 'product_details', 'availability_check', 'meetup_arrangement', 'other')),
  -- The day is the one of the marketplace's zone, which is never more than a day from UTC's.
  constraint callback_requests_requested_on_check check (
    requested_on between (requested_at at time zone 'UTC')::date - 1 and (requested_at at time zone 'UTC')::date + 1),
  constraint callback_requests_expires_at_check check (expires_at > requested_at),
  constraint callback_requests_acknowledged_at_check check (
    acknowledged_at is null or (acknowledged_at >= requested_at and status <> 'pending')),
  constraint callback_requests_completed_at_check check ((status = 'completed') = (completed_at is not null and acknowledged_at is not null)),
  constraint callback_requests_answered_at_check check (status <> 'acknowledged' or acknowledged_at is not null),
  constraint callback_requests_cancelled_at_check check (
    (status = 'cancelled') = (cancelled_at is not null) and (status = 'cancelled') = (cancelled_by is not null)),
  constraint callback_requests_cancelled_by_check check (cancelled_by in ('seller', 'buyer')),
  constraint callback_requests_cancel_reason_check check (
    cancel_reason is null or (status = 'cancelled' and callback_private.is_plain_text(cancel_reason, 500, true)))
);

comment on table public.callback_requests is 'A buyer''s request to be called by the seller of a listing. Written by create_callback_request and update_callback_request_status only.';
comment on column public.callback_requests.requested_on is 'The day of the request in the marketplace''s time zone (callback_private.settings.time_zone).';
comment on column public.callback_requests.status is 'As stored; an overdue request reads as expired through the functions before expire_callback_requests() has tidied it up.';
comment on column public.callback_requests.cancelled_by is 'seller (declined) or buyer (withdrew).';

comment on constraint callback_requests_not_to_oneself on public.callback_requests is 'seller_id: must be somebody else; nobody can ask themselves for a call.';
comment on constraint callback_requests_status_check on public.callback_requests is 'status: must be pending, acknowledged, completed, cancelled or expired.';
comment on constraint callback_requests_priority_check on public.callback_requests is 'priority: must be low, normal, high or urgent.';
comment on constraint callback_requests_requester_phone_check on public.callback_requests is 'requester_phone: must be an international number such as +14155550123.';
comment on constraint callback_requests_requester_name_check on public.callback_requests is 'requester_name: must be 1 to 100 characters on one line, without control or text-direction characters.';
comment on constraint callback_requests_preferred_time_check on public.callback_requests is 'preferred_time: must be 1 to 60 characters on one line, without control or text-direction characters.';
comment on constraint callback_requests_preferred_days_check on public.callback_requests is 'preferred_days: must be 1 to 7 English weekday names such as Monday.';
comment on constraint callback_requests_message_check on public.callback_requests is 'message: must be at most 1000 characters, without control or text-direction characters.';
comment on constraint callback_requests_callback_reason_check on public.callback_requests is 'callback_reason: must be general_inquiry, price_negotiation, product_details, availability_check, meetup_arrangement or other.';
comment on constraint callback_requests_requested_on_check on public.callback_requests is 'requested_on: must be the day of requested_at in the marketplace''s time zone.';
comment on constraint callback_requests_expires_at_check on public.callback_requests is 'expires_at: must be later than requested_at.';
comment on constraint callback_requests_acknowledged_at_check on public.callback_requests is 'acknowledged_at: must not be earlier than requested_at, and a pending request has none.';
comment on constraint callback_requests_completed_at_check on public.callback_requests is 'completed_at: must be set, with acknowledged_at, when and only when the status is completed.';
comment on constraint callback_requests_answered_at_check on public.callback_requests is 'acknowledged_at: must be set when the status is acknowledged.';
comment on constraint callback_requests_cancelled_at_check on public.callback_requests is 'cancelled_at: must be set, with cancelled_by, when and only when the status is cancelled.';
comment on constraint callback_requests_cancelled_by_check on public.callback_requests is 'cancelled_by: must be seller or buyer.';
comment on constraint callback_requests_cancel_reason_check on public.callback_requests is 'cancel_reason: must be at most 500 characters, without control or text-direction characters, and goes only with a cancellation.';

create index callback_requests_by_seller on public.callback_requests (seller_id, requested_at desc, id desc);
create index callback_requests_by_seller_and_status on public.callback_requests (seller_id, status, requested_at desc, id desc);
create index callback_requests_by_requester on public.callback_requests (requester_id, requested_at desc, id desc);
create index callback_requests_by_listing on public.callback_requests (listing_id);
create index callback_requests_by_phone on public.callback_requests (requester_phone, requested_on);
create index callback_requests_open_by_expiry on public.callback_requests (expires_at) where status in ('pending', 'acknowledged');
create index callback_requests_open_by_seller on public.callback_requests (seller_id, expires_at) where status in ('pending', 'acknowledged');

create table public.callback_request_notifications (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  recipient_id uuid not null,
  seller_id uuid not null,
  notification_type text not null,

  title text not null,
  message text not null,

  status text not null default 'pending',
  push_sent boolean not null default false,
  email_sent boolean not null default false,
  sms_sent boolean not null default false,

  created_at timestamptz not null default now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,

  constraint callback_request_notifications_pkey primary key (id),
  constraint callback_request_notifications_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint callback_request_notifications_once unique (callback_request_id, recipient_id, notification_type),
  constraint callback_request_notifications_notification_type_check check (notification_type in (
    'new_request', 'request_acknowledged', 'request_completed', 'request_cancelled', 'request_reminder', 'request_expired')),
  constraint callback_request_notifications_title_check check (length(title) between 1 and 200),
  constraint callback_request_notifications_message_check check (length(message) between 1 and 1000),
  constraint callback_request_notifications_status_check check (status in ('pending', 'sent', 'delivered', 'failed', 'suppressed'))
);

comment on table public.callback_request_notifications is 'What each side is told, once per request, recipient and type.';
comment on column public.callback_request_notifications.seller_id is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on constraint callback_request_notifications_notification_type_check on public.callback_request_notifications is 'notification_type: must be new_request, request_acknowledged, request_completed, request_cancelled, request_reminder or request_expired.';
comment on constraint callback_request_notifications_title_check on public.callback_request_notifications is 'title: must be 1 to 200 characters.';
comment on constraint callback_request_notifications_message_check on public.callback_request_notifications is 'message: must be 1 to 1000 characters.';
comment on constraint callback_request_notifications_status_check on public.callback_request_notifications is 'status: must be pending, sent, delivered, failed or suppressed.';

create index callback_request_notifications_by_recipient on public.callback_request_notifications (recipient_id, created_at desc, id desc);
create index callback_request_notifications_unread on public.callback_request_notifications (recipient_id, created_at desc, id desc) where read_at is null;

-- Append-only: everything that happened. Statistics, history, live updates and audit read from here. A request that is deleted leaves its
-- events (they hold ids only), so there is no foreign key. id alone is not commit order: read them by (xact_id, id), below pg_snapshot_xmin (functions/65_stats.sql).
create table callback_private.events (
  id bigint generated always as identity,
  xact_id xid8 not null default pg_current_xact_id(),
  happened_at timestamptz not null default now(),
  event_type text not null,
  callback_request_id uuid not null,
  seller_id uuid not null,
  requester_id uuid not null,
  actor text not null,
  from_status text,
  to_status text,

  constraint events_pkey primary key (xact_id, id),
  constraint events_event_type_check check (event_type in ('request_created', 'status_changed', 'request_deleted')),
  constraint events_actor_check check (actor in ('buyer', 'seller', 'system')),
  constraint events_from_status_check check (from_status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  constraint events_to_status_check check (to_status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired'))
);

comment on table callback_private.events is 'Everything that happened to callback requests, append-only.';
comment on constraint events_event_type_check on callback_private.events is 'event_type: must be request_created, status_changed or request_deleted.';
comment on constraint events_actor_check on callback_private.events is 'actor: must be buyer, seller or system.';
comment on constraint events_from_status_check on callback_private.events is 'from_status: must be a status of callback_requests.';
comment on constraint events_to_status_check on callback_private.events is 'to_status: must be a status of callback_requests.';

create index events_by_request on callback_private.events (callback_request_id, id);
create index events_by_seller on callback_private.events (seller_id, xact_id, id);
create index events_by_requester on callback_private.events (requester_id, xact_id, id);

create table callback_private.settings (
  only_row boolean not null default true,
  time_zone text not null default 'UTC',
  expires_after interval not null default interval '7 days',
  requests_per_user_per_day integer not null default 10,
  requests_per_phone_per_day integer not null default 10,
  requests_per_seller_per_day integer not null default 100,
  allowed_phone_regions text[],
  idempotency_keys_kept_for interval not null default interval '24 hours',

  constraint settings_pkey primary key (only_row),
  constraint settings_only_row_check check (only_row),
  -- Raises for a name that PostgreSQL does not know; less than a day from UTC, as callback_requests_requested_on_check takes for granted.
  constraint settings_time_zone_check check (
    timestamptz '2000-01-01 00:00:00+00' at time zone time_zone between timestamp '1999-12-31 00:00:01' and timestamp '2000-01-01 23:59:59'),
  constraint settings_expires_after_check check (expires_after between interval '1 hour' and interval '90 days'),
  constraint settings_requests_per_user_per_day_check check (requests_per_user_per_day between 1 and 10000),
  constraint settings_requests_per_phone_per_day_check check (requests_per_phone_per_day between 1 and 10000),
  constraint settings_requests_per_seller_per_day_check check (requests_per_seller_per_day between 1 and 10000),
  constraint settings_allowed_phone_regions_check check (
    array_to_string(allowed_phone_regions, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
  constraint settings_idempotency_keys_kept_for_check check (
    idempotency_keys_kept_for between interval '24 hours' and interval '30 days')
);
insert into callback_private.settings default values;

comment on table callback_private.settings is 'The operator''s policy: one row.';
comment on column callback_private.settings.time_zone is 'The marketplace''s zone, which decides what "a day" is. An IANA name.';
comment on column callback_private.settings.allowed_phone_regions is 'ISO 3166 codes of the countries whose numbers are accepted, for instance {US,CA}; null accepts all.';
comment on constraint settings_only_row_check on callback_private.settings is 'only_row: must be true; there is one row.';
comment on constraint settings_time_zone_check on callback_private.settings is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on constraint settings_expires_after_check on callback_private.settings is 'expires_after: must be between 1 hour and 90 days.';
comment on constraint settings_requests_per_user_per_day_check on callback_private.settings is 'requests_per_user_per_day: must be between 1 and 10000.';
comment on constraint settings_requests_per_phone_per_day_check on callback_private.settings is 'requests_per_phone_per_day: must be between 1 and 10000.';
comment on constraint settings_requests_per_seller_per_day_check on callback_private.settings is 'requests_per_seller_per_day: must be between 1 and 10000.';
comment on constraint settings_allowed_phone_regions_check on callback_private.settings is 'allowed_phone_regions: must be two-letter country codes such as {US,CA}, or null for all countries.';
comment on constraint settings_idempotency_keys_kept_for_check on callback_private.settings is 'idempotency_keys_kept_for: must be between 24 hours and 30 days.';

-- Each person's counts up to stats_position, kept by rollup_callback_stats(); what came later is added when they are read.
create table callback_private.stats (
  user_id uuid not null,
  is_seller boolean not null,
  total bigint not null default 0,
  pending bigint not null default 0,
  acknowledged bigint not null default 0,
  completed bigint not null default 0,
  cancelled bigint not null default 0,
  expired bigint not null default 0,
  constraint stats_pkey primary key (user_id, is_seller)
);

create table callback_private.stats_position (
  only_row boolean not null default true,
  counted_before xid8 not null default '0',
  constraint stats_position_pkey primary key (only_row),
  constraint stats_position_only_row_check check (only_row)
);
insert into callback_private.stats_position default values;
comment on constraint stats_position_only_row_check on callback_private.stats_position is 'only_row: must be true; there is one row.';

create table callback_private.idempotency_keys (
  user_id uuid not null,
  key text not null,
  content_hash bytea not null,
  callback_request_id uuid,
  answer jsonb,
  created_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (user_id, key),
  constraint idempotency_keys_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint idempotency_keys_key_check check (key ~ '^[\x20-\x7E]{1,255}$')
);
create index idempotency_keys_by_age on callback_private.idempotency_keys (created_at);
create index idempotency_keys_by_request on callback_private.idempotency_keys (callback_request_id);
comment on table callback_private.idempotency_keys is 'The first answer to each Idempotency-Key, written in the transaction of its effect. Answers hold no phone number.';
comment on constraint idempotency_keys_key_check on callback_private.idempotency_keys is 'Idempotency-Key: must be 1 to 255 printable ASCII characters.';

alter table public.callback_requests enable row level security;
alter table public.callback_request_notifications enable row level security;
alter table callback_private.events enable row level security;
alter table callback_private.settings enable row level security;
alter table callback_private.stats enable row level security;
alter table callback_private.stats_position enable row level security;
alter table callback_private.idempotency_keys enable row level security;
