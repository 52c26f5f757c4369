-- Live updates give each event once, as soon as its transaction has committed, whatever other transactions stay open
-- meanwhile.
--
-- A cursor is a snapshot as PostgreSQL writes it, "<xmin>:<xmax>:<xip>,<xip>…": what it shows has been given. Next
-- comes what is shown now and was not then: the transactions that were in progress (xip) and have committed since, and
-- those from xmax on. So a transaction that stays open takes a place in the list and no more, one that commits late is
-- not passed over, and a cursor means the same to every process.
--
-- In the middle of a page it is "<snapshot>/<xact_id>-<id>": of the transaction xact_id, which the snapshot shows, only
-- the events up to id have been given. xact_id is that of the whole transaction, also where a subtransaction wrote the
-- event, as in snapshots.

-- The parts of a cursor; given is NULL for what is none, and for one from the future: of another cluster, or of a
-- primary that has failed. Eighteen digits, so that no number is too large for its type; as many transactions in
-- progress as stream_snapshot() leaves.
create or replace function callback_private.read_stream_cursor(
  p_cursor text,
  p_now pg_snapshot,
  out given pg_snapshot,
  out xact_id xid8,
  out id bigint
)
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if p_cursor ~ '^[0-9]{1,18}:[0-9]{1,18}:([0-9]{1,18}(,[0-9]{1,18}){0,19})?(/[0-9]{1,18}-[0-9]{1,18})?$' then
    given := split_part(p_cursor, '/', 1)::pg_snapshot;
    xact_id := split_part(nullif(split_part(p_cursor, '/', 2), ''), '-', 1)::xid8;
    id := split_part(nullif(split_part(p_cursor, '/', 2), ''), '-', 2)::bigint;
    if pg_snapshot_xmax(given) > pg_snapshot_xmax(p_now) or not pg_visible_in_snapshot(xact_id, given) then
      given := null;
    end if;
  end if;
exception when invalid_text_representation then -- the numbers of no snapshot
  given := null;
end
$$;

-- What may be given by now: what is visible, but nothing from the twenty-first transaction in progress on, so that a
-- cursor stays short however many write at once; twenty may stay open for long before others wait for them. A standby
-- does not know which are in progress.
create or replace function callback_private.stream_snapshot()
returns pg_snapshot language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_now constant pg_snapshot := pg_current_snapshot();
  v_xip constant xid8[] := array(select pg_snapshot_xip(v_now));
begin
  if pg_is_in_recovery() then
    return format('%1$s:%1$s:', pg_snapshot_xmin(v_now));
  end if;
  return format('%s:%s:%s',
    pg_snapshot_xmin(v_now), coalesce(v_xip[21], pg_snapshot_xmax(v_now)), array_to_string(v_xip[:20], ','));
end
$$;

-- The cursor behind an event, when a page leads from one snapshot to another by (xact_id, id): transactions up to this
-- one are as the later snapshot shows them, those after it still as the earlier one does.
create or replace function callback_private.stream_cursor(p_from pg_snapshot, p_to pg_snapshot, p_xact_id xid8,
  p_id bigint)
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  v_xmax constant xid8 := greatest(pg_snapshot_xmax(p_from), (p_xact_id::text::bigint + 1)::text::xid8);
  v_xip constant xid8[] := array(
    select x from pg_snapshot_xip(p_to) x where x <= p_xact_id
    union all
    select x from pg_snapshot_xip(p_from) x where x > p_xact_id
    order by 1);
begin
  return format('%s:%s:%s/%s-%s', coalesce(v_xip[1], v_xmax), v_xmax, array_to_string(v_xip, ','), p_xact_id, p_id);
end
$$;

-- Where the events are that p_now shows and a cursor does not, in the order in which they are given: the rest of the
-- cursor's transaction (0), each that was in progress and no longer is (1), those that began since (2). Each stretch
-- begins behind (xact_id, id) and ends with last_xact_id; its own xmax p_now does not show. What is still in progress
-- is not looked at, however many events it has written.
create or replace function callback_private.stream_stretches(p_given pg_snapshot, p_xact_id xid8, p_id bigint,
  p_now pg_snapshot)
returns table (place integer, xact_id xid8, id bigint, last_xact_id xid8)
language plpgsql immutable rows 3 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select 0, p_xact_id, p_id, p_xact_id where p_xact_id is not null
    union all
    select 1, x, 0::bigint, x from pg_snapshot_xip(p_given) x where pg_visible_in_snapshot(x, p_now)
    union all
    select 2, pg_snapshot_xmax(p_given), 0::bigint, pg_snapshot_xmax(p_now);
end
$$;

-- The answer both functions below give.
create or replace function callback_private.event_page(p_events jsonb, p_cursor text, p_is_lost boolean)
returns jsonb language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object('events', p_events, 'cursor', p_cursor, 'is_lost', p_is_lost, 'read_at', clock_timestamp());
end
$$;

create or replace function callback_private.event_json(p_event callback_private.events, p_cursor text)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'cursor', p_cursor,
    'id', p_event.id,
    'event_type', p_event.event_type,
    'callback_request_id', p_event.callback_request_id,
    'seller_id', p_event.seller_id::text,
    'requester_id', p_event.requester_id::text,
    'status', p_event.to_status,
    'happened_at', p_event.happened_at);
