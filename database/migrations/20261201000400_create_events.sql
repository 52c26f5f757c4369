-- Append-only: everything that happened. Statistics, history, live updates and audit read from here. A request that is
-- deleted leaves its events (they hold ids only), so there is no foreign key. id alone is not commit order: read them
-- by (xact_id, id), below pg_snapshot_xmin (functions/insight/stats.sql).
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
  edited_fields text[],

  constraint events_pkey primary key (xact_id, id),
  constraint events_event_type_check check (event_type in (
    'request_created', 'status_changed', 'request_edited', 'call_attempted', 'seller_reminded', 'request_deleted')),
  constraint events_actor_check check (actor in ('buyer', 'seller', 'system')),
  constraint events_from_status_check check (from_status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  constraint events_to_status_check check (to_status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  constraint events_edited_fields_check check (
    edited_fields <@ array['requester_phone', 'requester_name', 'message', 'preferred_time', 'preferred_days', 'time_zone']),
  constraint events_edited_check check ((event_type = 'request_edited') = (edited_fields is not null))
);

comment on table callback_private.events is 'Everything that happened to callback requests, append-only.';
comment on constraint events_event_type_check on callback_private.events
  is 'event_type: must be request_created, status_changed, request_edited, call_attempted, seller_reminded or request_deleted.';
comment on constraint events_actor_check on callback_private.events is 'actor: must be buyer, seller or system.';
comment on constraint events_from_status_check on callback_private.events
  is 'from_status: must be a status of callback_requests.';
comment on constraint events_to_status_check on callback_private.events
  is 'to_status: must be a status of callback_requests.';
comment on constraint events_edited_fields_check on callback_private.events
  is 'edited_fields: must be fields that the buyer may edit.';
comment on constraint events_edited_check on callback_private.events
  is 'edited_fields: must be set when and only when the event is request_edited.';

create index events_by_request on callback_private.events (callback_request_id, id);
create index events_by_seller on callback_private.events (seller_id, xact_id, id);
create index events_by_requester on callback_private.events (requester_id, xact_id, id);
alter table callback_private.events enable row level security;
