-- The figures of the whole marketplace over a range of days (docs/metrics.md), beside those of as many days before.
-- What was counted (kept_days.sql) is summed once, by part: all of the range, all of the days before, and each period.

-- execute: users
create or replace function callback_private.get_callback_figures(
  p_from date,
  p_to date,
  p_interval text,
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
  p_interval := coalesce(p_interval, callback_private.usual_interval(v_to - v_from + 1));
  perform callback_private.require_figure_interval(v_from, v_to, p_interval);
  return callback_private.figures_json(v_from, v_to, p_interval, p_category, p_country, v_today);
end
$$;

-- execute: users
create or replace function public.get_callback_figures(
  p_from date default null,
  p_to date default null,
  p_interval text default null,
  p_category text default null,
  p_country text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_figures(p_from, p_to, p_interval, p_category, p_country, p_operator_id)::json;
end $$;
comment on function public.get_callback_figures
  is 'For operators and the service: the marketplace''s figures of a range of days, without personal data.';

create or replace function callback_private.marketplace_day()
returns date language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select (now() at time zone s.time_zone)::date from callback_private.settings s where s.only_row);
end
$$;

create or replace function callback_private.usual_interval(p_days integer)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_days <= 2 then 'hour' when p_days <= 92 then 'day' when p_days <= 400 then 'week' else 'month' end;
end
$$;

create or replace function callback_private.require_figure_days(p_from date, p_to date)
returns void language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if p_from < date '2000-01-01' or p_from > date '2200-01-01' then
    perform callback_private.refuse_input('from', 'from must be from 2000 to 2200.');
  end if;
  if p_to < p_from or p_to > p_from + 1099 then
    perform callback_private.refuse_input('to', 'to must be from 0 to 1099 days after from.');
  end if;
end
$$;

create or replace function callback_private.require_figure_interval(p_from date, p_to date, p_interval text)
returns void language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if p_interval not in ('hour', 'day', 'week', 'month') then
    perform callback_private.refuse_input('interval', 'interval must be hour, day, week or month.');
  end if;
  if (p_interval = 'hour' and p_to - p_from >= 7) or (p_interval = 'day' and p_to - p_from >= 400) then
    perform callback_private.refuse_input('interval', 'There are too many periods: choose a longer interval.');
  end if;
end
$$;

-- Stable, so that all of it is read in one snapshot.
create or replace function callback_private.figures_json(
  p_from date,
  p_to date,
  p_interval text,
  p_category text,
  p_country text,
  p_today date
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_before constant date := p_from - (p_to - p_from + 1);
  v_sums constant callback_private.figure_sum[] :=
    callback_private.figure_sums(v_before, p_from, p_to, p_interval, p_category, p_country);
  v_parts constant jsonb := callback_private.figures_of(v_sums);
begin
  return jsonb_build_object(
    'time_zone', (select s.time_zone from callback_private.settings s where s.only_row),
    'from', p_from,
    'to', p_to,
    'interval', p_interval,
    'is_incomplete', p_to >= p_today,
    'figures', v_parts -> 'all',
    'before', jsonb_build_object('from', v_before, 'to', p_from - 1, 'figures', v_parts -> 'before'),
    'periods', callback_private.periods_json(v_sums, v_parts, p_from, p_to, p_interval, p_today),
    'shares', callback_private.shares_json(v_sums),
    'response_times', callback_private.times_json(v_sums, 'response'),
    'completion_times', callback_private.times_json(v_sums, 'completion'),
    'hours', callback_private.hours_json(v_sums));
end
$$;

create or replace function callback_private.figure_sums(
  p_before date,
  p_from date,
  p_to date,
  p_interval text,
  p_category text,
  p_country text
)
returns callback_private.figure_sum[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_period constant text := case p_interval when 'hour' then 'day' else p_interval end;
begin
  return array(
    with counted as materialized (
      select a.day, case when a.day >= p_from then date_trunc(v_period, a.day::timestamp)::date end as period,
        -- the hours of what was counted are of its weekday
        case when a.name like 'hour:%' then 'requested:' || extract(isodow from a.day) || '-' || substr(a.name, 6)
          else a.name end as name, a.amount
      from callback_private.figure_amounts(p_before, p_to, p_category, p_country) a
    ), summed as materialized (
      select c.period, c.name, sum(c.amount)::bigint as amount from counted c group by c.period, c.name
    )
    select row('period', s.period, s.name, s.amount)::callback_private.figure_sum from summed s
      where s.period is not null
    union all
    select row('all', null, s.name, sum(s.amount))::callback_private.figure_sum from summed s
      where s.period is not null group by s.name
    union all
    select row('before', null, s.name, s.amount)::callback_private.figure_sum from summed s where s.period is null);
end
$$;

-- The figures of each part, under 'all', 'before', and the first days of periods. Null is what there is no case of.
create or replace function callback_private.figures_of(p_sums callback_private.figure_sum[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    with sums as materialized (
      select coalesce(s.starts_on::text, s.part) as part, s.name, s.amount from unnest(p_sums) s
    ), words as (
      select parts.part, coalesce(jsonb_object_agg(s.name, s.amount) filter (where s.name is not null), '{}') as w
      from (select 'all' as part union select 'before' union select s.part from sums s) parts
      left join sums s on s.part = parts.part
        and (s.name not like '%:%' or s.name like 'state:%')
      group by parts.part
    ), attempts as (
      select s.part, sum(s.amount) as attempts from sums s where s.name like 'outcome:%' group by s.part
    ), ranks as (
      select s.part, split_part(s.name, ':', 1) as of, split_part(s.name, ':', 2)::integer as bucket,
        sum(s.amount) over ordered as up_to, sum(s.amount) over (partition by s.part, split_part(s.name, ':', 1)) as total
      from sums s where s.name like 'response:%' or s.name like 'completion:%'
      window ordered as (
        partition by s.part, split_part(s.name, ':', 1) order by split_part(s.name, ':', 2)::integer)
    ), times as (
      select r.part,
        min(r.bucket) filter (where r.of = 'response' and r.up_to >= r.total * 0.5) as response_median,
        min(r.bucket) filter (where r.of = 'response' and r.up_to >= r.total * 0.9) as response_p90,
        min(r.bucket) filter (where r.of = 'completion' and r.up_to >= r.total * 0.5) as completion_median,
        min(r.bucket) filter (where r.of = 'completion' and r.up_to >= r.total * 0.9) as completion_p90
      from ranks r group by r.part
    )
    select jsonb_object_agg(n.part, jsonb_build_object(
      'received', n.received, 'repeats', n.repeats, 'held', n.held, 'code_asked', n.code_asked, 'refused', n.refused,
      'closed', n.closed, 'waiting', n.waiting, 'acknowledged', n.acknowledged,
      'answered', n.answered, 'attempted', n.attempted, 'attempts', coalesce(a.attempts, 0),
      'completed', n.completed, 'contradicted', n.contradicted, 'contacts', n.completed - n.contradicted,
      'declined', n.declined, 'withdrawn', n.withdrawn, 'expired', n.expired,
      'repeat_rate', callback_private.rate(n.repeats, n.received),
      'answer_rate', callback_private.rate(n.answered, n.answered + n.unanswered),
      'contact_rate', callback_private.rate(n.completed - n.contradicted, n.answered + n.unanswered),
      'response_rate', callback_private.rate(n.now_acknowledged + n.completed, n.received - n.closed),
      'completion_rate', callback_private.rate(n.completed, n.acknowledged),
      'expiry_rate', callback_private.rate(n.expired, n.ended),
      'decline_rate', callback_private.rate(n.declined, n.ended),
      'withdrawal_rate', callback_private.rate(n.withdrawn, n.ended),
      'acknowledgement_seconds', jsonb_build_object(
        'average', round(n.acknowledgement_seconds::numeric / nullif(n.acknowledged, 0))),
      'response_seconds', jsonb_build_object(
        'average', round(n.response_seconds::numeric / nullif(n.answered, 0)),
        'median', round(callback_private.bucket_seconds(t.response_median + 0.5)),
        'p90', round(callback_private.bucket_seconds(t.response_p90 + 0.5))),
      'completion_seconds', jsonb_build_object(
        'average', round(n.completion_seconds::numeric / nullif(n.completed, 0)),
        'median', round(callback_private.bucket_seconds(t.completion_median + 0.5)),
        'p90', round(callback_private.bucket_seconds(t.completion_p90 + 0.5)))))
    from (
      select w.part, v.*, v.completed + v.declined + v.withdrawn + v.expired as ended
      from words w cross join lateral callback_private.figure_words(w.w) v
    ) n
    left join attempts a on a.part = n.part
    left join times t on t.part = n.part);
end
$$;

-- The counts by their names; what was not counted is zero.
create or replace function callback_private.figure_words(p_words jsonb)
returns table (
  received bigint, repeats bigint, held bigint, code_asked bigint, refused bigint, acknowledged bigint, answered bigint, unanswered bigint, attempted bigint, contradicted bigint,
  waiting bigint, now_acknowledged bigint, completed bigint, declined bigint, withdrawn bigint, closed bigint,
  expired bigint, acknowledgement_seconds bigint, response_seconds bigint, completion_seconds bigint
)
language sql immutable parallel safe rows 1 set search_path = pg_catalog, pg_temp as $$
  select
    coalesce((p_words ->> 'received')::bigint, 0),
    coalesce((p_words ->> 'repeats')::bigint, 0),
    coalesce((p_words ->> 'held')::bigint, 0),
    coalesce((p_words ->> 'code_asked')::bigint, 0),
    coalesce((p_words ->> 'refused')::bigint, 0),
    coalesce((p_words ->> 'acknowledged')::bigint, 0),
    coalesce((p_words ->> 'answered')::bigint, 0),
    coalesce((p_words ->> 'unanswered')::bigint, 0),
    coalesce((p_words ->> 'attempted')::bigint, 0),
    coalesce((p_words ->> 'contradicted')::bigint, 0),
    coalesce((p_words ->> 'state:pending')::bigint, 0),
    coalesce((p_words ->> 'state:acknowledged')::bigint, 0),
    coalesce((p_words ->> 'state:completed')::bigint, 0),
    coalesce((p_words ->> 'state:declined')::bigint, 0),
    coalesce((p_words ->> 'state:withdrawn')::bigint, 0),
    coalesce((p_words ->> 'state:closed')::bigint, 0),
    coalesce((p_words ->> 'state:expired')::bigint, 0),
    coalesce((p_words ->> 'acknowledgement_seconds')::bigint, 0),
    coalesce((p_words ->> 'response_seconds')::bigint, 0),
    coalesce((p_words ->> 'completion_seconds')::bigint, 0)
$$;

-- A percentage with one decimal; null of nothing.
create or replace function callback_private.rate(p_part bigint, p_whole bigint)
returns numeric language sql immutable parallel safe
return round(p_part * 100.0 / nullif(p_whole, 0), 1);
