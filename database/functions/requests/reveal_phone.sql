-- The buyer's number, shown to the seller who asks for it: the one way to read it where settings.phone_visibility is on_call. Each reveal is
-- an event that only the operator sees; a repeat within a minute is the same one. How many requests a seller may see the number of
-- in a day is limited, so that a stolen account yields few.

create or replace function callback_private.reveal_phone(p_request_id uuid, p_user_id callback_private.person_id)
returns text language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
begin
  perform pg_advisory_xact_lock(1926, hashtext(p_user_id::text));
  v_request := callback_private.lock_request(p_request_id, p_user_id);
  if p_user_id is distinct from v_request.seller_id then
    perform callback_private.refuse('forbidden', 'Only the seller can see the number.');
  end if;
  perform callback_private.require_open(v_request, 'show its number');
  perform callback_private.require_reach(v_request);
  if not exists (
    select from callback_private.events e
    where e.callback_request_id = v_request.id and e.event_type = 'phone_revealed' and e.happened_at > now() - interval '1 minute')
  then
    perform callback_private.require_reveals_left(v_request);
    perform callback_private.record_event('phone_revealed', v_request, 'seller');
  end if;
  return v_request.requester_phone;
end
$$;

-- The seller's lock is held. Requests whose number was seen today count once.
create or replace function callback_private.require_reveals_left(p_request public.callback_requests)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
  v_today timestamptz;
begin
  select * into strict v_settings from callback_private.settings s where s.only_row;
  v_today := date_trunc('day', now(), v_settings.time_zone);
  if v_settings.phone_visibility = 'on_call' and v_settings.reveals_per_seller_per_day <= (
    select count(distinct e.callback_request_id) from callback_private.events e
    where e.seller_id = p_request.seller_id and e.event_type = 'phone_revealed' and e.happened_at >= v_today
      and e.callback_request_id <> p_request.id)
  then
    perform callback_private.refuse_limit('reveals_per_seller_per_day',
      'You’ve reached today’s limit for seeing numbers. Try again tomorrow.',
      date_trunc('day', now() + interval '1 day', v_settings.time_zone));
  end if;
end
$$;

-- execute: users
create or replace function callback_private.reveal_callback_phone(p_request_id uuid, p_user_id callback_private.person_id)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_code text;
  v_message text;
  v_detail text;
begin
  return json_build_object('id', p_request_id, 'requester_phone', callback_private.reveal_phone(p_request_id, v_user_id));
exception when sqlstate 'PT429' then
  get stacked diagnostics v_code = pg_exception_hint, v_message = message_text, v_detail = pg_exception_detail;
  return callback_private.remember_refusal(v_user_id, 'reveal_callback_phone', v_code, v_message, v_detail);
end
$$;

-- execute: users
create or replace function public.reveal_callback_phone(p_request_id uuid, p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.reveal_callback_phone(p_request_id, p_user_id);
end $$;
comment on function public.reveal_callback_phone is 'The seller sees the number of an open request: { id, requester_phone }, or { refusal }. Every reveal is recorded.';
