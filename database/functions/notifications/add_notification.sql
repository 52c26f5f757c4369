-- A notification and the deliveries that its recipient wants are written in the transaction of what happened. It is in
-- the app as soon as it is written; a delivery takes it further, to mail, SMS or a device.

-- What an event causes, as notification_types says: a notification of each type that names such an event, to each of
-- its recipients but the one that acted, or is gone. (create_request writes the first of a request by itself, in one
-- statement.)
create or replace function callback_private.add_notifications(
  p_request public.callback_requests,
  p_event_id bigint,
  p_event_type text,
  p_actor text,
  p_data jsonb
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_due record;
begin
  for v_due in
    select t.name, case side.name when 'seller' then p_request.seller_id else p_request.requester_id end as recipient_id
    from callback_private.notification_types t
    cross join unnest(t.recipients) side (name)
    where t.event_type = p_event_type and coalesce(t.to_status, p_request.status) = p_request.status
      and side.name <> p_actor
      and (p_data || jsonb_build_object('side', side.name)) @@ t.event_filter
  loop
    perform callback_private.add_notification(p_request, v_due.recipient_id, v_due.name, p_event_id)
      where exists (select from callback_private.profile(v_due.recipient_id));
  end loop;
end
$$;

-- Details of the event for the notification's text: the outcome of a call attempt, the reason for a decline.
create or replace function callback_private.occasion_data(p_request_id uuid, p_event_id bigint)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select e.data from callback_private.events e where e.callback_request_id = p_request_id
    and e.id = p_event_id);
end
$$;

-- Notifies one side of a request of an event, once. What an operator or the system cancelled, the marketplace
-- cancelled.
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
    id, callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message, created_at, status,
      sent_at)
  select
    v_id, p_request.id, p_recipient_id, p_request.seller_id, p_notification_type, p_event_id, t.title, t.message,
      p_request.updated_at,
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
