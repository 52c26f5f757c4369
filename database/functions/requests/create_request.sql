-- A buyer requests a call: the request, the seller's notification and the event are written together or not at all.
-- The unique index decides the race for one request per buyer, listing and day. The advisory locks only make the
-- counted limits exact; everyone takes them in the same order (buyer, phone, seller), so they cannot deadlock.

-- p_request holds the buyer, the listing, its seller, and what the buyer writes (request_fields.sql); all else is set
-- here. p_origin: where it comes from (trust/origin.sql). A request with too much of a risk needs a code, is held, or
-- refused: the last is answered, because what is raised would not be remembered. p_asks_for_review: where it would be refused by
-- risk or a daily limit and the buyer may ask, it is held for an operator.
create or replace function callback_private.create_request(
  p_request public.callback_requests,
  p_origin jsonb,
  p_asks_for_review boolean,
  out id uuid,
  out refusal json
)
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_obstacle record;
  v_facts callback_private.request_facts;
  v_asked_about text;
  v_may_ask boolean := false;
  v_existing_id uuid;
  v_constraint text;
  v_column text;
begin
  if p_request.seller_id is null or p_request.listing_id is null
    or p_request.requester_phone is null or p_request.requester_name is null
  then
    perform callback_private.refuse_violation('', case
      when p_request.seller_id is null then 'seller_id' when p_request.listing_id is null then 'listing_id'
      when p_request.requester_phone is null then 'requester_phone' else 'requester_name' end);
  end if;

  perform pg_advisory_xact_lock(1919, hashtext(p_request.requester_id::text)),
          pg_advisory_xact_lock(1920, hashtext(p_request.requester_phone)),
          pg_advisory_xact_lock(1921, hashtext(p_request.seller_id::text));
  perform callback_private.end_unconfirmed(p_request.requester_id, p_request.listing_id);

  v_obstacle := callback_private.request_obstacle(
    p_request.requester_id, p_request.seller_id, p_request.listing_id, p_request.requester_phone, p_request.priority);
  if v_obstacle.code is not null then
    if v_obstacle.detail ->> 'limit' in ('requests_per_user_per_day', 'requests_per_phone_per_day') then
      v_may_ask := callback_private.may_ask_for_review(p_request.requester_id, v_obstacle.risk_mode);
    end if;
    if (v_may_ask and p_asks_for_review) is not true then
      perform callback_private.refuse(
        v_obstacle.code, v_obstacle.message, callback_private.with_review_offer(v_obstacle.detail, v_may_ask));
    end if;
    v_asked_about := v_obstacle.detail ->> 'limit';
  end if;
  perform callback_private.require_consent(p_request);
  perform callback_private.check_phone(p_request.requester_phone, v_obstacle.allowed_phone_regions);

  p_request.id := callback_private.uuid_v7();
  p_request := callback_private.as_new(p_request, v_obstacle);
  if v_obstacle.risk_mode <> 'off' then
    v_facts := callback_private.with_risk(
      callback_private.facts_of(p_request, v_obstacle, p_origin), p_request.requester_phone);
    if v_facts.outcome = 'refuse' and v_asked_about is null then
      v_may_ask := callback_private.may_ask_for_review(p_request.requester_id, v_obstacle.risk_mode);
      v_asked_about := case when v_may_ask and p_asks_for_review then 'risk' end;
    end if;
    if v_asked_about is not null then
      v_facts.outcome := 'hold';
    end if;
    insert into callback_private.request_facts select v_facts.*;
  end if;
  if v_facts.outcome <> 'allow' then
    perform callback_private.seal_not_sent(p_request.listing_category, p_request.listing_country,
      case v_facts.outcome when 'hold' then 'held' when 'code' then 'code_asked' else 'refused' end,
      case when v_asked_about is null then v_facts.signals else array['asked_for_review'] end);
  end if;
  if v_facts.outcome = 'refuse' then
    refusal := callback_private.remember_refusal(p_request.requester_id, 'submit_callback_request', 'not_accepted',
      callback_private.risk_sentence(v_facts.signals),
      callback_private.with_review_offer(callback_private.risk_detail(v_facts.signals), v_may_ask)::text);
  elsif v_facts.outcome = 'hold' then
    perform callback_private.hold_request(p_request, v_asked_about);
  elsif v_facts.outcome = 'code' then
    perform callback_private.ask_for_code(p_request);
  else
    perform callback_private.write_request(p_request, v_obstacle);
  end if;
  id := p_request.id;
exception
  when unique_violation then -- another call of the same buyer was quicker
    select r.id into v_existing_id from public.callback_requests r
      where r.requester_id = p_request.requester_id and r.requested_on = v_obstacle.today
        and r.listing_id = p_request.listing_id and r.holds_day;
    perform callback_private.refuse('duplicate_request', 'You already requested a callback about this listing today.',
      jsonb_build_object('existing_request_id', v_existing_id));
  when check_violation or not_null_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    perform callback_private.refuse_violation(v_constraint, v_column);
  when foreign_key_violation then -- the marketplace deleted the listing, or a person, at this moment
    perform callback_private.refuse('not_found', 'There is no such listing.');
end
$$;

-- The row of a request that begins now. It is written whole, so a column that has a default gets it here.
create or replace function callback_private.as_new(p_request public.callback_requests, p_obstacle record)
returns public.callback_requests language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  p_request.seller_id := p_obstacle.seller_id;
  p_request.listing_category := p_obstacle.listing_category;
  p_request.listing_country := p_obstacle.listing_country;
  p_request.is_repeat := exists (
    select from public.callback_requests r
    where r.requester_id = p_request.requester_id and r.seller_id = p_request.seller_id);
  p_request.status := 'pending';
  p_request.priority := coalesce(p_request.priority, 'normal');
  p_request.requested_at := now();
  p_request.requested_on := p_obstacle.today;
  p_request.expires_at := now() + p_obstacle.expires_after;
  p_request.updated_at := now();
  p_request.holds_day := true;
  p_request.extensions := 0;
  return p_request;
