-- All regular upkeep in one call, for the server's job or for pg_cron. Any number may call it at once: one works, the others return null.
-- Each call does so much that it ends within seconds; has_more says that there is more to do at once. So a backlog of whatever size is worked
-- off in parts that stay done.

create or replace function callback_private.run_callback_maintenance()
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_messages integer := 1000;
  v_rows integer := 50000;
  v_report jsonb;
begin
  perform callback_private.require_trusted();
  if not pg_try_advisory_xact_lock(1922, 0) then
    return null;
  end if;
  v_report := jsonb_build_object(
    'expired_requests', callback_private.expire_callback_requests(v_messages),
    'reminded_sellers', callback_private.remind_callback_sellers(v_messages),
    'given_up_deliveries', callback_private.give_up_parked_deliveries(v_messages),
    'counted_events', callback_private.rollup_callback_stats(v_rows),
    'forgotten_idempotency_keys', callback_private.forget_idempotency_keys(v_rows));
  return v_report || jsonb_build_object('has_more',
    greatest((v_report ->> 'expired_requests')::integer, (v_report ->> 'reminded_sellers')::integer, (v_report ->> 'given_up_deliveries')::integer) >= v_messages
    or greatest((v_report ->> 'counted_events')::integer, (v_report ->> 'forgotten_idempotency_keys')::integer) >= v_rows);
end
$$;
