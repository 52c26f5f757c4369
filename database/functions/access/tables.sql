-- Who may read which rows and columns of the tables, all of it. Nobody but the owner writes. First everything is taken
-- away, also what Supabase's default privileges gave and what was passed on. Who may run which function stands above
-- the function.

do $$
declare
  v_everyone constant text := 'public, anon, authenticated, service_role, callback_service';
begin
  execute format('revoke all on schema callback_private from %s cascade', v_everyone);
  execute format('revoke all on all tables in schema callback_private from %s cascade', v_everyone);
  execute format('revoke all on all sequences in schema callback_private from %s cascade', v_everyone);
  execute format('revoke all on public.callback_requests, public.callback_request_notifications from %s cascade',
    v_everyone);
end
$$;
grant usage on schema public, callback_private to authenticated, callback_service, service_role;

-- Users read rows of their own, which Supabase Realtime needs: every column but the buyer's number and what maintenance
-- keeps.
drop policy if exists select_own on public.callback_requests;
create policy select_own on public.callback_requests for select to authenticated
  using (seller_id = (select callback_private.signed_in()) or requester_id = (select callback_private.signed_in()));
do $$
begin
  execute format('grant select (%s) on public.callback_requests to authenticated', (
    select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
    where a.attrelid = 'public.callback_requests'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('requester_phone', 'reminded_at', 'holds_day', 'expiry_warned_for', 'extensions',
        'erased_at', 'requester_hash', 'seller_hash', 'consent_version', 'consent_locale', 'consent_source', 'consent_given_at',
        'consent_withdrawn_at', 'listing_category', 'listing_country', 'is_repeat')));
end
$$;

drop policy if exists select_own on public.callback_request_notifications;
create policy select_own on public.callback_request_notifications for select to authenticated
  using (recipient_id = (select callback_private.signed_in()));
grant select (id, callback_request_id, recipient_id, notification_type, title, message, status, created_at, read_at)
  on public.callback_request_notifications to authenticated;

-- The service reads whole tables. Its login roles need a policy, because they do not bypass row security as Supabase's
-- service_role does.
do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'public.callback_requests',
    'public.callback_request_notifications',
    'callback_private.events',
    'callback_private.attempts',
    'callback_private.confirmations',
    'callback_private.settings',
    'callback_private.deliveries',
    'callback_private.preferences',
    'callback_private.devices',
    'callback_private.maintenance_runs'
  ] loop
    execute format('drop policy if exists select_all on %s', v_table);
    execute format('create policy select_all on %s for select to callback_service, service_role using (true)', v_table);
    execute format('grant select on %s to callback_service, service_role', v_table);
  end loop;
end
$$;
