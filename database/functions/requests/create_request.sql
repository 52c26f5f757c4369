-- A buyer requests a call: the request, the seller's notification and the event are written together or not at all.
-- The unique index decides the race for one request per buyer, listing and day. The advisory locks only make the counted limits exact;
-- everyone takes them in the same order (buyer, phone, seller), so they cannot deadlock.

create or replace function callback_private.create_request(
  p_requester_id callback_private.person_id,
  p_seller_id callback_private.person_id,
  p_listing_id callback_private.listing_id,
  p_requester_phone text,
  p_requester_name text,
  p_message text,
  p_callback_reason text,
  p_preferred_time text,
  p_preferred_days text[],
  p_priority text,
  p_time_zone text
)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_name constant text := callback_private.trimmed(p_requester_name);
  v_phone constant text := callback_private.trimmed(p_requester_phone);
  v_obstacle record;
  v_text record;
  v_id constant uuid := callback_private.uuid_v7();
  v_notification_id constant uuid := callback_private.uuid_v7();
  v_existing_id uuid;
  v_constraint text;
  v_column text;
begin
  if p_seller_id is null or p_listing_id is null or v_phone is null or v_name is null then
    perform callback_private.refuse_violation('', case
      when p_seller_id is null then 'seller_id' when p_listing_id is null then 'listing_id'
      when v_phone is null then 'requester_phone' else 'requester_name' end);
  end if;

  perform pg_advisory_xact_lock(1919, hashtext(p_requester_id::text)),
          pg_advisory_xact_lock(1920, hashtext(v_phone)),
          pg_advisory_xact_lock(1921, hashtext(p_seller_id::text));

  v_obstacle := callback_private.request_obstacle(p_requester_id, p_seller_id, p_listing_id, v_phone);
  if v_obstacle.code is not null then
    perform callback_private.refuse(v_obstacle.code, v_obstacle.message, v_obstacle.detail);
  end if;
  perform callback_private.check_phone(v_phone, v_obstacle.allowed_phone_regions);
  v_text := callback_private.notification_text('new_request', v_name, v_obstacle.listing_title);

  with request as (
    insert into public.callback_requests (
      id, requester_id, seller_id, listing_id, priority, requester_phone, requester_name, preferred_time, preferred_days, time_zone,
      message, callback_reason, requested_on, expires_at)
    values (
      v_id, p_requester_id, v_obstacle.seller_id, p_listing_id, coalesce(p_priority, 'normal'), v_phone, v_name,
      callback_private.trimmed(p_preferred_time), callback_private.distinct_days(p_preferred_days),
      callback_private.trimmed(p_time_zone), callback_private.trimmed(p_message), p_callback_reason, v_obstacle.today, now() + v_obstacle.expires_after)
  ), event as (
    insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
    values ('request_created', v_id, v_obstacle.seller_id, p_requester_id, 'buyer', 'pending')
    returning id
  )
  insert into public.callback_request_notifications (
    id, callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message, status, sent_at)
  select
    v_notification_id, v_id, v_obstacle.seller_id, v_obstacle.seller_id, 'new_request', event.id, v_text.title, v_text.message,
    case v_obstacle.channels when '{}' then 'sent' else 'pending' end, case v_obstacle.channels when '{}' then now() end
  from event;
  if v_obstacle.channels <> '{}' then
    perform callback_private.queue_deliveries(
      v_notification_id, v_obstacle.seller_id, v_obstacle.seller_id, 'new_request', coalesce(p_priority, 'normal'), v_obstacle.channels);
  end if;
  return v_id;
exception
  when unique_violation then -- another call of the same buyer was quicker
    select r.id into strict v_existing_id from public.callback_requests r
      where r.requester_id = p_requester_id and r.requested_on = v_obstacle.today and r.listing_id = p_listing_id;
    perform callback_private.refuse('duplicate_request', 'You have already asked for a call about this listing today.',
      jsonb_build_object('existing_request_id', v_existing_id));
    return null;
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    perform callback_private.refuse_violation(v_constraint, v_column);
    return null;
  when foreign_key_violation then -- the marketplace deleted the listing, or a person, at this moment
    perform callback_private.refuse('not_found', 'There is no such listing.');
    return null;
end
$$;

