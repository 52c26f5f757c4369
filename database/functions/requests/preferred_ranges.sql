-- Turns preferred_time and preferred_days into ranges of time; nothing else reads them. A time is one of the words
-- below or "HH:MM-HH:MM", also across midnight; any other text is for people only and has no ranges.

-- The hours of the form's words; client/src/vocabulary.ts is generated from them.
create or replace function callback_private.times_of_day()
returns table (name text, opens time, closes time) language sql immutable parallel safe rows 4
  set search_path = pg_catalog, pg_temp as $$
  values
    ('morning', time '09:00', time '12:00'),
    ('afternoon', time '12:00', time '17:00'),
    ('evening', time '17:00', time '21:00'),
    ('anytime', time '00:00', time '24:00')
$$;

-- The hours of a preferred time: the whole day if there is none, nulls if it can't be read.
create or replace function callback_private.read_preferred_time(p_time text, out opens time, out closes time)
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_given constant text[] := regexp_match(p_time,
    '^((?:[01]?\d|2[0-3]):[0-5]\d) ?[-–] ?((?:[01]?\d|2[0-3]):[0-5]\d|24:00)$');
begin
  if v_given is null then
    select t.opens, t.closes into opens, closes
      from callback_private.times_of_day() t where t.name = lower(coalesce(p_time, 'anytime'));
  elsif v_given[1]::time <> v_given[2]::time then
    opens := v_given[1];
    closes := v_given[2];
  end if;
end
$$;

-- The ranges from p_at on, cut at p_until: at most seven, in order; the first may have begun. None if any time suits.
-- Without a zone, the marketplace's counts. As with quiet hours when clocks change: of a time that occurs twice, a
-- range begins at the first and ends at the last; a time that is skipped moves later by the length of the gap.
create or replace function callback_private.preferred_ranges(
  p_time text,
  p_days text[],
  p_time_zone text,
  p_at timestamptz,
  p_until timestamptz,
  p_days_ahead integer default 6
)
returns tstzrange[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_hours record;
  v_zone text;
  v_today date;
begin
  v_hours := callback_private.read_preferred_time(p_time);
  if v_hours.opens is null or (p_days is null and v_hours.closes - v_hours.opens = interval '24 hours') then
    return '{}';
  end if;
  v_zone := callback_private.zone_with_rules(coalesce(p_time_zone,
    (select s.time_zone from callback_private.settings s where s.only_row)));
  v_today := (p_at at time zone v_zone)::date;
  return array(
    select tstzrange(bound.starts_at, least(bound.ends_at, p_until))
    from generate_series(-1, p_days_ahead) ahead (days)
    cross join lateral (select v_today + ahead.days as day) on_
    cross join lateral (select
      callback_private.first_instant(on_.day + v_hours.opens, v_zone) as starts_at,
      (on_.day + (v_hours.closes < v_hours.opens)::integer + v_hours.closes) at time zone v_zone as ends_at) bound
    where (p_days is null or to_char(on_.day, 'FMDay') = any (p_days))
      and bound.starts_at < least(bound.ends_at, p_until) and bound.ends_at > p_at
    order by bound.starts_at
    limit 7);
end
$$;

create or replace function callback_private.ranges_json(p_ranges tstzrange[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return to_jsonb(array(
    select jsonb_build_object('start', lower(p.range), 'end', upper(p.range)) from unnest(p_ranges) p (range)));
end
$$;

-- The zone of a buyer's days and times: the request's, else their profile's, else null.
create or replace function callback_private.preferred_zone(p_time_zone text, p_requester_id callback_private.person_id)
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_time_zone is null then
    select p.time_zone into p_time_zone from callback_private.profile(p_requester_id) p
      where callback_private.is_time_zone(p.time_zone);
  end if;
  return p_time_zone;
end
$$;
