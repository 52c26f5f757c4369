-- Requests as their two parties read them, in one shape everywhere. The buyer's number is shown to the buyer, and to the addressed
-- seller while the request is open and they may reach each other, masked where settings.phone_visibility is on_call; the seller's number is
-- never shown.

-- Those of p_ids to which p_viewer_id is a party, in that order; for an operator all of them, without the number. In
-- detail: with the history, as far as its audience includes the reader's side, and the call attempts, oldest first. An
-- overdue request has its expiry as the last entry even before the job has written it. private_columns() are in none.
create or replace function callback_private.requests_json(
  p_ids uuid[],
  p_viewer_id callback_private.person_id,
  p_in_detail boolean,
  p_as_operator boolean default false
)
returns json[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_private constant text[] := callback_private.private_columns();
  v_settings callback_private.settings;
  v_today date;
begin
  select * into strict v_settings from callback_private.settings s where s.only_row;
  v_today := (now() at time zone v_settings.time_zone)::date;
  -- One plan for all, which looks up each row by its key (offset 0 keeps each look-up by itself): PostgreSQL would
  -- think one for just these ids, or without the details, cheaper and make it each time. What stands in (select …) it
  -- knows only when it runs.
  return array(
    select (to_jsonb(r) - v_private - 'is_held' || shown.fields || case when (select p_in_detail) then detailed.fields
      else '{}' end)::json
    from unnest((select p_ids)) with ordinality asked (id, place)
    cross join lateral (
      select x.*, false as is_held, null::jsonb as phone_code from public.callback_requests x where x.id = asked.id
      union all
      select x.*, h.decision is null, callback_private.phone_code_json(h) from callback_private.held_requests h
        cross join lateral jsonb_populate_record(null::public.callback_requests, h.request) x
        where h.id = asked.id and h.decision is distinct from 'approved' and (p_as_operator or h.requester_id = p_viewer_id)
          -- Asked once, and for most nothing more.
          and (select p_as_operator or exists (
            select from callback_private.held_requests k where k.requester_id = p_viewer_id and k.decision is distinct from 'approved'))
      offset 0) r
    cross join lateral (
      select callback_private.effective_status(r.status, r.expires_at) as status offset 0 -- worked out once
    ) now_
    left join lateral (select * from callback_private.profile(r.requester_id) offset 0) requester on true
    left join lateral (select * from callback_private.profile(r.seller_id) offset 0) seller on true
    left join lateral (select * from callback_private.listing(r.listing_id) offset 0) listing on true
    cross join lateral (
      select
        case when p_as_operator then 'operator' when r.seller_id = p_viewer_id then 'seller' else 'buyer' end as side,
        now_.status in ('pending', 'acknowledged') as is_open,
        seller.is_active and not exists ( -- as may_reach() has it
          select from callback_private.host_blocks b
          where (b.blocker_id, b.blocked_id) in ((r.requester_id, r.seller_id),
            (r.seller_id, r.requester_id))) and not exists (
          select from callback_private.seller_blocks b
          where b.seller_id = r.seller_id and b.buyer_id = r.requester_id) as is_reachable
      offset 0
    ) reader
    cross join lateral (
      select
        case when reader.side = 'buyer' or (may.reach and not may.mask) then r.requester_phone end as phone,
        case when may.reach and may.mask then callback_private.masked_phone(r.requester_phone) end as masked
      from (
        select reader.side = 'seller' and reader.is_open and reader.is_reachable as reach,
          (select v_settings.phone_visibility = 'on_call') as mask) may
      offset 0
    ) visible
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object(
          'id', a.id, 'outcome', a.outcome, 'attempted_at', a.attempted_at, 'next_attempt_at', a.next_attempt_at)
        order by a.attempted_at, a.id), '[]') as attempts
      from callback_private.attempts a where a.callback_request_id = r.id
    ) made
    cross join lateral (
      select case when now_.status in ('pending', 'acknowledged') then callback_private.preferred_ranges(
          r.preferred_time, r.preferred_days, callback_private.preferred_zone(r.time_zone, r.requester_id), now(),
            r.expires_at)
        else '{}' end as ranges
      offset 0
    ) preferred
    left join lateral (
      select jsonb_build_object('answer', c.answer, 'rating', c.rating, 'answered_at', c.answered_at) as fields
      from callback_private.confirmations c where c.callback_request_id = r.id
      offset 0
    ) confirmation on true
    left join lateral (
      select n.note, case when reader.is_open then n.snoozed_until end as snoozed_until
      from callback_private.seller_notes n where reader.side = 'seller' and n.callback_request_id = r.id
      offset 0
    ) own on true
    cross join lateral (
      select jsonb_build_object(
        'status', now_.status,
        'is_being_checked', r.is_held and r.phone_code is null,
        'is_waiting_for_code', r.phone_code is not null,
        'requester_id', r.requester_id::text,
        'seller_id', r.seller_id::text,
        'listing_id', r.listing_id::text,
        'requester_phone', visible.phone,
        'requester_phone_masked', visible.masked,
        'attempts_count', jsonb_array_length(made.attempts),
        'last_attempt', (made.attempts -> -1) - 'id',
        'preferred_ranges', callback_private.ranges_json(preferred.ranges),
        'is_preferred_now', coalesce(lower(preferred.ranges[1]) <= now(), false),
        'confirmation', confirmation.fields,
        'can_confirm_until', case when reader.side = 'buyer'
          and callback_private.confirmable_until(r.completed_at) > now()
          then callback_private.confirmable_until(r.completed_at) end,
        'undo_until', case when reader.side = 'seller' and now_.status = 'acknowledged' and made.attempts = '[]'
          and r.acknowledged_at + callback_private.undo_time() > now()
            then r.acknowledged_at + callback_private.undo_time() end,
        'seller_note', own.note,
        'snoozed_until', own.snoozed_until,
        'can_extend', reader.side = 'buyer' and reader.is_open and not r.is_held and coalesce(reader.is_reachable, false)
          and r.extensions < (select v_settings.extensions_per_request),
        'may_request_again_at', case when reader.side = 'buyer' and not reader.is_open and reader.is_reachable
          and listing.is_available then
          case when exists (
              select from public.callback_requests h
              where h.requester_id = r.requester_id and h.listing_id = r.listing_id
                and h.requested_on = (select v_today) and h.holds_day
              union all
              select from callback_private.held_requests h
              where h.requester_id = r.requester_id and h.listing_id = r.listing_id
                and h.requested_on = (select v_today) and h.holds_day)
            then (select v_today + 1)::timestamp at time zone (select v_settings.time_zone) else r.updated_at end end,
        'requester', jsonb_build_object(
          'id', r.requester_id::text, 'name', r.requester_name, 'phone', visible.phone,
            'avatar_url', requester.avatar_url, 'is_verified', coalesce(requester.is_verified, false)),
        'seller', jsonb_build_object(
          'id', r.seller_id::text, 'name', seller.full_name, 'avatar_url', seller.avatar_url),
        'listing', jsonb_build_object(
          'id', r.listing_id::text, 'title', listing.title, 'price', listing.price, 'currency', listing.currency,
          'image', listing.image_url)) as fields
    ) shown
    cross join lateral (
      select jsonb_build_object(
        'history', array(
          select jsonb_build_object(
            'at', e.happened_at, 'actor', e.actor, 'event_type', e.event_type, 'from_status', e.from_status,
              'to_status', e.to_status,
            'data', e.data)
          from callback_private.events e
          join callback_private.event_types t on t.name = e.event_type and reader.side = any (t.audience)
          where e.callback_request_id = r.id
          order by e.id)
        || case when now_.status <> r.status then array[jsonb_build_object(
          'at', r.expires_at, 'actor', 'system', 'event_type', 'status_changed', 'from_status', r.status,
            'to_status', 'expired',
          'data', jsonb_build_object())] end,
        'attempts', made.attempts) as fields
    ) detailed
    where (p_as_operator or p_viewer_id in (r.seller_id, r.requester_id)) is true
    order by asked.place);
end
$$;

-- One of them in detail. For a reader who is no party to it, it does not exist; for an operator numbers in texts are masked.
create or replace function callback_private.request_json(
  p_request_id uuid,
  p_viewer_id callback_private.person_id,
  p_as_operator boolean default false
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_requests constant json[] := callback_private.requests_json(array[p_request_id], p_viewer_id, true, p_as_operator);
begin
  if cardinality(v_requests) = 0 then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  return case when p_as_operator then callback_private.masked_json(v_requests[1]::jsonb, null)::json else v_requests[1] end;
end
$$;

-- execute: users
create or replace function callback_private.get_callback_request(p_request_id uuid,
  p_user_id callback_private.person_id)
returns json language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  return callback_private.request_json(p_request_id, v_user_id);
end
$$;

-- execute: users
create or replace function public.get_callback_request(p_request_id uuid, p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_request(p_request_id, p_user_id);
end $$;
comment on function public.get_callback_request is 'One request of the caller''s, with its history and the calls made.';
