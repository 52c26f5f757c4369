-- The one way in which a person leaves a request, by any way: the foreign key of a person or listing that the
-- marketplace deletes, an erasure, and retention. Each sets requester_id, seller_id, listing_id or recipient_id to
-- null; what follows is done here, by triggers. The rows stay, without what the person wrote, so that no total falls.

-- What was written about it goes; an open request is closed. Retention sets the hashes itself, to nothing.
create or replace function callback_private.scrub_request()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.requester_id is null then
    perform callback_private.refuse_if_held(old.requester_id);
    new.requester_hash := coalesce(new.requester_hash, callback_private.person_hash(old.requester_id));
    new.requester_phone := null;
    new.requester_name := null;
    new.message := null;
    new.preferred_time := null;
    new.preferred_days := null;
    new.time_zone := null;
    new.consent_version := null;
    new.consent_locale := null;
    new.consent_source := null;
    new.consent_given_at := null;
    new.consent_withdrawn_at := null;
  end if;
  if new.seller_id is null then
    perform callback_private.refuse_if_held(old.seller_id);
    new.seller_hash := coalesce(new.seller_hash, callback_private.person_hash(old.seller_id));
  end if;
  if new.requester_id is null or new.seller_id is null then
    new.erased_at := coalesce(new.erased_at, now());
    new.cancel_reason := null;
  end if;
  if old.status in ('pending', 'acknowledged') then
    new.updated_at := greatest(now(), old.updated_at);
    new.paused_at := null;
    new.status := case when old.expires_at <= now() then 'expired' else 'cancelled' end;
    new.cancelled_by := case new.status when 'cancelled' then 'system' end;
    new.cancelled_at := case new.status when 'cancelled' then new.updated_at end;
  end if;
  return new;
end
$$;

-- What a request leaves apart from its row, whether it was sent or not: its events, kept answers, and what operators did.
create or replace function callback_private.scrub_traces(
  p_id uuid,
  p_requester_id callback_private.person_id,
  p_seller_id callback_private.person_id
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  update callback_private.events e
    set requester_id = p_requester_id, seller_id = p_seller_id, data = callback_private.data_without_texts(e.data)
    where e.callback_request_id = p_id;
  delete from callback_private.idempotency_keys k where k.callback_request_id = p_id;
  update callback_private.audit a set (subject_id, data) = (select e.subject_id, e.data
    from callback_private.audit_of_erased(a) e)
    where a.subject_kind = 'callback_request' and a.subject_id = p_id::text;
end
$$;

-- What else there is about the request, and the notification of those who are left.
create or replace function callback_private.follow_scrubbed_request()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.requester_hash = '' then -- nobody is erased: what they are counted with stays
    execute callback_private.counting_sql('callback_private.sealed_stats',
      'callback_private.events e where e.callback_request_id = $1')
      using new.id;
  end if;
  if new.requester_id is null or new.seller_id is null then
    perform callback_private.scrub_traces(new.id, new.requester_id, new.seller_id);
    delete from callback_private.seller_notes n where n.callback_request_id = new.id;
    delete from callback_private.operator_notes n where n.callback_request_id = new.id;
    delete from callback_private.sent_texts t
      using public.callback_request_notifications n join callback_private.deliveries d on d.notification_id = n.id
      where n.callback_request_id = new.id and t.delivery_id = d.id;
    perform callback_private.retell_notifications(new);
  end if;
  if new.requester_id is null then
    delete from callback_private.edited_phones e where e.callback_request_id = new.id;
  end if;
  if new.seller_id is null then
    update callback_private.attempts a set seller_id = null where a.callback_request_id = new.id;
    update callback_private.confirmations c set seller_id = null where c.callback_request_id = new.id;
  end if;
  if old.status in ('pending', 'acknowledged') then
    perform callback_private.record_event('status_changed', new, 'system', '{}', old.status);
  end if;
  if new.requester_hash <> '' or new.seller_hash <> '' then
    perform callback_private.remember_erasure(old.requester_id) where new.requester_id is null
      and old.requester_id is not null;
    perform callback_private.remember_erasure(old.seller_id) where new.seller_id is null and old.seller_id is not null;
  end if;
  return null;
end
$$;

create or replace trigger scrub_request before update of requester_id, seller_id, listing_id on public.callback_requests
  for each row when (
    (new.requester_id is null and old.requester_id is not null) or (new.seller_id is null and old.seller_id is not null)
    or (new.listing_id is null and old.listing_id is not null))
  execute function callback_private.scrub_request();
create or replace trigger scrub_request_followed after update of requester_id, seller_id, listing_id
  on public.callback_requests
  for each row when (
    (new.requester_id is null and old.requester_id is not null) or (new.seller_id is null and old.seller_id is not null)
    or (new.listing_id is null and old.listing_id is not null))
  execute function callback_private.follow_scrubbed_request();

-- Of an event's data: words and ids of ours, nothing that a person wrote.
create or replace function callback_private.data_without_texts(p_data jsonb)
returns jsonb language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_object_agg(k.key, k.value), '{}') from jsonb_each(p_data) k
    where k.key = any (array['outcome', 'attempt_id', 'fields', 'cancelled_by', 'answer', 'undone_event_id',
      'expires_at']));
