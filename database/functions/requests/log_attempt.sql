-- The seller logs a call attempt, its outcome and when they plan to try again. The first attempt acknowledges a pending
-- request, "reached" completes it, a wrong number pauses it. The same outcome again within a minute is the same call (a
-- double tap, a retry) and changes nothing.

create or replace function callback_private.log_attempt(
  p_request_id uuid,
  p_outcome text,
  p_next_attempt_at timestamptz,
  p_user_id callback_private.person_id
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
  v_now timestamptz;
  v_id uuid;
  v_constraint text;
  v_column text;
begin
  v_request := callback_private.lock_request(p_request_id, p_user_id);
  if p_user_id is distinct from v_request.seller_id then
    perform callback_private.refuse('forbidden', 'Only the seller can log a call attempt.');
  end if;
  v_now := greatest(now(), v_request.updated_at);
  if exists (
    select from callback_private.attempts a
    where a.callback_request_id = v_request.id and a.outcome = p_outcome
      and a.attempted_at > v_now - interval '1 minute')
  then
    return;
  end if;
  perform callback_private.require_open(v_request, 'get more call attempts');
  perform callback_private.require_reach(v_request);
  if exists (select from callback_private.attempts a where a.callback_request_id = v_request.id offset 49) then
    perform callback_private.refuse_limit('attempts_per_request',
      'This request has reached its limit of call attempts. Complete or decline it.', v_request.expires_at);
  end if;
  if p_next_attempt_at >= v_request.expires_at then
    perform callback_private.refuse_input('next_attempt_at', 'next_attempt_at must be before the request expires.');
  end if;

  insert into callback_private.attempts (id, callback_request_id, seller_id, outcome, attempted_at, next_attempt_at)
    values (callback_private.uuid_v7(), v_request.id, v_request.seller_id, p_outcome, v_now, p_next_attempt_at)
    returning id into v_id;
  update public.callback_requests r set updated_at = v_now, paused_at = case p_outcome when 'wrong_number'
    then v_now end
    where r.id = v_request.id and r.seller_id = v_request.seller_id
    returning * into v_request;
  update callback_private.seller_notes n set snoozed_until = null
    where n.callback_request_id = v_request.id and n.snoozed_until is not null;
  perform callback_private.record_event('call_attempted', v_request, 'seller', jsonb_strip_nulls(jsonb_build_object(
    'attempt_id', v_id, 'outcome', p_outcome, 'attempted_at', v_now, 'next_attempt_at', p_next_attempt_at)));
  if p_outcome = 'reached' then
    perform callback_private.apply_transition(v_request,
      'completed', 'seller', p_data := jsonb_build_object('attempt_id', v_id));
  elsif v_request.status = 'pending' then
    perform callback_private.apply_transition(v_request,
      'acknowledged', 'seller', p_data := jsonb_build_object('attempt_id', v_id));
  end if;
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;

-- execute: users
create or replace function callback_private.log_callback_attempt(
  p_request_id uuid,
  p_outcome text,
  p_idempotency_key text,
  p_user_id callback_private.person_id,
  p_next_attempt_at timestamptz
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_content constant text := 'attempt ' || jsonb_build_array(p_request_id, p_outcome, p_next_attempt_at)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
  v_code text;
  v_message text;
  v_detail text;
begin
  if v_kept.key is null then
    perform callback_private.log_attempt(p_request_id, p_outcome, p_next_attempt_at, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
exception when sqlstate 'PT429' then
  get stacked diagnostics v_code = pg_exception_hint, v_message = message_text, v_detail = pg_exception_detail;
  return callback_private.remember_refusal(v_user_id, 'log_callback_attempt', v_code, v_message, v_detail);
end
$$;

-- execute: users
create or replace function public.log_callback_attempt(
  p_request_id uuid,
  p_outcome text,
  p_idempotency_key text default null,
  p_user_id :person_id default null,
  p_next_attempt_at timestamptz default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.log_callback_attempt(p_request_id, p_outcome, p_idempotency_key, p_user_id,
    p_next_attempt_at);
end $$;
comment on function public.log_callback_attempt is 'The seller logs a call attempt: reached completes the request, any other outcome acknowledges a pending one: { request, replayed }, or { refusal }.';
