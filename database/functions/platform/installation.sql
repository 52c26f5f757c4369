-- What the API and `ringback doctor` may know about the installation, without a right to read the register or the marketplace themselves.

-- execute: service
create or replace function callback_private.applied_migrations()
returns text[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.name order by m.name), '{}') from callback_private.migrations m where m.name <> 'functions' and m.name not like 'data/%';
$$;

-- How much of the marketplace the host views show (none, or nobody with a phone, means that a view reads the wrong
-- column), and the time zones in use. The owner asks here; others go through marketplace_summary().
create or replace function callback_private.describe_marketplace()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'people', (select count(*) from callback_private.host_profiles),
    'people_with_phone', (select count(p.phone) from callback_private.host_profiles p),
    'listings', (select count(*) from callback_private.host_listings),
    'available_listings', (select count(*) from callback_private.host_listings l where l.is_available),
    'time_zones', callback_private.zones_in_use());
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

-- Whether writing works now: raises what a write would meet, where the server is read-only or a lock on one of the main tables lasts.
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
