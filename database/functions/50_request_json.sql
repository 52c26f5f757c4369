-- A request as its two parties read it, in one shape everywhere. The buyer's number is shown to the addressed seller only, and only while
-- the request is open; the seller's number is never shown.

create or replace function callback_private.request_json(p_request public.callback_requests, p_viewer_id uuid)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_status constant text := callback_private.effective_status(p_request.status, p_request.expires_at);
  v_phone constant text := case
    when p_viewer_id = p_request.seller_id and v_status in ('pending', 'acknowledged') then p_request.requester_phone end;
begin
  return (
    select jsonb_build_object(
      'id', p_request.id,
      'status', v_status,
      'priority', p_request.priority,
      'requester_id', p_request.requester_id,
      'seller_id', p_request.seller_id,
      'listing_id', p_request.listing_id,
      'requester_name', p_request.requester_name,
      'requester_phone', v_phone,
      'preferred_time', p_request.preferred_time,
      'preferred_days', p_request.preferred_days,
      'time_zone', p_request.time_zone,
      'message', p_request.message,
      'callback_reason', p_request.callback_reason,
      'requested_at', p_request.requested_at,
      'acknowledged_at', p_request.acknowledged_at,
      'completed_at', p_request.completed_at,
      'cancelled_at', p_request.cancelled_at,
      'cancelled_by', p_request.cancelled_by,
      'cancel_reason', p_request.cancel_reason,
      'expires_at', p_request.expires_at,
      'updated_at', p_request.updated_at,
      'requester', jsonb_build_object(
        'id', p_request.requester_id, 'name', p_request.requester_name, 'phone', v_phone, 'avatar_url', requester.avatar_url),
      'seller', jsonb_build_object(
        'id', p_request.seller_id, 'name', seller.full_name, 'avatar_url', seller.avatar_url),
      'listing', jsonb_build_object(
        'id', p_request.listing_id, 'title', listing.title, 'price', listing.price, 'currency', listing.currency,
        'image', listing.image_url))
    from (values (1)) one
    left join callback_private.host_profiles requester on requester.id = p_request.requester_id
    left join callback_private.host_profiles seller on seller.id = p_request.seller_id
    left join callback_private.host_listings listing on listing.id = p_request.listing_id);
end
$$;

-- With its history and the calls made, oldest first; both sides see both, because a wrong number is the buyer's to correct. An overdue request has its expiry as the last entry even before the job has written it.
create or replace function callback_private.request_detail_json(p_request public.callback_requests, p_viewer_id uuid)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_request constant jsonb := callback_private.request_json(p_request, p_viewer_id);
  v_history jsonb;
  v_attempts jsonb;
begin
  select
      (select jsonb_agg(jsonb_build_object(
          'at', e.happened_at, 'actor', e.actor, 'event_type', e.event_type, 'from_status', e.from_status, 'to_status', e.to_status,
          'reason', case e.to_status when 'cancelled' then p_request.cancel_reason end,
          'corrected_fields', e.corrected_fields) order by e.id)
        from public.callback_events e
        where e.callback_request_id = p_request.id and e.event_type not in ('call_attempted', 'seller_reminded')),
      (select jsonb_agg(jsonb_build_object('id', a.id, 'outcome', a.outcome, 'attempted_at', a.attempted_at) order by a.attempted_at, a.id)
        from public.callback_attempts a
        where a.callback_request_id = p_request.id)
    into v_history, v_attempts;
  if v_request ->> 'status' <> p_request.status then
    v_history := v_history || jsonb_build_object(
      'at', p_request.expires_at, 'actor', 'system', 'event_type', 'status_changed', 'from_status', p_request.status,
      'to_status', 'expired', 'reason', null, 'corrected_fields', null);
  end if;
  return v_request || jsonb_build_object('history', coalesce(v_history, '[]'), 'attempts', coalesce(v_attempts, '[]'));
end
$$;

create or replace function callback_private.get_callback_request(p_request_id uuid, p_user_id uuid)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant uuid := callback_private.acting_user(p_user_id);
  v_request public.callback_requests;
begin
  select * into v_request from public.callback_requests r
    where r.id = p_request_id and v_user_id in (r.seller_id, r.requester_id);
  if not found then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  return callback_private.request_detail_json(v_request, v_user_id);
end
$$;
