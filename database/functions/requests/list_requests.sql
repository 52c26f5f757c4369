-- Lists, newest first or, for a seller, in the order of needs_action.sql; all of them or what a search finds
-- (search_requests.sql). Pages go by keyset; an offset is accepted for the callers that the requirement shows.

-- One page of raw rows, newest first. The planner is kept to the ordered indexes: a plan made for the average seller
-- must not sort a hundred thousand rows for a big one. A seller's requests about one listing are few of many, so they
-- are read by the listing. Overdue rows are few (a job tidies them up), so "expired" adds them from their own index
-- (offset 0 keeps the planner from walking all the seller's requests for them instead).
create or replace function callback_private.page_of_requests(
  p_as text,
  p_user_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_before_at timestamptz,
  p_before_id uuid,
  p_offset integer,
  p_limit integer
)
returns setof public.callback_requests language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  if p_as = 'buyer' then
    return query
      (select * from public.callback_requests r
        where r.requester_id = p_user_id and (r.requested_at, r.id) < (p_before_at, p_before_id)
          and (p_listing_id is null or r.listing_id = p_listing_id)
          and (p_status is null or p_status = callback_private.effective_status(r.status, r.expires_at))
        order by r.requested_at desc, r.id desc limit p_offset + p_limit)
      union all
      select * from callback_private.held_rows(p_user_id) r
        where (r.requested_at, r.id) < (p_before_at, p_before_id) and (p_listing_id is null or r.listing_id = p_listing_id)
          and (p_status is null or p_status = callback_private.effective_status(r.status, r.expires_at))
      order by requested_at desc, id desc offset p_offset limit p_limit;
  elsif p_listing_id is not null then
    return query
      select * from (select * from public.callback_requests x where x.listing_id = p_listing_id offset 0) r
      where r.seller_id = p_user_id and (r.requested_at, r.id) < (p_before_at, p_before_id)
        and (p_status is null or p_status = callback_private.effective_status(r.status, r.expires_at))
      order by r.requested_at desc, r.id desc offset p_offset limit p_limit;
  elsif p_status is null then
    return query
      select * from public.callback_requests r
      where r.seller_id = p_user_id and (r.requested_at, r.id) < (p_before_at, p_before_id)
      order by r.requested_at desc, r.id desc offset p_offset limit p_limit;
  elsif p_status = 'expired' then
    return query
      (select * from public.callback_requests r
        where r.seller_id = p_user_id and r.status = 'expired' and (r.requested_at, r.id) < (p_before_at, p_before_id)
        order by r.requested_at desc, r.id desc limit p_offset + p_limit)
      union all
      (select * from (
          select * from public.callback_requests r
          where r.seller_id = p_user_id and r.status in ('pending', 'acknowledged') and r.expires_at <= now()
          offset 0) overdue
        where (overdue.requested_at, overdue.id) < (p_before_at, p_before_id))
      order by requested_at desc, id desc offset p_offset limit p_limit;
  else
    return query
      select * from public.callback_requests r
      where r.seller_id = p_user_id and r.status = p_status and (r.requested_at, r.id) < (p_before_at, p_before_id)
        and (p_status not in ('pending', 'acknowledged') or r.expires_at > now())
      order by r.requested_at desc, r.id desc offset p_offset limit p_limit;
  end if;
end
$$;

create or replace function callback_private.check_page(p_status text, p_limit integer, p_offset integer)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_status not in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired') then
    perform callback_private.refuse_violation('callback_requests_status_check', null);
  end if;
  if p_limit not between 1 and 100 then
    perform callback_private.refuse_input('limit', 'limit must be between 1 and 100.');
  end if;
  if p_offset not between 0 and 10000 then
    perform callback_private.refuse_input('offset',
      'offset must be between 0 and 10000; use the cursor to go further.');
  end if;
end
$$;

-- A cursor is the place after which a page begins, opaque to callers: a tampered one is refused, and leads nowhere else
-- if it is not.
create or replace function callback_private.cursor_of(p_at timestamptz, p_id uuid)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return translate(encode(int8send((extract(epoch from p_at) * 1000000)::bigint) || uuid_send(p_id), 'base64'), '+/=',
    '-_');
end
$$;

create or replace function callback_private.read_cursor(p_cursor text, out before_at timestamptz, out before_id uuid)
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_bytes bytea;
begin
  before_at := 'infinity';
  before_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  if p_cursor is null then
    return;
  end if;
  if p_cursor !~ '^[A-Za-z0-9_-]{32}$' then
    perform callback_private.refuse_input('cursor', 'cursor must be the next_cursor of an earlier page.');
  end if;
  v_bytes := decode(translate(p_cursor, '-_', '+/'), 'base64');
  before_id := encode(substring(v_bytes from 9), 'hex')::uuid;
  before_at := timestamptz 'epoch' + ('x' || encode(substring(v_bytes from 1 for 8),
    'hex'))::bit(64)::bigint * interval '1 microsecond';
exception when datetime_field_overflow or interval_field_overflow then
  perform callback_private.refuse_input('cursor', 'cursor must be the next_cursor of an earlier page.');
end
$$;

-- The rows of a list after a cursor, each with its place in the order.
create or replace function callback_private.requests_in_order(
  p_as text,
  p_user_id callback_private.person_id,
  p_status text,
  p_listing_id callback_private.listing_id,
  p_order text,
  p_cursor record,
  p_limit integer
)
returns table (place integer, at timestamptz, request public.callback_requests)
language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  if p_order = 'needs_action' then
    return query select * from callback_private.requests_by_need(p_user_id, p_status, p_listing_id, p_cursor, p_limit);
  else
    return query
      select 0, r.requested_at, r
      from callback_private.page_of_requests(
        p_as, p_user_id, p_status, p_listing_id, p_cursor.before_at, p_cursor.before_id, 0, p_limit) r;
  end if;
end
$$;

-- One page as the caller sees it.
-- execute: users
create or replace function callback_private.list_callback_requests(
  p_as text,
  p_status text,
  p_limit integer,
  p_cursor text,
  p_user_id callback_private.person_id,
  p_search text,
  p_order text,
  p_listing_id callback_private.listing_id
)
returns json language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_limit constant integer := coalesce(p_limit, 20);
  v_cursor record;
  v_page record;
begin
  if p_as is null or p_as not in ('seller', 'buyer') then
    perform callback_private.refuse_input('as', 'as must be seller or buyer.');
  end if;
  if p_order not in ('newest', 'needs_action') or (p_order = 'needs_action' and p_as = 'buyer') then
    perform callback_private.refuse_input('order', 'order must be newest or, for a seller, needs_action.');
  end if;
  perform callback_private.check_page(p_status, v_limit, 0);
  if p_order = 'needs_action' then
    v_cursor := callback_private.read_action_cursor(v_user_id, p_status, p_listing_id, p_cursor);
  else
    v_cursor := callback_private.read_cursor(p_cursor);
  end if;
  v_page := callback_private.request_page(
    p_as, v_user_id, p_status, p_listing_id, p_order, v_cursor, v_limit, p_search);
  return json_build_object('items', callback_private.requests_json(v_page.ids, v_user_id, false),
    'next_cursor', v_page.next_cursor);
end
$$;

-- execute: users
create or replace function public.list_callback_requests(
  p_as text,
  p_status text default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_user_id :person_id default null,
  p_search text default null,
  p_order text default 'newest',
  p_listing_id :listing_id default null
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_requests(p_as, p_status, p_limit, p_cursor, p_user_id, p_search, p_order,
    p_listing_id);
end $$;
comment on function public.list_callback_requests is 'A page of the caller''s requests, as seller or as buyer, newest first: { items, next_cursor }. p_search: words that it must all contain. p_order: needs_action puts a seller''s open requests first, the most urgent on top. p_listing_id: about one listing.';

-- The same by offset, as a plain array.
-- execute: users
create or replace function callback_private.list_callback_requests_by_offset(
  p_as text,
  p_user_id callback_private.person_id,
  p_status text,
  p_limit integer,
  p_offset integer
)
returns json language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_limit constant integer := coalesce(p_limit, 20);
  v_offset constant integer := coalesce(p_offset, 0);
  v_ids uuid[];
begin
  perform callback_private.check_page(p_status, v_limit, v_offset);
  v_ids := array(
    select r.id from callback_private.page_of_requests(
      p_as, v_user_id, p_status, null, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', v_offset, v_limit) r);
  return array_to_json(callback_private.requests_json(v_ids, v_user_id, false));
end
$$;

-- execute: users
create or replace function public.get_seller_callback_requests(
  p_seller_id :person_id default null,
  p_status text default null,
  p_limit integer default 20,
  p_offset integer default 0
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_requests_by_offset('seller', p_seller_id, p_status, p_limit, p_offset);
end $$;
comment on function public.get_seller_callback_requests is 'The requests that a seller received, newest first, as an array.';

-- execute: users
create or replace function public.get_requester_callback_requests(
  p_requester_id :person_id default null,
  p_status text default null,
  p_limit integer default 20,
  p_offset integer default 0
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_requests_by_offset('buyer', p_requester_id, p_status, p_limit, p_offset);
end $$;
comment on function public.get_requester_callback_requests is 'The requests that a buyer sent, newest first, as an array.';
