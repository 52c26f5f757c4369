-- Lives through the planned weeks, step by step in the order of time, with the public functions and as the role that the
-- back end uses. The database's clock stands at the present, so each request is moved back to its time as soon as it is made (that keeps
-- the limits of its day right), stays open meanwhile, and gets its other times when all is done. Rows are moved by plain updates.

create temporary table planned_request (
  number integer primary key,
  id uuid,
  requester_id uuid not null,
  seller_id uuid not null,
  listing_id uuid not null,
  requester_phone text not null,
  requester_name text not null,
  message text,
  callback_reason text,
  preferred_time text,
  preferred_days text[],
  priority text not null,
  at timestamptz not null,
  expires_at timestamptz not null
) on commit drop;

-- What happened: 'created', a status that was reached, or 'read' by a person who looked at all notifications.
create temporary table planned_step (
  at timestamptz not null,
  what text not null,
  request integer,
  actor_id uuid,
  reason text
) on commit drop;
create index on planned_step (request);
create index on planned_step (actor_id, at) where what = 'read';

-- The steps after p_from, up to p_until.
create function pg_temp.live_through(p_from timestamptz, p_until timestamptz) returns void language plpgsql as $$
declare
  v_zone constant text := (select time_zone from callback_private.settings);
  v_step record;
  v_id uuid;
begin
  for v_step in
    select s.what, s.actor_id, s.reason, r.* from planned_step s left join planned_request r on r.number = s.request
    where s.at > p_from and s.at <= p_until order by s.at
  loop
    v_id := (select r.id from planned_request r where r.number = v_step.number); -- not v_step's, which may be older than the id
    if v_step.what = 'expired' then
      update public.callback_requests set expires_at = v_step.expires_at where id = v_id;
    end if;

    perform set_config('role', 'service_role', true);
    case v_step.what
      when 'created' then v_id := public.create_callback_request(
        v_step.requester_id, v_step.seller_id, v_step.listing_id, v_step.requester_phone, v_step.requester_name, v_step.message,
        v_step.callback_reason, v_step.preferred_time, v_step.preferred_days, v_step.priority);
      when 'expired' then perform public.expire_callback_requests();
      when 'read' then perform public.mark_all_callback_notifications_read(v_step.actor_id);
      else perform public.update_callback_request_status(v_id, v_step.what, v_step.actor_id, v_step.reason);
    end case;
    perform set_config('role', 'none', true);

    if v_step.what = 'created' then
      update planned_request set id = v_id where number = v_step.number;
      update public.callback_requests set requested_at = v_step.at, requested_on = (v_step.at at time zone v_zone)::date where id = v_id;
    end if;
  end loop;
end
$$;

-- Gives all that was written its time.
create function pg_temp.move_back() returns void language plpgsql as $$
begin
  analyze planned_request, planned_step, public.callback_requests, callback_private.events, public.callback_request_notifications;

  update public.callback_requests c set
    acknowledged_at = t.acknowledged_at, completed_at = t.completed_at, cancelled_at = t.cancelled_at,
    expires_at = r.expires_at, updated_at = t.updated_at
  from planned_request r
  join (
    select
      s.request,
      min(s.at) filter (where s.what in ('acknowledged', 'completed')) as acknowledged_at,
      min(s.at) filter (where s.what = 'completed') as completed_at,
      min(s.at) filter (where s.what = 'cancelled') as cancelled_at,
      max(s.at) as updated_at
    from planned_step s group by s.request) t on t.request = r.number
  where c.id = r.id;

  update callback_private.events e set happened_at = s.at
  from planned_request r join planned_step s on s.request = r.number
  where e.callback_request_id = r.id and s.what = case e.event_type when 'request_created' then 'created' else e.to_status end;

  update public.callback_request_notifications n set created_at = s.at, sent_at = s.at
  from planned_request r join planned_step s on s.request = r.number
  where n.callback_request_id = r.id
    and s.what = case n.notification_type when 'new_request' then 'created' else replace(n.notification_type, 'request_', '') end;

  update public.callback_request_notifications n set
    (read_at, delivered_at) = (select min(s.at), min(s.at) from planned_step s where s.what = 'read' and s.actor_id = n.recipient_id and s.at >= n.created_at)
  where n.read_at is not null;
end
$$;
