-- Every refusal leaves through here, so that each has a stable code, an HTTP status and a sentence that a person can
-- act on. PostgREST answers SQLSTATE "PTnnn" with HTTP status nnn; the API reads HINT as the code. The list is
-- docs/errors.md.

-- execute: service
create or replace function callback_private.refuse(p_code text, p_message text, p_detail jsonb default null)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_http_status constant text := case p_code
    when 'unauthenticated' then '401'
    when 'forbidden' then '403'
    when 'not_found' then '404'
    when 'listing_unavailable' then '409'
    when 'seller_unreachable' then '409'
    when 'own_listing' then '409'
    when 'duplicate_request' then '409'
    when 'callbacks_off' then '409'
    when 'trust_required' then '409'
    when 'not_accepted' then '409'
    when 'conflict' then '409'
    when 'invalid_transition' then '409'
    when 'request_expired' then '409'
    when 'idempotency_key_reused' then '409'
    when 'invalid_input' then '422'
    when 'invalid_phone' then '422'
    when 'phone_not_allowed' then '422'
    when 'wrong_code' then '422'
    when 'no_tries_left' then '409'
    when 'code_expired' then '409'
    when 'rate_limited' then '429'
  end;
begin
  raise exception using errcode = 'PT' || v_http_status, message = p_message, hint = p_code,
    detail = coalesce(p_detail::text, '');
end
$$;

-- execute: service
create or replace function callback_private.refuse_input(p_field text, p_message text)
returns void language sql stable set search_path = pg_catalog, pg_temp as $$
  select callback_private.refuse('invalid_input', p_message, jsonb_build_object('field', p_field));
$$;

-- p_until: when there is room again, at the latest.
create or replace function callback_private.refuse_limit(p_limit text, p_message text, p_until timestamptz)
returns void language sql stable set search_path = pg_catalog, pg_temp as $$
  select callback_private.refuse('rate_limited', p_message, jsonb_build_object(
    'limit', p_limit, 'retry_after_seconds', ceil(extract(epoch from p_until - now()))));
$$;

-- Turns a broken constraint into a refusal with the constraint's own comment ("field: sentence"). A shard's copy of a
-- constraint has a number behind its name (Citus), which is cut off. p_column is set instead when a value that must be
-- there is missing.
create or replace function callback_private.refuse_violation(p_constraint text, p_column text)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_rule text;
  v_field text;
begin
  select obj_description(c.oid, 'pg_constraint') into v_rule
    from pg_catalog.pg_constraint c
    where c.conname = regexp_replace(p_constraint, '_\d{6,}$', '')
      and c.connamespace in ('public'::regnamespace, 'callback_private'::regnamespace);
  v_rule := coalesce(v_rule, nullif(p_column, '') || ': is required.', 'request: is not valid.');
  v_field := split_part(v_rule, ': ', 1);
  perform callback_private.refuse_input(v_field, v_field || substr(v_rule, length(v_field) + 2));
end
$$;
