-- Alerts: looked for once a minute with maintenance, raised once, sent once, and recovered once, however many processes
-- look. An alert has recovered when it was not true for five minutes; for ten after the second in a day, twice as long
-- after each further one, an hour at most, so that what comes and goes is one alert that lasts.

-- What is wrong at the moment. p_maintained: this is asked by maintenance itself, which so is not late.
create or replace function callback_private.current_alerts(p_maintained boolean)
returns table (kind text, subject text, figure jsonb) language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
begin
  select * into strict v_settings from callback_private.settings s where s.only_row;
  return query
  select 'channel_failing', c.name, jsonb_build_object('failures', t.failures, 'sent', t.sent, 'reason', t.reason)
  from unnest(array['email', 'sms', 'expo_push', 'web_push', 'webhook']) c (name)
  cross join lateral callback_private.troubles_of(c.name) t
  where t.failures > t.sent and (t.failures >= v_settings.alert_failures or t.is_lasting)
    and not callback_private.is_paused(c.name)
  union all
  select 'queue_old', c.name, jsonb_build_object(
    'waiting', q.waiting, 'seconds', round(extract(epoch from now() - q.oldest_due_at)))
  from unnest(array['email', 'sms', 'expo_push', 'web_push', 'webhook']) c (name)
  cross join lateral callback_private.queue_of(c.name) q
  where q.oldest_due_at < now() - v_settings.alert_queue_age and not callback_private.is_paused(c.name)
  union all
  select 'flood', '', jsonb_build_object('requests', f.requests, 'usual', f.usual)
  from callback_private.requests_of_hour(v_settings.alert_flood_requests) f
  where f.requests >= v_settings.alert_flood_requests and f.requests >= 5 * f.usual
  union all
  select 'code_pumping', c.phone_prefix, jsonb_build_object('codes', count(*), 'accounts', count(distinct h.requester_id))
  from callback_private.unconfirmed_codes() c
  join callback_private.held_requests h on h.id = c.callback_request_id
  group by c.phone_prefix having count(*) >= v_settings.unconfirmed_codes_per_prefix_per_day
  union all
  select 'sellers_silent', '', to_jsonb(t) from callback_private.silent_sellers() t
  union all
  select 'responses_slow', '', to_jsonb(t) from callback_private.slow_responses() t
  union all
  select 'calls_contradicted', '', to_jsonb(t) from callback_private.contradicted_sellers() t
  union all
  select 'maintenance_late', '', jsonb_build_object('seconds', round(extract(epoch from now() - m.last_run_at)))
  from callback_private.maintenance_runs m
  where not p_maintained and m.last_run_at < now() - interval '10 minutes';
end
$$;

