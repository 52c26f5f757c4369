-- What support does with a request, beside closing it (close_request.sql): look at the buyer's number, correct it, leave a note. Each act is in
-- the audit, in its own transaction, and no number ever is.

-- execute: users
create or replace function callback_private.reveal_callback_request_phone(p_request_id uuid, p_reason text, p_operator_id uuid)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
  v_reason constant text := callback_private.trimmed(p_reason);
  v_phone text;
begin
  if callback_private.is_plain_text(v_reason, 500) is not true then
    perform callback_private.refuse_input('reason', 'reason must be 1 to 500 characters on one line.');
  end if;
  select r.requester_phone into v_phone from public.callback_requests r where r.id = p_request_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  perform callback_private.write_audit(v_operator_id, 'reveal_callback_request_phone', 'callback_request', p_request_id::text,
    jsonb_build_object('reason', callback_private.masked_text(v_reason)));
  return json_build_object('id', p_request_id, 'requester_phone', v_phone);
end
$$;

-- execute: users
create or replace function public.reveal_callback_request_phone(p_request_id uuid, p_reason text, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.reveal_callback_request_phone(p_request_id, p_reason, p_operator_id);
end $$;
comment on function public.reveal_callback_request_phone is 'For operators with the role support: the buyer''s number of a request: { id, requester_phone }. The audit keeps who looked, and why.';

-- The rules are those of the buyer's own edit: phone rules, limits, and that the request is open.
-- execute: users
create or replace function callback_private.edit_callback_request_phone(
  p_request_id uuid,
  p_phone text,
  p_consent boolean,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
  v_request public.callback_requests;
begin
  if p_consent is not true then
    perform callback_private.refuse_input('consent', 'consent must be true: ask the buyer first.');
  end if;
  select * into v_request from public.callback_requests r where r.id = p_request_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  perform callback_private.edit_request(
    p_request_id, jsonb_build_object('requester_phone', p_phone), v_request.requester_id, v_operator_id);
  if v_request.requester_phone is distinct from (
    select r.requester_phone from public.callback_requests r where r.id = p_request_id)
  then
    perform callback_private.write_audit(v_operator_id, 'edit_callback_request_phone', 'callback_request', p_request_id::text,
      jsonb_build_object('consent', true));
  end if;
  return callback_private.operator_request_json(p_request_id, v_operator_id);
end
$$;

-- execute: users
create or replace function public.edit_callback_request_phone(
  p_request_id uuid,
  p_phone text,
  p_consent boolean,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.edit_callback_request_phone(p_request_id, p_phone, p_consent, p_operator_id)::json;
end $$;
comment on function public.edit_callback_request_phone is 'For operators with the role support: corrects the number of an open request, with the buyer''s consent. Returns what inspect_callback_request does.';

-- execute: users
create or replace function callback_private.add_callback_operator_note(
  p_request_id uuid,
  p_note text,
  p_idempotency_key text,
  p_operator_id uuid
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
  v_content constant text := 'note ' || jsonb_build_array(p_request_id, p_note)::text;
  v_kept constant callback_private.idempotency_keys :=
    callback_private.kept_answer(null, p_idempotency_key, v_content, v_operator_id);
begin
  if v_kept.key is null then
    perform callback_private.insert_operator_note(p_request_id, p_note, v_operator_id);
    perform callback_private.keep_answer(null, p_idempotency_key, v_content, p_request_id, null, v_operator_id);
  end if;
  return json_build_object(
    'request', callback_private.operator_request_json(p_request_id, v_operator_id), 'replayed', v_kept.key is not null);
end
$$;

-- execute: users
create or replace function public.add_callback_operator_note(
  p_request_id uuid,
  p_note text,
  p_idempotency_key text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.add_callback_operator_note(p_request_id, p_note, p_idempotency_key, p_operator_id);
end $$;
comment on function public.add_callback_operator_note is 'For operators with the role support: adds a note that only operators read: { request, replayed }.';

create or replace function callback_private.insert_operator_note(p_request_id uuid, p_note text, p_operator_id uuid)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_constraint text;
  v_column text;
begin
  insert into callback_private.operator_notes (id, callback_request_id, seller_id, operator_id, note)
    select callback_private.uuid_v7(), r.id, r.seller_id, p_operator_id, callback_private.trimmed(p_note)
    from public.callback_requests r where r.id = p_request_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  perform callback_private.write_audit(p_operator_id, 'add_callback_operator_note', 'callback_request', p_request_id::text);
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;
