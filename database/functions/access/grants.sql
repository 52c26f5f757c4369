-- Who may do what, all of it. First everything is taken away, also what Supabase's default privileges gave, then each right is given.
-- callback_service (the API's and the worker's login roles) and service_role may name the acting user. service_role is named beside it,
-- not made a member: Supabase's does not inherit.

do $$
declare
  v_object text;
begin
  for v_object in
    select 'table ' || c.oid::regclass from pg_catalog.pg_class c
    where c.relkind in ('r', 'v', 'p') and (c.relnamespace = 'callback_private'::regnamespace or c.oid in (
      'public.callback_requests'::regclass, 'public.callback_request_notifications'::regclass,
      'callback_private.events'::regclass, 'callback_private.attempts'::regclass, 'callback_private.settings'::regclass,
      'callback_private.deliveries'::regclass, 'callback_private.preferences'::regclass, 'callback_private.devices'::regclass))
    union all
    select 'sequence ' || c.oid::regclass from pg_catalog.pg_class c
    where c.relkind = 'S' and c.oid in (
      select d.objid from pg_catalog.pg_depend d where d.refobjid = 'callback_private.events'::regclass)
    union all
    select 'function ' || p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = 'callback_private'::regnamespace
      or (p.pronamespace = 'public'::regnamespace and p.proname in (
        'create_callback_request', 'update_callback_request_status', 'edit_callback_request', 'log_callback_attempt',
        'get_callback_request', 'list_callback_requests',
        'get_seller_callback_requests', 'get_requester_callback_requests', 'can_request_callback', 'get_callback_request_stats',
        'list_callback_notifications', 'get_unread_callback_notification_count', 'mark_callback_notification_read',
        'mark_all_callback_notifications_read', 'get_callback_preferences', 'set_callback_preferences', 'save_callback_device',
        'list_callback_devices', 'retire_callback_device', 'expire_callback_requests', 'remind_callback_sellers', 'rollup_callback_stats', 'run_callback_maintenance',
        'get_callback_overview'))
  loop
    execute 'revoke all on ' || v_object || ' from public, anon, authenticated, service_role, callback_service';
  end loop;
end
$$;
revoke all on schema callback_private from public, anon, authenticated, service_role, callback_service;

grant usage on schema callback_private to authenticated, callback_service, service_role;
grant usage on schema public to authenticated, callback_service, service_role;

-- Users and the service: the functions. Each names the acting user before anything else.
grant execute on function
  public.create_callback_request, callback_private.create_callback_request,
  public.update_callback_request_status, callback_private.update_callback_request_status,
  public.edit_callback_request, callback_private.edit_callback_request,
  public.log_callback_attempt, callback_private.log_callback_attempt,
  public.get_callback_request, callback_private.get_callback_request,
  public.list_callback_requests, callback_private.list_callback_requests,
  public.get_seller_callback_requests, public.get_requester_callback_requests, callback_private.list_callback_requests_by_offset,
  public.can_request_callback, callback_private.can_request_callback,
  public.get_callback_request_stats, callback_private.get_callback_request_stats,
  public.list_callback_notifications, callback_private.list_callback_notifications,
  public.get_unread_callback_notification_count, callback_private.get_unread_callback_notification_count,
  public.mark_callback_notification_read, callback_private.mark_callback_notification_read,
  public.mark_all_callback_notifications_read, callback_private.mark_all_callback_notifications_read,
  public.get_callback_preferences, callback_private.get_callback_preferences,
  public.set_callback_preferences, callback_private.set_callback_preferences,
  public.save_callback_device, callback_private.save_callback_device,
  public.list_callback_devices, callback_private.list_callback_devices,
  public.retire_callback_device, callback_private.retire_callback_device
to authenticated, callback_service, service_role;

-- The service alone.
grant execute on function
  callback_private.create_callback_request_once, callback_private.update_callback_request_once,
  callback_private.edit_callback_request_once, callback_private.log_callback_attempt_once,
  public.get_callback_overview, callback_private.get_callback_overview,
  public.expire_callback_requests, callback_private.expire_callback_requests,
  public.remind_callback_sellers, callback_private.remind_callback_sellers,
  callback_private.serve_channels, callback_private.claim_deliveries, callback_private.begin_delivery,
  callback_private.record_deliveries, callback_private.settle_delivery, callback_private.claim_delivery_checks,
  callback_private.list_due_channels, callback_private.get_delivery_backlog,
  callback_private.unsubscribe_from_mail,
  public.rollup_callback_stats, callback_private.rollup_callback_stats,
  public.run_callback_maintenance, callback_private.run_callback_maintenance,
  callback_private.follow_callback_events, callback_private.resume_callback_events, callback_private.count_unread_notifications,
  callback_private.applied_migrations, callback_private.host_summary
to callback_service, service_role;

-- Users read rows of their own without the phone number (Realtime); row policies say which rows.
grant select (id, requester_id, seller_id, listing_id, status, priority, requester_name, preferred_time, preferred_days, time_zone,
  message, callback_reason, requested_at, requested_on, acknowledged_at, completed_at, cancelled_at, cancelled_by, cancel_reason, expires_at, updated_at)
  on public.callback_requests to authenticated;
grant select (id, callback_request_id, recipient_id, notification_type, title, message, status, created_at, read_at)
  on public.callback_request_notifications to authenticated;

-- The operator's queries and the worker read; nobody but the owner writes to a table.
grant select on public.callback_requests, public.callback_request_notifications, callback_private.events,
  callback_private.attempts, callback_private.settings, callback_private.deliveries, callback_private.preferences, callback_private.devices
  to callback_service, service_role;
