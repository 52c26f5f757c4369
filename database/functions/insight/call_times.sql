-- At what hours people want to be called, are called and are reached (docs/metrics.md). Calls are kept by the quarter
-- of an hour with the day of their request (kept_days.sql), so that they can be read in the clock of any zone.

-- execute: users
create or replace function callback_private.get_callback_times(
  p_from date,
  p_to date,
  p_time_zone text,
  p_category text,
  p_country text,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_today constant date := callback_private.marketplace_day();
  v_to constant date := coalesce(p_to, v_today);
  v_from constant date := coalesce(p_from, v_to - 29);
begin
  perform callback_private.require_figure_days(v_from, v_to);
  if not callback_private.is_time_zone(p_time_zone) then
    perform callback_private.refuse_input('time_zone', 'time_zone must be a time zone name such as Europe/Paris.');
  end if;
  return jsonb_build_object('from', v_from, 'to', v_to, 'is_incomplete', v_to >= v_today)
    || callback_private.call_times_json(v_from, v_to,
      coalesce(p_time_zone, (select s.time_zone from callback_private.settings s where s.only_row)),
      p_category, p_country);
end
$$;

-- execute: users
create or replace function public.get_callback_times(
  p_from date default null,
  p_to date default null,
  p_time_zone text default null,
  p_category text default null,
  p_country text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_times(p_from, p_to, p_time_zone, p_category, p_country, p_operator_id)::json;
end $$;
comment on function public.get_callback_times
  is 'For operators and the service: the hours at which people want to be called, are called and are reached.';

-- Calls on requests made on some days, as count_days() counts what else there is of them.
create or replace function callback_private.count_calls(
  p_days date[],
  p_category text default null,
  p_country text default null,
  p_is_split boolean default false
)
returns table (day date, category text, country text, quarter integer, calls bigint, reached bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select c.day, c.category, c.country, c.quarter, count(*), count(*) filter (where c.outcome = 'reached')
  from (
    select r.requested_on as day, a.outcome, floor(extract(epoch from a.attempted_at) / 900)::integer as quarter,
      case when p_is_split then coalesce(r.listing_category, 'none') else '' end as category,
      case when p_is_split then coalesce(r.listing_country, 'none') else '' end as country
    from public.callback_requests r
    join callback_private.attempts a on a.callback_request_id = r.id
    where r.requested_on = any (p_days)
      and coalesce(r.listing_category, 'none') = coalesce(p_category, r.listing_category, 'none')
      and coalesce(r.listing_country, 'none') = coalesce(p_country, r.listing_country, 'none')
  ) c
  group by c.day, c.category, c.country, c.quarter;
end
$$;

create or replace function callback_private.keep_calls(p_day date)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  delete from callback_private.day_calls f where f.day = p_day;
  insert into callback_private.day_calls (day, category, country, quarters, calls, reached)
    select p_day, s.category, s.country, array_agg(s.quarter order by s.quarter),
      array_agg(s.calls order by s.quarter), array_agg(s.reached order by s.quarter)
    from (
      select coalesce(c.category, '') as category, coalesce(c.country, '') as country, c.quarter,
        sum(c.calls)::bigint as calls, sum(c.reached)::bigint as reached
      from callback_private.count_calls(array[p_day], p_is_split := true) c
      group by grouping sets (
        (c.quarter), (c.category, c.quarter), (c.country, c.quarter), (c.category, c.country, c.quarter))
    ) s
    group by s.category, s.country;
end
$$;

-- Stable, so that all of it is read in one snapshot.
create or replace function callback_private.call_times_json(
  p_from date,
  p_to date,
  p_time_zone text,
  p_category text,
  p_country text
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_stale constant date[] := callback_private.stale_days_between(p_from, p_to);
  v_sums callback_private.figure_sum[];
begin
  with quarters as (
    select k.quarter, k.calls, k.reached from callback_private.day_calls f
      cross join lateral unnest(f.quarters, f.calls, f.reached) k (quarter, calls, reached)
      where f.category = coalesce(nullif(p_category, ''), '') and f.country = coalesce(nullif(p_country, ''), '')
        and f.day between p_from and p_to and f.day <> all (v_stale)
    union all
    select c.quarter, c.calls, c.reached
      from callback_private.count_calls(v_stale, nullif(p_category, ''), nullif(p_country, '')) c
      where v_stale <> '{}'
  ), summed as (
    select to_timestamp(q.quarter * 900.0) at time zone p_time_zone as at, sum(q.calls) as calls,
      sum(q.reached) as reached
    from quarters q group by q.quarter
  ), cells as (
    select extract(isodow from s.at) || '-' || extract(hour from s.at) as cell, sum(s.calls) as calls,
      sum(s.reached) as reached
    from summed s group by 1
  )
  select array(
    select row('all', null, 'called:' || c.cell, c.calls)::callback_private.figure_sum from cells c
    union all
    select row('all', null, 'reached:' || c.cell, c.reached)::callback_private.figure_sum from cells c
    union all
    select row('all', null, a.name, sum(a.amount))::callback_private.figure_sum
      from callback_private.figure_amounts(p_from, p_to, p_category, p_country) a
      where a.name like 'preferred:%' group by a.name)
    into v_sums;
  return jsonb_build_object(
    'time_zone', p_time_zone,
    'hours', callback_private.hours_json(v_sums, array['preferred', 'called', 'reached']),
    'by_hour', callback_private.hours_of_day_json(v_sums));
end
$$;

-- Each hour of the day with its calls, and the bounds between which the share of those that reach the buyer lies.
create or replace function callback_private.hours_of_day_json(p_sums callback_private.figure_sum[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_agg(jsonb_build_object(
        'hour', h.hour, 'calls', h.calls, 'reached', h.reached,
        'reach_rate', callback_private.rate(h.reached, h.calls),
        'reach_rate_low', round((h.bounds).low::numeric, 1),
        'reach_rate_high', round((h.bounds).high::numeric, 1)) order by h.hour)
    from (
      select c.hour, c.calls, c.reached, callback_private.wilson_bounds(c.reached, c.calls) as bounds
      from (
        select h.hour,
          coalesce(sum(s.amount) filter (where s.name like 'called:%'), 0)::bigint as calls,
          coalesce(sum(s.amount) filter (where s.name like 'reached:%'), 0)::bigint as reached
        from generate_series(0, 23) h (hour)
        left join unnest(p_sums) s on s.name not like 'preferred:%' and split_part(s.name, '-', 2) = h.hour::text
        group by h.hour
      ) c
    ) h);
end
$$;
