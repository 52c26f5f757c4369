-- Listings, or their categories, with five requests or more in a range of days, compared (docs/metrics.md) as sellers
-- are. Listings are read from the requests themselves, categories from what is counted by day.

-- execute: users
create or replace function callback_private.get_callback_listing_figures(
  p_by text,
  p_from date,
  p_to date,
  p_sort text,
  p_category text,
  p_limit integer,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_to constant date := coalesce(p_to, callback_private.marketplace_day());
  v_from constant date := coalesce(p_from, v_to - 29);
  v_by constant text := coalesce(p_by, 'listing');
begin
  perform callback_private.require_figure_days(v_from, v_to);
  perform callback_private.require_comparison_sort(p_sort);
  perform callback_private.check_page(null, coalesce(p_limit, 20), 0);
  if v_by not in ('listing', 'category') then
    perform callback_private.refuse_input('by', 'by must be listing or category.');
  end if;
  return jsonb_build_object('by', v_by, 'from', v_from, 'to', v_to)
    || callback_private.comparison_json(
      array(select c from callback_private.category_figures(v_from, v_to) c where v_by = 'category'
        union all
        select c from callback_private.compared_figures('listing', v_from, v_to, nullif(p_category, '')) c
        where v_by = 'listing'), coalesce(p_sort, '-requests'), coalesce(p_limit, 20), v_by);
end
$$;

-- execute: users
create or replace function public.get_callback_listing_figures(
  p_by text default null,
  p_from date default null,
  p_to date default null,
  p_sort text default null,
  p_category text default null,
  p_limit integer default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_listing_figures(
    p_by, p_from, p_to, p_sort, p_category, p_limit, p_operator_id)::json;
end $$;
comment on function public.get_callback_listing_figures
  is 'For operators and the service: listings or categories with five requests or more in a range of days, compared.';

-- The kept days of every category, and the stale ones counted now. The median is the middle of a bucket.
create or replace function callback_private.category_figures(p_from date, p_to date)
returns setof callback_private.compared language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_stale constant date[] := callback_private.stale_days_between(p_from, p_to);
begin
  return query
  with counted as materialized (
    select c.category, c.name, sum(c.amount)::bigint as amount
    from (
      select f.category, k.name, k.amount from callback_private.day_figures f
        cross join lateral unnest(f.names, f.amounts) k (name, amount)
        where f.category <> '' and f.country = '' and f.day between p_from and p_to and f.day <> all (v_stale)
      union all
      select c.category, c.name, c.amount from callback_private.count_days(v_stale, p_is_split := true) c
        where v_stale <> '{}'
    ) c
    group by c.category, c.name
  ), ranks as (
    select c.category, split_part(c.name, ':', 2)::integer as bucket,
      sum(c.amount) over (partition by c.category order by split_part(c.name, ':', 2)::integer) as up_to,
      sum(c.amount) over (partition by c.category) as total
    from counted c where c.name like 'response:%'
  ), words as (
    select c.category, jsonb_object_agg(c.name, c.amount) as w from counted c
    where c.name not like '%:%' or c.name like 'state:%' group by c.category
  )
  select w.category, v.received, v.answered, v.answered + v.unanswered, v.completed - v.contradicted,
    v.now_acknowledged + v.completed, v.closed, v.completed, v.acknowledged, v.declined, v.expired,
    (select round(callback_private.bucket_seconds(min(r.bucket) + 0.5))::numeric from ranks r
      where r.category = w.category and r.up_to >= r.total * 0.5),
    callback_private.wilson_bounds(v.answered, v.answered + v.unanswered),
    callback_private.wilson_bounds(v.completed - v.contradicted, v.answered + v.unanswered)
  from words w cross join lateral callback_private.figure_words(w.w) v
  where v.received >= 5;
end
$$;
