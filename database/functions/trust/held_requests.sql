-- Requests that wait for an operator, or for a code (phone_codes.sql): the buyer reads them as pending, the seller knows nothing. Meanwhile
-- they occupy buyer, number and listing. Who decides holds the row.

-- p_asked_about: what was refused, where the buyer asked for a review.
create or replace function callback_private.hold_request(p_request public.callback_requests, p_asked_about text default null)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.keep_held(p_request, null);
  update callback_private.held_requests h set asked_at = h.held_at, asked_about = p_asked_about
    where h.id = p_request.id and p_asked_about is not null;
  perform callback_private.record_event('request_held', p_request, 'system');
end
$$;

create or replace function callback_private.keep_held(p_request public.callback_requests, p_code_until timestamptz)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  -- Every rule of the table is tried on the row itself, which is taken back.
  begin
    insert into public.callback_requests select p_request.*;
    raise exception using errcode = 'RB003';
  exception when sqlstate 'RB003' then
    null;
  end;
  insert into callback_private.held_requests (
      id, requester_id, seller_id, listing_id, requester_phone, requested_on, held_at, request, code_until)
    values (
      p_request.id, p_request.requester_id, p_request.seller_id, p_request.listing_id, p_request.requester_phone,
      p_request.requested_on, p_request.requested_at, to_jsonb(p_request), p_code_until);
end
$$;

-- Whether this buyer may ask for a review of a refusal: once a day, and not while one waits. Who is blocked is answered
-- like anyone else. What no operator can decide is not held, and what has no facts the review desk does not show.
create or replace function callback_private.may_ask_for_review(
  p_requester_id callback_private.person_id,
  p_risk_mode text
)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return p_risk_mode <> 'off'
    and exists (select from callback_private.operators o where o.disabled_at is null)
    and not exists (
      select from callback_private.held_requests h
      where h.requester_id = p_requester_id and h.asked_at is not null
        and (h.decision is null or h.asked_at > now() - interval '24 hours'));
end
$$;

-- What the buyer sent as asks_for_review.
create or replace function callback_private.asks_for_review(p_value jsonb)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if jsonb_typeof(p_value) not in ('boolean', 'null') then
    perform callback_private.refuse_input('asks_for_review', 'asks_for_review must be true or false.');
  end if;
  return p_value is not distinct from 'true';
end
$$;

-- The detail of a refusal of which the buyer may ask for a review.
create or replace function callback_private.with_review_offer(p_detail jsonb, p_may_ask boolean)
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_may_ask then p_detail || '{"can_ask_for_review": true}' else p_detail end;
end
$$;

-- Of one that waits for a code that cannot arrive. False where it does not, or there is no operator.
create or replace function callback_private.hand_to_operator(p_id uuid)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_held callback_private.held_requests;
  v_request public.callback_requests;
begin
  update callback_private.held_requests h set code_until = null, held_at = now()
    where h.id = p_id and h.decision is null and h.code_until is not null
      and exists (select from callback_private.operators o where o.disabled_at is null)
    returning * into v_held;
  if not found then
    return false;
  end if;
  v_request := jsonb_populate_record(null::public.callback_requests, v_held.request);
  v_request.updated_at := now();
  perform callback_private.seal_not_sent(
    v_request.listing_category, v_request.listing_country, 'held', array['code_not_received']);
  perform callback_private.record_event('request_held', v_request, 'system');
  return true;
end
$$;

-- As the buyer reads them: rows of callback_requests, without those that were approved, which are there.
create or replace function callback_private.held_rows(p_requester_id callback_private.person_id)
returns setof public.callback_requests language plpgsql stable rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select r.* from callback_private.held_requests h
    cross join lateral jsonb_populate_record(null::public.callback_requests, h.request) r
    where h.requester_id = p_requester_id and h.decision is distinct from 'approved';
end
$$;

-- One that still waits, held until the transaction ends; nothing where it is none.
create or replace function callback_private.lock_held(p_id uuid)
returns callback_private.held_requests language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_held callback_private.held_requests;
begin
  select * into v_held from callback_private.held_requests h where h.id = p_id and h.decision is null for update;
  return v_held;
end
$$;

