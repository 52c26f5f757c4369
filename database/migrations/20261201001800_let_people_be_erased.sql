-- A person can be erased and the totals stay: what is counted outlives them without their id, in rows that say so.

alter table public.callback_requests
  alter column requester_id drop not null,
  alter column seller_id drop not null,
  alter column listing_id drop not null,
  alter column requester_phone drop not null,
  alter column requester_name drop not null,
  add column erased_at timestamptz,
  add column requester_hash text,
  add column seller_hash text,
  add constraint callback_requests_requester_name_kept_check check (
    case when erased_at is null then num_nulls(requester_id, seller_id, requester_name) = 0
      else status in ('completed', 'cancelled', 'expired') end),
  add constraint callback_requests_hashes_check check (
    coalesce(length(requester_hash), 0) in (0, 64) and coalesce(length(seller_hash), 0) in (0, 64)),
  add constraint callback_requests_requester_phone_kept_check check (
    requester_phone is not null or status in ('completed', 'cancelled', 'expired'));
comment on column public.callback_requests.erased_at
  is 'When a person of it was erased, or all of it after settings.requests_kept_for: what they wrote is gone, and their id.';
comment on column public.callback_requests.requester_hash
  is 'In place of the id of a buyer who was erased, the keyed hash of it; empty when both persons are forgotten.';
comment on column public.callback_requests.seller_hash is 'The same of the seller.';
comment on constraint callback_requests_requester_name_kept_check on public.callback_requests
  is 'requester_name: is required.';
comment on constraint callback_requests_hashes_check on public.callback_requests
  is 'requester_hash: must be a hash, or empty.';
comment on constraint callback_requests_requester_phone_kept_check on public.callback_requests
  is 'requester_phone: is required.';

-- What the retention of numbers and of whole requests still has to do, oldest first.
create index callback_requests_with_number
  on public.callback_requests ((coalesce(completed_at, cancelled_at, expires_at)))
  where requester_phone is not null and status in ('completed', 'cancelled', 'expired');
create index callback_requests_with_people
  on public.callback_requests ((coalesce(completed_at, cancelled_at, expires_at)))
  where (requester_hash = '') is not true and status in ('completed', 'cancelled', 'expired');

alter table public.callback_request_notifications
  alter column recipient_id drop not null,
  alter column seller_id drop not null;
alter table callback_private.events
  alter column seller_id drop not null,
  alter column requester_id drop not null;
alter table callback_private.attempts alter column seller_id drop not null;
alter table callback_private.confirmations alter column seller_id drop not null;

alter table callback_private.deliveries
  drop constraint deliveries_notification_id_check,
  drop constraint deliveries_person_id_check,
  add constraint deliveries_notification_id_check check ((subject_kind = 'notification') = (notification_id is not null)),
  add constraint deliveries_person_id_check check (
    case recipient_kind when 'person' then person_id is not null or status <> 'pending' else person_id is null end);
comment on column callback_private.deliveries.person_id
  is 'Null when they were erased; such a delivery is not sent, and what still comes of it leaves no trace of them.';
comment on constraint deliveries_notification_id_check on callback_private.deliveries
  is 'notification_id: must be set when and only when the subject is a notification.';
comment on constraint deliveries_person_id_check on callback_private.deliveries
  is 'person_id: must be set when and only when the recipient is a person who was not erased.';

-- The key of the hashes that stand in place of erased people's ids. It leaves with a dump, on purpose: there the hashes
-- must still fit.
create table callback_private.erasure_key (
  only_row boolean not null default true,
  key bytea not null,

  constraint erasure_key_pkey primary key (only_row),
  constraint erasure_key_only_row_check check (only_row),
  constraint erasure_key_key_check check (length(key) = 32)
);
comment on table callback_private.erasure_key
  is 'The secret of the hashes in place of erased people''s ids: one row, made at installation.';
comment on constraint erasure_key_only_row_check on callback_private.erasure_key
  is 'only_row: must be true; there is one row.';
comment on constraint erasure_key_key_check on callback_private.erasure_key is 'key: must be 32 bytes.';
insert into callback_private.erasure_key (key)
  select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

create table callback_private.erasures (
  person_hash text not null,
  erased_at timestamptz not null default now(),

  constraint erasures_pkey primary key (person_hash)
);
comment on table callback_private.erasures
  is 'Who was erased and when, as hashes: a restored backup is rid of them again, and nobody starts over on the same day.';
create index erasures_by_age on callback_private.erasures (erased_at);

alter table callback_private.erasure_key enable row level security;
alter table callback_private.erasures enable row level security;
