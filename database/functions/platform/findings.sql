-- What is wrong as the database sees it: each finding has a stable code, a sentence, the cure, and since when, where that
-- is known. What alerts are raised about is among them. The console shows them, `ringback doctor` prints them, docs/troubleshooting.md lists the codes.

create or replace function callback_private.findings()
returns table (code text, subject text, severity text, message text, cure text, since timestamptz)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select f.*, callback_private.finding_since(f.code, f.subject) from (
    select * from callback_private.findings_of_processes()
    union all select * from callback_private.findings_of_alerts()
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
  from unnest(v_live) p where p.zone_problems > 0 group by p.host
  union all
  select 'clock_wrong', c.host, 'warning', format('The clock on %s is %s seconds %s the database''s.', c.host,
      abs(c.seconds), case when c.seconds > 0 then 'ahead of' else 'behind' end),
    'Let both machines set their clocks by NTP: with a wrong one, tokens are refused and signed webhooks end too soon.'
  from (
    select distinct on (p.host) p.host, round(p.clock_ahead_seconds) as seconds from unnest(v_live) p
    where abs(p.clock_ahead_seconds) >= 30 order by p.host, abs(p.clock_ahead_seconds) desc) c;
end
$$;

-- What alerts are raised about, as it is now. That maintenance is late is found earlier than it is alerted.
create or replace function callback_private.findings_of_alerts()
returns table (code text, subject text, severity text, message text, cure text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select a.kind, nullif(a.subject, ''), w.severity, w.message, w.cure
  from callback_private.current_alerts(false) a
  cross join lateral (select (a.figure ->> 'seconds')::float8 as seconds) f
  cross join lateral (values
    ('channel_failing', 'error', format('%s of %s deliveries by %s failed in the last 15 minutes, most often because of %s.',
        a.figure ->> 'failures', (a.figure ->> 'failures')::bigint + (a.figure ->> 'sent')::bigint, a.subject, a.figure ->> 'reason'),
      'Look the reason up in docs/troubleshooting.md and fix its cause, then retry what was given up (`ringback retry`).'),
    ('queue_old', 'error', format('Deliveries by %s are waiting: %s, the oldest for %s.',
        a.subject, a.figure ->> 'waiting', callback_private.duration_text(make_interval(secs => f.seconds))),
      'Check that a worker serves this channel and that the database is not overloaded; start another worker if it is only slow.'),
    ('flood', 'warning', format('%s requests came in the last hour; %s is usual.', a.figure ->> 'requests', a.figure ->> 'usual'),
      'See whose they are; if it is abuse, turn off new requests of a category or country, or lower the limits.'),
    ('code_pumping', 'warning', format('In the last day, %s requests by %s accounts with numbers that begin with %s got codes, and none was confirmed.',
        a.figure ->> 'codes', a.figure ->> 'accounts', a.subject),
      'No more codes are sent to such numbers for now; their requests wait for review. Look at who sent them, and block the accounts.'),
    ('sellers_silent', 'warning', format('Of %s requests of a week, each at least a day old, %s have no answer.',
        a.figure ->> 'requests', a.figure ->> 'silent'),
      'See which sellers don''t answer and contact them. If all are silent, check that their notifications arrive.'),
    ('responses_slow', 'warning', format('Half of yesterday''s answers took longer than %s; %s is usual for a %s.',
        callback_private.duration_text(make_interval(secs => f.seconds)),
        callback_private.duration_text(make_interval(secs => (a.figure ->> 'usual_seconds')::float8)),
        to_char(callback_private.marketplace_day() - 1, 'FMDay')),
      'Check that sellers got their notifications yesterday, and compare sellers by response time.'),
    ('calls_contradicted', 'warning', format(
        'Buyers say that they got no call, though the request is completed: %s of %s completions in four weeks; sellers: %s.',
        a.figure ->> 'contradicted', a.figure ->> 'completed', a.figure ->> 'sellers'),
      'Look at the sellers with the lowest contact rate and their completed requests, and ask them.')
  ) w (kind, severity, message, cure)
  where w.kind = a.kind;
end
$$;

-- Since when: what its own figure says, or from when on the alert about it is open.
create or replace function callback_private.finding_since(p_code text, p_subject text)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return case p_code
    when 'channel_paused' then (select p.paused_at from callback_private.channel_pauses p where p.channel = p_subject)
    when 'maintenance_late' then (select m.last_run_at from callback_private.maintenance_runs m)
    when 'no_worker' then (select max(p.seen_at) from callback_private.processes p where p.channels <> '{}')
    else (
      select coalesce((a.figure ->> 'since')::timestamptz, a.raised_at) from callback_private.alerts a
      where a.kind = p_code and a.subject = coalesce(p_subject, '') and a.recovered_at is null)
  end;
end
$$;

create or replace function callback_private.findings_of_delivery()
returns table (code text, subject text, severity text, message text, cure text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
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
  from callback_private.count_overdue(interval '5 minutes') o (requests) where o.requests > 0;
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
