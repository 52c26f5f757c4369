-- All regular upkeep in one call, for the server's job or for pg_cron. Safe to run at any time, by any number at once.

create or replace function callback_private.run_callback_maintenance()
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return jsonb_build_object(
    'expired_requests', callback_private.expire_callback_requests(1000),
    'counted_events', callback_private.rollup_callback_stats(),
    'forgotten_idempotency_keys', callback_private.forget_idempotency_keys());
end
$$;
