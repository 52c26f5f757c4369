-- Lists, newest first, or for a seller with requests whose preferred time is now on top (preferred_first.sql). Pages go by keyset (requested_at, id); an
-- offset is accepted for the callers that the requirement shows.

-- One page of raw rows. The planner is kept to the ordered indexes: a plan made for the average seller must not sort a hundred thousand
-- rows for a big one. Overdue rows are few (a job tidies them up), so "expired" adds them from their own index (offset 0
-- keeps the planner from walking all the seller's requests for them instead).
create or replace function callback_private.page_of_requests(
  p_as text,
  p_user_id callback_private.person_id,
  p_status text,
  p_before_at timestamptz,
  p_before_id uuid,
  p_offset integer,
  p_limit integer
)
returns setof public.callback_requests language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  if p_as = 'buyer' then
    return query
      select * from public.callback_requests r
      where r.requester_id = p_user_id and (r.requested_at, r.id) < (p_before_at, p_before_id)
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
    perform callback_private.refuse_input('offset', 'offset must be between 0 and 10000; use the cursor to go further.');
  end if;
end
$$;

-- A cursor is the place after which a page begins, opaque to callers: a tampered one is refused, and leads nowhere else if it is not.
create or replace function callback_private.cursor_of(p_at timestamptz, p_id uuid)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return translate(encode(int8send((extract(epoch from p_at) * 1000000)::bigint) || uuid_send(p_id), 'base64'), '+/=', '-_');
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
  before_at := timestamptz 'epoch' + ('x' || encode(substring(v_bytes from 1 for 8), 'hex'))::bit(64)::bigint * interval '1 microsecond';
exception when datetime_field_overflow or interval_field_overflow then
  perform callback_private.refuse_input('cursor', 'cursor must be the next_cursor of an earlier page.');
end
$$;

-- One row more than asked for tells whether there is a next page.
create or replace function callback_private.newest_page(
  p_as text,
  p_user_id callback_private.person_id,
  p_status text,
  p_cursor text,
  p_limit integer,
  out ids uuid[],
  out next_cursor text
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_cursor constant record := callback_private.read_cursor(p_cursor);
  v_request public.callback_requests;
  v_last public.callback_requests;
begin
  ids := '{}';
  for v_request in
    select * from callback_private.page_of_requests(
      p_as, p_user_id, p_status, v_cursor.before_at, v_cursor.before_id, 0, p_limit + 1)
  loop
    if cardinality(ids) = p_limit then
      next_cursor := callback_private.cursor_of(v_last.requested_at, v_last.id);
      exit;
    end if;
    ids := ids || v_request.id;
    v_last := v_request;
  end loop;
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
  p_order text
)
returns json language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_limit constant integer := coalesce(p_limit, 20);
  v_page record;
begin
  if p_as is null or p_as not in ('seller', 'buyer') then
    perform callback_private.refuse_input('as', 'as must be seller or buyer.');
  end if;
  if p_order not in ('newest', 'preferred_now') or (p_order = 'preferred_now' and (p_as = 'buyer' or p_search is not null)) then
    perform callback_private.refuse_input('order', 'order must be newest or, for a seller without a search, preferred_now.');
  end if;
  perform callback_private.check_page(p_status, v_limit, 0);
  if p_search is not null then
    v_page := callback_private.search_page(p_as, v_user_id, p_status, p_cursor, v_limit, p_search);
  elsif p_order = 'preferred_now' then
    v_page := callback_private.preferred_page(v_user_id, p_status, p_cursor, v_limit);
  else
    v_page := callback_private.newest_page(p_as, v_user_id, p_status, p_cursor, v_limit);
  end if;
  return json_build_object('items', callback_private.requests_json(v_page.ids, v_user_id, false), 'next_cursor', v_page.next_cursor);
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
  p_order text default 'newest'
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_requests(p_as, p_status, p_limit, p_cursor, p_user_id, p_search, p_order);
end $$;
comment on function public.list_callback_requests is 'A page of the caller''s requests, as seller or as buyer, newest first: { items, next_cursor }. p_search: part of a text in it. p_order: preferred_now puts a seller''s requests on top whose preferred time is now.';

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
      p_as, v_user_id, p_status, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', v_offset, v_limit) r);
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
