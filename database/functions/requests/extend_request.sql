-- The buyer extends an open request, as often as the settings allow.

create or replace function callback_private.extend_request(p_request_id uuid, p_user_id callback_private.person_id)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
  v_request public.callback_requests;
begin
  v_request := callback_private.lock_request(p_request_id, p_user_id);
  if p_user_id is distinct from v_request.requester_id then
    perform callback_private.refuse('forbidden', 'Only the buyer can extend a request.');
  end if;
  perform callback_private.require_open(v_request, 'be extended');
  perform callback_private.require_welcome(v_request);
  select * into strict v_settings from callback_private.settings s where s.only_row;
  if v_request.extensions >= v_settings.extensions_per_request then
    perform callback_private.refuse_limit('extensions_per_request',
      'You can’t extend this request again. Once it expires, you can make a new one.', v_request.expires_at);
  end if;

  update public.callback_requests r set
    expires_at = r.expires_at + v_settings.expires_after,
    extensions = r.extensions + 1,
    updated_at = greatest(now(), r.updated_at)
  where r.id = v_request.id and r.seller_id = v_request.seller_id
  returning * into v_request;
  perform callback_private.record_event('request_extended', v_request, 'buyer',
    jsonb_build_object('expires_at', v_request.expires_at));
end
$$;

-- execute: users
create or replace function callback_private.extend_callback_request(
  p_request_id uuid,
  p_idempotency_key text,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_content constant text := 'extend ' || jsonb_build_array(p_request_id)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
  v_code text;
  v_message text;
  v_detail text;
begin
  if v_kept.key is null then
    perform callback_private.extend_request(p_request_id, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
exception when sqlstate 'PT429' then
  get stacked diagnostics v_code = pg_exception_hint, v_message = message_text, v_detail = pg_exception_detail;
  return callback_private.remember_refusal(v_user_id, 'extend_callback_request', v_code, v_message, v_detail);
end
$$;

-- execute: users
create or replace function public.extend_callback_request(
  p_request_id uuid,
  p_idempotency_key text default null,
  p_user_id :person_id default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.extend_callback_request(p_request_id, p_idempotency_key, p_user_id);
end $$;
comment on function public.extend_callback_request is 'The buyer extends an open request: { request, replayed }, or { refusal }.';
