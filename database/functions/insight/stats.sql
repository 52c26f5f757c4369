-- Statistics cost the same for a seller with ten requests and one with a hundred thousand, and nothing when a request
-- is made: they are the counts kept so far (callback_private.stats) plus the events since. rollup_callback_stats()
-- moves the boundary.
--
-- The boundary is a transaction id, not an event's number: an event's number is drawn before its transaction commits,
-- so a late commit would be skipped. All transactions below pg_snapshot_xmin have ended, so everything below it is
-- visible and final.

-- What each event adds to the counts of its two sides. closed: cancelled by an operator or the system. Neither side did
-- that, so such a request is left out of every rate: it is in the total and in cancelled, and taken out of what a rate
-- divides by.
create or replace view callback_private.event_deltas as
select
  e.xact_id,
  e.seller_id,
  e.requester_id,
  case e.event_type when 'request_created' then 1 when 'request_deleted' then -1 else 0 end as total,
  (e.to_status is not distinct from 'pending')::int - (e.from_status is not distinct from 'pending')::int as pending,
  (e.to_status is not distinct from 'acknowledged')::int
    - (e.from_status is not distinct from 'acknowledged')::int as acknowledged,
  (e.to_status is not distinct from 'completed')::int
    - (e.from_status is not distinct from 'completed')::int as completed,
  (e.to_status is not distinct from 'cancelled')::int
    - (e.from_status is not distinct from 'cancelled')::int as cancelled,
  (e.to_status is not distinct from 'expired')::int - (e.from_status is not distinct from 'expired')::int as expired,
  (e.event_type = 'status_changed' and e.to_status is not distinct from 'cancelled'
    and e.actor in ('operator', 'system'))::int
    - (e.event_type = 'request_deleted'
      and coalesce(e.data ->> 'cancelled_by', '') in ('operator', 'system'))::int as closed
from callback_private.events e;

-- Adds the events from p_from up to, not including, p_to to the kept counts; returns how many there were.
create or replace function callback_private.count_events(p_from xid8, p_to xid8)
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_events bigint;
begin
  with counted as (
    select
      case when side.is_seller then d.seller_id else d.requester_id end as user_id, side.is_seller, count(*) as events,
      sum(d.total) as total, sum(d.pending) as pending, sum(d.acknowledged) as acknowledged,
      sum(d.completed) as completed, sum(d.cancelled) as cancelled, sum(d.expired) as expired, sum(d.closed) as closed
    from callback_private.event_deltas d
    cross join (values (true), (false)) as side (is_seller)
    where d.xact_id >= p_from and d.xact_id < p_to
    group by 1, 2
  ), kept as (
    insert into callback_private.stats as s (user_id, is_seller, total, pending, acknowledged, completed, cancelled,
      expired, closed)
    select user_id, is_seller, total, pending, acknowledged, completed, cancelled, expired, closed from counted
    on conflict (user_id, is_seller) do update set
      total = s.total + excluded.total,
      pending = s.pending + excluded.pending,
      acknowledged = s.acknowledged + excluded.acknowledged,
      completed = s.completed + excluded.completed,
      cancelled = s.cancelled + excluded.cancelled,
      expired = s.expired + excluded.expired,
      closed = s.closed + excluded.closed
  )
  select coalesce(sum(events) filter (where is_seller), 0) into v_events from counted;
  return v_events;
end
$$;

-- At most p_limit events, and the rest of the transaction that holds the last of them; all without a limit.
-- execute: service
create or replace function callback_private.rollup_callback_stats(p_limit integer default null)
returns bigint language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_from xid8;
  v_to xid8;
  v_events bigint;
begin
  perform callback_private.require_trusted();
  select counted_before into strict v_from from callback_private.stats_position for update;
  v_to := pg_snapshot_xmin(pg_current_snapshot());
  if p_limit is not null then
    v_to := least(v_to, (
      select (e.xact_id::text::bigint + 1)::text::xid8 from callback_private.events e
      where e.xact_id >= v_from order by e.xact_id, e.id offset p_limit - 1 limit 1));
  end if;
  if v_to <= v_from then
    return 0;
  end if;
  v_events := callback_private.count_events(v_from, v_to);
  update callback_private.stats_position set counted_before = v_to;
  return v_events;
end
$$;

-- execute: service
create or replace function public.rollup_callback_stats()
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.rollup_callback_stats();
end $$;
comment on function public.rollup_callback_stats is 'For the service only: folds new events into the kept counts, so that statistics stay quick; returns how many.';

