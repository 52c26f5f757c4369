-- What happened. Which types of events there are, and who may learn of each, is data: functions/live/event_types.sql.
create table callback_private.event_types (
  name text not null,
  audience text[] not null,

  constraint event_types_pkey primary key (name),
  constraint event_types_audience_check check (audience <@ array['buyer', 'seller', 'operator'])
);
comment on table callback_private.event_types is 'The types of events: data, replaced at each migrate.';
comment on column callback_private.event_types.audience is 'The sides of a request that learn of such an event. An event of a type that is not here shows to nobody.';
comment on constraint event_types_audience_check on callback_private.event_types is 'audience: must be buyer, seller or operator.';

-- Append-only: everything that happened. Statistics, history, live updates and audit read from here. A request that is
-- deleted leaves its events (they hold ids only), so there is no foreign key. id alone is not commit order: read them
-- by (xact_id, id), below pg_snapshot_xmin (functions/insight/stats.sql).
create table callback_private.events (
  id bigint generated always as identity,
  xact_id xid8 not null default pg_current_xact_id(),
  happened_at timestamptz not null default now(),
  event_type text not null,
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  requester_id callback_private.person_id not null,
  actor text not null,
  operator_id uuid,
  from_status text,
  to_status text,
  data jsonb not null default '{}',

  constraint events_pkey primary key (xact_id, id),
  constraint events_actor_check check (actor in ('buyer', 'seller', 'operator', 'system')),
  constraint events_operator_id_check check ((actor = 'operator') = (operator_id is not null)),
  constraint events_from_status_check check (from_status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  constraint events_to_status_check check (to_status in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired')),
  constraint events_data_check check (jsonb_typeof(data) = 'object')
);

comment on table callback_private.events is 'Everything that happened to callback requests, append-only.';
comment on column callback_private.events.event_type is 'A name of callback_private.event_types. No foreign key: it would lock one row for all that write.';
comment on column callback_private.events.operator_id is 'Which operator. Shown to no buyer and no seller. Operators are never deleted, so there is no foreign key.';
comment on column callback_private.events.data is 'What the type says beyond the columns: fields of an edit, reason of a cancellation, outcome and attempt_id of a call. Only what its whole audience may see.';
comment on constraint events_actor_check on callback_private.events is 'actor: must be buyer, seller, operator or system.';
comment on constraint events_operator_id_check on callback_private.events is 'operator_id: must be set when and only when the actor is operator.';
comment on constraint events_from_status_check on callback_private.events
  is 'from_status: must be a status of callback_requests.';
comment on constraint events_to_status_check on callback_private.events
  is 'to_status: must be a status of callback_requests.';
comment on constraint events_data_check on callback_private.events is 'data: must be a JSON object.';

create index events_by_request on callback_private.events (callback_request_id, id);
create index events_by_seller on callback_private.events (seller_id, xact_id, id);
create index events_by_requester on callback_private.events (requester_id, xact_id, id);
alter table callback_private.event_types enable row level security;
alter table callback_private.events enable row level security;
