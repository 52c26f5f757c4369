-- A worker takes the deliveries of a channel that are due, with all that it needs to write the message. Any number of
-- workers may ask at once. What nobody finishes comes back when its lease ends; what must not be sent any more ends
-- here. Nothing here knows what a delivery is about: delivery_kinds.sql asks its kind.

-- Returns { taken, messages }: how many rows were due and taken, and those of them that are to be sent. As many as p_limit taken: there may
-- be more. Every value of a message beside id, attempt, last_error, resends, secret, subject_kind and traceparent comes from the kind. Nothing of a
-- channel that is paused.
-- execute: service
create or replace function callback_private.claim_deliveries(p_channel text, p_limit integer, p_lease interval)
returns jsonb language plpgsql volatile security definer
-- What is due is read in the order of its index, and everything else looked up, as it is written: of a long queue, or
-- before the first ANALYZE, the planner would gather all of it, and sort it. The costs that this feigns would make
-- PostgreSQL 15 compile it, so JIT is off.
set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_bitmapscan = off set join_collapse_limit = 1
  set jit = off as $$
declare
  v_claimed jsonb;
  v_ended uuid[];
begin
  perform callback_private.require_trusted();
  if p_limit is null or p_limit not between 1 and 1000 then
    perform callback_private.refuse_input('p_limit', 'p_limit must be between 1 and 1000.');
  end if;
  if p_lease is null or p_lease not between interval '1 second' and interval '60 seconds' then
    perform callback_private.refuse_input('p_lease', 'p_lease must be between 1 and 60 seconds.');
  end if;

  if callback_private.is_paused(p_channel) then
    return '{"taken": 0, "messages": []}';
  end if;
  with due as materialized (
    select d.* from callback_private.deliveries d
    where d.channel = p_channel and d.next_attempt_at <= now() and d.status in ('pending', 'sending')
    order by d.next_attempt_at
    limit p_limit
    for update skip locked
  ), answer as materialized (
    select j.* from (select due.subject_kind, array_agg(due.id) as ids from due group by due.subject_kind) kind
    cross join lateral callback_private.judge_deliveries(kind.subject_kind, kind.ids) j
  ), judged as materialized (
    select due.id, due.subject_kind, due.status, due.attempts + 1 as attempt, due.secret, due.resends, due.traceparent, due.error_code as last_error, a.not_before,
      a.message, r.refusal, case
      when due.status = 'sending' and due.send_began_at is not null then 'parked'
      when due.status = 'sending' and due.unfinished_attempts >= 4 then 'failed'
      when r.refusal is not null then 'suppressed'
      when a.not_before is not null then 'pending'
      else 'sending' end as next_status
    from due
    left join answer a on a.delivery_id = due.id
    cross join lateral (select case when a.delivery_id is null then 'subject_gone' else a.refusal end as refusal) r
  ), moved as (
    update callback_private.deliveries d set
      status = j.next_status,
      attempts = case j.next_status when 'sending' then j.attempt else d.attempts end,
      first_attempt_at = case j.next_status when 'sending' then coalesce(d.first_attempt_at, now())
        else d.first_attempt_at end,
      unfinished_attempts = d.unfinished_attempts + (j.status = 'sending')::integer,
      next_attempt_at = case j.next_status
        when 'sending' then now() + p_lease
        when 'pending' then j.not_before
        when 'parked' then now() + interval '24 hours' end,
      error_code = case j.next_status
        when 'suppressed' then j.refusal
        when 'parked' then 'fate_unknown'
        when 'failed' then 'unfinished'
        else d.error_code end,
      updated_at = now()
    from judged j
    where d.id = j.id and d.id = any (array(select due.id from due)) -- looked up, however many rows the planner expects
  )
  select
    jsonb_build_object('taken', count(*), 'messages', coalesce(jsonb_agg(j.message || jsonb_build_object(
      'id', j.id, 'attempt', j.attempt, 'last_error', j.last_error, 'resends', j.resends, 'secret', j.secret,
      'subject_kind', j.subject_kind, 'traceparent', j.traceparent))
      filter (where j.next_status = 'sending'), '[]')),
    array_agg(j.id) filter (where j.next_status in ('suppressed', 'failed'))
    into v_claimed, v_ended
    from judged j;
  perform callback_private.follow_deliveries(v_ended);
  return v_claimed;
end
$$;

-- A worker says which channels it serves: from then on deliveries are written for them.
-- execute: service
create or replace function callback_private.serve_channels(p_channels jsonb)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  update callback_private.settings s set channels = array(
      select distinct c.name from unnest(s.channels || array(select jsonb_array_elements_text(p_channels))) c (name)
        order by 1)
    where not s.channels @> array(select jsonb_array_elements_text(p_channels));
  return found;
end
$$;
