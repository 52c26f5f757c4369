-- A buyer or a seller changes the status of a request. A status that is already reached changes nothing.

create or replace function callback_private.change_status(p_request_id uuid, p_new_status text,
  p_user_id callback_private.person_id, p_reason text)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_reason constant text := callback_private.trimmed(p_reason);
  v_request public.callback_requests;
  v_actor text;
  v_status text;
  v_constraint text;
  v_column text;
begin
  if p_new_status = 'cancelled' and callback_private.withdraw_held(p_request_id, p_user_id, v_reason) then
    return;
  end if;
  v_request := callback_private.lock_request(p_request_id, p_user_id);
  v_actor := case p_user_id when v_request.seller_id then 'seller' else 'buyer' end;
  v_status := callback_private.effective_status(v_request.status, v_request.expires_at);

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
    return;
  end if;
  if v_status = 'expired' then
    perform callback_private.refuse('request_expired', 'This request has expired. You can make a new one.');
  end if;
  if p_new_status in ('pending', 'expired') or v_status not in ('pending', 'acknowledged') then
    perform callback_private.refuse('invalid_transition', format('A request that is %s cannot become %s.', v_status,
      p_new_status),
      jsonb_build_object('status', v_status));
  end if;
  if p_new_status <> 'cancelled' or v_reason is not null then
    perform callback_private.require_reach(v_request);
  end if;
  perform callback_private.apply_transition(v_request, p_new_status, v_actor, v_reason);
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;

-- execute: users
create or replace function callback_private.change_callback_request(
  p_request_id uuid,
  p_new_status text,
  p_reason text,
  p_idempotency_key text,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_content constant text := 'change ' || jsonb_build_array(p_request_id, p_new_status, p_reason)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
begin
  if v_kept.key is null then
    perform callback_private.change_status(p_request_id, p_new_status, v_user_id, p_reason);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
end
$$;

-- execute: users
create or replace function public.change_callback_request(
  p_request_id uuid,
  p_new_status text,
  p_reason text default null,
  p_idempotency_key text default null,
  p_user_id :person_id default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.change_callback_request(p_request_id, p_new_status, p_reason, p_idempotency_key, p_user_id);
end $$;
comment on function public.change_callback_request is 'Acknowledges, completes or cancels a request: { request, replayed }.';

-- execute: users
create or replace function callback_private.update_callback_request_status(
  p_request_id uuid,
  p_new_status text,
  p_user_id callback_private.person_id,
  p_reason text,
  p_idempotency_key text
)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  if p_idempotency_key is null then
    perform callback_private.change_status(p_request_id, p_new_status, v_user_id, p_reason);
  else
    perform callback_private.change_callback_request(p_request_id, p_new_status, p_reason, p_idempotency_key,
      v_user_id);
  end if;
  return true;
end
$$;

-- execute: users
create or replace function public.update_callback_request_status(
  p_request_id uuid,
  p_new_status text,
  p_user_id :person_id default null,
  p_reason text default null,
  p_idempotency_key text default null
)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.update_callback_request_status(p_request_id, p_new_status, p_user_id, p_reason,
    p_idempotency_key);
end $$;
comment on function public.update_callback_request_status is 'Acknowledges, completes or cancels a request; true when it has the new status, also if it had it before.';