-- How a channel did in the last 15 minutes: deliveries that failed or are being retried, and those that left, each
-- counted up to 1,000; the most frequent reason; and whether one has been tried for all that time while nothing left,
-- which is what a channel with little to do shows.
create or replace function callback_private.troubles_of(
  p_channel text,
  out failures bigint,
  out sent bigint,
  out reason text,
  out is_lasting boolean
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_since constant timestamptz := now() - interval '15 minutes';
begin
  with troubled as materialized (
    (select d.error_code, d.first_attempt_at from callback_private.deliveries d
      where d.channel = p_channel and d.status = 'pending' and d.next_attempt_at is not null
        and d.attempts > 0 and d.error_code is not null and d.updated_at > v_since limit 1000)
    union all
    (select d.error_code, d.first_attempt_at from callback_private.deliveries d
      where d.channel = p_channel and d.status = 'failed' and d.updated_at > v_since and d.sent_at is null limit 1000)
  )
  select count(*), mode() within group (order by t.error_code), coalesce(bool_or(t.first_attempt_at < v_since), false)
    into failures, reason, is_lasting from troubled t;
  if failures = 0 then
    sent := 0;
    return;
  end if;
  select count(*) into sent
    from callback_private.find_deliveries(
      p_channel, array['sent', 'delivered'], null, null, null, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1000) d
    where d.sent_at > v_since;
  is_lasting := is_lasting and sent = 0;
end
$$;

-- Requests within an hour and, where they are many, the usual number: the mean hour of the seven days before.
create or replace function callback_private.requests_of_hour(p_many integer, out requests bigint, out usual numeric)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_hour constant timestamptz := now() - interval '1 hour';
begin
  select count(*) into requests from public.callback_requests r
    where r.requested_on >= v_hour::date - 1 and r.requested_at > v_hour;
  if requests >= p_many then
    select round(count(*) / 168.0, 1) into usual from public.callback_requests r
      where r.requested_on >= v_hour::date - 8 and r.requested_at > v_hour - interval '168 hours' and r.requested_at <= v_hour;
  end if;
end
$$;

-- Raises what is new, renews what goes on, ends what is over. Returns { raised, recovered }; null while another process
-- looks.
create or replace function callback_private.update_alerts(p_maintained boolean)
returns jsonb language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_raised uuid[];
  v_recovered uuid[];
begin
  if not pg_try_advisory_xact_lock(1925, 0) then
    return null;
  end if;
  with written as (
    insert into callback_private.alerts as a (id, kind, subject, figure)
    select callback_private.uuid_v7(), c.kind, c.subject, c.figure from callback_private.current_alerts(p_maintained) c
    on conflict (kind, subject) where recovered_at is null do update set figure = excluded.figure, last_true_at = now()
    returning a.id, a.raised_at
  )
  select array_agg(w.id) filter (where w.raised_at = now()) into v_raised from written w;
  with ended as (
    update callback_private.alerts a set recovered_at = now()
    where a.recovered_at is null and a.last_true_at < now() - callback_private.calm_time(a.kind, a.subject)
      and (p_maintained or a.kind <> 'maintenance_late')
    returning a.id
  )
  select array_agg(e.id) into v_recovered from ended e;
  perform callback_private.queue_alert(r.id, 'raised') from unnest(v_raised) r (id);
  perform callback_private.queue_alert(r.id, 'recovered') from unnest(v_recovered) r (id);
  return jsonb_build_object('raised', coalesce(cardinality(v_raised), 0), 'recovered', coalesce(cardinality(v_recovered), 0));
end
$$;

-- For how long it must not have been true.
create or replace function callback_private.calm_time(p_kind text, p_subject text)
returns interval language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return least(interval '1 hour', interval '5 minutes' * 2 ^ least(10, (
    select count(*) from callback_private.alerts a
    where a.kind = p_kind and a.subject = p_subject and a.recovered_at > now() - interval '1 day')));
end
$$;

-- For the server, when maintenance itself has failed: nothing else would notice.
-- execute: service
create or replace function callback_private.check_alerts()
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return callback_private.update_alerts(false);
end
$$;

-- For the metrics: { alerts: [{ kind, channel, alerts }], paused: [channel] }, what is open at the moment. Other subjects,
-- such as the beginning of phone numbers, are left out: metrics are kept elsewhere, and their labels must stay few.
-- execute: service
create or replace function callback_private.list_open_alerts()
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return jsonb_build_object(
    'alerts', (
      select coalesce(jsonb_agg(o), '[]') from (
        select a.kind, c.channel, count(*) as alerts from callback_private.alerts a
        cross join lateral (
          select case when a.kind in ('channel_failing', 'queue_old') then a.subject else '' end as channel) c
        where a.recovered_at is null group by a.kind, c.channel) o),
    'paused', (select coalesce(jsonb_agg(p.channel), '[]') from callback_private.channel_pauses p where p.ended_at is null));
end
$$;

-- execute: users
create or replace function callback_private.list_callback_alerts(
  p_open_only boolean,
  p_limit integer,
  p_cursor text,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_limit constant integer := coalesce(p_limit, 20);
  v_cursor record;
  v_items jsonb;
begin
  perform callback_private.check_page(null, v_limit, 0);
  v_cursor := callback_private.read_cursor(p_cursor);
  select coalesce(jsonb_agg(jsonb_build_object(
      'id', a.id, 'kind', a.kind, 'subject', nullif(a.subject, ''), 'figure', a.figure, 'raised_at', a.raised_at,
      'last_true_at', a.last_true_at, 'recovered_at', a.recovered_at,
      'recipients', (select count(*) from callback_private.deliveries d where d.alert_id = a.id and d.alert_event = 'raised'))
      order by a.raised_at desc, a.id desc), '[]')
    into v_items
    from (
      select * from callback_private.alerts x
      where (x.raised_at, x.id) < (v_cursor.before_at, v_cursor.before_id)
        and (p_open_only is not true or x.recovered_at is null)
      order by x.raised_at desc, x.id desc limit v_limit + 1) a;
  return callback_private.page_of(v_items, v_limit, 'raised_at');
end
$$;

-- execute: users
create or replace function public.list_callback_alerts(
  p_open_only boolean default false,
  p_limit integer default 20,
  p_cursor text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_alerts(p_open_only, p_limit, p_cursor, p_operator_id)::json;
end $$;
comment on function public.list_callback_alerts is 'For operators: one page of alerts, newest first: { items, next_cursor }.';
