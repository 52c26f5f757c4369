-- Statistics cost the same for a seller with ten requests and one with a hundred thousand, and nothing when a request
-- is made: they are the counts kept so far (callback_private.stats) plus the events since. rollup_callback_stats()
-- moves the boundary; while it does not, who reads notes what they counted (callback_private.stats_ahead).
--
-- The boundary is a transaction id, not an event's number: an event's number is drawn before its transaction commits,
-- so a late commit would be skipped. All transactions below pg_snapshot_xmin have ended, so everything below it is
-- visible and final.

-- What an event adds to the counts of its two sides. closed: cancelled by an operator or the system. Neither side did
-- that, so such a request is left out of every rate: it is in the total and in cancelled, and taken out of what a rate
-- divides by. What was held and never sent is in no count. No search_path is set, so that PostgreSQL makes it a part of the query that asks; it names nothing that a
-- caller could have made.
create or replace function callback_private.event_delta(p_type text, p_from text, p_to text, p_actor text, p_data jsonb)
returns table (total int, pending int, acknowledged int, completed int, cancelled int, expired int, closed int)
language sql immutable parallel safe rows 1 as $$
  select
    case p_type when 'request_created' then 1 when 'request_deleted' then -1 else 0 end,
    (side.status_to is not distinct from 'pending')::int - (side.status_from is not distinct from 'pending')::int,
    (side.status_to is not distinct from 'acknowledged')::int - (side.status_from is not distinct from 'acknowledged')::int,
    (side.status_to is not distinct from 'completed')::int - (side.status_from is not distinct from 'completed')::int,
    (side.status_to is not distinct from 'cancelled')::int - (side.status_from is not distinct from 'cancelled')::int,
    (side.status_to is not distinct from 'expired')::int - (side.status_from is not distinct from 'expired')::int,
    (p_type = 'status_changed' and p_to is not distinct from 'cancelled' and p_actor in ('operator', 'system'))::int
      - (p_type = 'request_deleted' and coalesce(p_data ->> 'cancelled_by', '') in ('operator', 'system'))::int
  from (select case when is_counted then p_from end, case when is_counted then p_to end
    from (values (p_type not in ('request_held', 'request_not_sent'))) v (is_counted)) side (status_from, status_to)
$$;

-- Adds the events from p_from up to, not including, p_to to the kept counts; returns how many there were. Who was
-- erased is not counted.
create or replace function callback_private.count_events(p_from xid8, p_to xid8)
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  execute callback_private.counting_sql(
      'callback_private.stats', 'callback_private.events e where e.xact_id >= $1 and e.xact_id < $2')
    using p_from, p_to;
  return (select count(*) from callback_private.events e where e.xact_id >= p_from and e.xact_id < p_to);
end
$$;

-- The statement that adds the events of p_source, which names them e, to the counts of p_target.
create or replace function callback_private.counting_sql(p_target text, p_source text)
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return format($sql$
    insert into %s as s (user_id, is_seller, total, pending, acknowledged, completed, cancelled, expired, closed)
    select side.user_id, side.is_seller, sum(d.total), sum(d.pending), sum(d.acknowledged), sum(d.completed),
      sum(d.cancelled), sum(d.expired), sum(d.closed)
    from (select e.* from %s) e
    cross join lateral callback_private.event_delta(e.event_type, e.from_status, e.to_status, e.actor, e.data) d
    cross join lateral (values (e.seller_id, true), (e.requester_id, false)) side (user_id, is_seller)
    where side.user_id is not null
    group by side.user_id, side.is_seller
    on conflict (user_id, is_seller) do update set
      total = s.total + excluded.total,
      pending = s.pending + excluded.pending,
      acknowledged = s.acknowledged + excluded.acknowledged,
      completed = s.completed + excluded.completed,
      cancelled = s.cancelled + excluded.cancelled,
      expired = s.expired + excluded.expired,
      closed = s.closed + excluded.closed$sql$, p_target, p_source);
