-- What was known at the moment of a request, written once: for its risk now, and for learning later. Nothing that becomes known afterwards.
-- Numbers, addresses, devices and texts are kept as keyed hashes only, and those only for a while.

create table callback_private.hash_keys (
  id bigint generated always as identity,
  inner_key bytea not null,
  outer_key bytea not null,
  made_at timestamptz not null default now(),

  constraint hash_keys_pkey primary key (id),
  constraint hash_keys_length_check check (length(inner_key) = 64 and length(outer_key) = 64)
);
comment on table callback_private.hash_keys
  is 'The keys of the hashes in request_facts: the present one and the one before. With an older key what it hashed is forgotten.';
comment on column callback_private.hash_keys.inner_key is 'The key, padded for the inner hash of HMAC-SHA256. [not personal]';
comment on column callback_private.hash_keys.outer_key is 'The key, padded for the outer hash of HMAC-SHA256. [not personal]';
comment on constraint hash_keys_length_check on callback_private.hash_keys is 'inner_key: must be 64 bytes, like outer_key.';

-- Without CHECKs: each costs a create more than its value here, which nobody but one function writes.
create table callback_private.request_facts (
  callback_request_id uuid not null,
  happened_at timestamptz not null,
  requester_id callback_private.person_id not null,
  seller_id callback_private.person_id not null,
  listing_id callback_private.listing_id not null,

  phone_hash uuid,
  ip_hash uuid,
  device_hash uuid,
  text_hash uuid,

  account_age_days integer,
  is_verified boolean,
  trust_score numeric,
  completed_before integer,
  requests_hour integer,
  requests_day integer,
  refused_day integer,
  seller_requests_hour integer,

  phone_kind text not null,
  phone_is_own boolean,
  phone_is_sellers boolean,
  phone_is_anothers boolean,
  phone_people integer,
  phone_sellers_day integer,
  device_people integer,
  ip_people integer,
  ip_new_people integer,

  text_length integer,
  has_link boolean,
  text_sellers_day integer,
  similar_sellers_day integer,
  text_people_day integer,

  constraint request_facts_pkey primary key (callback_request_id)
);
comment on table callback_private.request_facts is 'The facts of each request at its moment. Written once, by create_request.';
comment on column callback_private.request_facts.callback_request_id is 'The request''s id; of a refused one, the id that it would have had.';
comment on column callback_private.request_facts.requester_id is 'The buyer. [personal: request_facts; staff]';
comment on column callback_private.request_facts.seller_id is 'The seller. [personal: request_facts; staff]';
comment on column callback_private.request_facts.listing_id is 'What the call is about. [personal: request_facts; staff]';
comment on column callback_private.request_facts.phone_hash is 'Of the number; null after settings.identifiers_kept_for. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.ip_hash is 'Of the IP address, or the /64 of IPv6, where a trusted caller gave it. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.device_hash is 'Of the random id that the app keeps. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.text_hash is 'Of the message''s fingerprint. [personal: identifiers; staff, as equal or not]';
comment on column callback_private.request_facts.trust_score is 'As the marketplace has it. [personal: request_facts; staff]';
comment on column callback_private.request_facts.account_age_days is 'Whole days since the marketplace has had the account. [personal: request_facts; staff]';
comment on column callback_private.request_facts.completed_before is 'Of the buyer''s last 50 requests, how many were completed.';
comment on column callback_private.request_facts.requests_hour is 'The buyer''s requests in an hour, this one included, whatever became of them.';
comment on column callback_private.request_facts.refused_day is 'Refusals in a day of this account or device: of numbers that may not be called, and by risk.';
comment on column callback_private.request_facts.seller_requests_hour is 'The seller''s requests in an hour, this one included; at most 100.';
comment on column callback_private.request_facts.phone_kind is 'ordinary, fictional or patterned (repeated or running digits). [not personal]';
comment on column callback_private.request_facts.phone_is_own is 'It is the number of the buyer''s verified profile.';
comment on column callback_private.request_facts.phone_is_anothers is 'It was the own number of another person.';
comment on column callback_private.request_facts.phone_people is 'How many accounts gave the number while hashes are kept, this one included; as device_people and ip_people. Of the last 200 requests. [personal: request_facts; staff]';
comment on column callback_private.request_facts.phone_sellers_day is 'How many sellers were given the number in a day. [personal: request_facts; staff]';
comment on column callback_private.request_facts.ip_people is 'How many accounts came from the address in a day. [personal: request_facts; staff]';
comment on column callback_private.request_facts.ip_new_people is 'How many of those were younger than a week. [personal: request_facts; staff]';
comment on column callback_private.request_facts.text_sellers_day is 'How many sellers got this text in a day from this account, device or number, this one included.';
comment on column callback_private.request_facts.similar_sellers_day is 'The same with texts that are nearly equal.';
comment on column callback_private.request_facts.text_people_day is 'How many accounts sent this text in a day.';

create index request_facts_by_requester on callback_private.request_facts (requester_id, happened_at);
create index request_facts_by_phone on callback_private.request_facts (phone_hash, happened_at) where phone_hash is not null;
create index request_facts_by_ip on callback_private.request_facts (ip_hash, happened_at) where ip_hash is not null;
create index request_facts_by_device on callback_private.request_facts (device_hash, happened_at) where device_hash is not null;
create index request_facts_by_text on callback_private.request_facts (text_hash, happened_at) where text_hash is not null;
create index request_facts_to_forget on callback_private.request_facts (happened_at) where phone_hash is not null;
-- Rows are written in the order of time.
create index request_facts_by_age on callback_private.request_facts using brin (happened_at) with (pages_per_range = 32);

alter table callback_private.settings
  add column request_facts_kept_for interval not null default interval '400 days',
  add column identifiers_kept_for interval not null default interval '30 days',
  add column trusted_proxies integer,
  add column offered_texts text[] not null default '{}',
  add constraint settings_request_facts_kept_for_check check (
    request_facts_kept_for between interval '1 day' and interval '5 years'),
  add constraint settings_identifiers_kept_for_check check (identifiers_kept_for between interval '1 day' and interval '90 days'),
  add constraint settings_trusted_proxies_check check (trusted_proxies between 1 and 10),
  add constraint settings_offered_texts_check check (
    cardinality(offered_texts) <= 100 and length(array_to_string(offered_texts, '')) <= 20000);
comment on column callback_private.settings.request_facts_kept_for
  is 'How long the facts of requests are kept, for learning: counts and ages, without numbers, addresses or texts.';
comment on column callback_private.settings.identifiers_kept_for
  is 'How long keyed hashes of numbers, IP addresses, devices and texts are kept, to recognize abuse; their key changes as often.';
comment on column callback_private.settings.trusted_proxies
  is 'On Supabase: how many proxies before PostgREST add to X-Forwarded-For; the address that many from its end is the buyer''s. '
    'Null: addresses are not used.';
comment on column callback_private.settings.offered_texts
  is 'Messages that the marketplace offers its buyers to send as they are; many may send the same one.';
comment on constraint settings_offered_texts_check on callback_private.settings
  is 'offered_texts: must be at most 100 texts of 20000 characters together.';
comment on constraint settings_request_facts_kept_for_check on callback_private.settings
  is 'request_facts_kept_for: must be between 1 day and 5 years.';
comment on constraint settings_identifiers_kept_for_check on callback_private.settings
  is 'identifiers_kept_for: must be between 1 day and 90 days.';
comment on constraint settings_trusted_proxies_check on callback_private.settings
  is 'trusted_proxies: must be between 1 and 10, or null.';

alter table callback_private.hash_keys enable row level security;
alter table callback_private.request_facts enable row level security;
