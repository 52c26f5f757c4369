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
declare
  v record;
begin
  -- Sequential scans are off because a plan that was made while the tables were empty must not live on in a busy session.
  -- A limit of n is reached when there is an n-th row; nothing is counted further than that.
  select
    s.*,
    day.today,
    day.midnight,
    buyer.is_active as buyer_is_active,
    listing.id as listing_id,
    listing.seller_id,
    listing.title,
    listing.is_available,
    seller.is_active as seller_is_active,
    seller.phone as seller_phone,
    exists (
      select from callback_private.host_blocks b
      where (b.blocker_id = listing.seller_id and b.blocked_id = p_requester_id)
         or (b.blocker_id = p_requester_id and b.blocked_id = listing.seller_id)) as is_blocked,
    (select r.id from public.callback_requests r
      where r.requester_id = p_requester_id and r.listing_id = p_listing_id and r.requested_on = day.today) as existing_request_id,
    case
      when exists (
        select from public.callback_requests r
        where r.requester_id = p_requester_id and r.requested_at >= day.midnight
        offset s.requests_per_user_per_day - 1)
      then 'requests_per_user_per_day'
      when exists (
        select from public.callback_requests r
        where r.requester_phone = p_phone and r.requested_on = day.today
        offset s.requests_per_phone_per_day - 1)
      then 'requests_per_phone_per_day'
      when exists (
        select from public.callback_requests r
        where r.seller_id = listing.seller_id and r.requested_at >= day.midnight
        offset s.requests_per_seller_per_day - 1)
      then 'requests_per_seller_per_day'
    end as limit_reached
  into strict v
  from public.callback_settings s
  cross join lateral (
    select
      (now() at time zone s.time_zone)::date as today,
      date_trunc('day', now() at time zone s.time_zone) at time zone s.time_zone as last_midnight) clock
  -- Where clocks go back over midnight (the Azores), that day has it twice and begins with the first.
  cross join lateral (
    select
      clock.today,
      case when ((clock.last_midnight - interval '1 hour') at time zone s.time_zone)::date = clock.today
        then clock.last_midnight - interval '1 hour' else clock.last_midnight end as midnight) day
  left join callback_private.host_profiles buyer on buyer.id = p_requester_id
  left join callback_private.host_listings listing on listing.id = p_listing_id
  left join callback_private.host_profiles seller on seller.id = listing.seller_id
  where s.only_row;

  seller_id := v.seller_id;
  listing_title := v.title;
  today := v.today;
  expires_after := v.expires_after;
  allowed_phone_regions := v.allowed_phone_regions;
  existing_request_id := v.existing_request_id;

  if v.buyer_is_active is not true then
    code := 'forbidden';
    message := 'Your profile is missing or not active; complete or reactivate it first.';
  elsif v.listing_id is null then
    code := 'not_found';
    message := 'There is no such listing.';
  elsif p_seller_id is distinct from v.seller_id and p_seller_id is not null then
    code := 'invalid_input';
    message := 'seller_id must be the seller of this listing.';
    detail := jsonb_build_object('field', 'seller_id');
  elsif v.seller_id = p_requester_id then
    code := 'own_listing';
    message := 'This is your own listing.';
  elsif v.is_blocked then
    code := 'blocked';
    message := 'You cannot ask this seller for a call.';
  elsif v.existing_request_id is not null then
    code := 'duplicate_request';
    message := 'You have already asked for a call about this listing today.';
    detail := jsonb_build_object('existing_request_id', v.existing_request_id);
  elsif v.is_available is not true or v.seller_is_active is not true then
    code := 'listing_unavailable';
    message := 'This listing is no longer available.';
  elsif coalesce(btrim(v.seller_phone), '') = '' then
    code := 'seller_unreachable';
    message := 'This seller has no phone number and cannot call back; send a message instead.';
  elsif v.limit_reached is not null then
    code := 'rate_limited';
    message := case v.limit_reached
      when 'requests_per_user_per_day' then 'You have asked for as many calls as one person may in a day; try again tomorrow.'
      when 'requests_per_phone_per_day' then 'This phone number has been used for as many requests as it may in a day; try again tomorrow.'
      else 'This seller has received as many requests as fit into a day; try again tomorrow.'
    end;
    detail := jsonb_build_object(
      'limit', v.limit_reached,
      'retry_after_seconds', ceil(extract(epoch from ((v.today + 1)::timestamp at time zone v.time_zone) - now())));
  end if;
end
$$;
