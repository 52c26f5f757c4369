-- What the API and `ringback doctor` may know about the installation, without a right to read the register or the
-- marketplace themselves.

-- execute: service
create or replace function callback_private.applied_migrations()
returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.name order by m.name), '{}') from callback_private.migrations m
    where m.name <> 'functions' and m.name not like 'data/%';
$$;

-- How much of the marketplace the host views show (none, or nobody with a phone, means that a view reads the wrong
-- column), and the time zones in use. The owner asks here; others go through marketplace_summary().
create or replace function callback_private.describe_marketplace()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'people', (select count(*) from callback_private.host_profiles),
    'people_with_phone', (select count(p.phone) from callback_private.host_profiles p),
    'people_who_sign_in', callback_private.people_who_sign_in(),
    'phones', callback_private.readable_phones(),
    'missing_links', (select coalesce(jsonb_agg(l.constraint_name order by l.constraint_name), '[]')
      from callback_private.host_links() l
      where not l.is_linked),
    'listings_with_phone', (select count(l.phone) from callback_private.host_listings l),
    'listings', (select count(*) from callback_private.host_listings),
    'available_listings', (select count(*) from callback_private.host_listings l where l.is_available),
    'time_zones', callback_private.zones_in_use());
end
$$;

-- How many people have an id of auth.users, which their tokens name; null where nobody signs in by that table.
create or replace function callback_private.people_who_sign_in()
returns bigint language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_is_readable constant boolean := exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'auth' and c.relname = 'users' and a.attname = 'id'
      and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select'));
  v_count bigint;
begin
  if not v_is_readable then
    return null;
  end if;
  execute 'select count(*) from callback_private.host_profiles p join auth.users u on u.id::text = p.id::text
    having exists (select from auth.users)' into v_count;
  return v_count;
end
$$;

-- Of the first 10,000 numbers of people and listings each: how many have no country code, and how many are no numbers
-- at all.
create or replace function callback_private.readable_phones()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object('looked_at', count(*), 'national', count(*) filter (where n.is_national),
      'unreadable', count(*) filter (where not n.is_national
        and callback_private.phone_refusal(n.number, null) is not null),
      'default_region', (select s.default_phone_region from callback_private.settings s))
    from (
      (select p.phone from callback_private.host_profiles p where btrim(p.phone) <> '' limit 10000)
      union all
      (select l.phone from callback_private.host_listings l where btrim(l.phone) <> '' limit 10000)) given
    cross join lateral (
      select regexp_replace(regexp_replace(given.phone, '(?<=[0-9])\s*\(0\)|[\s().\-/]', '', 'g'), '^00',
        '+') as number) c
    cross join lateral (select c.number, c.number ~ '^[0-9]{4,15}$' as is_national) n);
end
$$;

-- execute: service
create or replace function callback_private.marketplace_summary()
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return callback_private.describe_marketplace();
end
$$;

-- Each zone by which a day or quiet hours are judged: whether this server knows it and, if so, how many minutes it is
-- ahead of UTC, from a year ago to a year ahead, every seven days.
create or replace function callback_private.zones_in_use()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'name', z.name,
        'people', z.people,
        'offsets', case when callback_private.is_time_zone(z.name) then callback_private.offsets_of(z.name) end)
        order by z.name), '[]')
    from (
      select used.name, sum(used.people) as people
      from (
        select s.time_zone as name, 0 as people from callback_private.settings s
        union all
        select p.time_zone, count(*) from callback_private.host_profiles p where p.time_zone is not null group by 1
        union all
        select p.time_zone, count(*) from callback_private.preferences p where p.time_zone is not null group by 1) used
      group by 1
      order by 2 desc
      limit 500) z);
end
$$;

create or replace function callback_private.offsets_of(p_time_zone text)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_agg(json_build_array(extract(epoch from w.at)::bigint, extract(epoch from
      (w.at at time zone callback_private.zone_with_rules(p_time_zone)) - (w.at at time zone 'UTC'))::integer / 60)
      order by w.at)
    from (select date_trunc('day', now(), 'UTC') as today) t
    cross join lateral generate_series(
      t.today - interval '364 days', t.today + interval '364 days', interval '7 days') w (at));
end
$$;

-- Whether writing works now: raises what a write would meet, where the server is read-only or a lock on one of the main
-- tables lasts.
-- execute: service
create or replace function callback_private.check_writable()
returns boolean language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
begin
  perform callback_private.require_trusted();
  update public.callback_requests set status = status where false;
  update public.callback_request_notifications set status = status where false;
  update callback_private.events set event_type = event_type where false;
  update callback_private.deliveries set status = status where false;
  update callback_private.idempotency_keys set key = key where false;
  return true;
end
$$;