-- Ends one that the caller has locked, without its seller ever knowing: as cancelled by p_actor.
create or replace function callback_private.end_held(
  p_held callback_private.held_requests,
  p_decision text,
  p_actor text,
  p_operator_id uuid default null,
  p_reason text default null
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests := jsonb_populate_record(null::public.callback_requests, p_held.request);
begin
  v_request.status := 'cancelled';
  v_request.cancelled_by := p_actor;
  v_request.cancelled_at := now();
  v_request.cancel_reason := p_reason;
  v_request.updated_at := now();
  update callback_private.held_requests h set
    request = to_jsonb(v_request), decision = p_decision, decided_at = now(), operator_id = p_operator_id,
    holds_day = h.holds_day and case p_decision when 'rejected' then true
      when 'withdrawn' then h.code_until is null and not callback_private.frees_day(v_request)
      else h.code_until is null end
    where h.id = p_held.id;
  perform callback_private.record_event('request_not_sent', v_request, p_actor,
    jsonb_strip_nulls(jsonb_build_object('reason', p_reason)), 'pending', p_operator_id);
end
$$;

-- The locks of create_request, which come before those of the rows: all buyers', then all numbers', then all sellers', each
-- in one order, so that nobody waits for one who waits for them.
create or replace function callback_private.lock_parties(p_ids uuid[])
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(p.class, p.key)
    from (
      select distinct k.class, hashtext(k.value) as key
      from callback_private.held_requests h
      cross join lateral (values (1919, h.requester_id::text), (1920, h.requester_phone), (1921, h.seller_id::text)) k (class, value)
      where h.id = any (p_ids) and k.value is not null
      order by 1, 2) p;
end
$$;

-- Sends one that the caller has locked, after lock_parties(), to its seller, as if it were asked for now, if it still may be.
create or replace function callback_private.release_held(p_held callback_private.held_requests, p_operator_id uuid)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request constant public.callback_requests := jsonb_populate_record(null::public.callback_requests, p_held.request);
  v_obstacle record;
begin
  if v_request.consent_withdrawn_at is not null then
    perform callback_private.refuse('conflict', 'The buyer withdrew their consent.');
  end if;
  if p_operator_id is not null and callback_private.is_on_block_list(p_held.requester_id, p_held.requester_phone) then
    perform callback_private.refuse('conflict', 'Its buyer or number is blocked. Remove the block first.');
  end if;
  perform callback_private.require_consent(v_request);
  -- From now on it is in callback_requests, and what it says is kept there alone.
  update callback_private.held_requests h set
    decision = 'approved', decided_at = now(), operator_id = p_operator_id, requester_phone = null, holds_day = false,
    request = jsonb_build_object('id', h.id)
    where h.id = p_held.id;
  v_obstacle := callback_private.request_obstacle(
    p_held.requester_id, p_held.seller_id, p_held.listing_id, null, v_request.priority);
  -- An operator may go beyond what limits the buyer, and so does a confirmed number. What protects the seller holds.
  if v_obstacle.code <> 'rate_limited'
    or v_obstacle.detail ->> 'limit' in ('requests_per_seller_per_day', 'open_urgent_requests_per_user')
  then
    perform callback_private.refuse('conflict', 'This request can’t be sent anymore. ' || v_obstacle.message);
  end if;
  perform callback_private.write_request(callback_private.as_new(v_request, v_obstacle), v_obstacle);
end
$$;

-- A decision that an operator takes back: it waits again, from now.
create or replace function callback_private.reopen_held(p_held callback_private.held_requests, p_operator_id uuid)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests := jsonb_populate_record(null::public.callback_requests, p_held.request);
begin
  v_request.status := 'pending';
  v_request.cancelled_by := null;
  v_request.cancelled_at := null;
  v_request.cancel_reason := null;
  v_request.updated_at := now();
  update callback_private.held_requests h set
    request = to_jsonb(v_request), decision = null, decided_at = null, operator_id = null, held_at = now(), code_until = null
    where h.id = p_held.id;
  perform callback_private.record_event('request_held', v_request, 'operator', p_operator_id => p_operator_id);
end
$$;

-- What nobody decided within a day, or confirmed in time, is closed, in steps. Returns how many.
create or replace function callback_private.close_lapsed_requests(p_limit integer)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_held callback_private.held_requests;
  v_count integer := 0;
begin
  for v_held in
    select * from callback_private.held_requests h
    where h.decision is null and case when h.code_until is null then h.held_at < now() - interval '24 hours' else h.code_until < now() end
    order by h.held_at limit p_limit for update skip locked
  loop
    perform callback_private.end_held(v_held, 'lapsed', 'system');
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

-- A buyer withdraws one that waits, or has done so. False where there is none of theirs.
create or replace function callback_private.withdraw_held(p_id uuid, p_requester_id callback_private.person_id, p_reason text)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_held constant callback_private.held_requests := callback_private.lock_held(p_id);
begin
  if (v_held.requester_id = p_requester_id) is not true then
    return exists (
      select from callback_private.held_requests h
      where h.id = p_id and h.requester_id = p_requester_id and h.decision = 'withdrawn');
  end if;
  if not callback_private.is_plain_text(p_reason, 500, true) then
    perform callback_private.refuse_violation('callback_requests_cancel_reason_check', null);
  end if;
  perform callback_private.end_held(v_held, 'withdrawn', 'buyer', p_reason => p_reason);
  return true;
end
$$;
