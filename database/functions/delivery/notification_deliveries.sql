-- The kind of delivery that brings a notification to a person, by mail, SMS or to a device: what is written, whether it
-- is still to be sent, and what follows from its end. Its deliveries are written in the transaction of the
-- notification.

-- Writes the deliveries of a notification; push goes to every device. With none, the notification stays in the app and
-- counts as sent.
create or replace function callback_private.queue_deliveries(
  p_notification_id uuid,
  p_recipient_id callback_private.person_id,
  p_seller_id callback_private.person_id,
  p_notification_type text,
  p_priority text,
  p_channels text[]
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.deliveries (
    id, subject_kind, notification_id, seller_id, recipient_kind, person_id, channel, device_id, next_attempt_at)
  select
    callback_private.uuid_v7(), 'notification', p_notification_id, p_seller_id, 'person', p_recipient_id, c.channel,
      d.id, now() + t.waits
  from unnest(p_channels) c (channel)
  join callback_private.notification_types t on t.name = p_notification_type
  left join callback_private.preferences p on p.user_id = p_recipient_id
  left join callback_private.devices d on d.user_id = p_recipient_id and d.retired_at is null
    and d.kind = case c.channel when 'expo_push' then 'expo' when 'web_push' then 'web' end
  where callback_private.is_wanted(p, c.channel, t, p_priority)
    and (c.channel in ('email', 'sms') or d.id is not null);
  if not found then
    update public.callback_request_notifications n set status = 'sent', sent_at = n.created_at
      where n.id = p_notification_id;
  end if;
end
$$;

-- Whether a person wants such a notification by such a channel: as their preferences say; without any, as the type's
-- defaults say. SMS go out about urgent requests only.
create or replace function callback_private.is_wanted(
  p_preferences callback_private.preferences,
  p_channel text,
  p_type callback_private.notification_types,
  p_priority text
)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_setting constant text := case when p_channel in ('email', 'sms') then p_channel else 'push' end;
begin
  return (v_setting <> 'sms' or p_priority = 'urgent') and case
    when p_preferences.user_id is null then v_setting = any (p_type.default_channels)
    when v_setting = 'email' then p_type.name = any (p_preferences.email_types)
    when v_setting = 'sms' then p_type.name = any (p_preferences.sms_types)
    else p_type.name = any (p_preferences.push_types) end;
end
$$;

-- What a notification says of its deliveries, worked out again. Call it after the deliveries have been changed: the
-- rows are locked first, so that of two who do this at once the second sees what the first has written.
create or replace function callback_private.refresh_notifications(p_notification_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.callback_request_notifications n where n.id = any (p_notification_ids)
    order by n.id for no key update;
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

-- Whether the same person is about to get a later notification by the same way that makes this one superfluous: a
-- reminder and its request that have waited for the same morning are one message.
create or replace function callback_private.is_replaced(
  p_notification public.callback_request_notifications,
  p_delivery callback_private.deliveries,
  p_preferences callback_private.preferences,
  p_priority text
)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from callback_private.notification_types t
    join public.callback_request_notifications n on n.notification_type = t.name
      and n.callback_request_id = p_notification.callback_request_id and n.recipient_id = p_notification.recipient_id
    join callback_private.deliveries d on d.notification_id = n.id
      and d.channel = p_delivery.channel and d.device_id is not distinct from p_delivery.device_id
    where p_notification.notification_type = any (t.replaces) and n.event_id > p_notification.event_id
      and d.status not in ('failed', 'suppressed') and callback_private.is_wanted(p_preferences, d.channel, t,
        p_priority));
end
$$;

create or replace function callback_private.judge_notification_deliveries(p_delivery_ids uuid[])
returns table (delivery_id uuid, refusal text, not_before timestamptz, message jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
  v_brand jsonb;
begin
  select * into strict v_settings from callback_private.settings s where s.only_row;
  v_brand := callback_private.brand_json(v_settings);
  return query
  with asked as materialized ( -- looked up first, for a notification may have many deliveries
    select * from callback_private.deliveries x where x.id = any (p_delivery_ids)
  )
  select d.id, case
      when person.is_active is not true then 'inactive'
      when coalesce(btrim(reach.address), '') = '' then 'no_address'
      when callback_private.is_wanted(p, d.channel, t, r.priority) is not true then 'switched_off'
      when n.read_at is not null then 'already_read'
      when now_is.situation <> all (t.sent_while) or (occasion.data ->> 'expires_at')::timestamptz <> r.expires_at
        then 'outdated'
      when callback_private.is_replaced(n, d, p, r.priority) then 'outdated'
      when t.outdated_by <> '{}' and exists (
        select from callback_private.events e
        where e.callback_request_id = r.id and e.id > n.event_id and e.event_type = any (t.outdated_by))
      then 'outdated' end,
    case when p.quiet_from is not null
      and not (r.priority = 'urgent' and p.urgent_overrides_quiet_hours and v_settings.urgent_overrides_quiet_hours)
    then callback_private.quiet_until(now(), reader.time_zone, p.quiet_from, p.quiet_until) end,
    jsonb_build_object(
      'address', reach.address, 'phone_region', v_settings.default_phone_region, 'p256dh', device.p256dh,
        'auth', device.auth,
      'locale', coalesce(device.locale, p.locale, person.locale, v_settings.locale),
        'reader_time_zone', reader.time_zone,
      'brand', v_brand,
      'notification_type', n.notification_type, 'title', n.title, 'message', n.message,
      'callback_request_id', n.callback_request_id, 'listing_id', r.listing_id::text,
      'priority', r.priority, 'is_to_seller', d.person_id = r.seller_id, 'recipient_name', person.full_name,
      'other_name', case d.person_id when r.seller_id then r.requester_name else seller.full_name end,
      'listing_title', listing.title, 'listing_price', listing.price, 'listing_currency', listing.currency,
      'listing_image', listing.image_url, 'callback_reason', r.callback_reason, 'request_message', r.message,
      'phone_ending', case d.person_id when r.requester_id then right(r.requester_phone, 4) end,
      'preferred_time', r.preferred_time, 'preferred_days', r.preferred_days,
      'preferred_ranges', callback_private.ranges_json(callback_private.preferred_ranges(
        r.preferred_time, r.preferred_days, callback_private.preferred_zone(r.time_zone, r.requester_id), now(),
          r.expires_at)),
      'time_zone', r.time_zone, 'expires_at', r.expires_at, 'cancelled_by', r.cancelled_by,
      'data', occasion.data,
      'confirmation', (select c.answer from callback_private.confirmations c where c.callback_request_id = r.id))
  from asked d
  join public.callback_request_notifications n on n.id = d.notification_id
  join public.callback_requests r on r.id = n.callback_request_id
  left join callback_private.notification_types t on t.name = n.notification_type
  left join callback_private.profile(d.person_id) person on true
  left join callback_private.profile(r.seller_id) seller on true
  left join callback_private.listing(r.listing_id) listing on true
  left join callback_private.preferences p on p.user_id = d.person_id
  left join callback_private.devices device on device.id = d.device_id and device.user_id = d.person_id
    and device.retired_at is null
  cross join lateral (select callback_private.occasion_data(r.id, n.event_id) as data offset 0) occasion
  cross join lateral (select callback_private.situation(r) as situation) now_is
  cross join lateral (select coalesce(
    p.time_zone,
    case when callback_private.is_time_zone(person.time_zone) then person.time_zone end,
    v_settings.time_zone) as time_zone) reader
  cross join lateral (select case d.channel when 'email' then person.email when 'sms' then person.phone
    else device.token end as address) reach;
end
$$;

-- The notification shows what happened to its deliveries, a device that is gone gets no more push, and to whom the
-- provider sends no SMS any more gets none until they switch it on again.
create or replace function callback_private.follow_notification_deliveries(p_delivery_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.refresh_notifications(array(
    select distinct d.notification_id from callback_private.deliveries d where d.id = any (p_delivery_ids)));
  update callback_private.devices v set retired_at = now(), retired_because = 'gone'
    from callback_private.deliveries d
    where d.id = any (p_delivery_ids) and d.error_code = 'device_gone' and v.id = d.device_id and v.retired_at is null;
  insert into callback_private.preferences
    select (callback_private.preferences_of(person.id)).* from callback_private.host_profiles person
    where person.id in (
      select d.person_id from callback_private.deliveries d where d.id = any (p_delivery_ids)
        and d.error_code = 'opted_out')
    on conflict (user_id) do nothing;
  update callback_private.preferences p set sms_types = '{}', updated_at = now()
    from callback_private.deliveries d
    where d.id = any (p_delivery_ids) and d.error_code = 'opted_out' and p.user_id = d.person_id;
end
$$;
