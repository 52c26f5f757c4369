-- All regular maintenance, in parts, for the server's job or for pg_cron. A call is one part and holds its locks for a
-- moment: it moves a few requests or, where none is due, counts, cleans up and looks for alerts, for about 40 ms. A
-- request takes some milliseconds.
-- has_more means that there is more to do right away, so a caller commits and calls again: a backlog of any size is
-- worked off without keeping anyone waiting. Several may call it at once: one works, the others return null.

-- execute: service
create or replace function callback_private.run_callback_maintenance()
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_until timestamptz;
  v_messages integer := 10;
  v_events integer := 2000;
  v_expired integer;
  v_reminded integer;
  v_warned integer;
  v_lapsed integer;
  v_given_up integer;
  v_moved integer;
  v_counted bigint := 0;
  v_kept_days integer := 0;
  v_forgotten bigint := 0;
  v_rules_done integer;
  v_has_more boolean := true;
  v_alerts_checked_at timestamptz;
  v_alerts jsonb;
begin
  perform callback_private.require_trusted();
  if not pg_try_advisory_xact_lock(1922, 0) then
    return null;
  end if;
  v_until := clock_timestamp() + interval '40 milliseconds';
  insert into callback_private.maintenance_runs (last_run_at) values (clock_timestamp())
    on conflict (only_row) do update set last_run_at = excluded.last_run_at
    returning rules_done, alerts_checked_at into v_rules_done, v_alerts_checked_at;

  v_expired := callback_private.expire_callback_requests(v_messages);
  v_moved := v_expired;
  v_reminded := callback_private.remind_callback_sellers(greatest(v_messages - v_moved, 1));
  v_moved := v_moved + v_reminded;
  v_warned := callback_private.warn_of_expiry(greatest(v_messages - v_moved, 1));
  v_moved := v_moved + v_warned;
  v_lapsed := callback_private.close_lapsed_requests(greatest(v_messages - v_moved, 1));
  v_moved := v_moved + v_lapsed;
  v_given_up := callback_private.give_up_parked_deliveries(greatest(v_messages - v_moved, 1));
  v_moved := v_moved + v_given_up;

  if v_moved = 0 then
    v_counted := callback_private.rollup_callback_stats(v_events);
    v_kept_days := callback_private.keep_stale_days(v_until);
    select r.rules_done, r.changed, r.has_more into v_rules_done, v_forgotten, v_has_more
      from callback_private.run_retention(v_until, v_rules_done) r;
    v_has_more := v_has_more or v_counted >= v_events or exists (select from callback_private.stale_days);
  end if;
  if not v_has_more then
    perform callback_private.forget_processes();
    perform callback_private.rotate_hash_keys();
  end if;
  -- While there is more to do, the next part follows at once, and need not look again.
  if not v_has_more or v_alerts_checked_at is null or v_alerts_checked_at < now() - interval '1 minute' then
    v_alerts := callback_private.update_alerts(true);
    v_alerts_checked_at := now();
  end if;
  update callback_private.maintenance_runs m set rules_done = v_rules_done, alerts_checked_at = v_alerts_checked_at;
  return jsonb_build_object(
    'expired_requests', v_expired,
    'reminded_sellers', v_reminded,
    'warned_of_expiry', v_warned,
    'lapsed_requests', v_lapsed,
    'given_up_deliveries', v_given_up,
    'counted_events', v_counted,
    'kept_days', v_kept_days,
    'raised_alerts', coalesce((v_alerts ->> 'raised')::integer, 0),
    'forgotten_rows', v_forgotten,
    'has_more', v_has_more);
end
$$;

-- execute: service
create or replace function public.run_callback_maintenance()
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.run_callback_maintenance()::json;
end $$;
comment on function public.run_callback_maintenance
  is 'For the service only: a part of the regular maintenance. Once a minute, call it until has_more is false or the answer is null, '
    'which means that another call runs; commit after each.';
