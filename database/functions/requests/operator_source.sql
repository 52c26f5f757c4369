-- What an operator's search means: one box takes an id, a number, a mail address, a name or a title. Each is tried by its index, in that order,
-- and the first that finds requests counts.

create or replace function callback_private.operator_source(
  p_search text,
  p_sees_numbers boolean,
  p_all boolean,
  out matched_by text,
  out first_id uuid,
  out last_id uuid,
  out phone text,
  out endings text[],
  out listing_ids callback_private.listing_id[],
  out person_ids callback_private.person_id[],
  out partial boolean
)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_search constant text := callback_private.trimmed(p_search);
  v_digits constant text := callback_private.searched_digits(v_search);
  v_until constant timestamptz := case when p_all then 'infinity' else clock_timestamp() + interval '300 milliseconds' end;
  v_found record;
begin
  partial := false;
  if v_search is null then
    return;
  end if;
  -- A number of digits alone may begin an id too, and is more often a number.
  if v_digits is not null and p_sees_numbers then
    select n.matched_by, n.phone, n.endings into matched_by, phone, endings from callback_private.find_number(v_digits) n;
  end if;
  if matched_by is null and v_search ~* '^[0-9a-f]{8}[0-9a-f-]*$' and length(replace(v_search, '-', '')) <= 32 then
    first_id := rpad(replace(v_search, '-', ''), 32, '0')::uuid;
    last_id := rpad(replace(v_search, '-', ''), 32, 'f')::uuid;
    if exists (select from public.callback_requests r where r.id between first_id and last_id) then
      matched_by := 'request_id';
    end if;
  end if;
  if matched_by is null then
    listing_ids := array[callback_private.listing_of(v_search)];
    if exists (select from public.callback_requests r where r.listing_id = listing_ids[1]) then
      matched_by := 'listing_id';
    end if;
  end if;
  if matched_by is null then
    person_ids := callback_private.with_requests(array[v_search]);
    if person_ids <> '{}' then
      matched_by := 'person_id';
    end if;
  end if;
  if matched_by is null and length(v_search) > 1 then
    v_found := callback_private.find_people(v_search, 200, v_until - (v_until - clock_timestamp()) / 2);
    person_ids := callback_private.with_requests(v_found.ids);
    partial := v_found.partial;
    if person_ids <> '{}' then
      matched_by := v_found.matched_by;
    elsif v_search not like '%@%' then
      v_found := callback_private.search_host('callback_private.host_listings', 'id', array['lower(v.title) like $1'],
        callback_private.beginning_pattern(v_search), 200, v_until);
      listing_ids := v_found.ids;
      partial := partial or v_found.partial;
      if exists (select from public.callback_requests r where r.listing_id = any (listing_ids)) then
        matched_by := 'listing_title';
      end if;
    end if;
  end if;
end
$$;

-- People by their mail address or the beginning of their name, at most p_most.
create or replace function callback_private.find_people(
  p_search text,
  p_most integer,
  p_deadline timestamptz,
  out matched_by text,
  out ids text[],
  out partial boolean
)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  if p_search like '%@%' then
    matched_by := 'email';
    select f.ids, f.partial into ids, partial
      from callback_private.search_host('callback_private.host_profiles', 'id',
        array['v.email = $1 or v.email = lower($1)', 'lower(v.email) = lower($1)'], p_search, p_most, p_deadline) f;
  else
    matched_by := 'name';
    select f.ids, f.partial into ids, partial
      from callback_private.search_host('callback_private.host_profiles', 'id', array['lower(v.full_name) like $1'],
        callback_private.beginning_pattern(p_search), p_most, p_deadline) f;
  end if;
end
$$;

-- Those of the ids whose people sent or received a request.
create or replace function callback_private.with_requests(p_ids text[])
returns callback_private.person_id[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select p.id from unnest(p_ids) i (id) cross join lateral (select callback_private.person_of(i.id) as id offset 0) p
    where exists (select from public.callback_requests r where r.requester_id = p.id)
      or exists (select from public.callback_requests r where r.seller_id = p.id));
end
$$;

-- The digits of what looks like a phone number, or like its end: four or more, with nothing between them but what people write there.
create or replace function callback_private.searched_digits(p_search text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_plain constant text := replace(callback_private.plain_digits(p_search), '(0)', '');
begin
  return case when v_plain ~ '^[0-9 +()./~-]+$' then
    substring(regexp_replace(v_plain, '[^0-9]', '', 'g') from '^\d{4,18}$') end;
end
$$;

-- Which requests' numbers the digits are: one whole number, or what numbers end with.
create or replace function callback_private.find_number(
  p_digits text,
  out matched_by text,
  out phone text,
  out endings text[]
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  phone := '+' || ltrim(p_digits, '0');
  if exists (select from public.callback_requests r where r.requester_phone = find_number.phone) then
    matched_by := 'phone';
    return;
  end if;
  phone := null;
  endings := callback_private.number_endings(p_digits);
  if exists (select from callback_private.requests_by_ending(endings)) then
    matched_by := 'phone_ending';
  end if;
end
$$;

create or replace function callback_private.requests_by_ending(p_endings text[])
returns setof public.callback_requests language plpgsql stable rows 100 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select * from public.callback_requests r
    where right(r.requester_phone, 4) = any (array(select right(e.ending, 4) from unnest(p_endings) e (ending)))
      and r.requester_phone like any (array(select '%' || e.ending from unnest(p_endings) e (ending)));
end
$$;

-- What a stored number may end with, when a person gives these digits: without the trunk zeros of a whole number, and without the extra digits
-- of number_forms(). A zero after the calling code (+44 020 …) goes too.
create or replace function callback_private.number_endings(p_digits text)
returns text[] language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_number constant text := case when length(p_digits) >= 7 then ltrim(p_digits, '0') else p_digits end;
begin
  return array(
    select distinct e.ending
    from (values
      (p_digits),
      (v_number),
      (substring(v_number from '^80?(\d{8,})$')),
      (regexp_replace(v_number, '^(\d{2})15(\d{6,8})$', '\1\2')),
      (regexp_replace(v_number, '^(\d{3})15(\d{5,7})$', '\1\2')),
      (regexp_replace(v_number, '^(\d{4})15(\d{4,6})$', '\1\2')),
      (regexp_replace(v_number, '^(\d{1,3})0(\d{7,})$', '\1\2'))
    ) e (ending)
    where length(e.ending) >= 4);
end
$$;
