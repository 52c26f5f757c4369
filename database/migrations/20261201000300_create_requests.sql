-- Callback requests, the call attempts of sellers, and the telephone numbers that exist. Columns that the requirement
-- names keep its names and meaning; the rest is what the rules need.

create table public.callback_requests (
  id uuid not null default gen_random_uuid(),
  requester_id :person_id not null,
  seller_id :person_id not null,
  listing_id :listing_id not null,

  status text not null default 'pending',
  priority text not null default 'normal',

  requester_phone text not null,
  requester_name text not null,
  preferred_time text,
  preferred_days text[],
  time_zone text,

  message text,
  callback_reason text,

  requested_at timestamptz not null default now(),
  requested_on date not null default (now() at time zone 'UTC')::date,
  reminded_at timestamptz,
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
  constraint callback_requests_time_zone_check check (callback_private.is_time_zone(time_zone)),
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
  constraint callback_requests_cancelled_by_check check (cancelled_by in ('seller', 'buyer', 'operator', 'system')),
  constraint callback_requests_cancel_reason_check check (
    cancel_reason is null or (status = 'cancelled' and callback_private.is_plain_text(cancel_reason, 500, true)))
);

comment on table public.callback_requests
  is 'A buyer''s request to be called by the seller of a listing. Written by create_callback_request and update_callback_request_status only.';
comment on column public.callback_requests.time_zone
  is 'IANA name of the zone in which preferred_days and preferred_time are meant.';
comment on column public.callback_requests.requested_on
  is 'The day of the request in the marketplace''s time zone (callback_private.settings.time_zone).';
comment on column public.callback_requests.status
  is 'As stored; an overdue request reads as expired through the functions before expire_callback_requests() has tidied it up.';
comment on column public.callback_requests.reminded_at is 'When the seller was reminded of it; never twice.';
comment on column public.callback_requests.cancelled_by is 'seller (declined), buyer (withdrew), operator (closed by the marketplace) or system.';

comment on constraint callback_requests_not_to_oneself on public.callback_requests
  is 'seller_id: must be another person; nobody requests a callback from themselves.';
comment on constraint callback_requests_status_check on public.callback_requests
  is 'status: must be pending, acknowledged, completed, cancelled or expired.';
comment on constraint callback_requests_priority_check on public.callback_requests
  is 'priority: must be low, normal, high or urgent.';
comment on constraint callback_requests_requester_phone_check on public.callback_requests
  is 'requester_phone: must be an international number such as +14155550123.';
comment on constraint callback_requests_requester_name_check on public.callback_requests
  is 'requester_name: must be 1 to 100 characters on one line, without control or text-direction characters.';
comment on constraint callback_requests_preferred_time_check on public.callback_requests
  is 'preferred_time: must be 1 to 60 characters on one line, without control or text-direction characters.';
comment on constraint callback_requests_preferred_days_check on public.callback_requests
  is 'preferred_days: must be 1 to 7 English weekday names such as Monday.';
comment on constraint callback_requests_time_zone_check on public.callback_requests
  is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on constraint callback_requests_message_check on public.callback_requests
  is 'message: must be at most 1000 characters, without control or text-direction characters.';
comment on constraint callback_requests_callback_reason_check on public.callback_requests
  is 'callback_reason: must be general_inquiry, price_negotiation, product_details, availability_check, meetup_arrangement or other.';
comment on constraint callback_requests_requested_on_check on public.callback_requests
  is 'requested_on: must be the day of requested_at in the marketplace''s time zone.';
comment on constraint callback_requests_expires_at_check on public.callback_requests
  is 'expires_at: must be later than requested_at.';
comment on constraint callback_requests_acknowledged_at_check on public.callback_requests
  is 'acknowledged_at: must not be earlier than requested_at, and a pending request has none.';
comment on constraint callback_requests_completed_at_check on public.callback_requests
  is 'completed_at: must be set, with acknowledged_at, when and only when the status is completed.';
comment on constraint callback_requests_answered_at_check on public.callback_requests
  is 'acknowledged_at: must be set when the status is acknowledged.';
comment on constraint callback_requests_cancelled_at_check on public.callback_requests
  is 'cancelled_at: must be set, with cancelled_by, when and only when the status is cancelled.';
comment on constraint callback_requests_cancelled_by_check on public.callback_requests
  is 'cancelled_by: must be seller, buyer, operator or system.';
