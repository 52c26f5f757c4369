-- Codes that confirm a number: when one may be texted, what a buyer enters, and the numbers that are known from then on. What nobody
-- confirms in time is closed with the held requests.

-- Whether a code may be texted to this number for this person now. The lock makes the count of unconfirmed codes exact; the caps of
-- SMS are counted when one leaves.
create or replace function callback_private.may_send_code(p_person_id callback_private.person_id, p_phone text)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
begin
  perform pg_advisory_xact_lock(1927, hashtext(left(p_phone, -4)));
  select * into strict v_settings from callback_private.settings s where s.only_row;
  return 'sms' = any (v_settings.channels) and not callback_private.is_paused('sms')
    and callback_private.full_sms_cap(p_phone, v_settings) is null
    and not exists (select from callback_private.sms_stops s where s.phone_hash = callback_private.phone_hash(p_phone))
    and v_settings.unconfirmed_codes_per_prefix_per_day > (
      select count(*) from callback_private.unconfirmed_codes() c where c.phone_prefix = left(p_phone, -4))
    and v_settings.codes_per_person_per_day > (
      select count(*) from callback_private.held_requests h
      join callback_private.phone_codes c on c.callback_request_id = h.id
      where h.requester_id = p_person_id and c.created_at > now() - interval '1 day');
end
$$;

-- The last codes of requests that were sent one within a day and had none confirmed.
create or replace function callback_private.unconfirmed_codes()
returns setof callback_private.phone_codes language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select distinct on (c.callback_request_id) c.* from callback_private.phone_codes c
    where c.confirmed_at is null and c.created_at > now() - interval '1 day'
      and not exists (
        select from callback_private.phone_codes x
        where x.callback_request_id = c.callback_request_id and x.confirmed_at is not null)
    order by c.callback_request_id, c.created_at desc;
end
$$;

-- The request waits until its buyer enters the code that is on its way.
create or replace function callback_private.ask_for_code(p_request public.callback_requests)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.keep_held(p_request, now() + interval '15 minutes');
  perform callback_private.send_code(p_request);
end
$$;

-- The latest code of a request replaces the ones before.
create or replace function callback_private.send_code(p_request public.callback_requests)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_id constant uuid := callback_private.uuid_v7();
begin
  perform callback_private.rotate_hash_keys();
  insert into callback_private.phone_codes (id, callback_request_id, phone_prefix, hash_key_id)
    select v_id, p_request.id, left(p_request.requester_phone, -4), max(k.id) from callback_private.hash_keys k;
  insert into callback_private.deliveries (id, subject_kind, phone_code_id, recipient_kind, person_id, channel)
    values (callback_private.uuid_v7(), 'code', v_id, 'person', p_request.requester_id, 'sms');
  perform callback_private.record_event('code_sent', p_request, 'system');
end
$$;

-- Its six digits: they follow from its id and a key that changes, so none are stored.
create or replace function callback_private.code_digits(p_code callback_private.phone_codes)
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select lpad((h.number % 1000000)::text, 6, '0')
    from callback_private.hash_keys k
    cross join lateral (
      select ('x' || left(translate(callback_private.keyed_hash(k, 'code', p_code.id::text)::text, '-', ''), 15))::bit(60)::bigint
        as number) h
    where k.id = p_code.hash_key_id);
end
$$;

-- Hashes are compared, so the time says nothing about the digits.
create or replace function callback_private.is_code(p_code callback_private.phone_codes, p_entered text)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select callback_private.keyed_hash(k, 'entered', p_entered)
      = callback_private.keyed_hash(k, 'entered', callback_private.code_digits(p_code))
    from callback_private.hash_keys k where k.id = p_code.hash_key_id) is true;
end
$$;

create or replace function callback_private.latest_code(p_request_id uuid)
returns callback_private.phone_codes language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_code callback_private.phone_codes;
begin
  select * into v_code from callback_private.phone_codes c
    where c.callback_request_id = p_request_id order by c.created_at desc, c.id desc limit 1;
  return v_code;
end
$$;

-- When another code may be sent; null after the third.
create or replace function callback_private.code_resend_at(p_request_id uuid)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select case when count(*) < 3 then coalesce(max(c.created_at) + interval '30 seconds', now()) end
    from callback_private.phone_codes c where c.callback_request_id = p_request_id);
