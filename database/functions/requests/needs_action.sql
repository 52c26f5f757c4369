-- A seller's list in the order in which requests need them: open ones by urgency, then ended ones, newest first.
--
-- Of open requests only the 200 that expire first are judged, so the cost is the same however many there are; the
-- others follow in the order in which they expire. Places in the list:
--   0 urgent, or its planned time has come   3 any other   6 open, but not among the 200
--   1 preferred time is now                  4 snoozed     7 ended
--   2 expires within a day                   5 changed since the first page
-- Within a place the oldest comes first; of 6 the one that expires first, of 7 the newest.
--
-- A cursor keeps the instant of its first page, at which all pages judge, and the last of the 200. What can change of a
-- request only moves it to a later place, so a walk skips none; one that changes after it was shown may come a second
-- time.

-- Open requests that existed at p_at, the first to expire first, after (p_after, p_after_id). One index holds them in
-- this order.
create or replace function callback_private.open_by_expiry(
  p_seller_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_at timestamptz,
  p_after timestamptz,
  p_after_id uuid,
  p_limit integer
)
returns setof public.callback_requests language plpgsql stable rows 200 set search_path = pg_catalog, pg_temp as $$
begin
  if p_status in ('completed', 'cancelled', 'expired') then
    return;
  end if;
  return query
    select * from public.callback_requests r
    where r.seller_id = p_seller_id and r.status in ('pending', 'acknowledged') and r.expires_at > now()
      and r.requested_at <= p_at
      and (r.expires_at, r.id) > (p_after, p_after_id)
      and (p_status is null or r.status = p_status) and (p_listing_id is null or r.listing_id = p_listing_id)
    order by r.expires_at, r.id limit p_limit;
end
$$;

