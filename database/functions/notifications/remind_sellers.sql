-- A seller who has not answered for a while is reminded, once, and the buyer is not shown it: updated_at stays.
-- (Realtime still sends the buyer an UPDATE, of the same columns as before, because reminded_at is in the row.) Any
-- number may run at once: each takes rows that no other holds.

-- execute: service
create or replace function callback_private.remind_callback_sellers(p_limit integer)
returns integer language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_asked_before timestamptz;
  v_request public.callback_requests;
  v_count integer := 0;
begin
  perform callback_private.require_trusted();
  if p_limit is null or p_limit not between 1 and 100000 then
    perform callback_private.refuse_input('p_limit', 'p_limit must be between 1 and 100000.');
  end if;
  -- Null, and therefore nobody, where reminders are off.
  select now() - least(s.remind_after, s.expires_after / 2) into v_asked_before
    from callback_private.settings s where s.remind_after is not null;
  for v_request in
    select * from public.callback_requests r
    where r.status = 'pending' and r.reminded_at is null and r.requested_at <= v_asked_before and r.expires_at > now()
    order by r.requested_at
    limit p_limit
    for update skip locked
  loop
    update public.callback_requests r set reminded_at = now()
      where r.id = v_request.id and r.seller_id = v_request.seller_id;
    -- when the event and the notification say that it happened
    v_request.updated_at := greatest(now(), v_request.updated_at);
    perform callback_private.record_event('seller_reminded', v_request, 'system');
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

-- execute: service
create or replace function public.remind_callback_sellers(p_limit integer default 1000)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.remind_callback_sellers(p_limit);
end $$;
comment on function public.remind_callback_sellers is 'For the service only: reminds sellers of requests that have waited long, each once, at most p_limit; returns how many.';