end
$$;

-- What the buyer of a request that waits for a code reads of it.
create or replace function callback_private.phone_code_json(p_held callback_private.held_requests)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_code callback_private.phone_codes;
begin
  if p_held.decision is not null or p_held.code_until is null then
    return null;
  end if;
  v_code := callback_private.latest_code(p_held.id);
  return jsonb_build_object(
    'expires_at', v_code.expires_at, 'tries_left', 5 - v_code.tries,
    'resend_at', callback_private.code_resend_at(p_held.id), 'confirm_until', p_held.code_until);
end
$$;

-- The buyer's own request, held with its locks; approved, or waiting for a code.
create or replace function callback_private.lock_for_code(p_request_id uuid, p_user_id callback_private.person_id)
returns callback_private.held_requests language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
  v_held callback_private.held_requests;
begin
  if not exists (select from callback_private.held_requests h where h.id = p_request_id and h.requester_id = p_user_id) then
    v_request := callback_private.lock_request(p_request_id, p_user_id);
    if v_request.requester_id is distinct from p_user_id then
      perform callback_private.refuse('forbidden', 'Only the buyer can confirm the number.');
    end if;
    perform callback_private.refuse('conflict', 'This request isn’t waiting for a code.');
  end if;
  perform callback_private.lock_parties(array[p_request_id]);
  select * into v_held from callback_private.held_requests h where h.id = p_request_id and h.requester_id = p_user_id for update;
  if v_held.id is null then -- erased meanwhile
    perform callback_private.refuse('not_found', 'There is no such request.');
  elsif v_held.decision is distinct from 'approved' and (v_held.decision is not null or v_held.code_until <= now()) then
    perform callback_private.refuse('code_expired', 'You didn’t confirm in time. Make a new request.');
  elsif v_held.decision is null and v_held.code_until is null then
    perform callback_private.refuse('conflict', 'We’re checking this request. You can still withdraw it.');
  end if;
  return v_held;
end
$$;

