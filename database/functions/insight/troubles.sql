-- What goes wrong between buyers and sellers, for alerts (alerts.sql) and findings (findings.sql). docs/metrics.md has the
-- rules. Read from the days as maintenance kept them last, so it costs the same for any number of requests.

-- At most one row: the answers of a week's requests, each at least a day old, and from when on too many are missing.
create or replace function callback_private.silent_sellers()
returns table (requests bigint, silent bigint, since timestamptz)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_settings constant callback_private.settings := (select s from callback_private.settings s where s.only_row);
  v_last constant date := callback_private.marketplace_day() - 2;
begin
  return query
  with days as materialized (
    select f.day, coalesce(sum(k.amount) filter (where k.name in ('state:pending', 'unanswered')), 0)::bigint as silent,
      coalesce(sum(k.amount) filter (where k.name in ('state:pending', 'unanswered', 'answered')), 0)::bigint as requests
    from callback_private.day_figures f cross join lateral unnest(f.names, f.amounts) k (name, amount)
    where f.category = '' and f.country = '' and f.day between v_last - 89 and v_last
    group by f.day
  ), week as (
    select coalesce(sum(d.requests), 0)::bigint as requests, coalesce(sum(d.silent), 0)::bigint as silent
    from days d where d.day > v_last - 7
  ), began as (
    select min(d.day) as day from days d
    where d.requests > 0 and d.day > coalesce((
      select max(x.day) from days x where x.silent * 100 < x.requests * v_settings.alert_silent_percent), date '-infinity')
  )
  select w.requests, w.silent,
    least(coalesce(b.day, v_last), v_last)::timestamp at time zone v_settings.time_zone
  from week w cross join began b
  where w.requests >= v_settings.alert_least_requests and w.silent * 100 >= w.requests * v_settings.alert_silent_percent;
end
$$;

-- At most one row: yesterday's median response beside that of the same weekday in the eight weeks before.
create or replace function callback_private.slow_responses()
returns table (answered bigint, seconds numeric, usual_seconds numeric, since timestamptz)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_settings constant callback_private.settings := (select s from callback_private.settings s where s.only_row);
  v_day constant date := callback_private.marketplace_day() - 1;
begin
  return query
  select d.answered, d.seconds, u.seconds, v_day::timestamp at time zone v_settings.time_zone
  from callback_private.kept_responses(array[v_day]) d
  cross join callback_private.kept_responses(array(select v_day - 7 * n from generate_series(1, 8) n)) u
  where d.answered >= v_settings.alert_least_requests and u.answered >= v_settings.alert_least_requests and u.days >= 3
    and d.seconds >= v_settings.alert_slow_times * u.seconds and d.seconds >= 600;
end
$$;

-- The median response to the requests of these days, from buckets.
create or replace function callback_private.kept_responses(
  p_days date[],
  out days bigint,
  out answered bigint,
  out seconds numeric
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  with kept as materialized (
    select f.day, split_part(k.name, ':', 2)::integer as bucket, k.amount
    from callback_private.day_figures f cross join lateral unnest(f.names, f.amounts) k (name, amount)
    where f.category = '' and f.country = '' and f.day = any (p_days) and k.name like 'response:%'
  ), ranks as (
    select b.bucket, sum(b.amount) over (order by b.bucket) as up_to, sum(b.amount) over () as total
    from (select k.bucket, sum(k.amount) as amount from kept k group by k.bucket) b
  )
  select count(distinct k.day), coalesce(sum(k.amount), 0)::bigint, (
      select round(callback_private.bucket_seconds(min(r.bucket) + 0.5)) from ranks r where r.up_to >= r.total * 0.5)
    into days, answered, seconds
    from kept k;
end
$$;

-- At most one row: sellers whose completions of the last four weeks buyers contradict, often and in a large part.
create or replace function callback_private.contradicted_sellers()
returns table (sellers bigint, contradicted bigint, completed bigint, since timestamptz)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_since constant timestamptz := now() - interval '672 hours';
  v_many constant integer := (select s.alert_contradictions from callback_private.settings s where s.only_row);
begin
  return query
  with suspects as materialized (
    select r.seller_id, count(*) as contradicted, min(f.answered_at) as since
    from callback_private.confirmations f
    join public.callback_requests r on r.id = f.callback_request_id
    where f.answer <> 'talked' and f.answered_at > v_since and r.status = 'completed' and r.completed_at > v_since
      and r.seller_id is not null
    group by r.seller_id having count(*) >= v_many
  ), judged as (
    select s.contradicted, s.since, (
        select count(*) from public.callback_requests r
        where r.seller_id = s.seller_id and r.status = 'completed' and r.completed_at > v_since) as completed
    from suspects s
  )
  select count(*), sum(j.contradicted)::bigint, sum(j.completed)::bigint, min(j.since)
  from judged j where j.contradicted * 4 >= j.completed
  having count(*) > 0;
end
$$;