end
$$;

-- Everyone's next events, at most p_limit, for a process that passes them on: one read for all whom it serves. Each
-- names its audience, and the process passes it to those sides alone. Without a cursor: none, and the cursor from which
-- to go on. is_lost says that the cursor leads nowhere and events may have been missed.
-- execute: service
create or replace function callback_private.follow_callback_events(p_after text, p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now pg_snapshot;
  v_after record;
  v_audiences jsonb;
  v_events jsonb;
begin
  perform callback_private.require_trusted();
  v_now := callback_private.stream_snapshot();
  v_after := callback_private.read_stream_cursor(p_after, v_now);
  if v_after.given is null then
    return callback_private.event_page('[]', v_now::text, p_after is not null);
  end if;
  v_audiences := (select jsonb_object_agg(t.name, t.audience) from callback_private.event_types t);
  v_events := to_jsonb(array(
    select callback_private.event_json(found.event, callback_private.stream_cursor(
        v_after.given, case s.place when 0 then v_after.given else v_now end, found.xact_id, found.id))
      || jsonb_build_object('audience', coalesce(v_audiences -> found.event_type, '[]'))
    from callback_private.stream_stretches(v_after.given, v_after.xact_id, v_after.id, v_now) s
    cross join lateral (
      select e as event, e.event_type, e.xact_id, e.id from callback_private.events e
      where (e.xact_id, e.id) > (s.xact_id, s.id) and e.xact_id <= s.last_xact_id
      order by e.xact_id, e.id limit p_limit
    ) found
    order by s.place, found.xact_id, found.id
    limit p_limit));
  return callback_private.event_page(
    v_events,
    case when jsonb_array_length(v_events) < p_limit then v_now::text else v_events -> -1 ->> 'cursor' end,
    false);
end
$$;

-- What one person has missed since a cursor, and their unread count. is_lost says that the cursor is unknown here, or
-- so old that more than p_limit events followed: then none is given, and the client reads everything again.
-- execute: service
create or replace function callback_private.resume_callback_events(p_user_id callback_private.person_id, p_after text,
  p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now pg_snapshot;
  v_events jsonb;
  v_is_lost boolean := false;
begin
  perform callback_private.require_trusted();
  v_now := callback_private.stream_snapshot();
  v_events := callback_private.own_events_after(p_user_id, p_after, v_now, p_limit + 1);
  if v_events is null or jsonb_array_length(v_events) > p_limit then
    v_events := '[]';
    v_is_lost := p_after is not null;
  end if;
  return callback_private.event_page(v_events, v_now::text, v_is_lost)
    || jsonb_build_object('unread', callback_private.get_unread_callback_notification_count(p_user_id));
end
$$;

-- Those whose audience is the side that the person has in the request. NULL for a cursor that is none.
-- What they ask for begins at the end of an index. Behind a transaction that stays open most of a table may lie there
-- for all that the planner knows, and it would read everything; the costs that this feigns would make PostgreSQL 15
-- compile the plan, so JIT is off.
create or replace function callback_private.own_events_after(p_user_id callback_private.person_id, p_after text,
  p_now pg_snapshot, p_limit integer)
returns jsonb language plpgsql stable
set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_bitmapscan = off set jit = off as $$
declare
  v_after constant record := callback_private.read_stream_cursor(p_after, p_now);
  v_for_sellers constant text[] := callback_private.event_types_for('seller');
  v_for_buyers constant text[] := callback_private.event_types_for('buyer');
begin
  if v_after.given is null then
    return null;
  end if;
  return to_jsonb(array(
    select callback_private.event_json(own.event, callback_private.stream_cursor(
      v_after.given, case s.place when 0 then v_after.given else p_now end, own.xact_id, own.id))
    from callback_private.stream_stretches(v_after.given, v_after.xact_id, v_after.id, p_now) s
    cross join lateral (
      (select e as event, e.xact_id, e.id from callback_private.events e
        where e.seller_id = p_user_id and e.event_type = any (v_for_sellers) and (e.xact_id, e.id) > (s.xact_id, s.id)
          and e.xact_id <= s.last_xact_id
        order by e.xact_id, e.id limit p_limit)
      union all
      (select e, e.xact_id, e.id from callback_private.events e
        where e.requester_id = p_user_id and e.event_type = any (v_for_buyers)
          and (e.xact_id, e.id) > (s.xact_id, s.id) and e.xact_id <= s.last_xact_id
        order by e.xact_id, e.id limit p_limit)
    ) own
    order by s.place, own.xact_id, own.id
    limit p_limit));
end
$$;

-- Unread counts of many people at once, a JSON list of their ids: { "<id>": count }.
-- execute: service
create or replace function callback_private.count_unread_notifications(p_user_ids jsonb)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return (
    select coalesce(jsonb_object_agg(person.id, (
      select count(*) from public.callback_request_notifications n where n.recipient_id = person.id
        and n.read_at is null)), '{}')
    from (
      select distinct callback_private.person_of(u.id) as id from jsonb_array_elements_text(p_user_ids) u (id)
    ) person
    where person.id is not null);
end
$$;