-- The last of those that are judged; null where all open ones are.
create or replace function callback_private.last_judged(
  p_seller_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_at timestamptz,
  out expires_at timestamptz,
  out id uuid
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  select r.expires_at, r.id into expires_at, id
    from callback_private.open_by_expiry(
      p_seller_id, p_status, p_listing_id, p_at, '-infinity', '00000000-0000-0000-0000-000000000000', 200) r
    offset 199;
end
$$;

-- The open requests that are judged, up to (p_last_at, p_last_id), each with its place at p_at. Whether a preferred
-- time is now takes longer than all else, so it is worked out once for those that have the same.
create or replace function callback_private.judged_requests(
  p_seller_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_at timestamptz,
  p_last_at timestamptz,
  p_last_id uuid
)
returns table (place integer, request public.callback_requests)
language plpgsql stable rows 200 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with open as materialized (
      select r, case when r.preferred_time is not null or r.preferred_days is not null then
        jsonb_build_array(r.preferred_time, r.preferred_days,
          callback_private.preferred_zone(r.time_zone, r.requester_id)) end as preferred
      from callback_private.open_by_expiry(
        p_seller_id, p_status, p_listing_id, p_at, '-infinity', '00000000-0000-0000-0000-000000000000', 200) r
      where p_last_id is null or (r.expires_at, r.id) <= (p_last_at, p_last_id)
    ), preferred_now as materialized (
      select array_agg(d.preferred) as all
      from (select distinct on (o.preferred) o.preferred, o.r from open o where o.preferred is not null) d
      where lower((callback_private.preferred_ranges(
        (d.r).preferred_time, (d.r).preferred_days, d.preferred ->> 2, p_at, 'infinity', 0))[1]) <= p_at
    )
    select case
        when (o.r).updated_at > p_at or n.snoozed_at > p_at then 5
        when n.snoozed_until > p_at then 4
        when n.snoozed_until <= p_at or (o.r).priority = 'urgent' then 0
        when (o.r).status = 'acknowledged' and (
          select a.next_attempt_at from callback_private.attempts a where a.callback_request_id = (o.r).id
          order by a.attempted_at desc, a.id desc limit 1) <= p_at then 0
        when o.preferred = any ((select p.all from preferred_now p)::jsonb[]) then 1
        when (o.r).expires_at <= p_at + interval '24 hours' then 2
        else 3
      end, o.r
    from open o
    left join callback_private.seller_notes n on n.callback_request_id = (o.r).id;
end
$$;

-- The list after a cursor. Each part is read only where the ones before leave room, and each by an index in its order.
create or replace function callback_private.requests_by_need(
  p_seller_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_cursor record,
  p_limit integer
)
returns table (place integer, at timestamptz, request public.callback_requests)
language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
declare
  v_left integer := p_limit;
  v_count integer;
begin
  if p_cursor.place <= 5 then
    return query
      select j.place, (j.request).requested_at, j.request
      from callback_private.judged_requests(
        p_seller_id, p_status, p_listing_id, p_cursor.judged_at, p_cursor.last_at, p_cursor.last_id) j
      where (j.place, (j.request).requested_at, (j.request).id) > (p_cursor.place, p_cursor.at, p_cursor.id)
      order by j.place, (j.request).requested_at, (j.request).id limit v_left;
    get diagnostics v_count = row_count;
    v_left := v_left - v_count;
  end if;
  if p_cursor.place <= 6 and p_cursor.last_id is not null and v_left > 0 then
    return query
      select 6, r.expires_at, r
      from callback_private.open_by_expiry(
        p_seller_id, p_status, p_listing_id, p_cursor.judged_at,
        case p_cursor.place when 6 then p_cursor.at else p_cursor.last_at end,
        case p_cursor.place when 6 then p_cursor.id else p_cursor.last_id end, v_left) r;
    get diagnostics v_count = row_count;
    v_left := v_left - v_count;
  end if;
  if v_left > 0 then
    return query
      select 7, r.requested_at, r
      from callback_private.ended_requests(
        p_seller_id, p_status, p_listing_id,
        case p_cursor.place when 7 then p_cursor.at else p_cursor.judged_at end,
        case p_cursor.place when 7 then p_cursor.id else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end, v_left) r;
  end if;
end
$$;

-- A seller's ended requests, newest first.
create or replace function callback_private.ended_requests(
  p_seller_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_before_at timestamptz,
  p_before_id uuid,
  p_limit integer
)
returns setof public.callback_requests language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select r.* from unnest(array['completed', 'cancelled', 'expired']) ended (status)
    cross join lateral callback_private.page_of_requests(
      'seller', p_seller_id, ended.status, p_listing_id, p_before_at, p_before_id, 0, p_limit) r
    where p_status is null or ended.status = p_status
    order by r.requested_at desc, r.id desc limit p_limit;
end
$$;

-- p_cursor: the one of this page, for what all pages share.
create or replace function callback_private.action_cursor_of(p_place integer, p_at timestamptz, p_id uuid,
  p_cursor record)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return concat_ws('.', p_place, callback_private.cursor_of(p_at, p_id),
    (extract(epoch from p_cursor.judged_at) * 1000000)::bigint,
    callback_private.cursor_of(p_cursor.last_at, p_cursor.last_id));
end
$$;

-- Where a page begins: after (place, at, id). Without a cursor this is the first page, as of now.
create or replace function callback_private.read_action_cursor(
  p_seller_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_cursor text,
  out place integer,
  out at timestamptz,
  out id uuid,
  out judged_at timestamptz,
  out last_at timestamptz,
  out last_id uuid
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_parts constant text[] := regexp_match(p_cursor,
    '^([0-7])\.([A-Za-z0-9_-]{32})\.(\d{1,16})(?:\.([A-Za-z0-9_-]{32}))?$');
begin
  if p_cursor is null then
    place := -1;
    judged_at := now();
    select l.expires_at, l.id into last_at, last_id
      from callback_private.last_judged(p_seller_id, p_status, p_listing_id, judged_at) l;
    return;
  end if;
  if v_parts is null then
    perform callback_private.refuse_input('cursor', 'cursor must be the next_cursor of an earlier page.');
  end if;
  place := v_parts[1];
  select c.before_at, c.before_id into at, id from callback_private.read_cursor(v_parts[2]) c;
  judged_at := timestamptz 'epoch' + v_parts[3]::bigint * interval '1 microsecond';
  if v_parts[4] is not null then
    select c.before_at, c.before_id into last_at, last_id from callback_private.read_cursor(v_parts[4]) c;
  end if;
end
$$;
