-- A notification and the deliveries that its recipient wants are written in the transaction of what happened. It is in
-- the app as soon as it is written; a delivery takes it further, to mail, SMS or a device.

-- Notifies one side of a request of an event, once. What an operator or the system cancelled, the marketplace cancelled.
create or replace function callback_private.add_notification(
  p_request public.callback_requests,
  p_recipient_id callback_private.person_id,
  p_notification_type text,
  p_event_id bigint
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_id constant uuid := callback_private.uuid_v7();
  v_channels constant text[] := (select s.channels from callback_private.settings s);
begin
  insert into public.callback_request_notifications (
    id, callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message, created_at, status, sent_at)
  select
    v_id, p_request.id, p_recipient_id, p_request.seller_id, p_notification_type, p_event_id, t.title, t.message, p_request.updated_at,
    case v_channels when '{}' then 'sent' else 'pending' end, case v_channels when '{}' then p_request.updated_at end
  from (values (1)) one
  left join callback_private.listing(p_request.listing_id) l on true
  left join callback_private.profile(p_request.seller_id) s on true
  cross join lateral callback_private.notification_text(
    p_notification_type,
    case
      when p_request.cancelled_by in ('operator', 'system') then 'The marketplace'
      when p_recipient_id = p_request.seller_id then p_request.requester_name
      else s.full_name end,
    l.title) t
  on conflict (callback_request_id, recipient_id, notification_type, event_id) do nothing;
  if found and v_channels <> '{}' then
    perform callback_private.queue_deliveries(
      v_id, p_recipient_id, p_request.seller_id, p_notification_type, p_request.priority, v_channels);
  end if;
end
$$;
