-- The seller's own note about a request, and its snooze. The buyer and operators see neither, so the request itself
-- doesn't change: its updated_at is for both sides. A change is an event for the seller alone, so that their other
-- windows follow; the same again is none.

-- The request, locked, for its seller.
create or replace function callback_private.lock_request_of_seller(p_request_id uuid,
  p_user_id callback_private.person_id)
returns public.callback_requests language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request constant public.callback_requests := callback_private.lock_request(p_request_id, p_user_id);
begin
  if p_user_id is distinct from v_request.seller_id then
    perform callback_private.refuse('forbidden', 'Only the seller can do this.');
  end if;
  return v_request;
end
$$;

-- An event that is newer than the request, which stays as it is.
create or replace function callback_private.record_seller_event(p_event_type text, p_request public.callback_requests,
  p_data jsonb default '{}')
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  p_request.updated_at := greatest(now(), p_request.updated_at);
  perform callback_private.record_event(p_event_type, p_request, 'seller', p_data);
end
$$;

create or replace function callback_private.set_seller_note(p_request_id uuid, p_note text,
  p_user_id callback_private.person_id)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request constant public.callback_requests := callback_private.lock_request_of_seller(p_request_id, p_user_id);
  v_note constant text := callback_private.trimmed(p_note);
  v_constraint text;
begin
  if v_note is not distinct from (
    select n.note from callback_private.seller_notes n where n.callback_request_id = v_request.id)
  then
    return;
  end if;
  insert into callback_private.seller_notes (callback_request_id, seller_id, note)
    values (v_request.id, v_request.seller_id, v_note)
    on conflict on constraint seller_notes_pkey do update set note = excluded.note;
  perform callback_private.record_seller_event('seller_note_changed', v_request);
exception when check_violation then
  get stacked diagnostics v_constraint = constraint_name;
  perform callback_private.refuse_violation(v_constraint, null);
end
$$;

create or replace function callback_private.snooze_request(p_request_id uuid, p_until timestamptz,
  p_user_id callback_private.person_id)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_request constant public.callback_requests := callback_private.lock_request_of_seller(p_request_id, p_user_id);
begin
  perform callback_private.require_open(v_request, 'be snoozed');
  if p_until <= now() or p_until >= v_request.expires_at then
    perform callback_private.refuse_input('until', 'until must be in the future, before the request expires.');
  end if;
  if p_until is not distinct from (
    select n.snoozed_until from callback_private.seller_notes n where n.callback_request_id = v_request.id)
  then
    return;
  end if;
  insert into callback_private.seller_notes (callback_request_id, seller_id, snoozed_until, snoozed_at)
    values (v_request.id, v_request.seller_id, p_until, now())
    on conflict on constraint seller_notes_pkey do update set
      snoozed_until = excluded.snoozed_until, snoozed_at = excluded.snoozed_at;
  perform callback_private.record_seller_event('request_snoozed', v_request,
    jsonb_strip_nulls(jsonb_build_object('snoozed_until', p_until)));
end
$$;

-- execute: users
create or replace function callback_private.set_callback_seller_note(p_request_id uuid, p_note text,
  p_user_id callback_private.person_id)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  perform callback_private.set_seller_note(p_request_id, p_note, v_user_id);
  return callback_private.request_json(p_request_id, v_user_id);
end
$$;

-- execute: users
create or replace function public.set_callback_seller_note(p_request_id uuid, p_note text,
  p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.set_callback_seller_note(p_request_id, p_note, p_user_id);
end $$;
comment on function public.set_callback_seller_note is 'The seller''s own note about a request, also after its end; null clears it. Only the seller reads it. Answers the request.';

-- execute: users
create or replace function callback_private.snooze_callback_request(p_request_id uuid, p_until timestamptz,
  p_user_id callback_private.person_id)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  perform callback_private.snooze_request(p_request_id, p_until, v_user_id);
  return callback_private.request_json(p_request_id, v_user_id);
end
$$;

-- execute: users
create or replace function public.snooze_callback_request(p_request_id uuid, p_until timestamptz,
  p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.snooze_callback_request(p_request_id, p_until, p_user_id);
end $$;
comment on function public.snooze_callback_request is 'The seller puts an open request off until a time before it expires; null ends that, and so does the next call attempt. Only the seller sees it. Answers the request.';
