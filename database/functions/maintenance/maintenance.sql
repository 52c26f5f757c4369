-- All regular maintenance in one call, for the server's job or for pg_cron. Any number may call it at once: one works, the others return null.
-- Each call does so much that it ends within seconds; has_more says that there is more to do at once. So a backlog of whatever size is worked
-- off in parts that stay done.

-- execute: service
create or replace function callback_private.run_callback_maintenance()
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_messages integer := 1000;
  v_rows integer := 50000;
  v_expired integer;
  v_reminded integer;
  v_warned integer;
  v_given_up integer;
  v_counted bigint;
  v_forgotten_keys bigint;
  v_forgotten_refusals bigint;
  v_forgotten_devices bigint;
  v_forgotten_sms_counts bigint;
begin
  perform callback_private.require_trusted();
  if not pg_try_advisory_xact_lock(1922, 0) then
    return null;
  end if;
  v_expired := callback_private.expire_callback_requests(v_messages);
  v_reminded := callback_private.remind_callback_sellers(v_messages);
  v_warned := callback_private.warn_of_expiry(v_messages);
  v_given_up := callback_private.give_up_parked_deliveries(v_messages);
  v_counted := callback_private.rollup_callback_stats(v_rows);
  v_forgotten_keys := callback_private.forget_idempotency_keys(v_rows);
  v_forgotten_refusals := callback_private.forget_refusals(v_rows);
  v_forgotten_devices := callback_private.forget_devices(v_rows);
  v_forgotten_sms_counts := callback_private.forget_sms_counts(v_rows);
  perform callback_private.forget_phone_uses(v_rows);
  return jsonb_build_object(
    'expired_requests', v_expired,
    'reminded_sellers', v_reminded,
    'warned_of_expiry', v_warned,
    'given_up_deliveries', v_given_up,
    'counted_events', v_counted,
    'forgotten_idempotency_keys', v_forgotten_keys,
    'forgotten_refusals', v_forgotten_refusals,
    'forgotten_devices', v_forgotten_devices,
    'forgotten_sms_counts', v_forgotten_sms_counts,
    'has_more', greatest(v_expired, v_reminded, v_warned, v_given_up) >= v_messages
      or greatest(v_counted, v_forgotten_keys, v_forgotten_refusals, v_forgotten_devices, v_forgotten_sms_counts) >= v_rows);
end
$$;

-- execute: service
create or replace function public.run_callback_maintenance()
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.run_callback_maintenance()::json;
end $$;
comment on function public.run_callback_maintenance is 'For the service only: all regular maintenance; call it once a minute. Null when another call is at it.';
