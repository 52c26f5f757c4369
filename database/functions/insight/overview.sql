-- The operator's first page: how callback requests go in the whole marketplace, over the last days (today included) of
-- its own zone. Numbers only; what an operator or the system cancelled counts in no rate. What lies further back is not
-- read: two small indexes by time (BRIN) find the pages where the last days begin. A trusted caller that names no
-- operator may read it too: a job, or a person with psql, who could read the tables themselves. Volatile, because an
-- operator may be seen for the first time here.

-- execute: users
create or replace function callback_private.get_callback_overview(p_days integer, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_settings callback_private.settings;
  v_today date;
  v_totals record;
begin
  if p_days is null or p_days not between 1 and 90 then
    perform callback_private.refuse_input('days', 'days must be between 1 and 90.');
  end if;
  select * into strict v_settings from callback_private.settings s where s.only_row;
  v_today := (now() at time zone v_settings.time_zone)::date;
  v_totals := callback_private.totals_of_days(v_today - p_days + 1, v_today);

  return jsonb_build_object(
    'days', p_days,
    'time_zone', v_settings.time_zone,
    'received', v_totals.received,
    'by_status', v_totals.by_status,
    'per_day', v_totals.per_day,
    'response_rate', callback_private.percentage(v_totals.answered, v_totals.received - v_totals.closed),
    'completion_rate', callback_private.percentage(v_totals.completed, v_totals.acknowledged),
    'median_minutes_to_acknowledgement', v_totals.median_minutes,
    'sellers', v_totals.sellers,
    'buyers', v_totals.buyers,
    'contradicted', (
      select count(*) from callback_private.confirmations c
      join public.callback_requests r on r.id = c.callback_request_id
      where c.answer <> 'talked' and r.requested_on between v_today - p_days + 1 and v_today),
    'open_overdue', (
      select count(*) from public.callback_requests r where r.status in ('pending', 'acknowledged')
        and r.expires_at <= now()),
    'unread_notifications', (
      select count(*) from public.callback_request_notifications n
      where n.created_at >= (v_today - p_days + 1)::timestamp at time zone v_settings.time_zone and n.read_at is null),
    'settings', jsonb_build_object(
      'expires_after_hours', round(extract(epoch from v_settings.expires_after) / 3600, 2),
      'requests_per_user_per_day', v_settings.requests_per_user_per_day,
      'requests_per_phone_per_day', v_settings.requests_per_phone_per_day,
      'requests_per_seller_per_day', v_settings.requests_per_seller_per_day,
      'allowed_phone_regions', v_settings.allowed_phone_regions));
end
$$;

-- execute: users
create or replace function public.get_callback_overview(p_days integer default 30, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_overview(p_days, p_operator_id)::json;
end $$;
comment on function public.get_callback_overview is 'For operators and the service: the whole marketplace''s numbers over the last p_days days, without personal data.';

-- The requests of these days, read once.
create or replace function callback_private.totals_of_days(
  p_first date,
  p_last date,
  out received bigint,
  out answered bigint,
  out completed bigint,
  out acknowledged bigint,
  out closed bigint,
  out sellers bigint,
  out buyers bigint,
  out median_minutes numeric,
  out by_status jsonb,
  out per_day jsonb
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  with recent as materialized (
    select r.requested_on, r.seller_id, r.seller_hash, r.requester_id, r.requester_hash,
      r.acknowledged_at - r.requested_at as waited, r.status, r.cancelled_by,
      case when r.expires_at <= now() then r.expires_at end as ran_out_at
    from public.callback_requests r where r.requested_on between p_first and p_last
  ), grouped as (
    select r.requested_on, callback_private.effective_status(r.status, max(r.ran_out_at)) as status,
      count(*) as requests
    from recent r group by r.requested_on, r.status, r.ran_out_at is null
  ), statuses as (
    select s.status, coalesce(sum(g.requests), 0) as requests
    from unnest(array['pending', 'acknowledged', 'completed', 'cancelled', 'expired']) s (status)
    left join grouped g on g.status = s.status group by s.status
  ), days as (
    select d.number + p_first as day, coalesce(sum(g.requests), 0) as requests
    from generate_series(0, p_last - p_first) d (number) left join grouped g on g.requested_on = d.number + p_first
      group by d.number
  )
  select
    coalesce(sum(s.requests), 0),
    coalesce(sum(s.requests) filter (where s.status in ('acknowledged', 'completed')), 0),
    coalesce(sum(s.requests) filter (where s.status = 'completed'), 0),
    (select count(r.waited) from recent r where (r.cancelled_by in ('operator', 'system')) is not true),
    jsonb_object_agg(s.status, s.requests),
    (select count(*) from recent r where r.cancelled_by in ('operator', 'system')),
    (select jsonb_agg(jsonb_build_object('day', d.day, 'received', d.requests) order by d.day) from days d),
    (select count(*) from (select distinct r.seller_id, r.seller_hash from recent r) r),
    (select count(*) from (select distinct r.requester_id, r.requester_hash from recent r) r),
    (select round((extract(epoch from percentile_cont(0.5) within group (order by r.waited)) / 60)::numeric, 1)
      from recent r)
  into strict received, answered, completed, acknowledged, by_status, closed, per_day, sellers, buyers, median_minutes
  from statuses s;
end
$$;
