-- Nothing lost and nothing invented: which notifications had to leave, to whom and by which channel, against what
-- happened to them. For operators too, as the owner of the database: psql "$DATABASE_URL" -f conservation.sql.
-- `missing`, `unasked` and `without_reason` must be 0. Counts what was wanted since the channels were last changed in
-- callback_private.settings and within notifications_kept_for; people who have changed their preferences since, or were
-- erased, are left out.
with notified as (
  select e.id as event_id, recipient.id as recipient_id, e.happened_at, r.priority, t as type
  from callback_private.settings s
  cross join callback_private.events e
  join public.callback_requests r on r.id = e.callback_request_id
  join callback_private.notification_types t
    on t.event_type = e.event_type and coalesce(t.to_status, e.to_status) = e.to_status
  cross join unnest(t.recipients) side (name)
  cross join lateral (
    select case side.name when 'seller' then e.seller_id else e.requester_id end as id) recipient
  where recipient.id is not null and side.name <> e.actor
    and (e.happened_at >= now() - s.notifications_kept_for or exists (
      select from public.callback_request_notifications n
      where n.callback_request_id = e.callback_request_id and n.event_id = e.id))
    and (e.data || jsonb_build_object('side', side.name)) @@ t.event_filter
    and not exists ( -- undone
      select from callback_private.events u where u.callback_request_id = e.callback_request_id
        and u.event_type = 'acknowledgement_undone' and (u.data ->> 'undone_event_id')::bigint = e.id)
), asked as (
  select n.event_id, n.recipient_id, c.channel, coalesce(d.id, n.recipient_id) as target
  from notified n
  cross join callback_private.settings s
  cross join unnest(s.channels) c (channel)
  left join callback_private.preferences p on p.user_id = n.recipient_id
  left join callback_private.devices d on d.user_id = n.recipient_id
    and d.kind = case c.channel when 'expo_push' then 'expo' when 'web_push' then 'web' end
    and (d.retired_at is null or d.retired_at > n.happened_at)
  where callback_private.is_wanted(p, c.channel, n.type, n.priority)
    and (c.channel in ('email', 'sms') or d.id is not null)
    and (p.updated_at > n.happened_at) is not true
), written as (
  select
    n.event_id, n.recipient_id, d.channel, coalesce(d.device_id, n.recipient_id) as target, d.status, d.error_code
  from callback_private.deliveries d
  join public.callback_request_notifications n on n.id = d.notification_id and n.recipient_id is not null
  left join callback_private.preferences p on p.user_id = n.recipient_id
  where (p.updated_at > n.created_at) is not true
)
select
  count(a.target)::int as asked,
  count(*) filter (where w.status in ('pending', 'sending'))::int as pending,
  count(*) filter (where w.status = 'parked')::int as parked,
  count(*) filter (where w.status = 'sent')::int as sent,
  count(*) filter (where w.status = 'delivered')::int as delivered,
  count(*) filter (where w.status = 'suppressed')::int as suppressed,
  count(*) filter (where w.status = 'failed')::int as failed,
  count(*) filter (where w.target is null)::int as missing,
  count(*) filter (where a.target is null)::int as unasked,
  count(*) filter (where w.status in ('suppressed', 'failed') and w.error_code is null)::int as without_reason
from asked a
full join written w using (event_id, recipient_id, channel, target);
