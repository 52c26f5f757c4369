-- May this buyer ask this seller for a call about this listing, today? The one place that decides it: create_callback_request obeys the
-- answer, can_request_callback shows it beforehand. The order matters: a second attempt must lead to the first request, not to a limit.

create or replace function callback_private.request_obstacle(
  p_requester_id uuid,
  p_seller_id uuid,
  p_listing_id uuid,
  p_phone text,
  out code text,
  out message text,
  out detail jsonb,
  out seller_id uuid,
  out listing_title text,
  out today date,
  out expires_after interval,
  out allowed_phone_regions text[],
  out existing_request_id uuid
)
language plpgsql stable set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_limit_reached text;
  v_tomorrow timestamptz;
begin
  -- Sequential scans are off because a plan that was made while the tables were empty must not live on in a busy session.
  -- A limit of n is reached when there is an n-th row; nothing is counted further than that.
  select
    case
      when f.buyer_is_active is not true then 'forbidden'
      when f.listing_id is null then 'not_found'
      when p_seller_id is distinct from f.seller_id and p_seller_id is not null then 'invalid_input'
      when f.seller_id = p_requester_id then 'own_listing'
      when f.is_blocked then 'blocked'
      when f.existing_request_id is not null then 'duplicate_request'
      when f.is_available is not true or f.seller_is_active is not true then 'listing_unavailable'
      when coalesce(btrim(f.seller_phone), '') = '' then 'seller_unreachable'
      when f.limit_reached is not null then 'rate_limited'
    end,
    f.seller_id, f.title, f.today, f.expires_after, f.allowed_phone_regions, f.existing_request_id, f.limit_reached, f.tomorrow
  into strict
    code, seller_id, listing_title, today, expires_after, allowed_phone_regions, existing_request_id, v_limit_reached, v_tomorrow
  from (
    select
      s.*,
      buyer.is_active as buyer_is_active,
      listing.id as listing_id,
      listing.seller_id,
      listing.title,
      listing.is_available,
      seller.is_active as seller_is_active,
      seller.phone as seller_phone,
      exists (select from callback_private.host_blocks b where b.blocker_id = listing.seller_id and b.blocked_id = p_requester_id)
        or exists (select from callback_private.host_blocks b where b.blocker_id = p_requester_id and b.blocked_id = listing.seller_id)
        as is_blocked,
      (select r.id from public.callback_requests r
        where r.requester_id = p_requester_id and r.listing_id = p_listing_id and r.requested_on = s.today) as existing_request_id,
      case
        when exists (
          select from public.callback_requests r
          where r.requester_id = p_requester_id and r.requested_at >= s.midnight
          offset s.requests_per_user_per_day - 1)
        then 'requests_per_user_per_day'
        when exists (
          select from public.callback_requests r
          where r.requester_phone = p_phone and r.requested_on = s.today
          offset s.requests_per_phone_per_day - 1)
        then 'requests_per_phone_per_day'
        when exists (
          select from public.callback_requests r
          where r.seller_id = listing.seller_id and r.requested_at >= s.midnight
          offset s.requests_per_seller_per_day - 1)
        then 'requests_per_seller_per_day'
      end as limit_reached
    from (
      -- Where clocks go back over midnight (the Azores), that day has it twice and begins with the first.
      select
        s.*,
        clock.today,
        case when ((clock.last_midnight - interval '1 hour') at time zone s.time_zone)::date = clock.today
          then clock.last_midnight - interval '1 hour' else clock.last_midnight end as midnight,
        (clock.today + 1)::timestamp at time zone s.time_zone as tomorrow
      from public.callback_settings s
      cross join lateral (
        select
          (now() at time zone s.time_zone)::date as today,
          date_trunc('day', now() at time zone s.time_zone) at time zone s.time_zone as last_midnight) clock
      where s.only_row
      offset 0 -- worked out once, instead of anew in each look-up above
    ) s
    left join callback_private.host_profiles buyer on buyer.id = p_requester_id
    left join callback_private.host_listings listing on listing.id = p_listing_id
    left join callback_private.host_profiles seller on seller.id = listing.seller_id
    offset 0 -- looked up once, in whatever order the rules above ask
  ) f;

  if code is null then
    return;
  end if;
  message := case code
    when 'forbidden' then 'Your profile is missing or not active; complete or reactivate it first.'
    when 'not_found' then 'There is no such listing.'
    when 'invalid_input' then 'seller_id must be the seller of this listing.'
    when 'own_listing' then 'This is your own listing.'
    when 'blocked' then 'You cannot ask this seller for a call.'
    when 'duplicate_request' then 'You have already asked for a call about this listing today.'
    when 'listing_unavailable' then 'This listing is no longer available.'
    when 'seller_unreachable' then 'This seller has no phone number and cannot call back; send a message instead.'
    else case v_limit_reached
      when 'requests_per_user_per_day' then 'You have asked for as many calls as one person may in a day; try again tomorrow.'
      when 'requests_per_phone_per_day' then 'This phone number has been used for as many requests as it may in a day; try again tomorrow.'
      else 'This seller has received as many requests as fit into a day; try again tomorrow.' end
  end;
  detail := case code
    when 'invalid_input' then jsonb_build_object('field', 'seller_id')
    when 'duplicate_request' then jsonb_build_object('existing_request_id', existing_request_id)
    when 'rate_limited' then jsonb_build_object(
      'limit', v_limit_reached,
      'retry_after_seconds', ceil(extract(epoch from v_tomorrow - now())))
  end;
end
$$;
