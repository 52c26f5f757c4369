-- When the marketplace deletes a person or a listing, its callback requests go with it; an event keeps the statistics right.

create or replace function callback_private.record_deleted_requests()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, from_status)
  select 'request_deleted', d.id, d.seller_id, d.requester_id, 'system', d.status from deleted d;
  return null;
end
$$;

drop trigger if exists record_deleted_requests on public.callback_requests;
create trigger record_deleted_requests after delete on public.callback_requests
  referencing old table as deleted
  for each statement execute function callback_private.record_deleted_requests();
