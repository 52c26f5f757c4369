-- What happened to deliveries: as the worker saw it, as the provider told it later. A status never goes back; a result
-- that comes too late, after another worker took over, changes nothing, unless it is that the message has gone out.

-- p_results: a JSON list of { id, attempt, outcome: sent | retry | failed | parked | suppressed, provider_id, error_code, retry_after_seconds,
-- check_after_seconds, text: { subject, body } of what has left }. Returns how many were recorded.
-- execute: service
create or replace function callback_private.record_deliveries(p_results jsonb)
returns integer language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_count integer;
  v_moved uuid[];
  v_texts jsonb;
begin
  perform callback_private.require_trusted();
  with result as (
    select r.*, s.deliveries_retried_for
    from jsonb_to_recordset(p_results) as r (
      id uuid, attempt integer, outcome text, provider_id text, error_code text, retry_after_seconds integer, check_after_seconds integer, text jsonb)
    join callback_private.settings s on s.only_row
  ), recorded as (
    update callback_private.deliveries d set
      status = case
        when r.outcome <> 'retry' then r.outcome
        when callback_private.retried_until(d, r.deliveries_retried_for) < now() then 'failed'
        else 'pending' end,
      next_attempt_at = case
        when r.outcome = 'retry' and callback_private.retried_until(d, r.deliveries_retried_for) >= now()
          then now() + callback_private.retry_pause(d.attempts, r.retry_after_seconds)
        when r.outcome = 'parked' then now() + interval '24 hours'
        when r.outcome = 'sent' then now() + make_interval(secs => r.check_after_seconds) end,
      send_began_at = case when r.outcome <> 'retry' then d.send_began_at end,
      provider_id = coalesce(r.provider_id, d.provider_id),
      error_code = r.error_code,
      sent_at = case r.outcome when 'sent' then coalesce(d.sent_at, now()) else d.sent_at end,
      updated_at = now()
    from result r
    where d.id = r.id and (
      d.status = 'sending' and d.attempts = r.attempt
      or r.outcome = 'sent' and d.status in ('pending', 'sending', 'parked'))
    returning d.id, d.status, r.text
  )
  select count(*), array_agg(x.id) filter (where x.status <> 'pending'),
      jsonb_agg(x.text || jsonb_build_object('delivery_id', x.id)) filter (where x.text is not null)
    into v_count, v_moved, v_texts from recorded x;
  perform callback_private.keep_sent_texts(v_texts) where v_texts is not null;
  perform callback_private.follow_deliveries(v_moved);
  return v_count;
end
$$;

-- Twice as long each time, from five seconds to four minutes, a third of it left to chance so that not all come back at
-- once.
create or replace function callback_private.retry_pause(p_attempts integer, p_retry_after_seconds integer)
returns interval language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  return make_interval(secs => greatest(
    least(5 * 2 ^ least(p_attempts - 1, 10), 240) * (1 - random() / 3),
    least(coalesce(p_retry_after_seconds, 0), 3600)));
end
$$;

-- The provider says what happened to a message, by our id or by its own. p_status: sent, delivered, failed, or retry
-- for one that it took and then could not hand on: that is sent again. False when it changes nothing.
-- execute: service
create or replace function callback_private.settle_delivery(p_delivery_id uuid, p_provider_id text, p_status text,
  p_error_code text)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_id uuid;
begin
  perform callback_private.require_trusted();
  if p_status is null or p_status not in ('sent', 'delivered', 'failed', 'retry') then
    perform callback_private.refuse_input('p_status', 'p_status must be sent, delivered, failed or retry.');
  end if;
  if p_status = 'retry' then
    return callback_private.retry_delivery(p_delivery_id, p_provider_id, p_error_code);
  end if;
  update callback_private.deliveries d set
    status = p_status,
    next_attempt_at = null,
    provider_id = coalesce(p_provider_id, d.provider_id),
    error_code = p_error_code,
    sent_at = case p_status when 'failed' then d.sent_at else coalesce(d.sent_at, now()) end,
    delivered_at = case p_status when 'delivered' then now() end,
    updated_at = now()
  where (d.id = p_delivery_id or p_delivery_id is null and d.provider_id = p_provider_id)
    and (d.provider_id is null or p_provider_id is null or d.provider_id = p_provider_id)
    and (d.status in ('pending', 'sending', 'parked') or d.status = 'sent' and p_status <> 'sent')
  returning d.id into v_id;
  perform callback_private.follow_deliveries(array[v_id]) where v_id is not null;
  return v_id is not null;
end
$$;

-- What the provider took and could not hand on is sent again, as long as what it does not take.
create or replace function callback_private.retry_delivery(p_delivery_id uuid, p_provider_id text, p_error_code text)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_pause constant integer := 60;
  v_retried_for constant interval := (select s.deliveries_retried_for from callback_private.settings s
    where s.only_row);
  v_is_moved boolean;
begin
  update callback_private.deliveries d set
    status = case when callback_private.retried_until(d, v_retried_for) < now() then 'failed' else 'pending' end,
    next_attempt_at = case when callback_private.retried_until(d, v_retried_for) >= now()
      then now() + callback_private.retry_pause(d.attempts, v_pause) end,
    provider_id = null,
    error_code = p_error_code,
    sent_at = null,
    updated_at = now()
  where d.id = p_delivery_id and d.provider_id = p_provider_id and d.status = 'sent';
  v_is_moved := found;
  perform callback_private.follow_deliveries(array[p_delivery_id]) where v_is_moved;
  return v_is_moved;
end
$$;

-- Deliveries whose provider is to be asked what happened to them, each to be asked again later until a day has passed.
-- execute: service
create or replace function callback_private.claim_delivery_checks(p_channel text, p_limit integer)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_deliveries jsonb;
begin
  perform callback_private.require_trusted();
  with due as (
    select d.id from callback_private.deliveries d
    where d.channel = p_channel and d.status = 'sent' and d.next_attempt_at <= now()
    order by d.next_attempt_at
    limit p_limit
    for update skip locked
  ), asked as (
    update callback_private.deliveries d set
      next_attempt_at = case when d.sent_at > now() - interval '23 hours' then now() + interval '15 minutes' end
    from due where d.id = due.id
    returning d.id, d.provider_id
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'provider_id', a.provider_id)), '[]') into v_deliveries
    from asked a;
  return v_deliveries;
end
$$;

-- What is parked and of which the provider never spoke again is given up; its code says that it may have arrived. Returns how many.
create or replace function callback_private.give_up_parked_deliveries(p_limit integer)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_given_up uuid[];
begin
  with given_up as (
    update callback_private.deliveries d set status = 'failed', next_attempt_at = null, updated_at = now(),
      error_code = case when d.error_code like 'fate\_unknown%' then d.error_code
        else left(concat_ws(':', 'fate_unknown', d.error_code), 64) end
    where d.id in (
      select o.id from callback_private.deliveries o
      where o.status = 'parked' and o.next_attempt_at <= now()
      order by o.next_attempt_at
      limit p_limit
      for update skip locked)
    returning d.id
  )
  select array_agg(g.id) into v_given_up from given_up g;
  perform callback_private.follow_deliveries(v_given_up);
  return coalesce(cardinality(v_given_up), 0);
end
$$;