end
$$;

-- What was said to those who are left is said again, without the name.
create or replace function callback_private.retell_notifications(p_request public.callback_requests)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  update public.callback_request_notifications n set seller_id = p_request.seller_id, title = t.title,
    message = t.message
    from public.callback_request_notifications o
    left join callback_private.listing(p_request.listing_id) l on true
    cross join lateral callback_private.notification_text(
      o.notification_type,
      case when o.notification_type = 'request_cancelled' and p_request.cancelled_by in ('operator', 'system')
        then 'The marketplace' end,
      l.title) t
    where o.callback_request_id = p_request.id and n.id = o.id and n.callback_request_id = p_request.id;
  update callback_private.deliveries d set seller_id = p_request.seller_id
    from public.callback_request_notifications n
    where n.callback_request_id = p_request.id and d.notification_id = n.id;
end
$$;

-- A notification whose recipient is gone: its texts, and the deliveries of it.
create or replace function callback_private.scrub_notification()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.refuse_if_held(old.recipient_id);
  select t.title, t.message into new.title, new.message
    from callback_private.notification_text(new.notification_type, null, null) t;
  return new;
end
$$;

create or replace function callback_private.follow_scrubbed_notification()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from callback_private.sent_texts t using callback_private.deliveries d
    where d.notification_id = new.id and t.delivery_id = d.id;
  update callback_private.deliveries d set person_id = null where d.notification_id = new.id;
  if found then
    perform callback_private.refresh_notifications(array[new.id]);
  end if;
  return null;
end
$$;

create or replace trigger scrub_notification before update of recipient_id on public.callback_request_notifications
  for each row when (new.recipient_id is null and old.recipient_id is not null)
  execute function callback_private.scrub_notification();
create or replace trigger scrub_notification_followed after update of recipient_id
  on public.callback_request_notifications
  for each row when (new.recipient_id is null and old.recipient_id is not null)
  execute function callback_private.follow_scrubbed_notification();

-- A delivery to a person who is gone: what waits is not sent, also when someone tries again. What a worker has in hand
-- is left to it; of its result the status is kept, and nothing that leads to the message.
create or replace function callback_private.scrub_delivery()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.status = 'pending' then
    new.status := 'suppressed';
    new.error_code := 'erased';
    new.updated_at := now();
  end if;
  if new.status not in ('sending', 'parked') then
    new.next_attempt_at := null;
  end if;
  new.provider_id := null;
  new.secret := gen_random_uuid(); -- its link leads nowhere
  return new;
end
$$;

create or replace trigger scrub_delivery before update on callback_private.deliveries
  for each row when (new.recipient_kind = 'person' and new.person_id is null)
  execute function callback_private.scrub_delivery();
