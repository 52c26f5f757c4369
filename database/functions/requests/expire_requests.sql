-- Time runs out: open requests whose expiry has passed become expired and both sides are notified. Readers and writers
-- judge expiry by themselves (effective_status); this only tidies up. Any number may run at once: each takes rows that
-- no other holds.

-- execute: service
create or replace function callback_private.expire_callback_requests(p_limit integer)
returns integer language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_request public.callback_requests;
  v_count integer := 0;
begin
  perform callback_private.require_trusted();
  if p_limit is null or p_limit not between 1 and 100000 then
    perform callback_private.refuse_input('p_limit', 'p_limit must be between 1 and 100000.');
  end if;

  for v_request in
    select * from public.callback_requests r
    where r.status in ('pending', 'acknowledged') and r.expires_at <= now()
    order by r.expires_at
    limit p_limit
    for update skip locked
  loop
    perform callback_private.apply_transition(v_request, 'expired', 'system');
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

-- execute: service
create or replace function public.expire_callback_requests(p_limit integer default 1000)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.expire_callback_requests(p_limit);
end $$;
comment on function public.expire_callback_requests is 'For the service only: closes overdue requests, at most p_limit, and notifies both sides; returns how many.';
