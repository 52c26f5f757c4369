-- A seller's fair figures (docs/metrics.md): what buyers may expect of them, from their newest 200 requests of the last
-- 90 days. Read from the requests themselves, so they need no counting beforehand and cost the same for every seller.
-- All of them leave out what the marketplace closed and what the buyer withdrew before an answer. Null if fewer than
-- five count.

create or replace function callback_private.fair_figures(
  p_seller_id callback_private.person_id,
  out answer_rate numeric,
  out contact_rate numeric,
  out median_response_minutes numeric
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_counted record;
begin
  with recent as materialized (
    select r.id, r.status, r.requested_at, r.cancelled_by, r.expires_at,
      coalesce(r.acknowledged_at, case r.cancelled_by when 'seller' then r.cancelled_at end) as answered_at
    from public.callback_requests r
    where r.seller_id = p_seller_id and r.requested_at > now() - interval '2160 hours'
    order by r.requested_at desc, r.id desc limit 200
  ), counted as (
    select r.id, r.status, r.answered_at, r.answered_at - r.requested_at as waited
    from recent r
    where (r.cancelled_by in ('operator', 'system')) is not true
      and (r.answered_at is not null or (r.status = 'pending' and r.expires_at <= now()) or r.status = 'expired')
  )
  select
    count(*) as requests,
    count(*) filter (where c.answered_at is not null) as answered,
    count(*) filter (where c.status = 'completed') - (
      select count(*) from callback_private.confirmations f
      where f.seller_id = p_seller_id and f.answer <> 'talked'
        and f.callback_request_id in (select x.id from counted x)) as contacts,
    extract(epoch from percentile_cont(0.5) within group (order by c.waited)) / 60 as median
  into strict v_counted
  from counted c;
  if v_counted.requests >= 5 then
    answer_rate := callback_private.percentage(v_counted.answered, v_counted.requests);
    contact_rate := callback_private.percentage(v_counted.contacts, v_counted.requests);
  end if;
  if v_counted.answered >= 5 then
    median_response_minutes := round(v_counted.median::numeric, 1);
  end if;
end
$$;
