-- May this buyer ask this seller for a call about this listing, today? The one place that decides it:
-- create_callback_request obeys the answer, can_request_callback shows it beforehand. The order matters: a second
-- attempt must lead to the first request, not to a limit.

create or replace function callback_private.request_obstacle(
  p_requester_id callback_private.person_id,
  p_seller_id callback_private.person_id,
  p_listing_id callback_private.listing_id,
  p_phone text,
  p_priority text default null,
  out code text,
  out message text,
  out detail jsonb,
  out seller_id callback_private.person_id,
  out listing_title text,
  out listing_category text,
  out listing_country text,
  out today date,
  out expires_after interval,
  out allowed_phone_regions text[],
  out channels text[],
  out retry_at timestamptz,
  out risk_mode text,
  out account_age_days integer,
  out is_verified boolean,
  out trust_score numeric,
  out buyer_phone text,
  out seller_phone text,
  out urgent_needs_trust boolean
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_limit text;
  v_existing_id uuid;
  v_notice text;
  v_is_for_urgent boolean;
begin
  -- A limit of n is reached when there is an n-th row; nothing is counted further than that. The order keeps the
  -- planner to the index of the person, however large a part of all requests it takes theirs for.
  select
    case
      when buyer.is_active is not true then 'forbidden'
      when callback_private.is_erased_since(p_requester_id, s.midnight) then 'requests_per_day_of_erasure'
      when listing.id is null then 'not_found'
      when p_seller_id is distinct from listing.seller_id and p_seller_id is not null then 'invalid_input'
      when listing.seller_id = p_requester_id then 'own_listing'
      when exists (
        select from public.callback_requests r
        where r.requester_id = p_requester_id and r.listing_id = p_listing_id and r.requested_on = s.today
          and r.holds_day)
        or exists (
          select from callback_private.held_requests h
          where h.requester_id = p_requester_id and h.listing_id = p_listing_id and h.requested_on = s.today
            and h.holds_day)
        then 'duplicate_request'
      when listing.is_available is not true or seller.is_active is not true then 'listing_unavailable'
      -- Blocks are not told.
      when coalesce(seller.phone, listing.phone) is null
          or callback_private.is_blocked_pair(p_requester_id, listing.seller_id)
          or callback_private.is_erased_since(listing.seller_id, s.midnight)
          or wanted.requests_from = 'nobody'
        then 'seller_unreachable'
      when switch.kind is not null then 'callbacks_off'
      when not trust.is_given and callback_private.needs_trust(array[s.requests_from, wanted.requests_from], p_priority)
        then 'trust_required'
      -- These two first: of the other two a buyer may ask for a review, and an operator may go beyond them.
      when exists (
        select from public.callback_requests r
        where r.seller_id = listing.seller_id and r.requested_at >= s.midnight
        order by r.requested_at offset s.requests_per_seller_per_day - 1)
        then 'requests_per_seller_per_day'
      when p_priority = 'urgent' and callback_private.urgent_left(p_requester_id) = 0
        then 'open_urgent_requests_per_user'
      when held.number >= s.requests_per_user_per_day or exists (
        select from public.callback_requests r
        where r.requester_id = p_requester_id and r.requested_at >= s.midnight
        order by r.requested_at offset greatest(s.requests_per_user_per_day - 1 - held.number, 0))
        then 'requests_per_user_per_day'
      when callback_private.is_phone_used_up(p_phone, p_requester_id, s.today, s.requests_per_phone_per_day)
        then 'requests_per_phone_per_day'
    end,
    listing.seller_id, listing.title, listing.category, listing.country,
    s.today, s.expires_after, s.allowed_phone_regions, s.channels, switch.notice, s.risk_mode,
    extract(day from now() - buyer.created_at), buyer.is_verified, buyer.trust_score,
    translate(buyer.phone, ' ().-/', ''), translate(coalesce(seller.phone, listing.phone), ' ().-/', ''),
    not callback_private.needs_trust(array[s.requests_from, wanted.requests_from], null),
    not trust.is_given and callback_private.needs_trust(array[s.requests_from, wanted.requests_from], 'urgent')
  into strict code, seller_id, listing_title, listing_category, listing_country,
    today, expires_after, allowed_phone_regions, channels, v_notice, risk_mode,
    account_age_days, is_verified, trust_score, buyer_phone, seller_phone,
    v_is_for_urgent, urgent_needs_trust
  from (
    -- The day begins an hour after eleven at night: midnight itself is there twice where clocks go back over it (the
    -- Azores), and not at all where they go forward (Santiago).
    select
      s.expires_after,
      s.allowed_phone_regions,
      s.channels,
      s.risk_mode,
      s.requests_from,
      s.trusted_from_score,
      s.requests_per_user_per_day,
      s.requests_per_phone_per_day,
      s.requests_per_seller_per_day,
      (now() at time zone s.time_zone)::date as today,
      (date_trunc('day', now() at time zone s.time_zone) - interval '1 hour') at time zone s.time_zone
        + interval '1 hour' as midnight
    from callback_private.settings s
    where s.only_row
    offset 0 -- worked out once, not in each look-up above
  ) s
  left join callback_private.profile(p_requester_id) buyer on true
  left join callback_private.listing(p_listing_id) listing on true
  left join callback_private.profile(listing.seller_id) seller on true
  left join callback_private.preferences wanted on wanted.user_id = listing.seller_id
  cross join lateral (
    select callback_private.is_trusted_buyer(buyer.is_verified, buyer.trust_score, s.trusted_from_score) as is_given) trust
  cross join lateral (
    select count(*) as number from callback_private.held_requests h
    where h.requester_id = p_requester_id and h.held_at >= s.midnight and h.decision is distinct from 'approved') held
  -- The widest switch that is off for the listing.
  left join lateral (
    select w.kind, w.notice from callback_private.switches w
    where w.value = any (array['all', listing.category, listing.country])
      and case w.kind when 'everything' then true when 'category' then w.value = listing.category else w.value = listing.country end
    order by array_position(array['everything', 'country', 'category'], w.kind) limit 1) switch on true;

  if code is null then
    return;
  end if;
  if code like '%requests_per_%' then
    v_limit := code;
    code := 'rate_limited';
  elsif code = 'duplicate_request' then
    select r.id into strict v_existing_id from (
      select x.id from public.callback_requests x
      where x.requester_id = p_requester_id and x.listing_id = p_listing_id and x.requested_on = request_obstacle.today
        and x.holds_day
      union all
      select h.id from callback_private.held_requests h
      where h.requester_id = p_requester_id and h.listing_id = p_listing_id and h.requested_on = request_obstacle.today
        and h.holds_day) r
      limit 1;
  end if;
  if v_limit = 'open_urgent_requests_per_user' then
    retry_at := callback_private.urgent_until(p_requester_id);
  elsif code in ('rate_limited', 'duplicate_request') then
    retry_at := (select (request_obstacle.today + 1)::timestamp at time zone s.time_zone
      from callback_private.settings s where s.only_row);
  end if;
  message := case code
    when 'forbidden' then 'Your profile is missing or not active; complete or reactivate it first.'
    when 'not_found' then 'There is no such listing.'
    when 'invalid_input' then 'seller_id must be the seller of this listing.'
    when 'own_listing' then 'This is your own listing.'
    when 'duplicate_request' then 'You already requested a callback about this listing today.'
    when 'listing_unavailable' then 'This listing is no longer available.'
    when 'seller_unreachable' then 'This seller can’t call back. Send a message instead.'
    when 'callbacks_off' then coalesce(v_notice, 'This marketplace takes no callback requests at the moment.')
    when 'trust_required' then callback_private.trust_sentence(v_is_for_urgent)
    else case v_limit
      when 'requests_per_user_per_day' then 'You’ve reached today’s limit for callback requests. Try again tomorrow.'
      when 'requests_per_phone_per_day'
        then 'This phone number has reached today’s limit for callback requests. Use another number, or try again tomorrow.'
      when 'requests_per_day_of_erasure'
        then 'You erased your data today. You can request callbacks again tomorrow.'
      when 'open_urgent_requests_per_user' then callback_private.urgent_sentence()
      else 'This seller can’t take more requests today. Try again tomorrow.' end
  end;
  detail := case code
    when 'invalid_input' then jsonb_build_object('field', 'seller_id')
    when 'callbacks_off' then jsonb_build_object('notice', v_notice)
    when 'trust_required' then callback_private.trust_detail(v_is_for_urgent)
    when 'duplicate_request' then jsonb_build_object('existing_request_id', v_existing_id)
    when 'rate_limited' then jsonb_build_object(
      'limit', v_limit, 'retry_after_seconds', ceil(extract(epoch from retry_at - now())))
  end;
end
$$;
