-- All requests as operators list and search them, newest first. A page looks at so many of them and no more, and its cursor continues: a filter
-- that hardly any request passes must not read a million.

-- Those of p_ids in that order, a line of a list each. A person or a listing that is gone leaves its place empty.
create or replace function callback_private.operator_requests_json(p_ids uuid[], p_sees_numbers boolean)
returns jsonb[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select jsonb_build_object(
      'id', r.id,
      'status', callback_private.effective_status(r.status, r.expires_at),
      'priority', r.priority,
      'cancelled_by', r.cancelled_by,
      'requested_at', r.requested_at,
      'expires_at', r.expires_at,
      'updated_at', r.updated_at,
      'buyer', jsonb_build_object('id', r.requester_id::text, 'name', callback_private.masked_text(r.requester_name)),
      'seller', jsonb_build_object('id', r.seller_id::text, 'name', callback_private.masked_text(seller.full_name)),
      'listing', jsonb_build_object('id', r.listing_id::text, 'title', callback_private.masked_text(listing.title)),
      'phone_masked', case when p_sees_numbers then callback_private.masked_phone(r.requester_phone) end,
      'country', nullif((callback_private.phone_range(r.requester_phone)).region, '001'),
      'attempts_count', made.attempts,
      'last_attempt_at', made.last_at,
      'deliveries', written.deliveries)
    from unnest((select p_ids)) with ordinality asked (id, place)
    cross join lateral (select * from public.callback_requests x where x.id = asked.id offset 0) r
    left join lateral (select * from callback_private.profile(r.seller_id) offset 0) seller on true
    left join lateral (select * from callback_private.listing(r.listing_id) offset 0) listing on true
    cross join lateral (
      select count(*) as attempts, max(a.attempted_at) as last_at from callback_private.attempts a where a.callback_request_id = r.id
    ) made
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.status, 'count', d.count)
        order by d.channel, d.status), '[]') as deliveries
      from callback_private.request_deliveries(r.id) d
    ) written
    order by asked.place);
end
$$;

-- How many deliveries about a request are in which state.
create or replace function callback_private.request_deliveries(p_request_id uuid)
returns table (channel text, status text, count bigint) language plpgsql stable rows 4 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select d.channel, d.status, count(*)
    from public.callback_request_notifications n
    join callback_private.deliveries d on d.notification_id = n.id
    where n.callback_request_id = p_request_id
    group by d.channel, d.status;
end
$$;

-- The requests that a search means (operator_source.sql) or all, newest first, from a place on.
create or replace function callback_private.operator_candidates(
  p_source record,
  p_from timestamptz,
  p_before_at timestamptz,
  p_before_id uuid,
  p_limit integer
)
returns table (id uuid, requested_at timestamptz, status text, expires_at timestamptz, requester_phone text)
language plpgsql stable rows 100 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if p_source.matched_by is null then
    return query
      select r.id, r.requested_at, r.status, r.expires_at, r.requester_phone
      from public.callback_requests r
      where r.requested_at >= p_from and (r.requested_at, r.id) < (p_before_at, p_before_id)
      order by r.requested_at desc, r.id desc limit p_limit;
  elsif p_source.matched_by in ('person_id', 'email', 'name') then
    return query
      select distinct on (r.requested_at, r.id) r.id, r.requested_at, r.status, r.expires_at, r.requester_phone
      from unnest(p_source.person_ids) p (id)
      cross join lateral (
        (select * from public.callback_requests x
          where x.requester_id = p.id and x.requested_at >= p_from and (x.requested_at, x.id) < (p_before_at, p_before_id)
          order by x.requested_at desc, x.id desc limit p_limit)
        union all
        (select * from public.callback_requests x
          where x.seller_id = p.id and x.requested_at >= p_from and (x.requested_at, x.id) < (p_before_at, p_before_id)
          order by x.requested_at desc, x.id desc limit p_limit)
      ) r
      order by r.requested_at desc, r.id desc limit p_limit;
  else
    return query
      select r.id, r.requested_at, r.status, r.expires_at, r.requester_phone
      from callback_private.requests_of_source(p_source) r
      where r.requested_at >= p_from and (r.requested_at, r.id) < (p_before_at, p_before_id)
      order by r.requested_at desc, r.id desc limit p_limit;
  end if;
end
$$;

-- What a search means by an id, a number or listings: few enough to be sorted.
create or replace function callback_private.requests_of_source(p_source record)
returns setof public.callback_requests language plpgsql stable rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  case p_source.matched_by
    when 'request_id' then
      return query select * from public.callback_requests r where r.id between p_source.first_id and p_source.last_id;
    when 'phone' then
      return query select * from public.callback_requests r where r.requester_phone = p_source.phone;
    when 'phone_ending' then
      return query select * from callback_private.requests_by_ending(p_source.endings);
    else
      return query select * from public.callback_requests r where r.listing_id = any (p_source.listing_ids);
  end case;
end
$$;

