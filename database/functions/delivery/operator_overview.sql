-- The deliveries page's first look: how each channel does, and what was given up, by reason. Every count stops
-- somewhere, so that it costs the same however long a queue is.

-- Of each channel that is used, served or paused: what waits, and what happened to the deliveries of the last day.
create or replace function callback_private.channel_overviews()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'channel', c.name,
      'is_used', c.is_used,
      'waiting', w.waiting,
      'retrying', w.retrying,
      'parked', w.parked,
      'oldest_due_at', w.oldest_due_at,
      'last_24_hours', (
        select jsonb_object_agg(s.name, callback_private.count_deliveries(c.name, s.name, now() - interval '1 day', 1000))
        from unnest(array['sent', 'delivered', 'failed', 'suppressed']) s (name)),
      'last_sent_at', callback_private.last_sent_at(c.name),
      'paused', case when p.channel is not null
        then jsonb_build_object('since', p.paused_at, 'by', coalesce(o.name, o.subject), 'reason', p.reason) end)
      order by c.place), '[]')
    from callback_private.channels_to_show() c
    left join callback_private.channel_pauses p on p.channel = c.name and p.ended_at is null
    left join callback_private.operators o on o.id = p.operator_id
    cross join lateral callback_private.queue_of(c.name) w);
end
$$;

create or replace function callback_private.channels_to_show()
returns table (name text, is_used boolean, place bigint) language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select c.name, u.is_used, c.place
  from unnest(array['email', 'sms', 'expo_push', 'web_push', 'webhook']) with ordinality c (name, place)
  join callback_private.settings s on s.only_row
  cross join lateral (select c.name = any (s.channels) or c.name = 'webhook' and s.alert_webhook_url is not null as is_used) u
  where u.is_used
    or exists (select from callback_private.channel_pauses p where p.channel = c.name and p.ended_at is null)
    or exists (
      select from callback_private.deliveries d
      where d.channel = c.name and d.status in ('pending', 'sending', 'parked') and d.next_attempt_at is not null)
    or exists (
      select from callback_private.deliveries d
      where d.channel = c.name and d.status = 'failed' and d.next_attempt_at is null);
end
$$;

-- What of a channel waits; of the first 10,000 by the time when they are looked at next.
create or replace function callback_private.queue_of(
  p_channel text,
  out waiting bigint,
  out retrying bigint,
  out parked bigint,
  out oldest_due_at timestamptz
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  select
    count(*) filter (where q.status in ('pending', 'sending')),
    count(*) filter (where q.status = 'pending' and q.attempts > 0),
    count(*) filter (where q.status = 'parked'),
    min(q.next_attempt_at) filter (where q.status in ('pending', 'sending') and q.next_attempt_at <= now())
    into waiting, retrying, parked, oldest_due_at
    from (
      select d.status, d.attempts, d.next_attempt_at from callback_private.deliveries d
      where d.channel = p_channel and d.next_attempt_at is not null and d.status <> 'sent'
      order by d.next_attempt_at limit 10000) q;
end
$$;

create or replace function callback_private.count_deliveries(
  p_channel text,
  p_status text,
  p_since timestamptz,
  p_limit integer
)
returns bigint language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return least(p_limit, (
    select count(*) from (
      (select from callback_private.deliveries d
        where d.channel = p_channel and d.status = p_status and d.next_attempt_at is null
          and d.id >= callback_private.id_at(p_since)
        limit p_limit)
      union all
      (select from callback_private.deliveries d
        where d.channel = p_channel and d.status = p_status and d.next_attempt_at is not null
          and d.id >= callback_private.id_at(p_since)
        limit p_limit)) x));
end
$$;

-- When something of the channel last left; asked of the newest hundred that did.
create or replace function callback_private.last_sent_at(p_channel text)
returns timestamptz language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select max(d.sent_at) from callback_private.find_deliveries(
      p_channel, array['sent', 'delivered'], null, null, null, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 100) d);
end
$$;

-- execute: users
create or replace function callback_private.get_callback_delivery_overview(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_most constant integer := 10000;
  v_groups jsonb;
  v_counted bigint;
begin
  with dead as materialized (
    select * from callback_private.find_deliveries(
      null, array['failed'], null, now() - interval '30 days', null, 'ffffffff-ffff-ffff-ffff-ffffffffffff', v_most + 1)
  ), grouped as (
    select d.channel, d.error_code, count(*) as letters, min(d.created_at) as first_at, max(d.created_at) as last_at,
      count(*) filter (where callback_private.is_retryable(d)) as retryable,
      count(*) filter (where callback_private.may_have_arrived(d)) as uncertain
    from dead d group by d.channel, d.error_code
  )
  select coalesce(jsonb_agg(jsonb_build_object('channel', g.channel, 'reason', g.error_code, 'count', g.letters,
      'retryable', g.retryable, 'uncertain', g.uncertain, 'first_at', g.first_at, 'last_at', g.last_at)
      order by g.letters desc, g.last_at desc), '[]'), coalesce(sum(g.letters), 0)
    into v_groups, v_counted from grouped g;
  return jsonb_build_object(
    'channels', callback_private.channel_overviews(), 'dead_letters', v_groups, 'is_complete', v_counted <= v_most);
end
$$;

-- execute: users
create or replace function public.get_callback_delivery_overview(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_delivery_overview(p_operator_id)::json;
end $$;
comment on function public.get_callback_delivery_overview
  is 'For operators: the queue of every channel, and dead letters by reason: { channels, dead_letters, is_complete }.';
