-- One request as an operator reads it: what each side sees, by the functions that answer the sides, and everything that happened.

create or replace function callback_private.operator_request_json(p_request_id uuid, p_operator_id uuid)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_sees_numbers constant boolean := callback_private.sees_numbers(p_operator_id);
  v_request public.callback_requests;
  v_phone text;
begin
  select * into v_request from public.callback_requests r where r.id = p_request_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such request.');
  end if;
  if v_sees_numbers then
    v_phone := callback_private.masked_phone(v_request.requester_phone);
  end if;
  return (callback_private.operator_requests_json(array[p_request_id], v_sees_numbers))[1] || jsonb_build_object(
    'request', callback_private.request_json(p_request_id, null, true),
    'buyer_sees', callback_private.seen_json(p_request_id, v_request.requester_id, v_phone),
    'seller_sees', callback_private.seen_json(p_request_id, v_request.seller_id, v_phone),
    'consent', callback_private.given_consent(p_request_id),
    'history', callback_private.operator_history(v_request),
    'notes', callback_private.operator_notes_json(p_request_id),
    'notifications', callback_private.operator_notifications_json(array(
      select n.id from public.callback_request_notifications n
      where n.callback_request_id = p_request_id order by n.created_at, n.id)));
end
$$;

-- What a side sees of it, masked; null once that side is erased.
create or replace function callback_private.seen_json(
  p_request_id uuid,
  p_viewer_id callback_private.person_id,
  p_phone text
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_viewer_id is not null
    then callback_private.masked_json(callback_private.request_json(p_request_id, p_viewer_id)::jsonb, p_phone) end;
end
$$;

-- Everything that happened, oldest first, with who of the operators did what. An overdue request has expired, also before the job writes it.
create or replace function callback_private.operator_history(p_request public.callback_requests)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'at', e.happened_at, 'actor', e.actor,
        'operator', case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end,
        'event_type', e.event_type, 'from_status', e.from_status, 'to_status', e.to_status,
        'data', callback_private.masked_json(e.data, null))
      order by e.id), '[]')
    from callback_private.events e
    left join callback_private.operators o on o.id = e.operator_id
    where e.callback_request_id = p_request.id
  ) || case when callback_private.effective_status(p_request.status, p_request.expires_at) <> p_request.status
    then jsonb_build_array(jsonb_build_object(
      'at', p_request.expires_at, 'actor', 'system', 'operator', null, 'event_type', 'status_changed',
      'from_status', p_request.status, 'to_status', 'expired', 'data', jsonb_build_object()))
    else '[]' end;
end
$$;

create or replace function callback_private.operator_notes_json(p_request_id uuid)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', n.id, 'operator', jsonb_build_object('id', o.id, 'name', o.name),
        'note', callback_private.masked_text(n.note), 'created_at', n.created_at)
      order by n.created_at, n.id), '[]')
    from callback_private.operator_notes n
    join callback_private.operators o on o.id = n.operator_id
    where n.callback_request_id = p_request_id);
end
$$;

-- The notifications of these ids, in that order, each with its deliveries.
create or replace function callback_private.operator_notifications_json(p_ids uuid[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', n.id,
        'callback_request_id', n.callback_request_id,
        'notification_type', n.notification_type,
        'as', case when n.recipient_id is not distinct from n.seller_id then 'seller' else 'buyer' end,
        'title', n.title,
        'message', callback_private.masked_text(n.message),
        'status', n.status,
        'created_at', n.created_at,
        'read_at', n.read_at,
        'deliveries', sent.deliveries)
      order by asked.place), '[]')
    from unnest(p_ids) with ordinality asked (id, place)
    cross join lateral (select * from public.callback_request_notifications x where x.id = asked.id offset 0) n
    cross join lateral (
      select coalesce(jsonb_agg(callback_private.delivery_json(d) || jsonb_build_object('text', callback_private.sent_text_json(d.id))
        order by d.created_at, d.id), '[]') as deliveries
      from callback_private.deliveries d where d.notification_id = n.id
    ) sent);
end
$$;

-- execute: users
create or replace function callback_private.inspect_callback_request(p_request_id uuid, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
begin
  return callback_private.operator_request_json(p_request_id, v_operator_id);
end
$$;

-- execute: users
create or replace function public.inspect_callback_request(p_request_id uuid, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.inspect_callback_request(p_request_id, p_operator_id)::json;
end $$;
comment on function public.inspect_callback_request is 'For operators: a request with what each side sees of it, its history, notes and notifications; numbers are masked.';
