-- The state machine: pending → acknowledged → completed, pending → completed, and from both open states cancelled (by either side) or,
-- by time alone, expired. The last three are final. The row lock decides races; a status that is already reached changes nothing.

create or replace function callback_private.effective_status(p_status text, p_expires_at timestamptz)
returns text language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_status in ('pending', 'acknowledged') and p_expires_at <= now() then 'expired' else p_status end;
end
$$;

-- execute: users
create or replace function callback_private.update_callback_request_status(
  p_request_id uuid,
  p_new_status text,
  p_user_id uuid,
  p_reason text
)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant uuid := callback_private.acting_user(p_user_id);
  v_reason constant text := callback_private.trimmed(p_reason);
  v_request public.callback_requests;
  v_actor text;
  v_status text;
  v_now timestamptz;
  v_constraint text;
  v_column text;
begin
  v_request := callback_private.lock_request(p_request_id, v_user_id);
  v_actor := case v_user_id when v_request.seller_id then 'seller' else 'buyer' end;
  v_status := callback_private.effective_status(v_request.status, v_request.expires_at);
  -- now() is when this transaction began; while it waited for the row, a later one may have changed it.
  v_now := greatest(now(), v_request.updated_at);

  if p_new_status is null or p_new_status not in ('pending', 'acknowledged', 'completed', 'cancelled', 'expired') then
    perform callback_private.refuse_violation('callback_requests_status_check', null);
  end if;
  if v_actor = 'buyer' and p_new_status in ('acknowledged', 'completed') then
    perform callback_private.refuse('forbidden', 'Only the seller can do this; you can withdraw the request.');
  end if;
  if v_reason is not null and p_new_status <> 'cancelled' then
    perform callback_private.refuse_input('reason', 'reason goes only with a cancellation.');
  end if;
  if p_new_status = v_status then
    return true;
  end if;
  if v_status = 'expired' then
    perform callback_private.refuse('request_expired', 'This request has expired; a new one can be made.');
  end if;
  if p_new_status in ('pending', 'expired') or v_status not in ('pending', 'acknowledged') then
    perform callback_private.refuse('invalid_transition', format('A request that is %s cannot become %s.', v_status, p_new_status),
      jsonb_build_object('status', v_status));
  end if;

  update public.callback_requests r set
    status = p_new_status,
    acknowledged_at = case when p_new_status = 'cancelled' then r.acknowledged_at else coalesce(r.acknowledged_at, v_now) end,
    completed_at = case p_new_status when 'completed' then v_now end,
    cancelled_at = case p_new_status when 'cancelled' then v_now end,
    cancelled_by = case p_new_status when 'cancelled' then v_actor end,
    cancel_reason = v_reason,
    updated_at = v_now
  where r.id = v_request.id and r.seller_id = v_request.seller_id
  returning * into v_request;

  perform callback_private.record_transition(v_request, v_status, v_actor);
  return true;
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
  return null;
end
$$;

-- execute: users
create or replace function public.update_callback_request_status(
  p_request_id uuid,
  p_new_status text,
  p_user_id uuid default null,
  p_reason text default null
)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.update_callback_request_status(p_request_id, p_new_status, p_user_id, p_reason);
end $$;
comment on function public.update_callback_request_status is 'Acknowledges, completes or cancels a request; true when it has the new status, also if it had it before.';

-- The request, held until the transaction ends; somebody else's is as missing as none.
create or replace function callback_private.lock_request(p_request_id uuid, p_user_id uuid)
returns public.callback_requests language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
begin
  select * into v_request from public.callback_requests r
    where r.id = p_request_id and p_user_id in (r.seller_id, r.requester_id)
    for update;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  return v_request;
end
$$;

create or replace function callback_private.require_open(p_request public.callback_requests, p_what text)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_status constant text := callback_private.effective_status(p_request.status, p_request.expires_at);
begin
  if v_status = 'expired' then
    perform callback_private.refuse('request_expired', 'This request has expired; a new one can be made.');
  end if;
  if v_status not in ('pending', 'acknowledged') then
    perform callback_private.refuse('invalid_transition', format('A request that is %s cannot %s.', v_status, p_what),
      jsonb_build_object('status', v_status));
  end if;
end
$$;

-- What happened to a request without changing its status, as a status that stays.
create or replace function callback_private.record_event(
  p_event_type text,
  p_request public.callback_requests,
  p_actor text,
  p_edited_fields text[] default null
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.events (
    event_type, happened_at, callback_request_id, seller_id, requester_id, actor, from_status, to_status, edited_fields)
  values (
    p_event_type, p_request.updated_at, p_request.id, p_request.seller_id, p_request.requester_id, p_actor, p_request.status,
    p_request.status, p_edited_fields);
end
$$;

-- The event of a status change, and a notification to whoever did not make it.
create or replace function callback_private.record_transition(p_request public.callback_requests, p_from_status text, p_actor text)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.events (
    event_type, happened_at, callback_request_id, seller_id, requester_id, actor, from_status, to_status)
  values (
    'status_changed', p_request.updated_at, p_request.id, p_request.seller_id, p_request.requester_id, p_actor, p_from_status, p_request.status);

  if p_actor <> 'seller' then
    perform callback_private.tell(p_request, p_request.seller_id, 'request_' || p_request.status);
  end if;
  if p_actor <> 'buyer' then
    perform callback_private.tell(p_request, p_request.requester_id, 'request_' || p_request.status);
  end if;
end
$$;
