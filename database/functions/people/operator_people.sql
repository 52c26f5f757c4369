-- People as operators find them: by id, by a number that they gave in a request, by mail address, by the beginning of their name. The first of
-- these that finds someone counts.

-- execute: users
create or replace function callback_private.search_callback_people(p_search text, p_all boolean, p_limit integer, p_operator_id uuid)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_sees_numbers constant boolean := callback_private.sees_numbers(v_operator_id);
  v_limit constant integer := coalesce(p_limit, 20);
  v_found record;
begin
  perform callback_private.check_page(null, v_limit, 0);
  v_found := callback_private.operator_people_found(
    callback_private.read_operator_search(p_search), v_sees_numbers, coalesce(p_all, false), v_limit);
  perform callback_private.note_number_search(v_operator_id, p_search, v_sees_numbers, v_found.matched_by is not null);
  return json_build_object(
    'items', callback_private.operator_people_json(v_found.person_ids),
    'matched_by', v_found.matched_by,
    'partial', v_found.partial,
    'next_cursor', null);
end
$$;

-- execute: users
create or replace function public.search_callback_people(
  p_search text,
  p_all boolean default false,
  p_limit integer default 20,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.search_callback_people(p_search, p_all, p_limit, p_operator_id);
end $$;
comment on function public.search_callback_people is 'For operators: the people that p_search means: { items, matched_by, partial, next_cursor }.';

create or replace function callback_private.operator_people_found(
  p_search text,
  p_sees_numbers boolean,
  p_all boolean,
  p_limit integer,
  out matched_by text,
  out person_ids callback_private.person_id[],
  out partial boolean
)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_digits constant text := callback_private.searched_digits(p_search);
  v_found record;
begin
  partial := false;
  if callback_private.is_known_person(callback_private.person_of(p_search)) then
    matched_by := 'person_id';
    person_ids := array[callback_private.person_of(p_search)];
    return;
  end if;
  if v_digits is not null and p_sees_numbers then
    v_found := callback_private.find_number(v_digits);
    if v_found.matched_by is not null then
      matched_by := v_found.matched_by;
      person_ids := callback_private.buyers_of_number(v_found, p_limit + 1);
      partial := cardinality(person_ids) > p_limit;
      person_ids := person_ids[:p_limit];
      return;
    end if;
  end if;
  v_found := callback_private.find_people(p_search, p_limit,
    case when p_all then 'infinity' else clock_timestamp() + interval '300 milliseconds' end);
  partial := v_found.partial;
  person_ids := array(select callback_private.person_of(f.id) from unnest(v_found.ids) f (id));
  if person_ids <> '{}' then
    matched_by := v_found.matched_by;
  end if;
end
$$;

-- Whether the marketplace or Ringback knows them: a person who is gone may have left requests, where the marketplace's table can't say.
create or replace function callback_private.is_known_person(p_person_id callback_private.person_id)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from callback_private.profile(p_person_id))
    or exists (select from public.callback_requests r where r.requester_id = p_person_id)
    or exists (select from public.callback_requests r where r.seller_id = p_person_id);
end
$$;

-- Who gave the number that find_number() found, those who gave it last first.
create or replace function callback_private.buyers_of_number(p_found record, p_limit integer)
returns callback_private.person_id[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select r.requester_id
    from (
      select x.requester_id, x.requested_at from public.callback_requests x where x.requester_phone = p_found.phone
      union all
      select x.requester_id, x.requested_at from callback_private.requests_by_ending(p_found.endings) x) r
    group by r.requester_id order by max(r.requested_at) desc, r.requester_id limit p_limit);
end
$$;

-- Those of the ids, in that order. Requests are counted up to a thousand.
create or replace function callback_private.operator_people_json(p_ids callback_private.person_id[])
returns jsonb[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select jsonb_build_object(
      'id', asked.id::text,
      'name', callback_private.masked_text(p.full_name),
      'avatar_url', p.avatar_url,
      'is_active', coalesce(p.is_active, false),
      'is_verified', coalesce(p.is_verified, false),
      'requests_sent', (
        select count(*) from (select from public.callback_requests r where r.requester_id = asked.id limit 1000) counted),
      'requests_received', (
        select count(*) from (select from public.callback_requests r where r.seller_id = asked.id limit 1000) counted))
    from unnest(p_ids) with ordinality asked (id, place)
    left join lateral (select * from callback_private.profile(asked.id) offset 0) p on true
    order by asked.place);
end
$$;
