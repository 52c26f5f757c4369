-- The seller tells how a call went. The first attempt acknowledges a pending request, "reached" completes it. The same outcome once more
-- within a minute is the same call (a double tap, a call of ours that was sent again) and changes nothing.

-- execute: users
create or replace function callback_private.log_callback_attempt(p_request_id uuid, p_outcome text, p_user_id uuid)
returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant uuid := callback_private.acting_user(p_user_id);
  v_request public.callback_requests;
  v_now timestamptz;
  v_id uuid;
  v_constraint text;
  v_column text;
begin
  v_request := callback_private.lock_request(p_request_id, v_user_id);
  if v_user_id is distinct from v_request.seller_id then
    perform callback_private.refuse('forbidden', 'Only the seller can tell how a call went.');
  end if;
  v_now := greatest(now(), v_request.updated_at);
  select a.id into v_id from callback_private.attempts a
    where a.callback_request_id = v_request.id and a.outcome = p_outcome and a.attempted_at > v_now - interval '1 minute'
    order by a.attempted_at desc limit 1;
  if found then
    return v_id;
  end if;
  perform callback_private.require_open(v_request, 'get further calls');
  if exists (select from callback_private.attempts a where a.callback_request_id = v_request.id offset 49) then
    perform callback_private.refuse_limit('attempts_per_request',
      'As many calls have been noted for this request as may be; complete or cancel it.', v_request.expires_at);
  end if;

  insert into callback_private.attempts (id, callback_request_id, seller_id, outcome, attempted_at)
    values (callback_private.uuid_v7(), v_request.id, v_request.seller_id, p_outcome, v_now)
    returning id into v_id;
  update public.callback_requests r set updated_at = v_now
    where r.id = v_request.id and r.seller_id = v_request.seller_id
    returning * into v_request;
  perform callback_private.record_event('call_attempted', v_request, 'seller');
  if p_outcome = 'reached' then
    perform callback_private.update_callback_request_status(v_request.id, 'completed', v_user_id, null);
  elsif v_request.status = 'pending' then
    perform callback_private.update_callback_request_status(v_request.id, 'acknowledged', v_user_id, null);
  end if;
  return v_id;
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
  return null;
end
$$;

-- execute: users
create or replace function public.log_callback_attempt(p_request_id uuid, p_outcome text, p_user_id uuid default null)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.log_callback_attempt(p_request_id, p_outcome, p_user_id);
end $$;
comment on function public.log_callback_attempt is 'The seller tells how a call went: reached completes the request, any other outcome acknowledges a pending one.';
