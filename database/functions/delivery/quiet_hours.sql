-- When a person's quiet hours end.

-- The end of the quiet hours that p_at lies in, null when it lies in none. They are stretches of real time: they begin
-- at the first instant that the clock shows their beginning and last to the last one that it shows their end, so that
-- an hour that is there twice ends them once; one that is left out is taken an hour later.
create or replace function callback_private.quiet_until(p_at timestamptz, p_time_zone text, p_from time, p_until time)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_today date;
begin
  p_time_zone := callback_private.zone_with_rules(p_time_zone);
  v_today := (p_at at time zone p_time_zone)::date;
  return (
    select max(q.ends_at)
    from unnest(array[v_today - 1, v_today]) d (day)
    cross join lateral (select
      callback_private.first_instant(d.day + p_from, p_time_zone) as starts_at,
      (d.day + (p_until < p_from)::integer + p_until) at time zone p_time_zone as ends_at) q
    where q.starts_at <= p_at and p_at < q.ends_at);
end
$$;

-- PostgreSQL takes these names for abbreviations, which know no summer time. The zones have had the rules of these
-- cities since 1980.
create or replace function callback_private.zone_with_rules(p_name text)
returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case p_name when 'CET' then 'Europe/Brussels' when 'MET' then 'Europe/Brussels' when 'EET' then 'Europe/Athens'
    when 'WET' then 'Europe/Lisbon' else p_name end;
$$;

-- PostgreSQL takes a local time that is there twice for the later one. Clocks go back by half an hour (Lord Howe), one,
-- or two (Troll).
create or replace function callback_private.first_instant(p_local timestamp, p_time_zone text)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_last constant timestamptz := p_local at time zone p_time_zone;
begin
  return coalesce((
    select min(v_last - s.shift)
    from unnest(array[interval '0', interval '30 minutes', interval '1 hour', interval '2 hours']) s (shift)
    where (v_last - s.shift) at time zone p_time_zone = p_local), v_last);
end
$$;
