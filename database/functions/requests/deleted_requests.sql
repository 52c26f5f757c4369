-- When the owner deletes a request, its events stay, because statistics and live updates need them, with no data but
-- words and ids of our own; one more event takes the request out of the counts. (A person or a listing that the
-- marketplace deletes takes no request along: people/erase_request.sql.)

create or replace function callback_private.record_deleted_requests()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update callback_private.events e set data = callback_private.data_without_texts(e.data)
    from deleted d where e.callback_request_id = d.id and e.data <> '{}';
  insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, from_status,
    data)
    select 'request_deleted', d.id, d.seller_id, d.requester_id, 'system', d.status,
      jsonb_strip_nulls(jsonb_build_object('cancelled_by', d.cancelled_by))
    from deleted d;
  delete from callback_private.idempotency_keys k using deleted d where k.callback_request_id = d.id;
  delete from callback_private.request_facts f using deleted d where f.callback_request_id = d.id;
  return null;
end
$$;

drop trigger if exists record_deleted_requests on public.callback_requests;
create trigger record_deleted_requests after delete on public.callback_requests
  referencing old table as deleted
  for each statement execute function callback_private.record_deleted_requests();