-- The ids of one page. p_filter: { status, country, channel, channel_state }, nulls for what is not asked for.
create or replace function callback_private.operator_page(
  p_source record,
  p_filter record,
  p_from timestamptz,
  p_cursor record,
  p_limit integer,
  p_all boolean,
  out ids uuid[],
  out next_cursor text,
  out partial boolean
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_by_delivery constant boolean := coalesce(p_filter.channel, p_filter.channel_state) is not null;
  v_most constant integer := case
    when coalesce(p_filter.status, p_filter.country) is null and not v_by_delivery then p_limit
    when p_all then 200000 else 2000 end;
  v_codes constant text[] := callback_private.calling_patterns(p_filter.country);
  v_seen integer := 0;
  v_row record;
  v_last record;
begin
  ids := '{}';
  partial := false;
  for v_row in
    select c.id, c.requested_at,
      (p_filter.status is null or p_filter.status = callback_private.effective_status(c.status, c.expires_at))
      and (p_filter.country is null or (c.requester_phone like any (v_codes)
        and p_filter.country = (callback_private.phone_range(c.requester_phone)).region))
      and (not v_by_delivery or exists (
        select from callback_private.request_deliveries(c.id) d
        where d.channel = coalesce(p_filter.channel, d.channel) and d.status = coalesce(p_filter.channel_state, d.status))) as fits
    from callback_private.operator_candidates(p_source, p_from, p_cursor.before_at, p_cursor.before_id, v_most + 1) c
  loop
    if v_seen = v_most or (v_row.fits and cardinality(ids) = p_limit) then
      next_cursor := callback_private.cursor_of(v_last.requested_at, v_last.id);
      partial := cardinality(ids) < p_limit;
      exit;
    end if;
    if v_row.fits then
      ids := ids || v_row.id;
    end if;
    v_seen := v_seen + 1;
    v_last := v_row;
  end loop;
end
$$;

-- What the numbers of a country begin with; null without a country.
create or replace function callback_private.calling_patterns(p_country text)
returns text[] language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select distinct callback_private.calling_code('+' || r.first_number) || '%' from callback_private.phone_ranges r where r.region = p_country);
end
$$;

-- execute: users
create or replace function callback_private.search_callback_requests(
  p_search text,
  p_all boolean,
  p_status text,
  p_from timestamptz,
  p_to timestamptz,
  p_country text,
  p_channel text,
  p_channel_state text,
  p_limit integer,
  p_cursor text,
  p_operator_id uuid
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_sees_numbers constant boolean := callback_private.sees_numbers(v_operator_id);
  v_all constant boolean := coalesce(p_all, false);
  v_limit constant integer := coalesce(p_limit, 20);
  v_source record;
  v_filter record;
  v_cursor record;
  v_page record;
begin
  perform callback_private.check_page(p_status, v_limit, 0);
  v_cursor := callback_private.read_cursor(p_cursor);
  if p_to <= v_cursor.before_at then
    v_cursor.before_at := p_to;
    v_cursor.before_id := '00000000-0000-0000-0000-000000000000';
  end if;
  v_source := callback_private.operator_source(callback_private.read_operator_search(p_search), v_sees_numbers, v_all);
  perform callback_private.note_number_search(v_operator_id, p_search, v_sees_numbers, v_source.matched_by is not null);
  select p_status as status, upper(p_country) as country, p_channel as channel, p_channel_state as channel_state into v_filter;
  if p_search is not null and v_source.matched_by is null then
    return json_build_object('items', '[]'::json, 'matched_by', null, 'partial', v_source.partial, 'next_cursor', null);
  end if;
  v_page := callback_private.operator_page(v_source, v_filter, coalesce(p_from, '-infinity'), v_cursor, v_limit, v_all);
  return json_build_object(
    'items', callback_private.operator_requests_json(v_page.ids, v_sees_numbers),
    'matched_by', v_source.matched_by,
    'partial', v_source.partial or v_page.partial,
    'next_cursor', v_page.next_cursor);
end
$$;

create or replace function callback_private.read_operator_search(p_search text)
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  v_search constant text := callback_private.trimmed(p_search);
begin
  if p_search is not null and (length(v_search) <= 100) is not true then
    perform callback_private.refuse_input('search', 'search must be 1 to 100 characters.');
  end if;
  return v_search;
end
$$;

-- A search by number is in the audit, with the number's last two digits. A viewer's is none, which is told where nothing else was found.
create or replace function callback_private.note_number_search(
  p_operator_id uuid,
  p_search text,
  p_sees_numbers boolean,
  p_is_found boolean
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_digits constant text := callback_private.searched_digits(callback_private.trimmed(p_search));
begin
  if v_digits is null then
    return;
  end if;
  if p_sees_numbers then
    perform callback_private.write_audit(p_operator_id, 'search_by_phone', 'phone', '••' || right(v_digits, 2));
  elsif not p_is_found then
    perform callback_private.refuse('forbidden', 'Only an operator with the role support may search by phone number.');
  end if;
end
$$;

-- execute: users
create or replace function public.search_callback_requests(
  p_search text default null,
  p_all boolean default false,
  p_status text default null,
  p_from timestamptz default null,
  p_to timestamptz default null,
  p_country text default null,
  p_channel text default null,
  p_channel_state text default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.search_callback_requests(p_search, p_all, p_status, p_from, p_to, p_country, p_channel, p_channel_state, p_limit, p_cursor, p_operator_id);
end $$;
comment on function public.search_callback_requests is 'For operators: a page of all requests, or of those that p_search means: { items, matched_by, partial, next_cursor }.';
