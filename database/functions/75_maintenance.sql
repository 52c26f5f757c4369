-- All regular upkeep in one call, for the server's job or for pg_cron. Any number may call it at once: one works, the others return null.

create or replace function callback_private.run_callback_maintenance()
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  if not pg_try_advisory_xact_lock(1922, 0) then
    return null;
  end if;
  return jsonb_build_object(
    'expired_requests', callback_private.expire_callback_requests(1000),
    'reminded_sellers', callback_private.remind_callback_sellers(1000),
    'given_up_deliveries', callback_private.give_up_parked_deliveries(),
    'counted_events', callback_private.rollup_callback_stats(),
    'forgotten_idempotency_keys', callback_private.forget_idempotency_keys());
end
$$;