-- One side's counts as of now: kept, plus the events since, with overdue requests moved to expired.
create or replace function callback_private.counts_of(
  p_user_id callback_private.person_id,
  p_is_seller boolean,
  out total bigint,
  out pending bigint,
  out acknowledged bigint,
  out completed bigint,
  out cancelled bigint,
  out expired bigint,
  out closed bigint
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_overdue_pending bigint;
  v_overdue_acknowledged bigint;
begin
  if p_is_seller then
    select count(*) filter (where r.status = 'pending'), count(*) filter (where r.status = 'acknowledged')
      into v_overdue_pending, v_overdue_acknowledged
      from public.callback_requests r
      where r.seller_id = p_user_id and r.status in ('pending', 'acknowledged') and r.expires_at <= now();
  else
    select count(*) filter (where r.status = 'pending'), count(*) filter (where r.status = 'acknowledged')
      into v_overdue_pending, v_overdue_acknowledged
      from public.callback_requests r
      where r.requester_id = p_user_id and r.status in ('pending', 'acknowledged') and r.expires_at <= now();
  end if;

  -- One statement, so that the boundary and what lies on either side of it come from one snapshot.
  with parts as (
    select s.total, s.pending, s.acknowledged, s.completed, s.cancelled, s.expired, s.closed
      from callback_private.stats s where s.user_id = p_user_id and s.is_seller = p_is_seller
    union all
    select d.total, d.pending, d.acknowledged, d.completed, d.cancelled, d.expired, d.closed
      from callback_private.event_deltas d
      where p_is_seller and d.seller_id = p_user_id
        and d.xact_id >= (select counted_before from callback_private.stats_position)
    union all
    select d.total, d.pending, d.acknowledged, d.completed, d.cancelled, d.expired, d.closed
      from callback_private.event_deltas d
      where not p_is_seller and d.requester_id = p_user_id
        and d.xact_id >= (select counted_before from callback_private.stats_position)
  )
  select
    coalesce(sum(p.total), 0),
    coalesce(sum(p.pending), 0) - v_overdue_pending,
    coalesce(sum(p.acknowledged), 0) - v_overdue_acknowledged,
    coalesce(sum(p.completed), 0),
    coalesce(sum(p.cancelled), 0),
    coalesce(sum(p.expired), 0) + v_overdue_pending + v_overdue_acknowledged,
    coalesce(sum(p.closed), 0)
  into total, pending, acknowledged, completed, cancelled, expired, closed
  from parts p;
end
$$;

-- The requirement's rates, percentages with one decimal, are zero when there is nothing yet; the fair ones beside them
-- (figures.sql) are null. A request counts as answered while it is acknowledged or completed, as in the requirement's
-- own query; what an operator or the system cancelled counts in neither part.
-- execute: users
create or replace function callback_private.get_callback_request_stats(p_user_id callback_private.person_id)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_received record;
  v_fair record;
  v_sent record;
begin
  v_received := callback_private.counts_of(v_user_id, true);
  v_fair := callback_private.fair_figures(v_user_id);
  v_sent := callback_private.counts_of(v_user_id, false);
  return jsonb_build_object(
    'as_seller', jsonb_build_object(
      'total_received', v_received.total,
      'pending', v_received.pending,
      'acknowledged', v_received.acknowledged,
      'completed', v_received.completed,
      'cancelled', v_received.cancelled,
      'expired', v_received.expired,
      'response_rate', callback_private.percentage(v_received.acknowledged + v_received.completed,
        v_received.total - v_received.closed),
      'answer_rate', v_fair.answer_rate,
      'contact_rate', v_fair.contact_rate,
      'median_response_minutes', v_fair.median_response_minutes),
    'as_requester', jsonb_build_object(
      'total_sent', v_sent.total,
      'pending_sent', v_sent.pending,
      'acknowledged_sent', v_sent.acknowledged,
      'completed_sent', v_sent.completed,
      'cancelled_sent', v_sent.cancelled,
      'expired_sent', v_sent.expired,
      'success_rate', callback_private.percentage(v_sent.completed, v_sent.total - v_sent.closed)));
end
$$;

-- execute: users
create or replace function public.get_callback_request_stats(p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_request_stats(p_user_id)::json;
end $$;
comment on function public.get_callback_request_stats is 'The caller''s counts and rates: { as_seller, as_requester }.';

create or replace function callback_private.percentage(p_part bigint, p_whole bigint)
returns numeric language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(round(p_part * 100.0 / nullif(p_whole, 0), 1), 0);
end
$$;

-- After a dump was restored into a new cluster, the stored transaction ids lie in that cluster's future and would hide
-- what happens next. Then all that is stored is counted again and moved to the beginning of time; again, because what
-- happened since the restore lies before the position and was never counted. migrate calls this; it does nothing
-- otherwise.
create or replace function callback_private.rebase_event_positions()
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_from xid8;
begin
  select counted_before into strict v_from from callback_private.stats_position for update;
  if v_from < pg_snapshot_xmax(pg_current_snapshot()) and not exists (
    select from callback_private.events where xact_id >= pg_snapshot_xmax(pg_current_snapshot()))
  then
    return;
  end if;
  lock table callback_private.events in share row exclusive mode;
  delete from callback_private.stats;
  perform callback_private.count_events('0', '18446744073709551615');
  update callback_private.events set xact_id = '1';
  update callback_private.stats_position set counted_before = pg_snapshot_xmin(pg_current_snapshot());
end
$$;
