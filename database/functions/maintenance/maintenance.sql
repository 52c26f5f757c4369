-- All regular maintenance in one call, for the server's job or for pg_cron. Several may call it at once: one
-- works, the others return null. Each call does as much as fits into a few seconds; has_more means that there is more
-- to do right away. So a backlog of any size is worked off in parts that are committed. Clean-up holds its locks for a
-- moment only, so it waits for a call that has little else to do.

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
  v_kept_days integer;
  v_forgotten record;
  v_alerts jsonb;
begin
  perform callback_private.require_trusted();
  if not pg_try_advisory_xact_lock(1922, 0) then
    return null;
  end if;
  -- First what only counts: what follows locks open requests until the end.
  v_counted := callback_private.rollup_callback_stats(v_rows);
  v_kept_days := callback_private.keep_stale_days(200);
  v_expired := callback_private.expire_callback_requests(v_messages);
  v_reminded := callback_private.remind_callback_sellers(v_messages);
  v_warned := callback_private.warn_of_expiry(v_messages);
  v_lapsed := callback_private.close_lapsed_requests(v_messages);
  v_given_up := callback_private.give_up_parked_deliveries(v_messages);
  select * into v_forgotten from callback_private.run_retention(
    case when greatest(v_expired, v_reminded, v_warned, v_lapsed, v_given_up) < 20 then 50 else 0 end);
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
    'kept_days', v_kept_days,
    'raised_alerts', coalesce((v_alerts ->> 'raised')::integer, 0),
    'forgotten_rows', v_forgotten.changed,
    'has_more', v_forgotten.has_more or v_counted >= v_rows or exists (select from callback_private.stale_days)
      or greatest(v_expired, v_reminded, v_warned, v_lapsed, v_given_up) >= v_messages);
end
$$;

-- execute: service
create or replace function public.run_callback_maintenance()
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.run_callback_maintenance()::json;
end $$;
comment on function public.run_callback_maintenance
  is 'For the service only: all regular maintenance; call it once a minute. Null while another call runs.';