end
$$;

-- Writes a request that begins now, with its event and the seller's notification.
create or replace function callback_private.write_request(p_request public.callback_requests, p_obstacle record)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_notification_id constant uuid := callback_private.uuid_v7();
  v_text constant record := callback_private.notification_text(
    'new_request', p_request.requester_name, p_obstacle.listing_title);
begin
  with request as (
    insert into public.callback_requests select p_request.*
  ), event as (
    insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
    values ('request_created', p_request.id, p_request.seller_id, p_request.requester_id, 'buyer', 'pending')
    returning id
  )
  insert into public.callback_request_notifications (
    id, callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message, status, sent_at)
  select
    v_notification_id, p_request.id, p_request.seller_id, p_request.seller_id, 'new_request', event.id, v_text.title,
      v_text.message,
    case p_obstacle.channels when '{}' then 'sent' else 'pending' end,
    case p_obstacle.channels when '{}' then now() end
  from event;
  if p_obstacle.channels <> '{}' then
    perform callback_private.queue_deliveries(
      v_notification_id, p_request.seller_id, p_request.seller_id, 'new_request', p_request.priority,
        p_obstacle.channels);
  end if;
end
$$;

-- execute: users
create or replace function callback_private.submit_callback_request(
  p_request jsonb,
  p_idempotency_key text,
  p_requester_id callback_private.person_id,
  p_origin jsonb
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_requester_id);
  v_content constant text := 'create ' || jsonb_strip_nulls(p_request)::text; -- null is the same as left out
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
  v_request public.callback_requests;
  v_created record;
  v_code text;
  v_message text;
  v_detail text;
  v_category text;
  v_country text;
begin
  if jsonb_typeof(p_request) is distinct from 'object' then
    perform callback_private.refuse_input('request', 'request must be a JSON object.');
  end if;
  if v_kept.key is null then
    v_request := callback_private.with_fields(null, p_request);
    v_request.requester_id := v_user_id;
    v_request.seller_id := callback_private.sent_person(p_request ->> 'seller_id', 'seller_id');
    v_request.listing_id := callback_private.sent_listing(p_request ->> 'listing_id');
    v_request := callback_private.with_consent(v_request, p_request -> 'consent');
    v_created := callback_private.create_request(
      v_request, p_origin, callback_private.asks_for_review(p_request -> 'asks_for_review'));
    if v_created.refusal is not null then
      return v_created.refusal;
    end if;
    return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, null, v_created.id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, null);
exception when sqlstate 'PT429' or sqlstate 'PT422' then
  get stacked diagnostics v_code = pg_exception_hint, v_message = message_text, v_detail = pg_exception_detail;
  if v_code not in ('rate_limited', 'phone_not_allowed') then
    raise;
  end if;
  select l.category, l.country into v_category, v_country from callback_private.listing(v_request.listing_id) l;
  perform callback_private.seal_not_sent(v_category, v_country, 'refused',
    array[coalesce(case v_code when 'rate_limited' then nullif(v_detail, '')::jsonb ->> 'limit' end, v_code)]);
  return callback_private.remember_refusal(v_user_id, 'submit_callback_request', v_code, v_message, v_detail);
end
$$;

-- execute: users
create or replace function public.submit_callback_request(
  p_request jsonb,
  p_idempotency_key text default null,
  p_requester_id :person_id default null,
  p_origin jsonb default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.submit_callback_request(p_request, p_idempotency_key, p_requester_id, p_origin);
end $$;
comment on function public.submit_callback_request is 'Requests a call from the seller of a listing: { request, replayed }, or { refusal }. p_origin: { ip, device }, of trusted callers only.';

-- The requirement's own form. Its parameters are kept as they are: a new field comes in through submit_callback_request
-- alone.
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
  v_request public.callback_requests;
  v_created record;
begin
  v_request.seller_id := p_seller_id;
  v_request.listing_id := p_listing_id;
  v_request.requester_phone := callback_private.trimmed(p_requester_phone);
  v_request.requester_name := callback_private.trimmed(p_requester_name);
  v_request.message := callback_private.trimmed(p_message);
  v_request.callback_reason := p_callback_reason;
  v_request.preferred_time := callback_private.trimmed(p_preferred_time);
  v_request.preferred_days := callback_private.distinct_items(p_preferred_days);
  v_request.priority := p_priority;
  v_request.time_zone := callback_private.trimmed(p_time_zone);
  if p_idempotency_key is null then
    v_request.requester_id := v_user_id;
    v_created := callback_private.create_request(v_request, null, false);
    perform callback_private.answer_or_raise(coalesce(v_created.refusal, '{}'));
    return v_created.id;
  end if;
  return callback_private.answer_or_raise(callback_private.submit_callback_request(
    jsonb_strip_nulls(to_jsonb(v_request)), p_idempotency_key, v_user_id, null)) #>> '{request,id}';
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
  return callback_private.create_callback_request(p_requester_id, p_seller_id, p_listing_id, p_requester_phone,
    p_requester_name, p_message, p_callback_reason, p_preferred_time, p_preferred_days, p_priority, p_time_zone,
      p_idempotency_key);
end $$;
comment on function public.create_callback_request is 'Requests a call from the seller of a listing; returns the request''s id.';