-- A wrong code is an answer, so that its try counts.
-- execute: users
create or replace function callback_private.confirm_callback_code(
  p_request_id uuid,
  p_code text,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_entered constant text := translate(p_code, ' -', '');
  v_held callback_private.held_requests;
  v_code callback_private.phone_codes;
begin
  if (v_entered ~ '^[0-9]{6}$') is not true then
    perform callback_private.refuse_input('code', 'code must be six digits.');
  end if;
  v_held := callback_private.lock_for_code(p_request_id, v_user_id);
  if v_held.decision is null then
    v_code := callback_private.latest_code(v_held.id);
    if v_code.tries >= 5 then
      perform callback_private.refuse('no_tries_left', 'There were too many wrong codes. Request a new code.');
    elsif v_code.expires_at <= now() then
      perform callback_private.refuse('code_expired', 'This code has expired. Request a new code.');
    end if;
    update callback_private.phone_codes c set
      tries = c.tries + 1, confirmed_at = case when callback_private.is_code(c, v_entered) then now() end
      where c.id = v_code.id returning * into v_code;
    if v_code.confirmed_at is null then
      return callback_private.wrong_code(v_user_id, 5 - v_code.tries);
    end if;
    perform callback_private.accept_code(v_held);
  end if;
  return callback_private.request_json(p_request_id, v_user_id);
end
$$;

create or replace function callback_private.wrong_code(p_user_id callback_private.person_id, p_tries_left integer)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return callback_private.remember_refusal(p_user_id, 'confirm_callback_code', 'wrong_code',
    case p_tries_left when 0 then 'That code is wrong. Request a new code.' when 1 then 'That code is wrong. You have 1 try left.'
      else format('That code is wrong. You have %s tries left.', p_tries_left) end,
    jsonb_build_object('tries_left', p_tries_left)::text);
end
$$;

-- The number is known, and the request goes to its seller. If it may not any more, it ends: the code was right.
create or replace function callback_private.accept_code(p_held callback_private.held_requests)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests := jsonb_populate_record(null::public.callback_requests, p_held.request);
begin
  insert into callback_private.confirmed_phones (person_id, phone) values (p_held.requester_id, p_held.requester_phone)
    on conflict on constraint confirmed_phones_pkey do update set verified_at = excluded.verified_at;
  v_request.updated_at := now();
  perform callback_private.record_event('phone_confirmed', v_request, 'buyer');
  begin
    perform callback_private.release_held(p_held, null);
  exception when sqlstate 'PT409' then
    perform callback_private.end_held(p_held, 'lapsed', 'system');
  end;
end
$$;

-- Ends what this buyer did not confirm in time about a listing, so that a new request finds it free. The caller holds
-- the buyer's lock.
create or replace function callback_private.end_unconfirmed(
  p_requester_id callback_private.person_id,
  p_listing_id callback_private.listing_id
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_held callback_private.held_requests;
begin
  for v_held in
    select * from callback_private.held_requests h
    where h.requester_id = p_requester_id and h.listing_id = p_listing_id and h.decision is null and h.code_until <= now()
    for update
  loop
    perform callback_private.end_held(v_held, 'lapsed', 'system');
  end loop;
end
$$;

create or replace function callback_private.is_confirmed_phone(p_person_id callback_private.person_id, p_phone text)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
    select from callback_private.confirmed_phones v cross join callback_private.settings s
    where v.person_id = p_person_id and v.phone = p_phone and v.verified_at > now() - s.confirmed_phone_kept_for);
end
$$;

-- Another code, or where none can be sent, the request waits for an operator.
create or replace function callback_private.resend_code(p_request_id uuid, p_user_id callback_private.person_id)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_held constant callback_private.held_requests := callback_private.lock_for_code(p_request_id, p_user_id);
  v_resend_at constant timestamptz := callback_private.code_resend_at(p_request_id);
  v_request public.callback_requests := jsonb_populate_record(null::public.callback_requests, v_held.request);
begin
  if v_held.decision is not null then
    perform callback_private.refuse('conflict', 'This number is already confirmed.');
  elsif v_resend_at is null then
    perform callback_private.refuse_limit('codes_per_request',
      'We sent three codes for this request. Check the number, or withdraw the request.', v_held.code_until);
  elsif v_resend_at > now() then
    perform callback_private.refuse_limit('code_resend', 'We just sent a code. Wait half a minute before you request another.', v_resend_at);
  elsif callback_private.may_send_code(p_user_id, v_held.requester_phone) then
    update callback_private.held_requests h set code_until = greatest(h.code_until, now() + interval '5 minutes') where h.id = v_held.id;
    v_request.updated_at := now();
    perform callback_private.send_code(v_request);
  elsif not callback_private.hand_to_operator(v_held.id) then
    perform callback_private.refuse('conflict', 'We can’t send a code at the moment. Try again later.');
  end if;
end
$$;

-- execute: users
create or replace function callback_private.resend_callback_code(
  p_request_id uuid,
  p_idempotency_key text,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_content constant text := 'resend code ' || jsonb_build_array(p_request_id)::text;
  v_kept constant callback_private.idempotency_keys := callback_private.kept_answer(v_user_id, p_idempotency_key,
    v_content);
  v_code text;
  v_message text;
  v_detail text;
begin
  if v_kept.key is null then
    perform callback_private.resend_code(p_request_id, v_user_id);
  end if;
  return callback_private.idempotent_answer(v_user_id, p_idempotency_key, v_content, v_kept, p_request_id);
exception when sqlstate 'PT429' then
  get stacked diagnostics v_code = pg_exception_hint, v_message = message_text, v_detail = pg_exception_detail;
  return callback_private.remember_refusal(v_user_id, 'resend_callback_code', v_code, v_message, v_detail);
end
$$;

-- execute: users
create or replace function public.confirm_callback_code(p_request_id uuid, p_code text, p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.confirm_callback_code(p_request_id, p_code, p_user_id);
end $$;
comment on function public.confirm_callback_code is 'The buyer enters the code that confirms the number, and the request is sent: the request, or { refusal } with tries_left.';

-- execute: users
create or replace function public.resend_callback_code(p_request_id uuid, p_idempotency_key text default null, p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.resend_callback_code(p_request_id, p_idempotency_key, p_user_id);
end $$;
comment on function public.resend_callback_code is 'Sends the buyer another code, half a minute after the last at the earliest, three for a request: { request, replayed }, or { refusal }.';
