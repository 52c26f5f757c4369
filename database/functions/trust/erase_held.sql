-- A person or a listing that leaves what abuse prevention keeps, by the foreign key of a delete in the marketplace or by
-- an erasure: requester_id, seller_id or listing_id is set to null, and these triggers do the rest, as
-- people/erase_request.sql does for requests that were sent.

-- What the buyer wrote goes with the buyer; what waits is closed.
create or replace function callback_private.scrub_held_request()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.requester_id is null then
    perform callback_private.refuse_if_held(old.requester_id);
    new.requester_phone := null;
    new.request := jsonb_build_object('id', new.id);
  end if;
  if new.seller_id is null then
    perform callback_private.refuse_if_held(old.seller_id);
  end if;
  new.holds_day := false; -- there is nothing to send any more
  new.request := new.request || jsonb_build_object('seller_id', new.seller_id, 'listing_id', new.listing_id);
  if old.decision is null then
    new.decision := 'lapsed';
    new.decided_at := now();
    new.request := new.request || jsonb_build_object(
      'status', 'cancelled', 'cancelled_by', 'system', 'cancelled_at', now(), 'updated_at', now());
  end if;
  return new;
end
$$;

create or replace function callback_private.follow_scrubbed_held_request()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.requester_id is null then
    delete from callback_private.phone_codes c where c.callback_request_id = new.id;
  end if;
  if new.requester_id is null or new.seller_id is null then
    perform callback_private.scrub_traces(new.id, new.requester_id, new.seller_id);
  end if;
  if old.decision is null and new.requester_id is not null then
    perform callback_private.record_event('request_not_sent',
      jsonb_populate_record(null::public.callback_requests, new.request), 'system', '{}', 'pending');
  end if;
  perform callback_private.remember_erasure(old.requester_id)
    where new.requester_id is null and old.requester_id is not null;
  perform callback_private.remember_erasure(old.seller_id) where new.seller_id is null and old.seller_id is not null;
  return null;
end
$$;

create or replace trigger scrub_held_request before update of requester_id, seller_id, listing_id
  on callback_private.held_requests
  for each row when (
    (new.requester_id is null and old.requester_id is not null) or (new.seller_id is null and old.seller_id is not null)
    or (new.listing_id is null and old.listing_id is not null))
  execute function callback_private.scrub_held_request();
create or replace trigger scrub_held_request_followed after update of requester_id, seller_id, listing_id
  on callback_private.held_requests
  for each row when (
    (new.requester_id is null and old.requester_id is not null) or (new.seller_id is null and old.seller_id is not null)
    or (new.listing_id is null and old.listing_id is not null))
  execute function callback_private.follow_scrubbed_held_request();

-- The facts of a buyer who is gone teach nothing any more that may be learned.
create or replace function callback_private.drop_facts_of_erased()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.refuse_if_held(old.requester_id);
  delete from callback_private.request_facts f where f.callback_request_id = old.callback_request_id;
  perform callback_private.remember_erasure(old.requester_id);
  return null;
end
$$;

create or replace trigger drop_facts_of_erased after update of requester_id on callback_private.request_facts
  for each row when (new.requester_id is null and old.requester_id is not null)
  execute function callback_private.drop_facts_of_erased();
