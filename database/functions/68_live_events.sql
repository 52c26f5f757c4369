-- Live updates follow the events by a cursor, "<xact_id>-<id>" of the last one read. Only events below pg_snapshot_xmin are given: every
-- transaction below it has ended, so none that commits late is ever passed over, and a cursor means the same to every process.

-- The two numbers of a cursor; NULL for what is none. Eighteen digits, so that none is too large for its type.
create or replace function callback_private.read_event_cursor(p_cursor text, out xact_id xid8, out id bigint)
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if p_cursor ~ '^[0-9]{1,18}-[0-9]{1,18}$' then
    xact_id := split_part(p_cursor, '-', 1)::xid8;
    id := split_part(p_cursor, '-', 2)::bigint;
  end if;
end
$$;

-- The answer both functions below give. A cursor from the future was given out by another cluster, or by a primary that has failed.
create or replace function callback_private.event_page(p_events jsonb, p_cursor text, p_is_lost boolean)
returns jsonb language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object('events', p_events, 'cursor', p_cursor, 'is_lost', p_is_lost, 'read_at', clock_timestamp());
end
$$;

create or replace function callback_private.event_json(p_event public.callback_events)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'cursor', p_event.xact_id || '-' || p_event.id,
    'id', p_event.id,
    'event_type', p_event.event_type,
    'callback_request_id', p_event.callback_request_id,
    'seller_id', p_event.seller_id,
    'requester_id', p_event.requester_id,
    'status', p_event.to_status,
    'happened_at', p_event.happened_at);
end
$$;

-- Everybody's next events, at most p_limit, for a process that passes them on: one read for all whom it serves. Without a cursor: none, and
-- the cursor from which to go on. is_lost says that the cursor leads nowhere and events may have been missed.
create or replace function callback_private.follow_callback_events(p_after text, p_limit integer)
returns jsonb language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  v_horizon xid8;
  v_after record;
  v_events jsonb;
begin
  perform callback_private.require_trusted();
  v_horizon := pg_snapshot_xmin(pg_current_snapshot());
  v_after := callback_private.read_event_cursor(p_after);
  if v_after.xact_id is null or v_after.xact_id > v_horizon then
    return callback_private.event_page('[]', v_horizon || '-0', p_after is not null);
  end if;
  v_events := to_jsonb(array(
    select callback_private.event_json(e) from public.callback_events e
    where (e.xact_id, e.id) > (v_after.xact_id, v_after.id) and e.xact_id < v_horizon
    order by e.xact_id, e.id
    limit p_limit));
  return callback_private.event_page(
    v_events,
    case when jsonb_array_length(v_events) < p_limit then v_horizon || '-0' else v_events -> -1 ->> 'cursor' end,
    false);
end
$$;

-- What one person has missed since a cursor, and their unread count. is_lost says that the cursor is unknown here, or so old that more than
-- p_limit events followed: then none is given, and whoever asks reads everything anew.
create or replace function callback_private.resume_callback_events(p_user_id uuid, p_after text, p_limit integer)
returns jsonb language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  v_horizon xid8;
  v_after record;
  v_events jsonb;
  v_is_lost boolean := false;
begin
  perform callback_private.require_trusted();
  v_horizon := pg_snapshot_xmin(pg_current_snapshot());
  v_after := callback_private.read_event_cursor(p_after);
  if v_after.xact_id <= v_horizon then
    v_events := callback_private.own_events_after(p_user_id, v_after.xact_id, v_after.id, v_horizon, p_limit + 1);
  end if;
  if v_events is null or jsonb_array_length(v_events) > p_limit then
    v_events := '[]';
    v_is_lost := p_after is not null;
  end if;
  return callback_private.event_page(v_events, v_horizon || '-0', v_is_lost)
    || jsonb_build_object('unread', callback_private.get_unread_callback_notification_count(p_user_id));
end
$$;

create or replace function callback_private.own_events_after(
  p_user_id uuid,
  p_xact_id xid8,
  p_id bigint,
  p_before xid8,
  p_limit integer
)
returns jsonb language plpgsql stable
set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  return to_jsonb(array(
    select callback_private.event_json(own.event) from (
      (select e as event, e.xact_id, e.id from public.callback_events e
        where e.seller_id = p_user_id and (e.xact_id, e.id) > (p_xact_id, p_id) and e.xact_id < p_before
        order by e.xact_id, e.id limit p_limit)
      union all
      (select e, e.xact_id, e.id from public.callback_events e
        where e.requester_id = p_user_id and (e.xact_id, e.id) > (p_xact_id, p_id) and e.xact_id < p_before
        order by e.xact_id, e.id limit p_limit)
    ) own
    order by own.xact_id, own.id
    limit p_limit));
end
$$;

-- Unread counts of many people at once: { "<id>": count }.
create or replace function callback_private.count_unread_notifications(p_user_ids uuid[])
returns jsonb language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  perform callback_private.require_trusted();
  return (
    select coalesce(jsonb_object_agg(person.id, (
      select count(*) from public.callback_request_notifications n where n.recipient_id = person.id and n.read_at is null)), '{}')
    from (select distinct u.id from unnest(p_user_ids) u (id) where u.id is not null) person);
end
$$;
