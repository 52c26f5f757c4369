-- Warns both sides before a request expires, once per expiry: an extended request is warned about again. While it is
-- paused, only the buyer is warned, who alone can fix the number. Several may run at once: each takes rows that no
-- other holds.

create or replace function callback_private.warn_of_expiry(p_limit integer)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_expires_before timestamptz;
  v_request public.callback_requests;
  v_count integer := 0;
begin
  -- Null, so no row, if warnings are off.
  select now() + least(s.warn_before_expiry, s.expires_after / 4) into v_expires_before
    from callback_private.settings s where s.warn_before_expiry is not null;
  for v_request in
    select * from public.callback_requests r
    where r.status in ('pending', 'acknowledged') and r.expiry_warned_for is distinct from r.expires_at
      and r.expires_at <= v_expires_before and r.expires_at > now()
    order by r.expires_at
    limit p_limit
    for update skip locked
  loop
    update public.callback_requests r set expiry_warned_for = r.expires_at
      where r.id = v_request.id and r.seller_id = v_request.seller_id;
    v_request.updated_at := greatest(now(), v_request.updated_at); -- the time of the event and the notifications
    perform callback_private.record_event('request_expiring', v_request, 'system', jsonb_strip_nulls(jsonb_build_object(
      'expires_at', v_request.expires_at, 'paused_at', v_request.paused_at)));
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
