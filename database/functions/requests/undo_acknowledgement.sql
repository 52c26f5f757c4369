-- After an accidental tap on the call button the seller undoes the acknowledgement, within seconds and before any call
-- attempt. The buyer's notification is deleted; its deliveries wait that long (notification_types.waits), so none has
-- been sent.

-- How long the seller is offered an undo; undo_acknowledgement() allows a few more seconds for the network.
create or replace function callback_private.undo_time()
returns interval language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return interval '15 seconds';
end
$$;

create or replace function callback_private.undo_acknowledgement(p_request_id uuid,
  p_user_id callback_private.person_id)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
  v_event_id bigint;
begin
  v_request := callback_private.lock_request(p_request_id, p_user_id);
  if p_user_id is distinct from v_request.seller_id then
    perform callback_private.refuse('forbidden', 'Only the seller can undo this.');
  end if;
  perform callback_private.require_open(v_request, 'be changed back to pending');
  if v_request.status <> 'acknowledged'
    or clock_timestamp() >= v_request.acknowledged_at + callback_private.undo_time() + interval '5 seconds'
    or exists (select from callback_private.attempts a where a.callback_request_id = v_request.id)
  then
    perform callback_private.refuse_undo(v_request);
  end if;
  select max(e.id) into strict v_event_id from callback_private.events e
    where e.callback_request_id = v_request.id and e.event_type = 'status_changed' and e.to_status = 'acknowledged';
  perform callback_private.take_back_notifications(v_request, v_event_id);

  update public.callback_requests r set
    status = 'pending', acknowledged_at = null, updated_at = greatest(now(), r.updated_at)
  where r.id = v_request.id and r.seller_id = v_request.seller_id
  returning * into v_request;
  perform callback_private.record_event('acknowledgement_undone', v_request, 'seller',
    jsonb_build_object('undone_event_id', v_event_id), 'acknowledged');
end
$$;

create or replace function callback_private.refuse_undo(p_request public.callback_requests)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.refuse('invalid_transition',
    'It’s too late to undo this. You can still decline the request.',
    jsonb_build_object('status', p_request.status));
end
$$;

-- Deletes the notifications of an event. A delivery that a worker has claimed may be on its way: then it is too late.
create or replace function callback_private.take_back_notifications(p_request public.callback_requests,
  p_event_id bigint)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_delivery record;
begin
  for v_delivery in
    select d.status from public.callback_request_notifications n
    join callback_private.deliveries d on d.notification_id = n.id
    where n.callback_request_id = p_request.id and n.event_id = p_event_id
    order by d.id
    for update of d
  loop
    if v_delivery.status <> 'pending' then
      perform callback_private.refuse_undo(p_request);
    end if;
  end loop;
  delete from public.callback_request_notifications n where n.callback_request_id = p_request.id
    and n.event_id = p_event_id;
end
$$;

-- execute: users
create or replace function callback_private.undo_callback_acknowledgement(
  p_request_id uuid,
  p_idempotency_key text,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_content constant text := 'undo acknowledgement ' || jsonb_build_array(p_request_id)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
begin
  if v_kept.key is null then
    perform callback_private.undo_acknowledgement(p_request_id, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
end
$$;

-- execute: users
create or replace function public.undo_callback_acknowledgement(
  p_request_id uuid,
  p_idempotency_key text default null,
  p_user_id :person_id default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.undo_callback_acknowledgement(p_request_id, p_idempotency_key, p_user_id);
end $$;
comment on function public.undo_callback_acknowledgement is 'The seller undoes an acknowledgement within seconds, before any call attempt: { request, replayed }.';
