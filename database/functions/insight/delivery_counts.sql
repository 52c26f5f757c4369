-- What happens to deliveries is counted as it happens, by hour and by day (docs/metrics.md): the rows of deliveries go,
-- and to count them by the time of their end would mean to look through them.

-- A delivery that an operator sends again begins from the start; that is no failure.
create or replace function callback_private.count_delivery_results()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now constant timestamp := (select now() at time zone s.time_zone from callback_private.settings s where s.only_row);
begin
  insert into callback_private.delivery_counts as c (day, hour, channel, name, amount)
    select v_now::date, t.hour, h.channel, h.name, count(*)
    from (
      select a.channel, v.name
      from moved_to a join moved_from b on b.id = a.id
      cross join lateral (
        select a.status in ('sent', 'delivered') and b.status not in ('sent', 'delivered') as is_sent) s
      cross join lateral (values
        (case
          when s.is_sent then 'sent'
          when a.status in ('failed', 'suppressed') then a.status
          when a.status = 'pending' and b.status in ('sending', 'sent') and a.error_code is not null then 'retried'
          end),
        (case when a.status = 'delivered' then 'delivered' end),
        (case when s.is_sent and a.resends = 0 then 'latency:' || callback_private.time_bucket(
          extract(epoch from a.sent_at - a.created_at)::double precision) end)) v (name)
      where a.status <> b.status and a.resends = b.resends and v.name is not null
    ) h
    cross join (values (-1), (extract(hour from v_now)::integer)) t (hour)
    group by t.hour, h.channel, h.name
    on conflict on constraint delivery_counts_pkey do update set amount = c.amount + excluded.amount;
  return null;
end
$$;

create or replace trigger count_delivery_results after update on callback_private.deliveries
  referencing old table as moved_from new table as moved_to
  for each statement execute function callback_private.count_delivery_results();

-- One row of what transactions have counted of the same. Maintenance alone does it.
create or replace function callback_private.merge_delivery_counts(p_limit integer)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  with gone as (
    delete from callback_private.delivery_counts c
    where c.ctid = any (array(
      select x.ctid from callback_private.delivery_counts x where x.counted_in > '0'::xid8
      order by x.counted_in limit p_limit))
    returning c.day, c.hour, c.channel, c.name, c.amount
  )
  insert into callback_private.delivery_counts as c (day, hour, channel, name, counted_in, amount)
    select g.day, g.hour, g.channel, g.name, '0', sum(g.amount) from gone g group by g.day, g.hour, g.channel, g.name
    on conflict on constraint delivery_counts_pkey do update set amount = c.amount + excluded.amount;
end
$$;
