-- The outbox: what is to leave for a channel, and what happened to it. A delivery has a subject and a recipient, each of a kind. A kind has a
-- column of its own that refers to it, and a CHECK that sets the column where the kind is meant and nowhere else: a new kind adds a column, a
-- CHECK, an index if each subject is delivered once, and the two functions that functions/delivery/delivery_kinds.sql describes.

create table callback_private.deliveries (
  id uuid not null default gen_random_uuid(),
  subject_kind text not null,
  notification_id uuid,
  seller_id callback_private.person_id,
  recipient_kind text not null,
  person_id callback_private.person_id,
  channel text not null,
  device_id uuid,
  status text not null default 'pending',
  attempts integer not null default 0,
  unfinished_attempts integer not null default 0,
  next_attempt_at timestamptz default now(),
  first_attempt_at timestamptz,
  send_began_at timestamptz,
  counted_on date,
  provider_id text,
  error_code text,
  secret uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  updated_at timestamptz not null default now(),

  constraint deliveries_pkey primary key (id),
  constraint deliveries_notification_id_fkey foreign key (notification_id)
    references public.callback_request_notifications (id) on delete cascade,
  constraint deliveries_subject_kind_check check (subject_kind in ('notification')),
  constraint deliveries_notification_id_check check (
    (subject_kind = 'notification') = (notification_id is not null) and (notification_id is null or seller_id is not null)),
  constraint deliveries_recipient_kind_check check (recipient_kind in ('person')),
  constraint deliveries_person_id_check check ((recipient_kind = 'person') = (person_id is not null)),
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
comment on table callback_private.deliveries
  is 'One for each subject, recipient and channel (push: and device) that it leaves by. It holds no address: that is read when it is sent.';
comment on column callback_private.deliveries.seller_id
  is 'The seller of the notification''s request, so that a request and all that belongs to it can live on one shard.';
comment on column callback_private.deliveries.device_id
  is 'A device of callback_private.devices; no foreign key, for a device may be erased and the delivery remains.';
comment on column callback_private.deliveries.unfinished_attempts
  is 'Attempts whose lease ended without a result: the worker was killed.';
comment on column callback_private.deliveries.next_attempt_at
  is 'When to look at it next. While sending: the end of the lease; sent: when to ask the provider what happened to it; parked: when to give it up.';
comment on column callback_private.deliveries.first_attempt_at is 'From when on it is tried again for settings.deliveries_retried_for.';
comment on column callback_private.deliveries.counted_on
  is 'The day in whose SMS caps it counts, however often it is tried; null before it was about to be sent.';
comment on column callback_private.deliveries.send_began_at
  is 'Set just before an SMS leaves; when its lease ends after that, its fate is unknown and it is parked, never sent blindly again.';
comment on column callback_private.deliveries.error_code
  is 'Why it failed, was suppressed or is tried again; a short code, never the provider''s text.';
comment on column callback_private.deliveries.secret is 'Makes the unsubscribe link of this delivery unguessable.';
comment on constraint deliveries_subject_kind_check on callback_private.deliveries is 'subject_kind: must be notification.';
comment on constraint deliveries_notification_id_check on callback_private.deliveries
  is 'notification_id: must be set, with seller_id, when and only when the subject is a notification.';
comment on constraint deliveries_recipient_kind_check on callback_private.deliveries is 'recipient_kind: must be person.';
comment on constraint deliveries_person_id_check on callback_private.deliveries
  is 'person_id: must be set when and only when the recipient is a person.';
comment on constraint deliveries_channel_check on callback_private.deliveries
  is 'channel: must be email, sms, expo_push or web_push.';
comment on constraint deliveries_device_id_check on callback_private.deliveries
  is 'device_id: must be set for push and for nothing else.';
comment on constraint deliveries_status_check on callback_private.deliveries
  is 'status: must be pending, sending, parked, sent, delivered, failed or suppressed.';
comment on constraint deliveries_next_attempt_at_check on callback_private.deliveries
  is 'next_attempt_at: must be set while there is something to do, and must not be at the end.';
comment on constraint deliveries_sent_at_check on callback_private.deliveries
  is 'sent_at: must be set when the status is sent or delivered.';
comment on constraint deliveries_delivered_at_check on callback_private.deliveries
  is 'delivered_at: must be set when and only when the status is delivered.';
comment on constraint deliveries_provider_id_check on callback_private.deliveries
  is 'provider_id: must be 1 to 255 characters.';
comment on constraint deliveries_error_code_check on callback_private.deliveries is 'error_code: must be a short code.';

create unique index deliveries_of_notification on callback_private.deliveries (notification_id, channel, device_id) nulls not distinct
  where notification_id is not null;
create index deliveries_due on callback_private.deliveries (channel, next_attempt_at) where next_attempt_at is not null;
create index deliveries_by_provider on callback_private.deliveries (provider_id) where provider_id is not null;
create index deliveries_parked on callback_private.deliveries (next_attempt_at) where status = 'parked';
-- The operator's metrics count recent failures without reading what went well.
create index deliveries_failed on callback_private.deliveries (updated_at) where status = 'failed';
create index deliveries_capped on callback_private.deliveries (updated_at)
  where status = 'suppressed' and error_code like 'sms\_cap\_%';
alter table callback_private.deliveries enable row level security;
