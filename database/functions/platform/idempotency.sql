-- The API's writes, each with an optional Idempotency-Key. The key is stored in the transaction of its effect: a retry after a lost
-- answer finds both or neither. Two at once with one key: the second waits for the first's end and then reads its answer.
-- Kept answers hold no phone number; it is added back on each answer by the rule that holds at that moment.

-- execute: service
create or replace function callback_private.create_callback_request_once(
  p_requester_id uuid,
  p_request jsonb,
  p_idempotency_key text default null
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant uuid := callback_private.acting_user(p_requester_id);
  v_content constant text := 'create ' || p_request::text;
  v_kept callback_private.idempotency_keys;
  v_id uuid;
begin
  if jsonb_typeof(p_request) is distinct from 'object' then
    perform callback_private.refuse_input('request', 'request must be a JSON object.');
  end if;
  v_kept := callback_private.kept_answer(v_user_id, p_idempotency_key, v_content);
  if v_kept.key is null then
    select callback_private.create_callback_request(
        v_user_id, r.seller_id, r.listing_id, r.requester_phone, r.requester_name, r.message, r.callback_reason,
        r.preferred_time, r.preferred_days, r.priority, r.time_zone)
      into v_id
      from jsonb_to_record(p_request) as r (
        seller_id uuid, listing_id uuid, requester_phone text, requester_name text, message text, callback_reason text,
        preferred_time text, preferred_days text[], priority text, time_zone text);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, v_id);
end
$$;

-- execute: service
create or replace function callback_private.update_callback_request_once(
  p_user_id uuid,
  p_request_id uuid,
  p_new_status text,
  p_reason text default null,
  p_idempotency_key text default null
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant uuid := callback_private.acting_user(p_user_id);
  v_content constant text := 'update ' || jsonb_build_array(p_request_id, p_new_status, p_reason)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key, v_content);
begin
  if v_kept.key is null then
    perform callback_private.update_callback_request_status(p_request_id, p_new_status, v_user_id, p_reason);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
end
$$;

-- execute: service
create or replace function callback_private.edit_callback_request_once(
  p_user_id uuid,
  p_request_id uuid,
  p_changes jsonb,
  p_idempotency_key text default null
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant uuid := callback_private.acting_user(p_user_id);
  v_content constant text := 'edit ' || jsonb_build_array(p_request_id, p_changes)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key, v_content);
begin
  if v_kept.key is null then
    perform callback_private.edit_callback_request(p_request_id, p_changes, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
end
$$;

-- execute: service
create or replace function callback_private.log_callback_attempt_once(
  p_user_id uuid,
  p_request_id uuid,
  p_outcome text,
  p_idempotency_key text default null
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant uuid := callback_private.acting_user(p_user_id);
  v_content constant text := 'attempt ' || jsonb_build_array(p_request_id, p_outcome)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key, v_content);
begin
  if v_kept.key is null then
    perform callback_private.log_callback_attempt(p_request_id, p_outcome, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
end
$$;

-- What this key was answered with before; nothing when its effect is to be made now. Until this transaction ends, others with the key wait here.
create or replace function callback_private.kept_answer(p_user_id uuid, p_key text, p_content text)
returns callback_private.idempotency_keys language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_kept callback_private.idempotency_keys;
begin
  if p_key is null then
    return null;
  end if;
  if p_key !~ '^[\x20-\x7E]{1,255}$' then
    perform callback_private.refuse_violation('idempotency_keys_key_check', null);
  end if;
  perform pg_advisory_xact_lock(1923, hashtext(p_user_id || p_key));
  select k.* into v_kept
    from callback_private.idempotency_keys k cross join callback_private.settings s
    where k.user_id = p_user_id and k.key = p_key and k.created_at >= now() - s.idempotency_keys_kept_for;
  if v_kept.content_hash <> sha256(convert_to(p_content, 'UTF8')) then
    perform callback_private.refuse('idempotency_key_reused',
      'This Idempotency-Key was used for another request; use a new key for new content.');
  end if;
  return v_kept;
end
$$;

-- The answer: to the request just written, which is kept, or the kept one with the phone number as it may be shown now.
create or replace function callback_private.idempotent_answer(
  p_user_id uuid,
  p_key text,
  p_content text,
  p_kept callback_private.idempotency_keys,
  p_request_id uuid
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_now constant json := callback_private.request_json(coalesce(p_kept.callback_request_id, p_request_id), p_user_id);
begin
  if p_kept.key is not null then
    return json_build_object('request', callback_private.with_phone(p_kept.answer, v_now ->> 'requester_phone'), 'replayed', true);
  end if;
  if p_key is not null then
    insert into callback_private.idempotency_keys as k (user_id, key, content_hash, callback_request_id, answer)
      values (
        p_user_id, p_key, sha256(convert_to(p_content, 'UTF8')), p_request_id, callback_private.with_phone(v_now, null))
      on conflict (user_id, key) do update -- one that is kept no longer
        set content_hash = excluded.content_hash, callback_request_id = excluded.callback_request_id,
            answer = excluded.answer, created_at = excluded.created_at;
  end if;
  return json_build_object('request', v_now, 'replayed', false);
end
$$;

-- The same request with another phone number, or none, in its two places.
create or replace function callback_private.with_phone(p_request json, p_phone text)
returns json language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if p_request ->> 'requester_phone' is not distinct from p_phone then
    return p_request;
  end if;
  return (
    select json_object_agg(f.key, case f.key
      when 'requester_phone' then to_json(p_phone)
      when 'requester' then (
        select json_object_agg(r.key, case r.key when 'phone' then to_json(p_phone) else r.value end) from json_each(f.value) r)
      else f.value end)
    from json_each(p_request) f);
end
$$;

-- Returns how many; so many as p_limit mean that there may be more.
create or replace function callback_private.forget_idempotency_keys(p_limit integer)
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_count bigint;
begin
  with old as (
    select k.user_id, k.key
    from callback_private.idempotency_keys k cross join callback_private.settings s
    where k.created_at < now() - s.idempotency_keys_kept_for
    order by k.created_at
    limit p_limit
    for update of k skip locked
  )
  delete from callback_private.idempotency_keys k using old where k.user_id = old.user_id and k.key = old.key;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
