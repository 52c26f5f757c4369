-- What callers see: the requirement's names in the schema that PostgREST exposes. Security invoker, one line each; the work and the rules are
-- in callback_private. (PL/pgSQL because PostgreSQL before 18 plans an SQL function anew at each call.) A signed-in user may leave out the parameter that says who they are.

create or replace function public.create_callback_request(
  p_requester_id uuid default null,
  p_seller_id uuid default null,
  p_listing_id uuid default null,
  p_requester_phone text default null,
  p_requester_name text default null,
  p_message text default null,
  p_callback_reason text default null,
  p_preferred_time text default null,
  p_preferred_days text[] default null,
  p_priority text default 'normal',
  p_time_zone text default null
)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.create_callback_request(p_requester_id, p_seller_id, p_listing_id, p_requester_phone, p_requester_name, p_message, p_callback_reason, p_preferred_time, p_preferred_days, p_priority, p_time_zone);
end $$;
comment on function public.create_callback_request is 'Asks the seller of a listing for a call; returns the request''s id.';

create or replace function public.update_callback_request_status(
  p_request_id uuid,
  p_new_status text,
  p_user_id uuid default null,
  p_reason text default null
)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.update_callback_request_status(p_request_id, p_new_status, p_user_id, p_reason);
end $$;
comment on function public.update_callback_request_status is 'Acknowledges, completes or cancels a request; true when it has the new status, also if it had it before.';

create or replace function public.edit_callback_request(p_request_id uuid, p_changes jsonb, p_user_id uuid default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.edit_callback_request(p_request_id, p_changes, p_user_id);
end $$;
comment on function public.edit_callback_request is 'The buyer edits an open request: a field that p_changes leaves out stays, null clears it.';

create or replace function public.log_callback_attempt(p_request_id uuid, p_outcome text, p_user_id uuid default null)
returns uuid language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.log_callback_attempt(p_request_id, p_outcome, p_user_id);
end $$;
comment on function public.log_callback_attempt is 'The seller tells how a call went: reached completes the request, any other outcome acknowledges a pending one.';

create or replace function public.get_callback_request(p_request_id uuid, p_user_id uuid default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_request(p_request_id, p_user_id);
end $$;
comment on function public.get_callback_request is 'One request of the caller''s, with its history and the calls made.';

create or replace function public.list_callback_requests(
  p_as text,
  p_status text default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_user_id uuid default null,
  p_search text default null
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_requests(p_as, p_status, p_limit, p_cursor, p_user_id, p_search);
end $$;
comment on function public.list_callback_requests is 'A page of the caller''s requests, as seller or as buyer, newest first: { items, next_cursor }. p_search: part of a text in it.';

create or replace function public.get_seller_callback_requests(
  p_seller_id uuid default null,
  p_status text default null,
  p_limit integer default 20,
  p_offset integer default 0
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_requests_by_offset('seller', p_seller_id, p_status, p_limit, p_offset);
end $$;
comment on function public.get_seller_callback_requests is 'The requests that a seller received, newest first, as an array.';

create or replace function public.get_requester_callback_requests(
  p_requester_id uuid default null,
  p_status text default null,
  p_limit integer default 20,
  p_offset integer default 0
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_requests_by_offset('buyer', p_requester_id, p_status, p_limit, p_offset);
end $$;
comment on function public.get_requester_callback_requests is 'The requests that a buyer sent, newest first, as an array.';

create or replace function public.can_request_callback(p_listing_id uuid, p_seller_id uuid default null, p_user_id uuid default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.can_request_callback(p_listing_id, p_seller_id, p_user_id);
end $$;
comment on function public.can_request_callback is 'Whether the caller may ask for a call about a listing now: { can_request, reason, existing_request }.';

create or replace function public.get_callback_request_stats(p_user_id uuid default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_request_stats(p_user_id)::json;
end $$;
comment on function public.get_callback_request_stats is 'The caller''s counts and rates: { as_seller, as_requester }.';

create or replace function public.list_callback_notifications(
  p_limit integer default 20,
  p_cursor text default null,
  p_unread_only boolean default false,
  p_user_id uuid default null
)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_notifications(p_limit, p_cursor, p_unread_only, p_user_id);
end $$;
comment on function public.list_callback_notifications is 'A page of the caller''s notifications, newest first: { items, next_cursor }.';

create or replace function public.get_unread_callback_notification_count(p_user_id uuid default null)
returns integer language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_unread_callback_notification_count(p_user_id);
end $$;
comment on function public.get_unread_callback_notification_count is 'How many notifications the caller has not read.';

create or replace function public.mark_callback_notification_read(p_notification_id uuid, p_user_id uuid default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.mark_callback_notification_read(p_notification_id, p_user_id);
end $$;
comment on function public.mark_callback_notification_read is 'Marks one notification of the caller''s as read.';

create or replace function public.mark_all_callback_notifications_read(p_user_id uuid default null)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.mark_all_callback_notifications_read(p_user_id);
end $$;
comment on function public.mark_all_callback_notifications_read is 'Marks all of the caller''s notifications as read; returns how many were unread.';

create or replace function public.get_callback_preferences(p_user_id uuid default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_preferences(p_user_id)::json;
end $$;
comment on function public.get_callback_preferences is 'What the caller is told by which channel, quiet hours, time zone and language.';

create or replace function public.set_callback_preferences(p_preferences jsonb, p_user_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.set_callback_preferences(p_preferences, p_user_id)::json;
end $$;
comment on function public.set_callback_preferences is 'Changes the caller''s preferences: a field that p_preferences leaves out stays. Returns all of them.';

create or replace function public.save_callback_device(p_token text, p_device jsonb, p_user_id uuid default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.save_callback_device(p_token, p_device, p_user_id);
end $$;
comment on function public.save_callback_device is 'Registers where push reaches the caller: p_device is { kind, p256dh, auth, locale }.';

create or replace function public.list_callback_devices(p_user_id uuid default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_devices(p_user_id)::json;
end $$;
comment on function public.list_callback_devices is 'Where push reaches the caller, the newest first: [{ kind, token, locale, registered_at }].';

create or replace function public.retire_callback_device(p_token text, p_user_id uuid default null)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.retire_callback_device(p_token, p_user_id);
end $$;
comment on function public.retire_callback_device is 'Stops push to a device of the caller''s.';

create or replace function public.remind_callback_sellers(p_limit integer default 1000)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.remind_callback_sellers(p_limit);
end $$;
comment on function public.remind_callback_sellers is 'For the service only: reminds sellers of requests that have waited long, each once, at most p_limit; returns how many.';

create or replace function public.expire_callback_requests(p_limit integer default 1000)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.expire_callback_requests(p_limit);
end $$;
comment on function public.expire_callback_requests is 'For the service only: closes overdue requests, at most p_limit, and tells both sides; returns how many.';

create or replace function public.get_callback_overview(p_days integer default 30)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_overview(p_days)::json;
end $$;
comment on function public.get_callback_overview is 'For the service only: the whole marketplace''s numbers over the last p_days days, without personal data.';

create or replace function public.rollup_callback_stats()
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.rollup_callback_stats();
end $$;
comment on function public.rollup_callback_stats is 'For the service only: folds new events into the kept counts, so that statistics stay quick; returns how many.';

create or replace function public.run_callback_maintenance()
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.run_callback_maintenance()::json;
end $$;
comment on function public.run_callback_maintenance is 'For the service only: all regular maintenance; call it once a minute. Null when another call is at it.';
