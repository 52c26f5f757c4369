-- Whether the button may offer a request, what prevents it and until when, and the request to show instead: today's,
-- else the latest that is still open. (What is open holds its day.)

-- execute: users
create or replace function callback_private.can_request_callback(p_listing_id callback_private.listing_id,
  p_seller_id callback_private.person_id, p_user_id callback_private.person_id)
returns json language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_obstacle record;
  v_existing_id uuid;
  v_parties jsonb;
begin
  v_obstacle := callback_private.request_obstacle(v_user_id, p_seller_id, p_listing_id, null);

  select r.id into v_existing_id from public.callback_requests r
    where r.requester_id = v_user_id and r.listing_id = p_listing_id and r.holds_day
      and (r.requested_on = v_obstacle.today or (r.status in ('pending', 'acknowledged') and r.expires_at > now()))
    order by r.requested_on = v_obstacle.today desc, r.requested_at desc
    limit 1;

  v_existing_id := coalesce(v_existing_id, (
    select h.id from callback_private.held_requests h
    where h.requester_id = v_user_id and h.listing_id = p_listing_id and h.holds_day
      and (h.requested_on = v_obstacle.today or h.decision is null)
    order by h.held_at desc limit 1));

  select jsonb_build_object(
      'seller', case when s.id is not null then jsonb_build_object(
        'name', s.full_name, 'avatar_url', s.avatar_url, 'is_verified', coalesce(s.is_verified, false),
        'usual_response_minutes', (callback_private.response_time(s.id)).usual_minutes) end,
      'listing', jsonb_build_object('title', l.title, 'image', l.image_url, 'price', l.price, 'currency', l.currency))
    into v_parties
    from callback_private.listing(p_listing_id) l left join callback_private.profile(l.seller_id) s on true;

  return json_build_object(
    'seller', v_parties -> 'seller',
    'listing', v_parties -> 'listing',
    'can_request', v_obstacle.code is null,
    'reason', v_obstacle.code,
    'message', v_obstacle.message,
    'notice', v_obstacle.detail ->> 'notice',
    'limit', v_obstacle.detail ->> 'limit',
    'retry_at', v_obstacle.retry_at,
    'can_ask_for_review', coalesce(v_obstacle.detail ->> 'limit' = 'requests_per_user_per_day', false)
      and callback_private.may_ask_for_review(v_user_id, v_obstacle.risk_mode),
    'urgent_left', callback_private.urgent_left(v_user_id),
    'urgent_needs_trust', coalesce(v_obstacle.urgent_needs_trust, false),
    'existing_request', case when v_existing_id is not null then
      (callback_private.requests_json(array[v_existing_id], v_user_id, false))[1] end);
end
$$;

-- execute: users
create or replace function public.can_request_callback(p_listing_id :listing_id, p_seller_id :person_id default null,
  p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.can_request_callback(p_listing_id, p_seller_id, p_user_id);
end $$;
comment on function public.can_request_callback is 'Whether the caller may request a callback about a listing now: { can_request, reason, message, notice, limit, retry_at, can_ask_for_review, urgent_left, urgent_needs_trust, existing_request, seller, listing }.';
