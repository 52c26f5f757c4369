-- A number that must be confirmed: its buyer gets a code by SMS and enters it. Meanwhile the request waits beside those that wait for an
-- operator, and its seller has no sign of it.

alter table callback_private.held_requests
  add column code_until timestamptz,
  add column holds_day boolean not null default true;
comment on column callback_private.held_requests.code_until
  is 'Until when its buyer may confirm the number by a code. Null: it waits for an operator. It stays when the number is confirmed.';
comment on column callback_private.held_requests.holds_day
  is 'Whether it occupies its listing for that day. Not once it was sent, nor when it ended before its number was confirmed.';
update callback_private.held_requests set holds_day = false, requester_phone = null, request = jsonb_build_object('id', id)
  where decision = 'approved';

drop index callback_private.held_requests_one_per_listing_and_day;
create unique index held_requests_one_per_listing_and_day on callback_private.held_requests (requester_id, listing_id, requested_on)
  where holds_day;

create table callback_private.phone_codes (
  id uuid not null,
  callback_request_id uuid not null,
  phone_prefix text not null,
  hash_key_id bigint not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '5 minutes',
  tries integer not null default 0,
  confirmed_at timestamptz,

  constraint phone_codes_pkey primary key (id),
  constraint phone_codes_callback_request_id_fkey foreign key (callback_request_id)
    references callback_private.held_requests (id) on delete cascade,
  constraint phone_codes_tries_check check (tries between 0 and 5)
);
comment on table callback_private.phone_codes
  is 'Codes that were sent to confirm a number; of a request the latest counts. The digits are nowhere: they follow from the id and its key.';
comment on column callback_private.phone_codes.phone_prefix
  is 'The number without its last four digits, for the limit on unconfirmed codes. [personal: held_requests; nobody]';
comment on column callback_private.phone_codes.hash_key_id is 'The key of callback_private.hash_keys that the digits follow from.';
comment on column callback_private.phone_codes.tries is 'How often a code was entered.';
comment on constraint phone_codes_tries_check on callback_private.phone_codes is 'tries: must be 0 to 5.';
create index phone_codes_by_request on callback_private.phone_codes (callback_request_id, created_at);
create index phone_codes_unconfirmed on callback_private.phone_codes (created_at, phone_prefix) where confirmed_at is null;

create table callback_private.confirmed_phones (
  person_id callback_private.person_id not null,
  phone text not null,
  verified_at timestamptz not null default now(),

  constraint confirmed_phones_pkey primary key (person_id, phone),
  constraint confirmed_phones_phone_check check (phone ~ '^\+[1-9][0-9]{6,14}$')
);
comment on table callback_private.confirmed_phones
  is 'Numbers that a person confirmed by a code, for which they are not asked again during settings.confirmed_phone_kept_for.';
comment on column callback_private.confirmed_phones.person_id is 'Who confirmed it. [personal: confirmed_phones; the person]';
comment on column callback_private.confirmed_phones.phone is 'The number, as requests have it. [personal: confirmed_phones; the person]';
comment on constraint confirmed_phones_phone_check on callback_private.confirmed_phones
  is 'phone: must be an international number such as +14155550123.';
create index confirmed_phones_by_age on callback_private.confirmed_phones (verified_at);

alter table callback_private.request_facts add column phone_is_confirmed boolean;
create index request_facts_by_seller on callback_private.request_facts (seller_id);
comment on column callback_private.request_facts.phone_is_confirmed is 'The buyer had confirmed the number by a code.';

alter table callback_private.deliveries
  add column phone_code_id uuid,
  drop constraint deliveries_subject_kind_check,
  add constraint deliveries_subject_kind_check check (subject_kind in ('notification', 'alert', 'code')),
  add constraint deliveries_phone_code_id_fkey foreign key (phone_code_id) references callback_private.phone_codes (id) on delete cascade,
  add constraint deliveries_phone_code_id_check check ((subject_kind = 'code') = (phone_code_id is not null));
comment on column callback_private.deliveries.phone_code_id is 'The code that it brings. [not personal]';
comment on constraint deliveries_subject_kind_check on callback_private.deliveries is 'subject_kind: must be notification, alert or code.';
comment on constraint deliveries_phone_code_id_check on callback_private.deliveries
  is 'phone_code_id: must be set when and only when the subject is a code.';
create unique index deliveries_of_code on callback_private.deliveries (phone_code_id) where phone_code_id is not null;

alter table callback_private.alerts
  drop constraint alerts_kind_check,
  add constraint alerts_kind_check check (kind in ('channel_failing', 'queue_old', 'flood', 'maintenance_late', 'code_pumping'));
comment on column callback_private.alerts.subject
  is 'The channel, where it is about one; of code_pumping, what the numbers begin with.';
comment on constraint alerts_kind_check on callback_private.alerts
  is 'kind: must be channel_failing, queue_old, flood, maintenance_late or code_pumping.';

alter table callback_private.settings
  add column risk_code_at integer,
  add column codes_per_person_per_day integer not null default 6,
  add column unconfirmed_codes_per_prefix_per_day integer not null default 10,
  add column confirmed_phone_kept_for interval not null default interval '180 days',
  add constraint settings_risk_code_at_check check (risk_code_at between 40 and 1000),
  add constraint settings_codes_per_person_per_day_check check (codes_per_person_per_day between 1 and 100),
  add constraint settings_unconfirmed_codes_per_prefix_per_day_check check (unconfirmed_codes_per_prefix_per_day between 3 and 10000),
  add constraint settings_confirmed_phone_kept_for_check check (confirmed_phone_kept_for between interval '1 day' and interval '2 years');
comment on column callback_private.settings.risk_code_at
  is 'Risk points from which a buyer must confirm the number by a code that we text them. Where no SMS can be sent, the request waits for '
    'an operator. Null: nobody is asked for a code.';
comment on column callback_private.settings.codes_per_person_per_day
  is 'How many codes a buyer can be sent in a day. After that, requests that need a code wait for an operator.';
comment on column callback_private.settings.unconfirmed_codes_per_prefix_per_day
  is 'How many requests in a day may leave their codes unconfirmed, with numbers that differ only in their last four digits. '
    'After that, such numbers get no more codes, and an alert is sent.';
comment on column callback_private.settings.confirmed_phone_kept_for
  is 'How long a buyer needs no new code for a number that they confirmed.';
comment on constraint settings_risk_code_at_check on callback_private.settings is 'risk_code_at: must be between 40 and 1000, or null.';
comment on constraint settings_codes_per_person_per_day_check on callback_private.settings
  is 'codes_per_person_per_day: must be between 1 and 100.';
comment on constraint settings_unconfirmed_codes_per_prefix_per_day_check on callback_private.settings
  is 'unconfirmed_codes_per_prefix_per_day: must be between 3 and 10000.';
comment on constraint settings_confirmed_phone_kept_for_check on callback_private.settings
  is 'confirmed_phone_kept_for: must be between 1 day and 2 years.';

alter table callback_private.phone_codes enable row level security;
alter table callback_private.confirmed_phones enable row level security;
