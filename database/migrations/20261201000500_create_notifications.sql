-- What each side of a request was notified of: the inbox in the app, and the beginning of every delivery.

create table callback_private.notification_types (
  name text not null,
  title text not null,
  message text not null,
  default_channels text[] not null,
  event_type text not null,
  to_status text,
  recipients text[] not null,
  sent_while text[] not null,
  replaces text[] not null default '{}',

  constraint notification_types_pkey primary key (name),
  constraint notification_types_to_status_check check (
    to_status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  constraint notification_types_recipients_check check (recipients <@ array['buyer', 'seller']),
  constraint notification_types_sent_while_check check (
    sent_while <@ array['pending', 'acknowledged', 'completed', 'cancelled', 'expired']),
  constraint notification_types_default_channels_check check (default_channels <@ array['email', 'push', 'sms'])
);
comment on table callback_private.notification_types
  is 'The types of notifications: data, replaced at each migrate (functions/notifications/notification_types.sql).';
comment on column callback_private.notification_types.message is 'A format: first the other side''s name, then the listing''s title.';
comment on column callback_private.notification_types.default_channels is 'How it leaves the app for a person without preferences.';
comment on column callback_private.notification_types.event_type
  is 'The type of the events that cause it, each once: a name of callback_private.event_types.';
comment on column callback_private.notification_types.to_status is 'Only events that lead to this status; null for any.';
comment on column callback_private.notification_types.recipients
  is 'The sides that are notified; the one that acted itself is not.';
comment on column callback_private.notification_types.sent_while
  is 'The statuses of the request in which it still leaves the app; in any other it is outdated.';
comment on column callback_private.notification_types.replaces
  is 'Types about the same request that need not leave any more when this one is about to.';
comment on constraint notification_types_default_channels_check on callback_private.notification_types
  is 'default_channels: must be email, push or sms.';
comment on constraint notification_types_to_status_check on callback_private.notification_types
  is 'to_status: must be a status of callback_requests.';
comment on constraint notification_types_recipients_check on callback_private.notification_types
  is 'recipients: must be buyer or seller.';
comment on constraint notification_types_sent_while_check on callback_private.notification_types
  is 'sent_while: must be statuses of callback_requests.';

create table public.callback_request_notifications (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  recipient_id :person_id not null,
  seller_id :person_id not null,
  notification_type text not null,
  event_id bigint not null,

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
  constraint callback_request_notifications_once unique (callback_request_id, recipient_id, notification_type, event_id),
  constraint callback_request_notifications_notification_type_check check (length(notification_type) between 1 and 60),
  constraint callback_request_notifications_title_check check (length(title) between 1 and 200),
  constraint callback_request_notifications_message_check check (length(message) between 1 and 1000),
  constraint callback_request_notifications_status_check check (status in ('pending', 'sent', 'delivered', 'failed', 'suppressed'))
)
-- What becomes of a notification's deliveries is written into it soon after it was made. With room left on its page, no
-- index has to be touched for that; it halves what a delivery writes to the log.
with (fillfactor = 80);

comment on table public.callback_request_notifications
  is 'What each side was notified of, once per request, recipient, type and occasion.';
comment on column public.callback_request_notifications.event_id
  is 'The occasion: the event (callback_private.events.id) that caused it.';
comment on column public.callback_request_notifications.seller_id
  is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on constraint callback_request_notifications_notification_type_check on public.callback_request_notifications
  is 'notification_type: must be a name of callback_private.notification_types.';
comment on constraint callback_request_notifications_title_check on public.callback_request_notifications
  is 'title: must be 1 to 200 characters.';
comment on constraint callback_request_notifications_message_check on public.callback_request_notifications
  is 'message: must be 1 to 1000 characters.';
comment on constraint callback_request_notifications_status_check on public.callback_request_notifications
  is 'status: must be pending, sent, delivered, failed or suppressed.';

create index callback_request_notifications_by_recipient on public.callback_request_notifications (recipient_id, created_at desc, id desc);
create index callback_request_notifications_unread on public.callback_request_notifications (recipient_id, created_at desc, id desc) where read_at is null;
-- Notifications are written in the order of time, so a few pages of this index find the last weeks, at hardly any cost
-- to a write.
create index callback_request_notifications_by_age on public.callback_request_notifications using brin (created_at) with (pages_per_range = 32);
alter table callback_private.notification_types enable row level security;
alter table public.callback_request_notifications enable row level security;
