-- The buyer answers whether the call of a completed request took place. No answer counts as yes. The status stays
-- completed; the answer is stored beside it and can be changed for two weeks. A different answer is an event; the same
-- one, or just another rating, isn't.

-- Until when the buyer of a request completed at that time may answer.
create or replace function callback_private.confirmable_until(p_completed_at timestamptz)
returns timestamptz language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return p_completed_at + interval '336 hours';
end
$$;

create or replace function callback_private.confirm_request(p_request_id uuid, p_answer text, p_rating integer,
  p_user_id callback_private.person_id)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
  v_before callback_private.confirmations;
  v_constraint text;
  v_column text;
begin
  v_request := callback_private.lock_request(p_request_id, p_user_id);
  if p_user_id is distinct from v_request.requester_id then
    perform callback_private.refuse('forbidden', 'Only the buyer can confirm the call.');
  end if;
  perform callback_private.require_confirmable(v_request);
  select * into v_before from callback_private.confirmations c where c.callback_request_id = v_request.id;
  if v_before.answer = p_answer and v_before.rating is not distinct from p_rating then
    return;
  end if;

  v_request.updated_at := greatest(now(), v_request.updated_at);
  insert into callback_private.confirmations as c (callback_request_id, seller_id, answer, rating, answered_at)
    values (v_request.id, v_request.seller_id, p_answer, p_rating, v_request.updated_at)
    on conflict on constraint confirmations_pkey do update set
      answer = excluded.answer, rating = excluded.rating, answered_at = excluded.answered_at;
  update public.callback_requests r set updated_at = v_request.updated_at
    where r.id = v_request.id and r.seller_id = v_request.seller_id;
  if p_answer is distinct from v_before.answer then
    perform callback_private.record_event(
      case p_answer when 'talked' then 'completion_confirmed' else 'completion_contradicted' end, v_request, 'buyer',
      jsonb_build_object('answer', p_answer));
  end if;
exception
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    perform callback_private.refuse_violation(v_constraint, v_column);
  when numeric_value_out_of_range then
    perform callback_private.refuse_violation('confirmations_rating_check', null);
end
$$;

create or replace function callback_private.require_confirmable(p_request public.callback_requests)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_request.status <> 'completed' then
    perform callback_private.refuse('invalid_transition', 'You can only confirm a completed request.',
      jsonb_build_object('status', callback_private.effective_status(p_request.status, p_request.expires_at)));
  end if;
  if callback_private.confirmable_until(p_request.completed_at) <= now() then
    perform callback_private.refuse('invalid_transition',
      'It’s too late to answer: the call was more than two weeks ago.',
      jsonb_build_object('status', p_request.status));
  end if;
end
$$;

-- execute: users
create or replace function callback_private.confirm_callback_request(
  p_request_id uuid,
  p_answer text,
  p_rating integer,
  p_idempotency_key text,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_content constant text := 'confirm ' || jsonb_build_array(p_request_id, p_answer, p_rating)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
begin
  if v_kept.key is null then
    perform callback_private.confirm_request(p_request_id, p_answer, p_rating, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
end
$$;

-- execute: users
create or replace function public.confirm_callback_request(
  p_request_id uuid,
  p_answer text,
  p_rating integer default null,
  p_idempotency_key text default null,
  p_user_id :person_id default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.confirm_callback_request(p_request_id, p_answer, p_rating, p_idempotency_key, p_user_id);
end $$;
comment on function public.confirm_callback_request is 'The buyer answers whether the call of a completed request took place: talked (perhaps with a rating), not_called or wrong_person: { request, replayed }.';
