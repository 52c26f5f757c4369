-- The seller's list with requests whose preferred time is now on top. Only the seller's newest 200 can be on top, so the cost is the same
-- however many there are. A cursor keeps the time of its first page, so that all pages agree on what is on top, whatever happens
-- meanwhile: no request is skipped. One that is edited after it was shown on top comes a second time.

-- The requests on top: of the newest 200 at p_at, those that were open with a preferred time then. One that has ended since stays; one
-- that was edited since does not, as nothing keeps what was preferred before.
create or replace function callback_private.preferred_at(p_seller_id callback_private.person_id, p_at timestamptz)
returns uuid[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select r.id
    from (
      select * from public.callback_requests r
      where r.seller_id = p_seller_id and r.requested_at <= p_at
      order by r.requested_at desc, r.id desc limit 200) r
    where (r.preferred_time is not null or r.preferred_days is not null)
      and least(r.expires_at, r.completed_at, r.cancelled_at) > p_at
      and (r.edited_at > p_at) is not true
      and lower((callback_private.preferred_ranges(
        r.preferred_time, r.preferred_days, callback_private.preferred_zone(r.time_zone, r.requester_id), p_at, r.expires_at, 0))[1]) <= p_at);
end
$$;

-- p_top first, then all others that existed at p_judged_at; continues after the row (p_before_at, p_before_id) of the first part or, with
-- p_is_rest, of the second.
create or replace function callback_private.page_below_top(
  p_user_id callback_private.person_id,
  p_status text,
  p_top uuid[],
  p_judged_at timestamptz,
  p_is_rest boolean,
  p_before_at timestamptz,
  p_before_id uuid,
  p_limit integer
)
returns setof public.callback_requests language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  if not p_is_rest then
    return query
      select * from public.callback_requests r
      where r.id = any (p_top) and r.seller_id = p_user_id and (r.requested_at, r.id) < (p_before_at, p_before_id)
        and (p_status is null or p_status = callback_private.effective_status(r.status, r.expires_at))
      order by r.requested_at desc, r.id desc limit p_limit;
    p_before_at := p_judged_at;
    p_before_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  end if;
  return query
    select * from callback_private.page_of_requests(
      'seller', p_user_id, p_status, p_before_at, p_before_id, 0, p_limit + cardinality(p_top)) r
    where r.id <> all (p_top);
end
$$;

create or replace function callback_private.top_cursor_of(p_at timestamptz, p_id uuid, p_is_rest boolean, p_judged_at timestamptz)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return format('%s.%s.%s', callback_private.cursor_of(p_at, p_id), p_is_rest::integer, (extract(epoch from p_judged_at) * 1000000)::bigint);
end
$$;

-- Without a cursor this is the first page, as of now.
create or replace function callback_private.read_top_cursor(
  p_cursor text,
  out before_at timestamptz,
  out before_id uuid,
  out is_rest boolean,
  out judged_at timestamptz
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_parts constant text[] := regexp_match(p_cursor, '^([A-Za-z0-9_-]{32})\.([01])\.(\d{1,16})$');
begin
  if p_cursor is not null and v_parts is null then
    perform callback_private.refuse_input('cursor', 'cursor must be the next_cursor of an earlier page.');
  end if;
  select c.before_at, c.before_id into before_at, before_id from callback_private.read_cursor(v_parts[1]) c;
  is_rest := coalesce(v_parts[2] = '1', false);
  judged_at := coalesce(timestamptz 'epoch' + v_parts[3]::bigint * interval '1 microsecond', now());
end
$$;

create or replace function callback_private.preferred_page(
  p_user_id callback_private.person_id,
  p_status text,
  p_cursor text,
  p_limit integer,
  out ids uuid[],
  out next_cursor text
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_cursor constant record := callback_private.read_top_cursor(p_cursor);
  v_top constant uuid[] := callback_private.preferred_at(p_user_id, v_cursor.judged_at);
  v_request public.callback_requests;
  v_last public.callback_requests;
begin
  ids := '{}';
  for v_request in
    select * from callback_private.page_below_top(
      p_user_id, p_status, v_top, v_cursor.judged_at, v_cursor.is_rest, v_cursor.before_at, v_cursor.before_id, p_limit + 1)
  loop
    if cardinality(ids) = p_limit then
      next_cursor := callback_private.top_cursor_of(v_last.requested_at, v_last.id, v_last.id <> all (v_top), v_cursor.judged_at);
      exit;
    end if;
    ids := ids || v_request.id;
    v_last := v_request;
  end loop;
end
$$;
