-- The days whose figures are kept, and those that are out of date. An answer takes the kept rows of the days that are
-- right and counts the others, in one snapshot, so it is exact at every moment and after any crash.
--
-- Out of date is what stale_days names, what an event has touched since the boundary of the statistics (stats.sql),
-- and what has expired by time alone. The boundary marks the days of the events that it passes.

create or replace function callback_private.stale_days_between(p_from date, p_to date)
returns date[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not callback_private.has_kept_zone() then
    return array(select p_from + n from generate_series(0, p_to - p_from) n);
  end if;
  return array(
    select s.day from callback_private.stale_days s where s.day between p_from and p_to
    union
    select r.requested_on from public.callback_requests r
      where r.status in ('pending', 'acknowledged') and r.expires_at <= now() and r.requested_on between p_from and p_to
    union
    select t.day from callback_private.touched_days((select p.counted_before from callback_private.stats_position p),
      '18446744073709551615') t (day)
      where t.day between p_from and p_to);
end
$$;

-- Whether the hours of kept days are those of the marketplace's zone.
create or replace function callback_private.has_kept_zone()
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (select p.time_zone is not distinct from s.time_zone from callback_private.stats_position p
    cross join callback_private.settings s where s.only_row);
end
$$;

-- The days of the requests that these events are about. That of a deleted request is marked as it goes.
create or replace function callback_private.touched_days(p_from xid8, p_to xid8)
returns setof date language plpgsql stable rows 10 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select distinct r.requested_on
    from (select distinct e.callback_request_id as id from callback_private.events e
      where e.xact_id >= p_from and e.xact_id < p_to) e
    join public.callback_requests r on r.id = e.id;
end
$$;

-- What of a request is counted goes without an event when it is deleted.
create or replace function callback_private.mark_deleted_days()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.stale_days (day) select distinct d.requested_on from deleted d on conflict do nothing;
  return null;
end
$$;

create or replace trigger mark_deleted_days after delete on public.callback_requests
  referencing old table as deleted
  for each statement execute function callback_private.mark_deleted_days();

-- Keeps the figures of stale days, oldest first, until p_until, at least one; returns how many. The marks go first:
-- what was marked in time is seen by the count, and what is marked during it stays.
create or replace function callback_private.keep_stale_days(p_until timestamptz)
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_day date;
  v_kept integer := 0;
begin
  perform from callback_private.stats_position for update;
  perform callback_private.merge_delivery_counts(20000);
  if not callback_private.has_kept_zone() then
    perform callback_private.forget_kept_days();
  end if;
  loop
    v_day := (select min(s.day) from callback_private.stale_days s);
    exit when v_day is null or (v_kept > 0 and clock_timestamp() > p_until);
    delete from callback_private.stale_days s where s.day = v_day;
    perform callback_private.keep_day(v_day);
    v_kept := v_kept + 1;
  end loop;
  return v_kept;
end
$$;

create or replace function callback_private.keep_day(p_day date)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.merge_sealed_figures(p_day);
  perform callback_private.keep_calls(p_day);
  delete from callback_private.day_figures f where f.day = p_day;
  insert into callback_private.day_figures (day, category, country, names, amounts)
    select p_day, s.category, s.country, array_agg(s.name order by s.name), array_agg(s.amount order by s.name)
    from (
      select coalesce(c.category, '') as category, coalesce(c.country, '') as country, c.name,
        sum(c.amount)::bigint as amount
      from callback_private.count_days(array[p_day], p_is_split := true) c
      group by grouping sets ((c.name), (c.category, c.name), (c.country, c.name), (c.category, c.country, c.name))
    ) s
    group by s.category, s.country;
end
$$;

-- Marks every day, and lets go of what is kept.
create or replace function callback_private.forget_kept_days()
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.stale_days (day)
    select r.requested_on from public.callback_requests r union select f.day from callback_private.sealed_figures f
    on conflict do nothing;
  delete from callback_private.day_figures;
  delete from callback_private.day_calls;
  update callback_private.stats_position p set time_zone = s.time_zone
    from callback_private.settings s where s.only_row;
end
$$;

-- Counts every day again; returns how many.
-- execute: service
create or replace function callback_private.rebuild_callback_figures()
returns integer language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  perform from callback_private.stats_position for update;
  perform callback_private.forget_kept_days();
  return callback_private.keep_stale_days('infinity');
end
$$;

-- execute: service
create or replace function public.rebuild_callback_figures()
returns integer language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.rebuild_callback_figures();
end $$;
comment on function public.rebuild_callback_figures
  is 'For the service only: counts the figures of every day again; returns how many days.';

-- What was counted between two days: kept, or counted now.
create or replace function callback_private.figure_amounts(p_from date, p_to date, p_category text, p_country text)
returns table (day date, name text, amount bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_stale constant date[] := callback_private.stale_days_between(p_from, p_to);
begin
  p_category := nullif(p_category, '');
  p_country := nullif(p_country, '');
  return query
  select f.day, kept.name, kept.amount from callback_private.day_figures f
    cross join lateral unnest(f.names, f.amounts) kept (name, amount)
    where f.category = coalesce(p_category, '') and f.country = coalesce(p_country, '')
      and f.day between p_from and p_to and f.day <> all (v_stale)
  union all
  select c.day, c.name, c.amount from callback_private.count_days(v_stale, p_category, p_country) c
    where v_stale <> '{}';
end
$$;