comment on constraint callback_requests_cancel_reason_check on public.callback_requests
  is 'cancel_reason: must be at most 500 characters, without control or text-direction characters, and goes only with a cancellation.';

create index callback_requests_by_seller on public.callback_requests (seller_id, requested_at desc, id desc);
create index callback_requests_by_seller_and_status on public.callback_requests (seller_id, status, requested_at desc, id desc);
create index callback_requests_by_requester on public.callback_requests (requester_id, requested_at desc, id desc);
create index callback_requests_by_listing on public.callback_requests (listing_id);
create index callback_requests_by_phone on public.callback_requests (requester_phone, requested_on);
create index callback_requests_open_by_expiry on public.callback_requests (expires_at) where status in ('pending', 'acknowledged');
create index callback_requests_open_by_seller on public.callback_requests (seller_id, expires_at) where status in ('pending', 'acknowledged');
create index callback_requests_to_remind on public.callback_requests (requested_at) where status = 'pending' and reminded_at is null;
-- Requests are written in the order of time, so a few pages of this index find the last weeks, at hardly any cost to a
-- write.
create index callback_requests_by_day on public.callback_requests using brin (requested_on) with (pages_per_range = 32);
alter table public.callback_requests enable row level security;

-- The limit per number counts what a number was used for in a day, so an edit must not take a use away.
create table callback_private.edited_phones (
  requester_phone text not null,
  used_on date not null,
  callback_request_id uuid not null,

  constraint edited_phones_pkey primary key (requester_phone, used_on, callback_request_id),
  constraint edited_phones_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade
);
comment on table callback_private.edited_phones
  is 'Numbers that a request carried before an edit and after it, with the day. Kept as long as a limit may count them.';

create index edited_phones_by_request on callback_private.edited_phones (callback_request_id);
create index edited_phones_by_day on callback_private.edited_phones (used_on);
alter table callback_private.edited_phones enable row level security;

create table callback_private.attempts (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  outcome text not null,
  attempted_at timestamptz not null default now(),

  constraint attempts_pkey primary key (id),
  constraint attempts_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint attempts_outcome_check check (outcome in ('reached', 'no_answer', 'voicemail', 'busy', 'wrong_number'))
);
comment on table callback_private.attempts
  is 'The calls that sellers made, and how each went. Written by log_callback_attempt only.';
comment on column callback_private.attempts.seller_id
  is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on constraint attempts_outcome_check on callback_private.attempts
  is 'outcome: must be reached, no_answer, voicemail, busy or wrong_number.';

create index attempts_by_request on callback_private.attempts (callback_request_id, attempted_at, id);
alter table callback_private.attempts enable row level security;

-- Which telephone numbers exist, to which country they belong and which may be called. The rows are the numbering plans
-- of libphonenumber, replaced at each migrate, because numbering plans change with every release of it. A number is its
-- digits without the plus sign, at most 15 of them, so a bigint holds it and two lengths never meet. An index scan
-- reads all matches on a page at once, and "the last range that begins at or below a number" matches half of a page:
-- small pages make every phone check quicker.
create table callback_private.phone_ranges (
  first_number bigint not null,
  last_number bigint not null,
  region text not null,
  callable boolean not null,

  constraint phone_ranges_pkey primary key (first_number) with (fillfactor = 10),
  constraint phone_ranges_same_length check (length(last_number::text) = length(first_number::text)),
  constraint phone_ranges_order check (last_number >= first_number),
  constraint phone_ranges_region_format check (region ~ '^([A-Z]{2}|001)$')
);
comment on table callback_private.phone_ranges is 'Allocated telephone numbers: data, replaced at each migrate.';
comment on column callback_private.phone_ranges.region
  is 'ISO 3166 code of the country; 001 for calling codes of no country, such as satellites.';
comment on column callback_private.phone_ranges.callable
  is 'False for premium rate, shared cost, personal, pager and voicemail numbers.';
comment on constraint phone_ranges_same_length on callback_private.phone_ranges
  is 'last_number: must have as many digits as first_number.';
comment on constraint phone_ranges_order on callback_private.phone_ranges
  is 'last_number: must not be less than first_number.';
comment on constraint phone_ranges_region_format on callback_private.phone_ranges
  is 'region: must be a two-letter country code, or 001.';

alter table callback_private.phone_ranges enable row level security;