end
$$;

-- Events that are deleted leave their counts, so that a new count of the others can begin with them.
create or replace function callback_private.seal_events()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  execute callback_private.counting_sql('callback_private.sealed_stats', 'gone e');
  return null;
end
$$;

create or replace trigger seal_events after delete on callback_private.events
  referencing old table as gone
  for each statement execute function callback_private.seal_events();

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
  insert into callback_private.stale_days (day) select t.day from callback_private.touched_days(v_from, v_to) t (day)
    on conflict do nothing;
  update callback_private.stats_position set counted_before = v_to;
  delete from callback_private.stats_ahead a where a.counted_from < v_to;
  return v_events;
end
$$;

-- execute: service
create or replace function public.rollup_callback_stats()
returns bigint language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.rollup_callback_stats();
end $$;
comment on function public.rollup_callback_stats
  is 'For the service only: folds new events into the kept counts, so that statistics stay quick; returns how many.';

-- What a person's events from p_from up to, not including, p_to add to one side's counts; up to now without p_to. Events
-- that add the same are counted first, which is quicker than to add them one by one.
create or replace function callback_private.added_between(
  p_user_id callback_private.person_id,
  p_is_seller boolean,
  p_from xid8,
  p_to xid8 default '18446744073709551615',
  out total bigint,
  out pending bigint,
  out acknowledged bigint,
  out completed bigint,
  out cancelled bigint,
  out expired bigint,
  out closed bigint
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  with alike as (
    select e.event_type, e.from_status, e.to_status, e.actor, k.cancelled_by, count(*) as events
      from callback_private.events e
      cross join lateral (
        select case e.event_type when 'request_deleted' then e.data ->> 'cancelled_by' end as cancelled_by) k
      where p_is_seller and e.seller_id = p_user_id and e.xact_id >= p_from and e.xact_id < p_to
      group by e.event_type, e.from_status, e.to_status, e.actor, k.cancelled_by
    union all
    select e.event_type, e.from_status, e.to_status, e.actor, k.cancelled_by, count(*)
      from callback_private.events e
      cross join lateral (
        select case e.event_type when 'request_deleted' then e.data ->> 'cancelled_by' end as cancelled_by) k
      where not p_is_seller and e.requester_id = p_user_id and e.xact_id >= p_from and e.xact_id < p_to
      group by e.event_type, e.from_status, e.to_status, e.actor, k.cancelled_by
  )
  select
    coalesce(sum(a.events * d.total), 0), coalesce(sum(a.events * d.pending), 0),
    coalesce(sum(a.events * d.acknowledged), 0), coalesce(sum(a.events * d.completed), 0),
    coalesce(sum(a.events * d.cancelled), 0), coalesce(sum(a.events * d.expired), 0),
    coalesce(sum(a.events * d.closed), 0)
  into total, pending, acknowledged, completed, cancelled, expired, closed
  from alike a
  cross join lateral callback_private.event_delta(
    a.event_type, a.from_status, a.to_status, a.actor, jsonb_build_object('cancelled_by', a.cancelled_by)) d;
end
$$;

-- The furthest that was noted of one side since the boundary; null for nothing.
create or replace function callback_private.noted_ahead(p_user_id callback_private.person_id, p_is_seller boolean)
returns callback_private.stats_ahead language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select a from callback_private.stats_ahead a
    where a.user_id = p_user_id and a.is_seller = p_is_seller
      and a.counted_from = (select p.counted_before from callback_private.stats_position p)
    order by a.counted_before desc, a.noted_in desc limit 1);
end
$$;

