-- Writes the rows that pg_temp.judged_requests lets through, with the events that make history and statistics right.
-- Nobody is notified.
insert into public.callback_requests (
  id, requester_id, seller_id, listing_id, status, priority, requester_phone, requester_name, preferred_time,
    preferred_days, message,
  callback_reason, requested_at, requested_on, acknowledged_at, completed_at, cancelled_at, cancelled_by, cancel_reason,
    expires_at, updated_at)
select
  id, requester_id, seller_id, listing_id, status, priority, phone, name, preferred_time, preferred_days, message,
  callback_reason, requested_at, requested_on, acknowledged_at, completed_at, cancelled_at, cancelled_by, cancel_reason,
    expires_at, updated_at
from judged_requests where refusal is null;

insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, from_status,
  to_status, happened_at)
select e.event_type, j.id, j.seller_id, j.requester_id, e.actor, e.from_status, e.to_status, e.happened_at
from judged_requests j
cross join lateral (
  values
    ('request_created', 'buyer', null, 'pending', j.requested_at, true),
    ('status_changed', 'seller', 'pending', 'acknowledged', j.acknowledged_at,
      j.acknowledged_at is not null and (j.status <> 'completed' or j.acknowledged_at < j.completed_at)),
    ('status_changed', 'seller', case when j.acknowledged_at < j.completed_at then 'acknowledged'
      else 'pending' end, 'completed',
      j.completed_at, j.status = 'completed'),
    ('status_changed', j.cancelled_by, case when j.acknowledged_at is null then 'pending'
      else 'acknowledged' end, 'cancelled',
      j.cancelled_at, j.status = 'cancelled'),
    ('status_changed', 'system', case when j.acknowledged_at is null then 'pending' else 'acknowledged' end, 'expired',
      least(j.expires_at, now()), j.status = 'expired')
) e (event_type, actor, from_status, to_status, happened_at, applies)
where j.refusal is null and e.applies
order by e.happened_at, e.from_status nulls first;
