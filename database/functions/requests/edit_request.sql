-- The buyer edits what they wrote while the request is open: a field that is left out stays, null clears it. The rules
-- are those of a new request; what is not changed is not judged again. The locks of buyer and phone come before the
-- row, as everyone takes them.

-- With p_operator_id, that operator edits for the buyer.
create or replace function callback_private.edit_request(
  p_request_id uuid,
  p_changes jsonb,
  p_user_id callback_private.person_id,
  p_operator_id uuid default null
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_phone constant text := callback_private.trimmed(p_changes ->> 'requester_phone');
  v_before public.callback_requests;
  v_request public.callback_requests;
  v_fields text[];
  v_constraint text;
  v_column text;
begin
  perform callback_private.check_changes(p_changes);
  if callback_private.trimmed(p_changes ->> 'priority') = 'urgent' then
    perform pg_advisory_xact_lock(1919, hashtext(p_user_id::text));
  end if;
  if v_phone is not null then
    perform pg_advisory_xact_lock(1920, hashtext(v_phone));
  end if;
  v_before := callback_private.lock_request(p_request_id, p_user_id);
  if p_user_id is distinct from v_before.requester_id then
    perform callback_private.refuse('forbidden', 'Only the buyer can edit a request.');
  end if;
  perform callback_private.require_open(v_before, 'be edited');

  v_request := callback_private.with_fields(v_before, p_changes);
  v_fields := array(
    select f.name from unnest(callback_private.editable_fields()) f (name)
    where to_jsonb(v_before) -> f.name is distinct from to_jsonb(v_request) -> f.name);
  if v_fields = '{}' then
    return;
  end if;
  perform callback_private.check_edit(v_before, v_request);

  v_request.updated_at := greatest(now(), v_before.updated_at);
  v_request.edited_at := v_request.updated_at;
  if 'requester_phone' = any (v_fields) then
    v_request.paused_at := null;
  end if;
  -- The names are our own, of editable_fields(); no person writes one.
  execute format(
    'update public.callback_requests r set (updated_at, edited_at, paused_at, %s) = row($1.updated_at, $1.edited_at, $1.paused_at, $1.%s)
      where r.id = $1.id and r.seller_id = $1.seller_id',
    array_to_string(v_fields, ', '), array_to_string(v_fields, ', $1.')) using v_request;
  perform callback_private.record_event('request_edited', v_request, case when p_operator_id is null then 'buyer' else 'operator' end,
    jsonb_build_object('fields', v_fields), p_operator_id => p_operator_id);
exception when check_violation or not_null_violation then
  get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
  perform callback_private.refuse_violation(v_constraint, v_column);
end
$$;

-- execute: users
create or replace function callback_private.edit_callback_request(
  p_request_id uuid,
  p_changes jsonb,
  p_idempotency_key text,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_content constant text := 'edit ' || jsonb_build_array(p_request_id, p_changes)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
  v_code text;
  v_message text;
  v_detail text;
begin
  if v_kept.key is null then
    perform callback_private.edit_request(p_request_id, p_changes, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
exception when sqlstate 'PT429' then
  get stacked diagnostics v_code = pg_exception_hint, v_message = message_text, v_detail = pg_exception_detail;
  return callback_private.remember_refusal(v_user_id, 'edit_callback_request', v_code, v_message, v_detail);
end
$$;

-- execute: users
create or replace function public.edit_callback_request(
  p_request_id uuid,
  p_changes jsonb,
  p_idempotency_key text default null,
  p_user_id :person_id default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.edit_callback_request(p_request_id, p_changes, p_idempotency_key, p_user_id);
end $$;
comment on function public.edit_callback_request is 'The buyer edits an open request; a field that p_changes leaves out stays, null clears it: { request, replayed }, or { refusal }.';

-- The shape of what is sent: editable fields, each of its column's kind or null. What the values must be is for the
-- constraints to say.
create or replace function callback_private.check_changes(p_changes jsonb)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_fields constant text[] := callback_private.editable_fields();
  v_change record;
begin
  if jsonb_typeof(p_changes) is distinct from 'object' then
    perform callback_private.refuse_input('changes', 'changes must be a JSON object of the fields to edit.');
  end if;
  for v_change in
    select c.key, jsonb_typeof(c.value) as given, case ( -- looked up, and the catalogue never read as a whole
        select t.typcategory from pg_attribute a, pg_type t
        where a.attrelid = 'public.callback_requests'::regclass and a.attname = c.key and t.oid = a.atttypid)
      when 'A' then 'array' when 'B' then 'boolean' when 'N' then 'number' else 'string' end as wanted
    from jsonb_each(p_changes) c
  loop
    if v_change.key <> all (v_fields) then
      perform callback_private.refuse_input('changes', format('changes may hold %s and %s only.',
        array_to_string(v_fields[:cardinality(v_fields) - 1], ', '), v_fields[cardinality(v_fields)]));
    end if;
    if v_change.given not in ('null', v_change.wanted) then
      perform callback_private.refuse_input(v_change.key, format('%s must be %s, or null.', v_change.key,
        case v_change.wanted when 'array' then 'a list' when 'string' then 'text' else 'a ' || v_change.wanted end));
    end if;
  end loop;
end
$$;

-- A buyer who may no longer request a callback can't write to the seller through an earlier request either.
create or replace function callback_private.require_welcome(p_request public.callback_requests)
returns record language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_obstacle record;
begin
  v_obstacle := callback_private.request_obstacle(p_request.requester_id, null, p_request.listing_id, null);
  if v_obstacle.code = 'forbidden' then
    perform callback_private.refuse(v_obstacle.code, v_obstacle.message, v_obstacle.detail);
  end if;
  perform callback_private.require_reach(p_request);
  return v_obstacle;
end
$$;

-- Earlier uses of numbers stay counted, so that no number reaches more sellers in a day than the limit allows.
create or replace function callback_private.check_edit(p_before public.callback_requests,
  p_after public.callback_requests)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_obstacle record;
  v_facts callback_private.request_facts;
begin
  v_obstacle := callback_private.require_welcome(p_before);
  if exists (
    select from callback_private.events e
    where e.callback_request_id = p_before.id and e.event_type = 'request_edited' offset 19)
  then
    perform callback_private.refuse_limit('edits_per_request',
      'You can’t edit this request again. Withdraw it, or wait for the call.', p_before.expires_at);
  end if;
  if p_after.priority = 'urgent' and p_before.priority <> 'urgent' then
    if v_obstacle.urgent_needs_trust then
      perform callback_private.refuse_untrusted(true);
    end if;
    perform callback_private.require_urgent_left(p_before.requester_id);
  end if;
  if p_after.requester_phone is null or p_after.requester_phone = p_before.requester_phone then
    return;
  end if;
  if callback_private.is_phone_used_up(
    p_after.requester_phone, p_before.requester_id, v_obstacle.today,
    (select s.requests_per_phone_per_day from callback_private.settings s), p_before.id)
  then
    perform callback_private.refuse_limit('requests_per_phone_per_day',
      'This phone number has reached today’s limit for callback requests. Use another number.', p_before.expires_at);
  end if;
  perform callback_private.check_phone(p_after.requester_phone, v_obstacle.allowed_phone_regions);
  if v_obstacle.risk_mode <> 'off' then
    v_facts := callback_private.with_risk(callback_private.facts_of(p_after, v_obstacle, null), p_after.requester_phone);
    if v_facts.outcome = 'code' then
      perform callback_private.refuse('not_accepted',
        'This number isn’t confirmed. Keep the present number, or use one that you have confirmed.',
        '{"field": "requester_phone"}');
    elsif v_facts.outcome <> 'allow' then
      perform callback_private.refuse('not_accepted', callback_private.risk_sentence(v_facts.signals));
    end if;
  end if;
  perform callback_private.keep_phone_uses(p_before, p_after, v_obstacle.today);
end
$$;
