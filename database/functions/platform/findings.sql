-- What is wrong with the installation as the database sees it: each finding has a stable code, a sentence, and the
-- cure. The console shows them, `ringback doctor` prints them, docs/troubleshooting.md lists the codes.

create or replace function callback_private.findings()
returns table (code text, subject text, severity text, message text, cure text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select f.* from (
    select * from callback_private.findings_of_processes()
    union all select * from callback_private.findings_of_delivery()
    union all select * from callback_private.findings_of_maintenance()
    union all select * from callback_private.findings_of_settings()) f
  order by array_position(array['error', 'warning', 'info'], f.severity), f.code, f.subject;
end
$$;

-- execute: service
create or replace function callback_private.list_findings()
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from callback_private.findings() f);
end
$$;

create or replace function callback_private.findings_of_processes()
returns table (code text, subject text, severity text, message text, cure text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_live constant callback_private.processes[] :=
    array(select p from callback_private.processes p where callback_private.is_live(p));
  v_served constant text[] := array(select distinct c from unnest(v_live) p cross join lateral unnest(p.channels) c);
begin
  return query
  select 'no_worker', null, 'error', 'No worker has been seen for 90 seconds, so nothing is delivered.',
    'Start `ringback worker` or `ringback start` with the settings of its channels, and read its log if it stops.'
  from callback_private.settings s
  where v_served = '{}' and (s.channels <> '{}' or s.alert_emails <> '{}' or s.alert_webhook_url is not null)
  union all
  select 'channel_unserved', c.name, 'error', format('Deliveries are written for %s, and no worker serves it.', c.name),
    format('Start a worker with the settings of %s, or take it out of the setting channels.', c.name)
  from callback_private.settings s cross join lateral unnest(s.channels) c (name)
  where v_served <> '{}' and not c.name = any (v_served)
  union all
  select 'versions_differ', null, 'warning',
    format('Processes of several versions run: %s.', string_agg(v.version, ', ' order by v.version)),
    'Restart those that are old; while an update is rolled out, wait until it is done.'
  from (select distinct p.version from unnest(v_live) p where p.started_at < now() - interval '10 minutes') v
  having count(*) > 1
  union all
  select 'time_zone_data', p.host, 'warning', format(
      'On %s, time zone data differ from the database''s in %s of the zones in use.', p.host, max(p.zone_problems)),
    'Run `ringback doctor` there: it names them, and which side to update.'
  from unnest(v_live) p where p.zone_problems > 0 group by p.host;
end
$$;

create or replace function callback_private.findings_of_delivery()
returns table (code text, subject text, severity text, message text, cure text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select a.kind, a.subject, 'error',
    format('%s of %s deliveries by %s failed in the last 15 minutes, most often because of %s.',
      a.figure ->> 'failures', (a.figure ->> 'failures')::bigint + (a.figure ->> 'sent')::bigint, a.subject, a.figure ->> 'reason'),
    'Look the reason up in docs/troubleshooting.md and fix its cause, then retry what was given up (`ringback retry`).'
  from callback_private.current_alerts(false) a where a.kind = 'channel_failing'
  union all
  select a.kind, a.subject, 'error', format('Deliveries by %s are waiting: %s, the oldest for %s.',
      a.subject, a.figure ->> 'waiting', callback_private.duration_text(make_interval(secs => (a.figure ->> 'seconds')::float8))),
    'Check that a worker serves this channel and that the database is not overloaded; start another worker if it is only slow.'
  from callback_private.current_alerts(false) a where a.kind = 'queue_old'
  union all
  select 'channel_paused', p.channel, 'warning', format('%s has been paused since %s UTC%s. Deliveries waiting: %s.', p.channel,
      to_char(p.paused_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), coalesce(': ' || p.reason, ''), q.waiting),
    format('Resume it when its cause is fixed: `ringback resume %s`.', p.channel)
  from callback_private.channel_pauses p cross join lateral callback_private.queue_of(p.channel) q
  where p.ended_at is null
  union all
  select 'dead_letters', d.channel, 'warning',
    format('Deliveries by %s were given up in the last day and can be retried: %s.', d.channel, count(*)),
    format('Fix the cause, then retry them: `ringback retry --channel %s`.', d.channel)
  from callback_private.find_deliveries(
    null, array['failed'], null, now() - interval '1 day', null, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1000) d
  where callback_private.is_retryable(d) group by d.channel
  union all
  select 'sms_capped', 'sms', 'warning',
    format('SMS were not sent in the last day because a cap was reached: %s.', count(*)),
    'See whether it is fraud; else raise sms_per_recipient_per_day, sms_per_prefix_per_day, sms_per_country_per_day or '
      'sms_per_day.'
  from (
    select from callback_private.deliveries d
    where d.status = 'suppressed' and d.error_code like 'sms\_cap\_%' and d.updated_at > now() - interval '1 day' limit 1000) c
  having count(*) > 0;
end
$$;

create or replace function callback_private.findings_of_maintenance()
returns table (code text, subject text, severity text, message text, cure text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_cure constant text := 'Start `ringback api` or `ringback worker`, or let pg_cron run it (docs/deploy.md, “On Supabase”).';
begin
  return query
  select 'maintenance_never', null, 'warning', 'Maintenance has never run.', v_cure
  where not exists (select from callback_private.maintenance_runs)
  union all
  select 'maintenance_late', null, 'error',
    format('Maintenance has not run for %s.', callback_private.duration_text(now() - m.last_run_at)), v_cure
  from callback_private.maintenance_runs m where m.last_run_at < now() - interval '5 minutes'
  union all
  select 'overdue_requests', null, 'warning', format('%s overdue requests are still open.', o.requests),
    'The next run of maintenance closes them; see that it runs.'
  from callback_private.count_overdue(interval '5 minutes') o (requests) where o.requests > 0
  union all
  select a.kind, null, 'warning',
    format('%s requests came in the last hour; %s is usual.', a.figure ->> 'requests', a.figure ->> 'usual'),
    'See whose they are; if it is abuse, turn off new requests of a category or country, or lower the limits.'
  from callback_private.current_alerts(false) a where a.kind = 'flood';
end
$$;

-- Open requests that expired this long ago; counted up to 10,000.
create or replace function callback_private.count_overdue(p_by interval)
returns bigint language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select count(*) from (
    select from public.callback_requests r
    where r.status in ('pending', 'acknowledged') and r.expires_at < now() - p_by limit 10000) x);
end
$$;

-- Settings that contradict each other, or have no effect.
create or replace function callback_private.findings_of_settings()
returns table (code text, subject text, severity text, message text, cure text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v callback_private.settings;
begin
  select * into strict v from callback_private.settings s where s.only_row;
  return query
  select f.code, f.subject, f.severity, f.message, f.cure from (values
    ('region_not_allowed', 'default_phone_region', 'warning', not v.default_phone_region = any (v.allowed_phone_regions),
      'Numbers without a country code are read as ones of a country that is not allowed.',
      'Add default_phone_region to allowed_phone_regions, or change it.'),
    ('sms_caps_contradict', 'sms_per_day', 'warning',
      v.sms_per_day < v.sms_per_country_per_day or v.sms_per_country_per_day < v.sms_per_prefix_per_day
        or v.sms_per_prefix_per_day < v.sms_per_recipient_per_day,
      'A wider cap on SMS is lower than a narrower one, which then has no effect.',
      'Let sms_per_recipient_per_day, sms_per_prefix_per_day, sms_per_country_per_day and sms_per_day rise in this order.'),
    ('operators_unmapped', 'operator_claim', 'warning', (v.operator_claim is null) <> (v.operator_roles = '{}'),
      'Only one of operator_claim and operator_roles is set, so no token makes an operator.', 'Set both, or neither.'),
    ('alert_mail_unserved', 'alert_emails', 'warning', v.alert_emails <> '{}' and not exists (
        select from callback_private.processes p where callback_private.is_live(p) and 'email' = any (p.channels)),
      'Alerts are to go out by mail, and no worker sends mails.',
      'Start a worker with SMTP_URL and MAIL_FROM, or set alert_webhook_url.'),
    ('nobody_alerted', 'alert_emails', 'info', v.alert_emails = '{}' and v.alert_webhook_url is null,
      'Nobody gets alerts; only the console and the metrics show them.', 'Set alert_emails or alert_webhook_url.')
  ) f (code, subject, severity, is_true, message, cure)
  where f.is_true;
end
$$;

-- In days or hours from two of them on, else in minutes.
create or replace function callback_private.duration_text(p_duration interval)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_minutes constant integer := floor(extract(epoch from p_duration) / 60);
begin
  return case
    when v_minutes >= 2880 then format('%s days', v_minutes / 1440)
    when v_minutes >= 120 then format('%s hours', v_minutes / 60)
    when v_minutes = 1 then '1 minute'
    else format('%s minutes', v_minutes) end;
end
$$;
