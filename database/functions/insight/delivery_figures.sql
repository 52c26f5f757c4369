-- The figures of delivery over a range of days (docs/metrics.md): by channel, beside those of as many days before, and
-- by period. From what was counted (delivery_counts.sql) alone.

-- execute: users
create or replace function callback_private.get_callback_delivery_figures(
  p_from date,
  p_to date,
  p_interval text,
  p_channel text,
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
  if p_channel <> all (array['email', 'sms', 'expo_push', 'web_push', 'webhook']) then
    perform callback_private.refuse_input('channel', 'channel must be email, sms, expo_push, web_push or webhook.');
  end if;
  p_interval := coalesce(p_interval, callback_private.usual_interval(v_to - v_from + 1));
  perform callback_private.require_figure_interval(v_from, v_to, p_interval);
  return callback_private.delivery_figures_json(v_from, v_to, p_interval, p_channel, v_today);
end
$$;

-- execute: users
create or replace function public.get_callback_delivery_figures(
  p_from date default null,
  p_to date default null,
  p_interval text default null,
  p_channel text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_delivery_figures(p_from, p_to, p_interval, p_channel, p_operator_id)::json;
end $$;
comment on function public.get_callback_delivery_figures
  is 'For operators and the service: what was sent, arrived or failed in a range of days, and how long it took.';

create or replace function callback_private.delivery_figures_json(
  p_from date,
  p_to date,
  p_interval text,
  p_channel text,
  p_today date
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_before constant date := p_from - (p_to - p_from + 1);
  v_none constant jsonb := callback_private.delivery_parts('{}') -> '';
  v_channels constant jsonb := callback_private.delivery_parts(array(
    select row(c.part, null, c.name, sum(c.amount))::callback_private.figure_sum
    from (
      select case when d.day < p_from then 'before ' else '' end || d.channel as part, d.name, d.amount
      from callback_private.delivery_counts d where d.hour = -1 and d.day between v_before and p_to
    ) c
    group by c.part, c.name));
begin
  return jsonb_build_object(
    'time_zone', (select s.time_zone from callback_private.settings s where s.only_row),
    'from', p_from,
    'to', p_to,
    'interval', p_interval,
    'is_incomplete', p_to >= p_today,
    'before', jsonb_build_object('from', v_before, 'to', p_from - 1),
    'channels', (
      select coalesce(jsonb_agg(jsonb_build_object('channel', c.name,
          'figures', coalesce(v_channels -> c.name, v_none),
          'before', coalesce(v_channels -> ('before ' || c.name), v_none)) order by c.place), '[]')
      from unnest(array['email', 'sms', 'expo_push', 'web_push', 'webhook']) with ordinality c (name, place)
      where v_channels ? c.name or v_channels ? ('before ' || c.name)),
    'periods', callback_private.delivery_periods_json(p_from, p_to, p_interval, p_channel));
end
$$;

-- Every period of the range; the first and the last may be cut by it.
create or replace function callback_private.delivery_periods_json(
  p_from date,
  p_to date,
  p_interval text,
  p_channel text
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_now constant timestamp := (select now() at time zone s.time_zone from callback_private.settings s where s.only_row);
  v_step constant interval := ('1 ' || p_interval)::interval;
  v_none constant jsonb := callback_private.delivery_parts('{}') -> '';
  v_hours constant int4range := case p_interval when 'hour' then '[0,23]' else '[-1,-1]' end::int4range;
  v_parts constant jsonb := callback_private.delivery_parts(array(
    select row(c.period::text, null, c.name, sum(c.amount))::callback_private.figure_sum
    from (
      select date_trunc(p_interval, d.day + make_interval(hours => greatest(d.hour, 0))) as period, d.name, d.amount
      from generate_series(lower(v_hours), upper(v_hours) - 1) h (hour)
      join callback_private.delivery_counts d on d.hour = h.hour and d.day between p_from and p_to
        and d.channel = coalesce(p_channel, d.channel)
    ) c
    group by c.period, c.name));
begin
  return (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'from', greatest(p.starts_at::date, p_from),
          'to', least((p.starts_at + v_step - interval '1 second')::date, p_to),
          'hour', case p_interval when 'hour' then extract(hour from p.starts_at) end))
        || jsonb_build_object(
          'is_incomplete', p.starts_at <= v_now and p.starts_at + v_step > v_now,
          'figures', coalesce(v_parts -> p.starts_at::text, v_none)) order by p.starts_at)
    from generate_series(date_trunc(p_interval, p_from::timestamp), p_to + time '23:00', v_step) p (starts_at));
end
$$;

-- The figures of each part; under '' those of nothing.
create or replace function callback_private.delivery_parts(p_sums callback_private.figure_sum[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    with sums as materialized (
      select s.part, s.name, s.amount from unnest(p_sums) s
    ), ranks as (
      select s.part, substr(s.name, 9)::integer as bucket, s.amount,
        sum(s.amount) over (partition by s.part order by substr(s.name, 9)::integer) as up_to,
        sum(s.amount) over (partition by s.part) as total
      from sums s where s.name like 'latency:%'
    ), times as (
      select r.part,
        min(r.bucket) filter (where r.up_to >= r.total * 0.5) as median,
        min(r.bucket) filter (where r.up_to >= r.total * 0.9) as p90,
        min(r.bucket) filter (where r.up_to >= r.total * 0.99) as p99
      from ranks r group by r.part
    ), counts as (
      select parts.part,
        coalesce(sum(s.amount) filter (where s.name = 'sent'), 0)::bigint as sent,
        coalesce(sum(s.amount) filter (where s.name = 'delivered'), 0)::bigint as delivered,
        coalesce(sum(s.amount) filter (where s.name = 'failed'), 0)::bigint as failed,
        coalesce(sum(s.amount) filter (where s.name = 'retried'), 0)::bigint as retried,
        coalesce(sum(s.amount) filter (where s.name = 'suppressed'), 0)::bigint as suppressed
      from (select '' as part union select s.part from sums s) parts left join sums s on s.part = parts.part
      group by parts.part
    )
    select jsonb_object_agg(c.part, jsonb_build_object(
      'sent', c.sent, 'delivered', c.delivered, 'dead_letters', c.failed, 'failed_attempts', c.failed + c.retried,
      'suppressed', c.suppressed,
      'success_rate', callback_private.rate(c.sent, c.sent + c.failed),
      'latency_seconds', jsonb_build_object(
        'median', round(callback_private.bucket_seconds(t.median + 0.5)),
        'p90', round(callback_private.bucket_seconds(t.p90 + 0.5)),
        'p99', round(callback_private.bucket_seconds(t.p99 + 0.5)))))
    from counts c left join times t on t.part = c.part);
end
$$;
