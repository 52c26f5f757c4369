-- What a worker asks while it has nothing to do, and what the operator's metrics tell of the queue. Both are asked
-- often, and read little.

-- Which of these channels have a delivery that is due, and are not paused. One question for all of them.
-- execute: service
create or replace function callback_private.list_due_channels(p_channels jsonb)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return (
    select coalesce(jsonb_agg(c.name), '[]')
    from jsonb_array_elements_text(p_channels) c (name)
    where not callback_private.is_paused(c.name) and exists (
      select from callback_private.deliveries d
      where d.channel = c.name and d.next_attempt_at <= now() and d.status in ('pending', 'sending')));
end
$$;

-- The queue of each channel in use: { channel, waiting, parked, failed, capped, oldest_due_seconds }. Counts stop at
-- 10,000, so that they cost the same however long the queue is. Failed, and SMS that a
-- cap has stopped: within a day. Oldest due: for how long a delivery could have been sent by now; zero when none could.
-- execute: service
create or replace function callback_private.get_delivery_backlog()
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return (
    with failed as (
      select f.channel, count(*) as deliveries from (
        select d.channel from callback_private.deliveries d
        where d.status = 'failed' and d.updated_at > now() - interval '1 day' limit 10000) f
      group by f.channel),
    capped as (
      select count(*) as deliveries from (
        select from callback_private.deliveries d
        where d.status = 'suppressed' and d.error_code like 'sms\_cap\_%'
          and d.updated_at > now() - interval '1 day' limit 10000) c)
    select coalesce(jsonb_agg(jsonb_build_object(
      'channel', c.name,
      'waiting', w.waiting,
      'parked', w.parked,
      'failed', coalesce(f.deliveries, 0),
      'capped', case c.name when 'sms' then (select capped.deliveries from capped) else 0 end,
      'oldest_due_seconds', w.oldest_due_seconds) order by c.name), '[]')
    from unnest((select s.channels from callback_private.settings s where s.only_row)) c (name)
    cross join lateral (
      select
        count(*) filter (where d.status in ('pending', 'sending')) as waiting,
        count(*) filter (where d.status = 'parked') as parked,
        coalesce(extract(epoch from now() - min(d.next_attempt_at) filter (
          where d.status in ('pending', 'sending') and d.next_attempt_at <= now())), 0) as oldest_due_seconds
      from (
        select q.status, q.next_attempt_at from callback_private.deliveries q
        where q.channel = c.name and q.next_attempt_at is not null
        order by q.next_attempt_at limit 10000) d) w
    left join failed f on f.channel = c.name);
end
$$;