-- execute: users
create or replace function callback_private.submit_callback_request(p_request jsonb, p_idempotency_key text, p_requester_id callback_private.person_id)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_requester_id);
  v_content constant text := 'create ' || p_request::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key, v_content);
  v_id uuid;
  v_code text;
  v_message text;
  v_detail text;
begin
  if jsonb_typeof(p_request) is distinct from 'object' then
    perform callback_private.refuse_input('request', 'request must be a JSON object.');
  end if;
  if v_kept.key is null then
    select callback_private.create_request(
        v_user_id, callback_private.sent_person(r.seller_id, 'seller_id'), callback_private.sent_listing(r.listing_id), r.requester_phone, r.requester_name, r.message, r.callback_reason,
        r.preferred_time, r.preferred_days, r.priority, r.time_zone)
      into v_id
      from jsonb_to_record(p_request) as r (
        seller_id text, listing_id text, requester_phone text, requester_name text, message text, callback_reason text,
        preferred_time text, preferred_days text[], priority text, time_zone text);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, v_id);
exception when sqlstate 'PT429' then
  get stacked diagnostics v_code = pg_exception_hint, v_message = message_text, v_detail = pg_exception_detail;
  return callback_private.remember_refusal(v_user_id, 'submit_callback_request', v_code, v_message, v_detail);
end
$$;

-- execute: users
create or replace function public.submit_callback_request(
  p_request jsonb,
  p_idempotency_key text default null,
  p_requester_id :person_id default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.submit_callback_request(p_request, p_idempotency_key, p_requester_id);
end $$;
comment on function public.submit_callback_request is 'Requests a call from the seller of a listing: { request, replayed }, or { refusal }.';

-- execute: users
create or replace function callback_private.create_callback_request(
  p_requester_id callback_private.person_id,
  p_seller_id callback_private.person_id,
  p_listing_id callback_private.listing_id,
  p_requester_phone text,
  p_requester_name text,
  p_message text,
  p_callback_reason text,
  p_preferred_time text,
  p_preferred_days text[],
  p_priority text,
  p_time_zone text,
  p_idempotency_key text
)
returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_requester_id);
begin
  if p_idempotency_key is null then
    return callback_private.create_request(
      v_user_id, p_seller_id, p_listing_id, p_requester_phone, p_requester_name, p_message, p_callback_reason, p_preferred_time,
      p_preferred_days, p_priority, p_time_zone);
  end if;
  return callback_private.answer_or_raise(callback_private.submit_callback_request(
    jsonb_strip_nulls(jsonb_build_object(
      'seller_id', p_seller_id, 'listing_id', p_listing_id, 'requester_phone', p_requester_phone, 'requester_name', p_requester_name,
      'message', p_message, 'callback_reason', p_callback_reason, 'preferred_time', p_preferred_time,
      'preferred_days', p_preferred_days, 'priority', p_priority, 'time_zone', p_time_zone)),
    p_idempotency_key, v_user_id)) #>> '{request,id}';
end
$$;

-- execute: users
create or replace function public.create_callback_request(
  p_requester_id :person_id default null,
  p_seller_id :person_id default null,
  p_listing_id :listing_id default null,
  p_requester_phone text default null,
  p_requester_name text default null,
  p_message text default null,
  p_callback_reason text default null,
  p_preferred_time text default null,
  p_preferred_days text[] default null,
  p_priority text default 'normal',
  p_time_zone text default null,
  p_idempotency_key text default null
)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.create_callback_request(p_requester_id, p_seller_id, p_listing_id, p_requester_phone, p_requester_name, p_message, p_callback_reason, p_preferred_time, p_preferred_days, p_priority, p_time_zone, p_idempotency_key);
end $$;
comment on function public.create_callback_request is 'Requests a call from the seller of a listing; returns the request''s id.';

-- What a person typed, without the white space around it; blank is null.
create or replace function callback_private.trimmed(p_text text)
returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return nullif(btrim(p_text, E' \t\n\r\u00A0\u3000'), '');
end
$$;

-- The days in the order first named, each once.
create or replace function callback_private.distinct_days(p_days text[])
returns text[] language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_day text;
  v_days text[];
begin
  if cardinality(p_days) > 100 then
    return p_days;
  end if;
  foreach v_day in array p_days loop
    if (v_day = any (v_days)) is not true then
      v_days := v_days || v_day;
    end if;
  end loop;
  return v_days;
end
$$;
