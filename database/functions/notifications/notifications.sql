-- The in-app inbox: what a person was notified of, newest first, with read marks. Nobody but the recipient sees or
-- marks a notification. Beside the stored text stands what an app needs to write it in another language: on which side
-- the reader is, with whom, about what, who cancelled the request, and what the buyer answered about its completion.

-- execute: users
create or replace function callback_private.list_callback_notifications(
  p_limit integer,
  p_cursor text,
  p_unread_only boolean,
  p_user_id callback_private.person_id
)
returns json language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_limit constant integer := coalesce(p_limit, 20);
  v_cursor record;
  v_notification record;
  v_last record;
  v_items json[] := '{}';
begin
  perform callback_private.check_page(null, v_limit, 0);
  v_cursor := callback_private.read_cursor(p_cursor);

  for v_notification in
    select n.*,
      case n.recipient_id when n.seller_id then 'seller' else 'buyer' end as reader,
      case n.recipient_id when n.seller_id then r.requester_name else seller.full_name end as other_name,
      listing.title as listing_title,
      r.cancelled_by,
      callback_private.occasion_data(r.id, n.event_id) as data,
      confirmation.answer as confirmation
    from (
      select * from public.callback_request_notifications n
      where n.recipient_id = v_user_id and (n.created_at, n.id) < (v_cursor.before_at, v_cursor.before_id)
        and (p_unread_only is not true or n.read_at is null)
      order by n.created_at desc, n.id desc
      limit v_limit + 1) n
    -- offset 0: each is looked up by its key, never found among all that its seller has
    join lateral (select * from public.callback_requests x where x.id = n.callback_request_id offset 0) r
      on r.seller_id = n.seller_id
    left join lateral (select * from callback_private.profile(r.seller_id) offset 0) seller on true
    left join lateral (select * from callback_private.listing(r.listing_id) offset 0) listing on true
    left join lateral (select * from callback_private.confirmations c
      where c.callback_request_id = r.id offset 0) confirmation on true
    order by n.created_at desc, n.id desc
  loop
    if cardinality(v_items) = v_limit then
      return json_build_object('items', v_items, 'next_cursor', callback_private.cursor_of(v_last.created_at,
        v_last.id));
    end if;
    v_items := v_items || json_build_object(
      'id', v_notification.id,
      'callback_request_id', v_notification.callback_request_id,
      'notification_type', v_notification.notification_type,
      'as', v_notification.reader,
      'other_name', v_notification.other_name,
      'listing_title', v_notification.listing_title,
      'cancelled_by', v_notification.cancelled_by,
      'confirmation', v_notification.confirmation,
      'title', v_notification.title,
      'message', v_notification.message,
      'data', v_notification.data,
      'status', v_notification.status,
      'created_at', v_notification.created_at,
      'read_at', v_notification.read_at);
    v_last := v_notification;
  end loop;
  return json_build_object('items', v_items, 'next_cursor', null);
end
$$;

-- execute: users
create or replace function public.list_callback_notifications(
  p_limit integer default 20,
  p_cursor text default null,
  p_unread_only boolean default false,
  p_user_id :person_id default null
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_notifications(p_limit, p_cursor, p_unread_only, p_user_id);
end $$;
comment on function public.list_callback_notifications is 'A page of the caller''s notifications, newest first: { items, next_cursor }.';

-- execute: users
create or replace function callback_private.get_unread_callback_notification_count(p_user_id callback_private.person_id)
returns integer language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  return (select count(*) from public.callback_request_notifications n where n.recipient_id = v_user_id
    and n.read_at is null);
end
$$;

-- execute: users
create or replace function public.get_unread_callback_notification_count(p_user_id :person_id default null)
returns integer language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_unread_callback_notification_count(p_user_id);
end $$;
comment on function public.get_unread_callback_notification_count is 'How many notifications the caller has not read.';

-- execute: users
create or replace function callback_private.mark_callback_notification_read(p_notification_id uuid,
  p_user_id callback_private.person_id)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  update public.callback_request_notifications n set
      read_at = coalesce(n.read_at, now()), status = 'delivered', delivered_at = coalesce(n.delivered_at, now())
    where n.id = p_notification_id and n.recipient_id = v_user_id;
  if not found then
    perform callback_private.refuse('not_found', 'There is no such notification.');
  end if;
  return true;
end
$$;

-- execute: users
create or replace function public.mark_callback_notification_read(p_notification_id uuid,
  p_user_id :person_id default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.mark_callback_notification_read(p_notification_id, p_user_id);
end $$;
comment on function public.mark_callback_notification_read is 'Marks one notification of the caller''s as read.';

-- execute: users
create or replace function callback_private.mark_all_callback_notifications_read(p_user_id callback_private.person_id)
returns integer language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_count integer;
begin
  -- Locked in one order, so that two of these at once cannot deadlock.
  with unread as (
    select n.id from public.callback_request_notifications n
    where n.recipient_id = v_user_id and n.read_at is null
    order by n.id
    for update
  )
  update public.callback_request_notifications n set
    read_at = now(), status = 'delivered', delivered_at = coalesce(n.delivered_at, now())
  from unread where n.id = unread.id;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

-- execute: users
create or replace function public.mark_all_callback_notifications_read(p_user_id :person_id default null)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.mark_all_callback_notifications_read(p_user_id);
end $$;
comment on function public.mark_all_callback_notifications_read is 'Marks all of the caller''s notifications as read; returns how many were unread.';
