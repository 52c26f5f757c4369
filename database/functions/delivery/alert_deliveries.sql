-- The kind of delivery that brings an alert to the marketplace's operators: a mail to each address of
-- settings.alert_emails and a post to settings.alert_webhook_url, once when it is raised and once when it has
-- recovered.

-- Returns how many were written; none where nobody is to get alerts.
create or replace function callback_private.queue_alert(p_alert_id uuid, p_event text)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_count integer;
begin
  insert into callback_private.deliveries (id, subject_kind, alert_id, alert_event, recipient_kind, channel, operator_address)
  select callback_private.uuid_v7(), 'alert', p_alert_id, p_event, 'operators', a.channel, a.address
  from callback_private.settings s
  cross join lateral (
    select 'email' as channel, e.address from unnest(s.alert_emails) e (address)
    union all
    select 'webhook', null where s.alert_webhook_url is not null) a
  where s.only_row
  on conflict do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

-- What was raised and has recovered before it could leave, as by a mail server that was itself what failed, is told by
-- the recovery alone.
create or replace function callback_private.judge_alert_deliveries(p_delivery_ids uuid[])
returns table (delivery_id uuid, refusal text, not_before timestamptz, message jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select d.id, case
      when d.channel = 'email' and not d.operator_address = any (s.alert_emails) then 'switched_off'
      when d.channel = 'webhook' and s.alert_webhook_url is null then 'switched_off'
      when d.alert_event = 'raised' and a.recovered_at is not null then 'outdated' end,
    null::timestamptz,
    jsonb_build_object(
      'address', coalesce(d.operator_address, s.alert_webhook_url),
      'brand', callback_private.brand_json(s), 'time_zone', s.time_zone,
      'alert_id', a.id, 'alert_event', d.alert_event, 'kind', a.kind, 'subject', nullif(a.subject, ''), 'figure', a.figure,
      'raised_at', a.raised_at, 'recovered_at', a.recovered_at)
  from callback_private.deliveries d
  join callback_private.alerts a on a.id = d.alert_id
  join callback_private.settings s on s.only_row
  where d.id = any (p_delivery_ids);
end
$$;

-- Nothing follows: that an alert could not be sent stands among the dead letters.
create or replace function callback_private.follow_alert_deliveries(p_delivery_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
end
$$;
