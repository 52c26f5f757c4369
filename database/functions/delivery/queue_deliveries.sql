-- The outbox: the deliveries of a notification, written in its transaction, and what the notification shows of them.

-- Writes the deliveries of a notification; push goes to every device. With none, the notification stays in the app and counts as sent.
create or replace function callback_private.queue_deliveries(
  p_notification_id uuid,
  p_recipient_id uuid,
  p_seller_id uuid,
  p_notification_type text,
  p_priority text,
  p_channels text[]
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  insert into callback_private.deliveries (id, notification_id, recipient_id, seller_id, channel, device_id)
  select callback_private.uuid_v7(), p_notification_id, p_recipient_id, p_seller_id, c.channel, d.id
  from unnest(p_channels) c (channel)
  left join callback_private.preferences p on p.user_id = p_recipient_id
  left join callback_private.devices d on d.user_id = p_recipient_id and d.retired_at is null
    and d.kind = case c.channel when 'expo_push' then 'expo' when 'web_push' then 'web' end
  where callback_private.is_wanted(p, c.channel, p_notification_type, p_priority)
    and (c.channel in ('email', 'sms') or d.id is not null);
  if not found then
    update public.callback_request_notifications n set status = 'sent', sent_at = n.created_at where n.id = p_notification_id;
  end if;
end
$$;

-- Whether a person wants such a notification by such a channel: as their preferences say; without any, as the type's defaults say. SMS go
-- out about urgent requests only.
create or replace function callback_private.is_wanted(
  p_preferences callback_private.preferences,
  p_channel text,
  p_notification_type text,
  p_priority text
)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_setting constant text := case when p_channel in ('email', 'sms') then p_channel else 'push' end;
begin
  return (v_setting <> 'sms' or p_priority = 'urgent') and p_notification_type = any (case
    when p_preferences.user_id is null then callback_private.default_types(v_setting)
    when v_setting = 'email' then p_preferences.email_types
    when v_setting = 'sms' then p_preferences.sms_types
    else p_preferences.push_types end);
end
$$;

-- What a notification says of its deliveries, worked out again. Call it after the deliveries have been changed: the rows are locked first, so
-- that of two who do this at once the second sees what the first has written.
create or replace function callback_private.refresh_notifications(p_notification_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  perform from public.callback_request_notifications n where n.id = any (p_notification_ids) order by n.id for no key update;
  update public.callback_request_notifications n set
    status = case
      when d.is_delivered or n.read_at is not null then 'delivered'
      when d.is_sent then 'sent'
      when d.is_open then 'pending'
      when d.is_failed then 'failed'
      else 'suppressed' end,
    email_sent = d.email_sent,
    push_sent = d.push_sent,
    sms_sent = d.sms_sent,
    sent_at = d.sent_at,
    delivered_at = coalesce(least(d.delivered_at, n.delivered_at), n.read_at)
  from (
    select
      x.notification_id,
      bool_or(x.status = 'delivered') as is_delivered,
      bool_or(x.status = 'sent') as is_sent,
      bool_or(x.status in ('pending', 'sending', 'parked')) as is_open,
      bool_or(x.status = 'failed') as is_failed,
      bool_or(x.channel = 'email' and x.sent_at is not null) as email_sent,
      bool_or(x.channel in ('expo_push', 'web_push') and x.sent_at is not null) as push_sent,
      bool_or(x.channel = 'sms' and x.sent_at is not null) as sms_sent,
      min(x.sent_at) as sent_at,
      min(x.delivered_at) as delivered_at
    from callback_private.deliveries x
    where x.notification_id = any (p_notification_ids)
    group by x.notification_id) d
  where n.id = d.notification_id;
end
$$;
