-- The zone of a buyer's preferredTimes, edits, the calls that a seller made, and what the operator's overview counts by.

-- Lives here, not in functions/, because a constraint stands on it: a name of the IANA database that this server knows. The outline is asked
-- first, because PostgreSQL also takes abbreviations and "posix+5", which no reader's calendar understands. Strict: no zone costs nothing.
create function callback_private.is_time_zone(p_name text)
returns boolean language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
begin
  if length(p_name) > 64 or p_name !~ '^(UTC|Etc/(UTC|GMT([+-][0-9]{1,2})?)|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Za-z]+([_-][A-Za-z]+)*){1,2})$' then
    return false;
  end if;
  perform timestamptz '2000-01-01 00:00:00+00' at time zone p_name;
  return true;
exception when invalid_parameter_value then
  return false;
end
$$;

alter table public.callback_requests
  add column time_zone text,
  add constraint callback_requests_time_zone_check check (callback_private.is_time_zone(time_zone));
comment on column public.callback_requests.time_zone is 'IANA name of the zone in which preferred_days and preferred_time are meant.';
comment on constraint callback_requests_time_zone_check on public.callback_requests is 'time_zone: must be a time zone name such as Europe/Paris.';

-- Requests and notifications are written in the order of time, so a few pages of these tell where the last weeks lie, at hardly any cost to a write.
create index callback_requests_by_day on public.callback_requests using brin (requested_on) with (pages_per_range = 32);
create index callback_request_notifications_by_age on public.callback_request_notifications using brin (created_at) with (pages_per_range = 32);

alter table callback_private.events
  add column edited_fields text[],
  drop constraint events_event_type_check,
  add constraint events_event_type_check check (
    event_type in ('request_created', 'status_changed', 'request_edited', 'call_attempted', 'request_deleted')),
  add constraint events_edited_fields_check check (
    edited_fields <@ array['requester_phone', 'requester_name', 'message', 'preferred_time', 'preferred_days', 'time_zone']),
  add constraint events_edited_check check ((event_type = 'request_edited') = (edited_fields is not null));
comment on constraint events_event_type_check on callback_private.events is 'event_type: must be request_created, status_changed, request_edited, call_attempted or request_deleted.';
comment on constraint events_edited_fields_check on callback_private.events is 'edited_fields: must be fields that the buyer may edit.';
comment on constraint events_edited_check on callback_private.events is 'edited_fields: must be set when and only when the event is request_edited.';

create table callback_private.attempts (
  id uuid not null default gen_random_uuid(),
  callback_request_id uuid not null,
  seller_id uuid not null,
  outcome text not null,
  attempted_at timestamptz not null default now(),

  constraint attempts_pkey primary key (id),
  constraint attempts_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint attempts_outcome_check check (outcome in ('reached', 'no_answer', 'voicemail', 'busy', 'wrong_number'))
);
comment on table callback_private.attempts is 'The calls that sellers made, and how each went. Written by log_callback_attempt only.';
comment on column callback_private.attempts.seller_id is 'The request''s seller, so that a request and all that belongs to it can live on one shard.';
comment on constraint attempts_outcome_check on callback_private.attempts is 'outcome: must be reached, no_answer, voicemail, busy or wrong_number.';

create index attempts_by_request on callback_private.attempts (callback_request_id, attempted_at, id);
alter table callback_private.attempts enable row level security;

-- These get a further parameter; two functions of one name would leave a call ambiguous.
drop function if exists public.create_callback_request(uuid, uuid, uuid, text, text, text, text, text, text[], text);
drop function if exists callback_private.create_callback_request(uuid, uuid, uuid, text, text, text, text, text, text[], text);
drop function if exists public.list_callback_requests(text, text, integer, text, uuid);
drop function if exists callback_private.list_callback_requests(text, text, integer, text, uuid);

-- This one gives one answer less.
drop function if exists callback_private.request_obstacle(uuid, uuid, uuid, text);

-- An index scan reads all matches on a page at once, and "the last range that begins at or below a number" matches half of a page: small
-- pages make every phone check quicker.
alter index callback_private.phone_ranges_pkey set (fillfactor = 10);
reindex index callback_private.phone_ranges_pkey;
