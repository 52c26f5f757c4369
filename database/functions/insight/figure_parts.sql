-- The parts of the marketplace's figures that are drawn: periods, shares, times and hours (marketplace_figures.sql).

-- Every period of the range, also those without a request; the first and the last may be cut by it. An hour has its
-- requests alone.
create or replace function callback_private.periods_json(
  p_sums callback_private.figure_sum[],
  p_parts jsonb,
  p_from date,
  p_to date,
  p_interval text,
  p_today date
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_step constant interval := ('1 ' || p_interval)::interval;
  v_none constant jsonb := callback_private.figures_of('{}') -> 'all';
begin
  if p_interval = 'hour' then
    return callback_private.hourly_json(p_sums, p_from, p_to);
  end if;
  return (
    select jsonb_agg(jsonb_build_object(
        'from', greatest(p.starts_at::date, p_from), 'to', least((p.starts_at + v_step)::date - 1, p_to),
        'is_incomplete', p.starts_at::date <= p_today and (p.starts_at + v_step)::date > p_today,
        'figures', coalesce(p_parts -> p.starts_at::date::text, v_none)) order by p.starts_at)
    from generate_series(date_trunc(p_interval, p_from::timestamp), p_to::timestamp, v_step) p (starts_at));
end
$$;

-- The wall clock's hours; one that occurs twice when clocks change is one.
create or replace function callback_private.hourly_json(p_sums callback_private.figure_sum[], p_from date, p_to date)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_now constant timestamp := (select now() at time zone s.time_zone from callback_private.settings s where s.only_row);
begin
  return (
    select jsonb_agg(jsonb_build_object(
        'from', day.on_, 'to', day.on_, 'hour', h.hour,
        'is_incomplete', date_trunc('hour', v_now) = day.on_ + make_interval(hours => h.hour),
        'figures', jsonb_build_object('received', coalesce(s.amount, 0))) order by day.on_, h.hour)
    from (select p_from + n as on_ from generate_series(0, p_to - p_from) n) day
    cross join generate_series(0, 23) h (hour)
    left join unnest(p_sums) s on s.part = 'period' and s.starts_on = day.on_
      and s.name = 'requested:' || extract(isodow from day.on_) || '-' || h.hour);
end
$$;

-- How many of the range's requests there are of each kind, and of its call attempts.
create or replace function callback_private.shares_json(p_sums callback_private.figure_sum[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_kinds constant text[] :=
    array['state', 'priority', 'reason', 'outcome', 'reached_after', 'held', 'code_asked', 'refused'];
begin
  return (select jsonb_object_agg(v.of, '{}'::jsonb) from unnest(v_kinds) v (of))
    || coalesce((
      select jsonb_object_agg(f.of, f.amounts)
      from (
        select split_part(s.name, ':', 1) as of, jsonb_object_agg(split_part(s.name, ':', 2), s.amount) as amounts
        from unnest(p_sums) s
        where s.part = 'all' and s.name like '%:%' and split_part(s.name, ':', 1) = any (v_kinds)
        group by split_part(s.name, ':', 1)
      ) f), '{}');
end
$$;

-- How many took how long, in buckets as they are kept, quickest first.
create or replace function callback_private.times_json(p_sums callback_private.figure_sum[], p_of text)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
        'from_seconds', case when b.bucket > 0 then callback_private.bucket_seconds(b.bucket) else 0 end,
        'to_seconds', callback_private.bucket_seconds(b.bucket + 1), 'requests', b.amount) order by b.bucket)
    from (
      select split_part(s.name, ':', 2)::integer as bucket, s.amount from unnest(p_sums) s
      where s.part = 'all' and split_part(s.name, ':', 1) = p_of
    ) b), '[]');
end
$$;

-- For each weekday, Monday first, its 24 hours.
create or replace function callback_private.hours_json(
  p_sums callback_private.figure_sum[],
  p_of text[] default array['requested', 'preferred', 'called']
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_object_agg(w.of, w.weekdays)
    from (
      select h.of, jsonb_agg(h.hours order by h.weekday) as weekdays
      from (
        select o.of, d.weekday, jsonb_agg(coalesce(s.amount, 0) order by h.hour) as hours
        from unnest(p_of) o (of)
        cross join generate_series(1, 7) d (weekday)
        cross join generate_series(0, 23) h (hour)
        left join unnest(p_sums) s on s.part = 'all' and s.name = o.of || ':' || d.weekday || '-' || h.hour
        group by o.of, d.weekday
      ) h
      group by h.of
    ) w);
end
$$;
