-- A write with an Idempotency-Key. The key is stored in the transaction of its effect: a retry after a lost answer
-- finds both or neither. Two at once with one key: the second waits for the first's end and then reads its answer.
-- There is one store for all ways in, whatever the operation. Kept answers hold no phone number; it is added back on
-- each answer by the rule that holds at that moment.

-- The earlier answer to this key; nothing if its write is still to be done. Others with the same key wait here until
-- this transaction ends.
create or replace function callback_private.kept_answer(
  p_user_id callback_private.person_id,
  p_key text,
  p_content text,
  p_operator_id uuid default null
)
returns callback_private.idempotency_keys language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_actor text;
  v_kept callback_private.idempotency_keys;
begin
  if p_key is null then
    return null;
  end if;
  if p_key !~ '^[\x20-\x7E]{1,255}$' then
    perform callback_private.refuse_violation('idempotency_keys_key_check', null);
  end if;
  v_actor := callback_private.key_holder(p_user_id, p_operator_id);
  perform pg_advisory_xact_lock(1923, hashtext(v_actor || p_key));
  select k.* into v_kept
    from callback_private.idempotency_keys k cross join callback_private.settings s
    where k.actor = v_actor and k.key = p_key and k.created_at >= now() - s.idempotency_keys_kept_for;
  if v_kept.content_hash <> sha256(convert_to(p_content, 'UTF8')) then
    perform callback_private.refuse('idempotency_key_reused',
      'This Idempotency-Key was used for another request; use a new key for new content.');
  end if;
  return v_kept;
end
$$;

-- A person, or an operator, whose ids are ours and may be of another type.
create or replace function callback_private.key_holder(p_user_id callback_private.person_id, p_operator_id uuid)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce('operator ' || p_operator_id, 'person ' || p_user_id::text);
end
$$;

-- The answer: to the request just written, which is kept, or the kept one with the phone number as it may be shown now.
create or replace function callback_private.idempotent_answer(
  p_user_id callback_private.person_id,
  p_key text,
  p_content text,
  p_kept callback_private.idempotency_keys,
  p_request_id uuid,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_now constant json :=
    callback_private.request_json(coalesce(p_kept.callback_request_id, p_request_id), p_user_id,
      p_operator_id is not null);
begin
  if p_kept.key is not null then
    return json_build_object('request', callback_private.with_phone(
      p_kept.answer, v_now ->> 'requester_phone', v_now ->> 'requester_phone_masked'), 'replayed', true);
  end if;
  perform callback_private.keep_answer(
    p_user_id, p_key, p_content, p_request_id, callback_private.with_phone(v_now, null, null), p_operator_id);
  return json_build_object('request', v_now, 'replayed', false);
end
$$;

-- Keeps the answer to a key; nothing without one.
create or replace function callback_private.keep_answer(
  p_user_id callback_private.person_id,
  p_key text,
  p_content text,
  p_request_id uuid,
  p_answer json,
  p_operator_id uuid default null
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  if p_key is null then
    return;
  end if;
  insert into callback_private.idempotency_keys as k (actor, key, content_hash, callback_request_id, answer)
    values (
      callback_private.key_holder(p_user_id, p_operator_id), p_key, sha256(convert_to(p_content, 'UTF8')), p_request_id, p_answer)
    on conflict (actor, key) do update -- one that is kept no longer
      set content_hash = excluded.content_hash, callback_request_id = excluded.callback_request_id,
          answer = excluded.answer, created_at = excluded.created_at;
end
$$;

-- The same request with another phone number, or none, in its two places, and its mask.
create or replace function callback_private.with_phone(p_request json, p_phone text, p_masked text)
returns json language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if (p_request ->> 'requester_phone', p_request ->> 'requester_phone_masked') is not distinct from (p_phone, p_masked) then
    return p_request;
  end if;
  return (
    select json_object_agg(f.key, case f.key
      when 'requester_phone' then to_json(p_phone)
      when 'requester_phone_masked' then to_json(p_masked)
      when 'requester' then (
        select json_object_agg(r.key, case r.key when 'phone' then to_json(p_phone) else r.value end)
          from json_each(f.value) r)
      else f.value end)
    from json_each(p_request) f);
end
$$;
