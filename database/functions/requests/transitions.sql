-- Where a request may go: pending → acknowledged → completed, pending → completed, and from both open states cancelled
-- (by either side, an operator or the system) or, by time alone, expired. The last three are final. The row lock
-- decides races.

create or replace function callback_private.effective_status(p_status text, p_expires_at timestamptz)
returns text language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_status in ('pending', 'acknowledged') and p_expires_at <= now() then 'expired' else p_status end;
end
$$;

-- Its effective status, or paused while it is acknowledged with a wrong number.
create or replace function callback_private.situation(p_request public.callback_requests)
returns text language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_status constant text := callback_private.effective_status(p_request.status, p_request.expires_at);
begin
  return case when v_status = 'acknowledged' and p_request.paused_at is not null then 'paused' else v_status end;
end
$$;

-- The request, held until the transaction ends; for a person who is no party to it, it is as missing as none.
create or replace function callback_private.lock_request(p_request_id uuid, p_user_id callback_private.person_id)
returns public.callback_requests language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
  v_held callback_private.held_requests;
begin
  select * into v_request from public.callback_requests r
    where r.id = p_request_id and p_user_id in (r.seller_id, r.requester_id)
    for update;
  if found then
    return v_request;
  end if;
  select * into v_held from callback_private.held_requests h
    where h.id = p_request_id and h.requester_id = p_user_id and h.decision is distinct from 'approved';
  if v_held.decision is not null then
    perform callback_private.refuse('invalid_transition', 'This request is closed.');
  elsif v_held.id is not null then
    perform callback_private.refuse('conflict', case when v_held.code_until is null
      then 'We’re checking this request. You can still withdraw it.'
      else 'Confirm your number first. You can still withdraw this request.' end);
  end if;
  perform callback_private.refuse('not_found', 'There is no such request.');
  return v_request;
end
$$;

create or replace function callback_private.require_open(p_request public.callback_requests, p_what text)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_status constant text := callback_private.effective_status(p_request.status, p_request.expires_at);
begin
  if v_status = 'expired' then
    perform callback_private.refuse('request_expired', 'This request has expired. You can make a new one.');
  end if;
  if v_status not in ('pending', 'acknowledged') then
    perform callback_private.refuse('invalid_transition', format('A request that is %s cannot %s.', v_status, p_what),
      jsonb_build_object('status', v_status));
  end if;
end
$$;

-- Whether a withdrawal lets the buyer request a callback about the listing again that day: once, if the settings allow
-- it.
create or replace function callback_private.frees_day(p_request public.callback_requests)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select s.new_request_after_withdrawal from callback_private.settings s where s.only_row)
    and not exists (
      select from public.callback_requests r
      where r.requester_id = p_request.requester_id
        and r.requested_at between p_request.requested_at - interval '2 days'
          and p_request.requested_at + interval '2 days'
        and r.listing_id = p_request.listing_id and r.requested_on = p_request.requested_on and not r.holds_day)
    and not exists (
      select from callback_private.held_requests h
      where h.requester_id = p_request.requester_id and h.listing_id = p_request.listing_id
        and h.requested_on = p_request.requested_on and h.decision = 'withdrawn' and h.code_until is null and not h.holds_day);
end
$$;

-- Gives an open request, which the caller has locked, its new status: the row, and the event with what it causes.
create or replace function callback_private.apply_transition(
  p_request public.callback_requests,
  p_new_status text,
  p_actor text,
  p_reason text default null,
  p_operator_id uuid default null,
  p_data jsonb default '{}'
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  -- now() is when this transaction began; while it waited for the row, a later one may have changed it.
  v_now constant timestamptz := greatest(now(), p_request.updated_at);
  v_request public.callback_requests;
begin
  update public.callback_requests r set
    status = p_new_status,
    acknowledged_at = case when p_new_status in ('acknowledged', 'completed') then coalesce(r.acknowledged_at, v_now)
      else r.acknowledged_at end,
    completed_at = case p_new_status when 'completed' then v_now end,
    cancelled_at = case p_new_status when 'cancelled' then v_now end,
    cancelled_by = case p_new_status when 'cancelled' then p_actor end,
    cancel_reason = p_reason,
    holds_day = r.holds_day and not (p_new_status = 'cancelled' and p_actor = 'buyer'
      and callback_private.frees_day(p_request)),
    paused_at = case p_new_status when 'acknowledged' then r.paused_at end,
    updated_at = v_now
  where r.id = p_request.id and r.seller_id = p_request.seller_id
  returning * into v_request;

  perform callback_private.record_event('status_changed', v_request, p_actor,
    p_data || jsonb_strip_nulls(jsonb_build_object('reason', v_request.cancel_reason)), p_request.status,
      p_operator_id);
end
$$;

-- Writes what happened to a request, and the notifications that it causes; without p_from_status its status stayed.
-- p_data holds only what everyone in the type's audience may see. A type that callback_private.event_types does not
-- have raises.
create or replace function callback_private.record_event(
  p_event_type text,
  p_request public.callback_requests,
  p_actor text,
  p_data jsonb default '{}',
  p_from_status text default null,
  p_operator_id uuid default null
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_id bigint;
begin
  insert into callback_private.events (
    event_type, happened_at, callback_request_id, seller_id, requester_id, actor, operator_id, from_status, to_status,
      data)
  select
    t.name, p_request.updated_at, p_request.id, p_request.seller_id, p_request.requester_id, p_actor, p_operator_id,
    coalesce(p_from_status, p_request.status), p_request.status, p_data
  from callback_private.event_types t where t.name = p_event_type
  returning id into strict v_id;
  perform callback_private.add_notifications(p_request, v_id, p_event_type, p_actor, p_data);
end
$$;