-- Notes one side's counts where p_events or more were added since the boundary or the last note, so that the
-- next who asks need not count them. Only adds a row: nobody waits for it, and without it counts are the same.
create or replace function callback_private.note_ahead(
  p_user_id callback_private.person_id,
  p_is_seller boolean,
  p_events integer default 1000
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_boundary constant xid8 := (select p.counted_before from callback_private.stats_position p);
  v_noted constant callback_private.stats_ahead := callback_private.noted_ahead(p_user_id, p_is_seller);
  v_from constant xid8 := coalesce(v_noted.counted_before, v_boundary);
  v_to constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  -- A position that moved between these statements makes a note of the old one, which says nothing.
  if current_setting('transaction_read_only')::boolean or v_noted.counted_from <> v_boundary then
    return;
  end if;
  if not exists (
    select from callback_private.events e
    where p_is_seller and e.seller_id = p_user_id and e.xact_id >= v_from and e.xact_id < v_to
    order by e.xact_id, e.id offset p_events - 1)
  and not exists (
    select from callback_private.events e
    where not p_is_seller and e.requester_id = p_user_id and e.xact_id >= v_from and e.xact_id < v_to
    order by e.xact_id, e.id offset p_events - 1)
  then
    return;
  end if;
  insert into callback_private.stats_ahead (user_id, is_seller, counted_from, counted_before,
      total, pending, acknowledged, completed, cancelled, expired, closed)
    select p_user_id, p_is_seller, v_boundary, v_to,
      d.total + coalesce(v_noted.total, 0), d.pending + coalesce(v_noted.pending, 0),
      d.acknowledged + coalesce(v_noted.acknowledged, 0), d.completed + coalesce(v_noted.completed, 0),
      d.cancelled + coalesce(v_noted.cancelled, 0), d.expired + coalesce(v_noted.expired, 0),
      d.closed + coalesce(v_noted.closed, 0)
    from callback_private.added_between(p_user_id, p_is_seller, v_from, v_to) d
    on conflict do nothing;
end
$$;

-- One side's counts as of now: kept, plus what was added since, with overdue requests moved to expired. Stable, so the
-- boundary and what lies on either side of it come from one snapshot.
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
  v_noted constant callback_private.stats_ahead := callback_private.noted_ahead(p_user_id, p_is_seller);
  v_from constant xid8 := coalesce(v_noted.counted_before,
    (select p.counted_before from callback_private.stats_position p));
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

  with parts as (
    select s.total, s.pending, s.acknowledged, s.completed, s.cancelled, s.expired, s.closed
      from callback_private.stats s where s.user_id = p_user_id and s.is_seller = p_is_seller
    union all
    select v_noted.total, v_noted.pending, v_noted.acknowledged, v_noted.completed, v_noted.cancelled, v_noted.expired,
      v_noted.closed
    union all
    select d.total, d.pending, d.acknowledged, d.completed, d.cancelled, d.expired, d.closed
      from callback_private.added_between(p_user_id, p_is_seller, v_from) d
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
create or replace function callback_private.stats_json(p_user_id callback_private.person_id)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_received record;
  v_fair record;
  v_sent record;
begin
  v_received := callback_private.counts_of(p_user_id, true);
  v_fair := callback_private.fair_figures(p_user_id);
  v_sent := callback_private.counts_of(p_user_id, false);
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
create or replace function callback_private.get_callback_request_stats(p_user_id callback_private.person_id)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  perform callback_private.note_ahead(v_user_id, true);
  perform callback_private.note_ahead(v_user_id, false);
  return callback_private.stats_json(v_user_id);
end
$$;

-- execute: users
create or replace function public.get_callback_request_stats(p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
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
-- what happens next. Then all that is stored is counted again, on top of what is sealed, and moved to the beginning of
-- time; again, because what happened since the restore lies before the position and was never counted. migrate calls
-- this; it does nothing otherwise.
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
  perform callback_private.forget_kept_days();
  delete from callback_private.stats;
  delete from callback_private.stats_ahead;
  insert into callback_private.stats select * from callback_private.sealed_stats;
  perform callback_private.count_events('0', '18446744073709551615');
  update callback_private.events set xact_id = '1';
  update callback_private.stats_position set counted_before = pg_snapshot_xmin(pg_current_snapshot());
end
$$;
