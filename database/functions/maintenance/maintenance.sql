-- All regular maintenance in one call, for the server's job or for pg_cron. Several may call it at once: one
-- works, the others return null. Each call does as much as fits into a few seconds; has_more means that there is more
-- to do right away. So a backlog of any size is worked off in parts that are committed.

-- execute: service
create or replace function callback_private.run_callback_maintenance()
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_messages integer := 1000;
  v_rows integer := 50000;
  v_expired integer;
  v_reminded integer;
  v_warned integer;
  v_lapsed integer;
  v_given_up integer;
  v_counted bigint;
  v_forgotten bigint[];
  v_alerts jsonb;
begin
  perform callback_private.require_trusted();
  if not pg_try_advisory_xact_lock(1922, 0) then
    return null;
  end if;
  v_expired := callback_private.expire_callback_requests(v_messages);
  v_reminded := callback_private.remind_callback_sellers(v_messages);
  v_warned := callback_private.warn_of_expiry(v_messages);
  v_lapsed := callback_private.close_lapsed_requests(v_messages);
  v_given_up := callback_private.give_up_parked_deliveries(v_messages);
  v_counted := callback_private.rollup_callback_stats(v_rows);
  v_forgotten := callback_private.forget_old_rows(v_rows);
  perform callback_private.forget_processes();
  perform callback_private.rotate_hash_keys();
  v_alerts := callback_private.update_alerts(true);
  insert into callback_private.maintenance_runs (last_run_at) values (clock_timestamp())
    on conflict (only_row) do update set last_run_at = excluded.last_run_at;
  return jsonb_build_object(
    'expired_requests', v_expired,
    'reminded_sellers', v_reminded,
    'warned_of_expiry', v_warned,
    'lapsed_requests', v_lapsed,
    'given_up_deliveries', v_given_up,
    'counted_events', v_counted,
    'raised_alerts', coalesce((v_alerts ->> 'raised')::integer, 0),
    'forgotten_rows', (select sum(f) from unnest(v_forgotten) f),
    'has_more', greatest(v_expired, v_reminded, v_warned, v_lapsed, v_given_up) >= v_messages
      or v_rows <= any (v_forgotten || v_counted));
end
$$;

-- What is kept, and for how long. Returns how many rows of each were deleted.
create or replace function callback_private.forget_old_rows(p_limit integer)
returns bigint[] language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_today constant date := (now() at time zone 'UTC')::date;
  v_kept callback_private.settings;
begin
  select * into strict v_kept from callback_private.settings s where s.only_row;
  return array[
    callback_private.forget_before(
      'callback_private.idempotency_keys', 'created_at', now() - v_kept.idempotency_keys_kept_for, p_limit),
    callback_private.forget_before(
      'callback_private.refusals', 'refused_on',
      ((now() - v_kept.refusals_kept_for) at time zone 'UTC')::date, p_limit),
    callback_private.forget_identifiers(p_limit),
    callback_private.forget_before(
      'callback_private.request_reports', 'reported_at', now() - v_kept.identifiers_kept_for, p_limit),
    callback_private.forget_before(
      'callback_private.trust_entries', 'ends_at', now() - v_kept.held_requests_kept_for, p_limit),
    callback_private.forget_before(
      'callback_private.held_requests', 'decided_at', now() - v_kept.held_requests_kept_for, p_limit),
    callback_private.forget_before(
      'callback_private.request_facts', 'happened_at', now() - v_kept.request_facts_kept_for, p_limit),
    callback_private.forget_before(
      'callback_private.devices', 'retired_at', now() - v_kept.retired_devices_kept_for, p_limit),
    callback_private.forget_before('callback_private.audit', 'at', now() - v_kept.audit_kept_for, p_limit),
    callback_private.forget_before('callback_private.policy_changes', 'at', now() - v_kept.audit_kept_for, p_limit),
    callback_private.forget_before(
      'callback_private.operator_sessions', 'expires_at', now() - v_kept.operator_sessions_kept_for, p_limit),
    callback_private.forget_before(
      'callback_private.operator_links', 'expires_at', now() - v_kept.operator_sessions_kept_for, p_limit),
    callback_private.forget_before('callback_private.alerts', 'raised_at', now() - v_kept.audit_kept_for, p_limit),
    callback_private.forget_before('callback_private.sent_texts', 'sent_at', now() - v_kept.sent_texts_kept_for, p_limit),
    -- Yesterday's counts stay, to show what a day has cost.
    callback_private.forget_before('callback_private.sms_counts', 'day', v_today - 2, p_limit),
    callback_private.forget_before('callback_private.edited_phones', 'used_on', v_today - 1, p_limit)];
end
$$;

-- execute: service
create or replace function public.run_callback_maintenance()
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.run_callback_maintenance()::json;
end $$;
comment on function public.run_callback_maintenance
  is 'For the service only: all regular maintenance; call it once a minute. Null while another call runs.';
