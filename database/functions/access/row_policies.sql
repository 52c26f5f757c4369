-- Which rows a signed-in user may read directly (Supabase Realtime needs this). Nobody but the owner writes; see grants.sql.

drop policy if exists select_own on public.callback_requests;
create policy select_own on public.callback_requests for select to authenticated
  using (seller_id = (select auth.uid()) or requester_id = (select auth.uid()));

drop policy if exists select_own on public.callback_request_notifications;
create policy select_own on public.callback_request_notifications for select to authenticated
  using (recipient_id = (select auth.uid()));

-- The trusted backend reads everything; a login role does not bypass row security as service_role does.
drop policy if exists select_all on public.callback_requests;
create policy select_all on public.callback_requests for select to callback_service, service_role using (true);
drop policy if exists select_all on public.callback_request_notifications;
create policy select_all on public.callback_request_notifications for select to callback_service, service_role using (true);
drop policy if exists select_all on callback_private.events;
create policy select_all on callback_private.events for select to callback_service, service_role using (true);
drop policy if exists select_all on callback_private.attempts;
create policy select_all on callback_private.attempts for select to callback_service, service_role using (true);
drop policy if exists select_all on callback_private.settings;
create policy select_all on callback_private.settings for select to callback_service, service_role using (true);
drop policy if exists select_all on callback_private.deliveries;
create policy select_all on callback_private.deliveries for select to callback_service, service_role using (true);
drop policy if exists select_all on callback_private.preferences;
create policy select_all on callback_private.preferences for select to callback_service, service_role using (true);
drop policy if exists select_all on callback_private.devices;
create policy select_all on callback_private.devices for select to callback_service, service_role using (true);
