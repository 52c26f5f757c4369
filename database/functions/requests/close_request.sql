-- An operator closes an open request: cancelled, with a reason that both sides read. Both are notified, and the audit
-- keeps who did it, without the reason: that goes with the request. A request that is cancelled already stays as it is.

create or replace function callback_private.close_request(p_request_id uuid, p_reason text, p_operator_id uuid)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_reason constant text := callback_private.trimmed(p_reason);
  v_request public.callback_requests;
  v_constraint text;
  v_column text;
begin
  select * into v_request from public.callback_requests r where r.id = p_request_id for update;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  if v_request.status = 'cancelled' then
    return;
  end if;
  perform callback_private.require_open(v_request, 'be closed');
  perform callback_private.apply_transition(v_request, 'cancelled', 'operator', v_reason, p_operator_id);
  perform callback_private.write_audit(p_operator_id, 'close_callback_request', 'callback_request', p_request_id::text,
    jsonb_build_object('from_status', v_request.status));
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;

-- execute: users
create or replace function callback_private.close_callback_request(
  p_request_id uuid,
  p_reason text,
  p_idempotency_key text,
  p_operator_id uuid
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
  v_content constant text := 'close ' || jsonb_build_array(p_request_id, p_reason)::text;
  v_kept constant callback_private.idempotency_keys :=
    callback_private.kept_answer(null, p_idempotency_key, v_content, v_operator_id);
begin
  if v_kept.key is null then
    perform callback_private.close_request(p_request_id, p_reason, v_operator_id);
  end if;
  return callback_private.idempotent_answer(
    null, p_idempotency_key, v_content, v_kept, p_request_id, v_operator_id);
end
$$;

-- execute: users
create or replace function public.close_callback_request(
  p_request_id uuid,
  p_reason text default null,
  p_idempotency_key text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.close_callback_request(p_request_id, p_reason, p_idempotency_key, p_operator_id);
end $$;
comment on function public.close_callback_request is 'For operators with the role support: cancels an open request for the marketplace: { request, replayed }.';
