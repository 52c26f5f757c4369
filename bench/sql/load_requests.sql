-- Requests as they would be if they had come one by one: spread evenly over a time, in every state that their age allows, each with its
-- notifications and events. One row in ten belongs to the big seller (person 0), ten in all to the small one (person 1), the others go round
-- the other sellers. They are written as their finished selves: making a million by calls would take a quarter of an hour.
-- p_first is the number of rows that an earlier load has written, so that one can go on where another ended.
-- Foreign keys are not looked at while loading (every id exists by construction); all other constraints and all indexes are in place.

create function bench.load_requests(
  p_rows bigint,
  p_first bigint,
  p_from timestamptz,
  p_to timestamptz,
  p_people integer,
  p_sellers integer,
  p_listings integer
)
returns void language plpgsql volatile set session_replication_role = replica as $$
begin
  create temporary table loaded on commit drop as
  select
    n, t.requested_at, p.buyer, p.seller, p.seller + p_sellers * (n / 10 % (p_listings / p_sellers)) as listing, p.dice,
    (array_cat(
      case when t.requested_at > now() - interval '6 days 20 hours'
        then '{pending,pending,pending,pending,pending,acknowledged,acknowledged,completed,completed}'::text[]
        else '{completed,completed,completed,completed,completed,completed,expired,expired,cancelled}' end,
      '{cancelled}'))[p.dice + 1] as status
  from generate_series(p_first, p_first + p_rows - 1) n
  cross join lateral (select p_from + (p_to - p_from) * ((n - p_first)::float8 / p_rows) as requested_at) t
  cross join lateral (
    select
      -- A step prime to the number of buyers: nobody asks twice on one day.
      p_sellers + n * 7919 % (p_people - p_sellers) as buyer,
      case when n % (p_rows / 10) = p_rows / 10 - 1 then 1 when n % 10 = 0 then 0 else 2 + n % (p_sellers - 2) end as seller,
      case when n % (p_rows / 10) = p_rows / 10 - 1 then n / (p_rows / 10) + 1 else n / 10 end % 10 as dice) p;

  insert into public.callback_requests (
    id, requester_id, seller_id, listing_id, status, requester_phone, requester_name, preferred_time, preferred_days, message,
    callback_reason, requested_at, requested_on, acknowledged_at, completed_at, cancelled_at, cancelled_by, cancel_reason, expires_at, updated_at)
  select
    -- A time-ordered id (version 7) of the time of the request.
    (lpad(to_hex((extract(epoch from l.requested_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3)
      || '8' || substr(md5(n::text), 4, 15))::uuid,
    bench.id_of('person', l.buyer), bench.id_of('person', l.seller), bench.id_of('listing', l.listing),
    l.status, '+' || 12125000000 + l.buyer, 'Ama Mensah ' || l.buyer, 'evening', '{Monday,Tuesday}',
    'Is it still there? I could come by on Saturday, before noon if possible.', 'availability_check',
    l.requested_at, (l.requested_at at time zone 'UTC')::date,
    case when l.status in ('acknowledged', 'completed') then l.requested_at + interval '10 minutes' end,
    case when l.status = 'completed' then l.requested_at + interval '20 minutes' end,
    case when l.status = 'cancelled' then l.requested_at + interval '10 minutes' end,
    case when l.status = 'cancelled' then case l.dice when 8 then 'seller' else 'buyer' end end,
    case when l.status = 'cancelled' then 'It is sold.' end,
    l.requested_at + interval '7 days',
    l.requested_at
  from loaded l order by n;

  insert into callback_private.events (happened_at, event_type, callback_request_id, seller_id, requester_id, actor, from_status, to_status)
  select t.happened_at, t.event_type, r.id, r.seller_id, r.requester_id, t.actor, t.from_status, t.to_status
  from public.callback_requests r
  cross join lateral (values
    (r.requested_at, 'request_created', 'buyer', null, 'pending', true),
    (r.acknowledged_at, 'status_changed', 'seller', 'pending', 'acknowledged', true),
    (r.completed_at, 'status_changed', 'seller', 'acknowledged', 'completed', true),
    (r.cancelled_at, 'status_changed', r.cancelled_by, 'pending', 'cancelled', true),
    (r.expires_at, 'status_changed', 'system', 'pending', 'expired', r.status = 'expired')
  ) t (happened_at, event_type, actor, from_status, to_status, happened)
  where t.happened and t.happened_at is not null and r.requested_at between p_from and p_to
  order by t.happened_at;

  insert into public.callback_request_notifications (
    callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message, created_at, read_at)
  select r.id, t.recipient_id, r.seller_id, t.notification_type, e.id, t.title, r.requester_name || ' ' || t.title, t.created_at,
    case when t.created_at < now() - interval '2 days' then t.created_at + interval '1 hour' end
  from public.callback_requests r
  cross join lateral (values
    ('new_request', r.seller_id, 'New callback request', r.requested_at, true),
    ('request_acknowledged', r.requester_id, 'The seller will call you', r.acknowledged_at, true),
    ('request_completed', r.requester_id, 'Callback completed', r.completed_at, true),
    ('request_cancelled', case r.cancelled_by when 'seller' then r.requester_id else r.seller_id end,
      'Callback request closed', r.cancelled_at, true),
    ('request_expired', r.requester_id, 'Callback request expired', r.expires_at, r.status = 'expired'),
    ('request_expired', r.seller_id, 'Callback request expired', r.expires_at, r.status = 'expired')
  ) t (notification_type, recipient_id, title, created_at, happened)
  join callback_private.events e on e.callback_request_id = r.id
    and t.notification_type = case e.event_type when 'request_created' then 'new_request' else 'request_' || e.to_status end
  where t.happened and t.created_at is not null and r.requested_at between p_from and p_to
  order by t.created_at;
end
$$;
