-- The sellers who received five requests or more in a range of days, compared (docs/metrics.md). Read from the requests
-- themselves. Sellers are ordered by the lower bound of a rate, so that three of three do not win over ninety of a
-- hundred.

-- execute: users
create or replace function callback_private.get_callback_seller_figures(
  p_from date,
  p_to date,
  p_sort text,
  p_limit integer,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_to constant date := coalesce(p_to, callback_private.marketplace_day());
  v_from constant date := coalesce(p_from, v_to - 29);
begin
  perform callback_private.require_figure_days(v_from, v_to);
  perform callback_private.require_comparison_sort(p_sort);
  perform callback_private.check_page(null, coalesce(p_limit, 20), 0);
  return jsonb_build_object('from', v_from, 'to', v_to)
    || callback_private.comparison_json(
      array(select c from callback_private.compared_figures('seller', v_from, v_to) c),
      coalesce(p_sort, '-requests'), coalesce(p_limit, 20), 'seller');
end
$$;

-- execute: users
create or replace function public.get_callback_seller_figures(
  p_from date default null,
  p_to date default null,
  p_sort text default null,
  p_limit integer default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_seller_figures(p_from, p_to, p_sort, p_limit, p_operator_id)::json;
end $$;
comment on function public.get_callback_seller_figures
  is 'For operators and the service: the sellers with five requests or more in a range of days, compared.';

create or replace function callback_private.require_comparison_sort(p_sort text)
returns void language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  if ltrim(p_sort, '-') <> all (array['requests', 'answer_rate', 'contact_rate', 'median']) then
    perform callback_private.refuse_input('sort', 'sort must be requests, answer_rate, contact_rate or median.');
  end if;
end
$$;

-- In the order asked for, the first p_limit of them, and how many there are.
create or replace function callback_private.comparison_json(
  p_compared callback_private.compared[],
  p_sort text,
  p_limit integer,
  p_of text
)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(case p_of when 'seller' then 'sellers' else 'count' end, cardinality(p_compared),
      'items', coalesce(jsonb_agg(
        callback_private.names_of_compared(p_of, s.key) || callback_private.compared_json(s) order by s.place), '[]'))
    from (
      select f.*, row_number() over (order by
        case p_sort when 'requests' then f.received when 'answer_rate' then (f.answer_bounds).low
          when 'contact_rate' then (f.contact_bounds).low when 'median' then f.median end nulls last,
        case p_sort when '-requests' then f.received when '-answer_rate' then (f.answer_bounds).low
          when '-contact_rate' then (f.contact_bounds).low when '-median' then f.median end desc nulls last,
        f.received desc, f.key) as place
      from unnest(p_compared) f
      order by place limit p_limit
    ) s);
end
$$;

-- What it is called. A person or a listing that is gone has no name.
create or replace function callback_private.names_of_compared(p_of text, p_key text)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return case p_of
    when 'seller' then jsonb_build_object('id', p_key, 'name',
      (select p.full_name from callback_private.profile(p_key::callback_private.person_id) p))
    when 'listing' then (
      select jsonb_build_object('id', p_key, 'name', callback_private.masked_text(l.title), 'category', l.category)
      from (select) one left join callback_private.listing(p_key::callback_private.listing_id) l on true)
    else jsonb_build_object('id', p_key, 'name', nullif(p_key, 'none'), 'category', nullif(p_key, 'none')) end;
end
$$;

-- The counts of each seller, of one of them, or of each listing. Those who were erased are no longer known and are left
-- out.
create or replace function callback_private.compared_figures(
  p_by text,
  p_from date,
  p_to date,
  p_category text default null,
  p_seller_id callback_private.person_id default null
)
returns setof callback_private.compared language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with requests as (
    select case p_by when 'seller' then r.seller_id::text else r.listing_id::text end as key, r.status,
      (r.cancelled_by in ('operator', 'system')) is true as is_closed,
      case when (r.cancelled_by in ('operator', 'system')) is not true then
        coalesce(r.acknowledged_at, case r.cancelled_by when 'seller' then r.cancelled_at end) - r.requested_at
      end as waited,
      r.acknowledged_at, r.cancelled_by,
      r.status = 'expired' or (r.status in ('pending', 'acknowledged') and r.expires_at <= now()) as is_expired,
      exists (select from callback_private.confirmations c where r.status = 'completed'
        and c.callback_request_id = r.id and c.answer <> 'talked') as is_contradicted
    from (
      select * from public.callback_requests x where p_seller_id is null and x.requested_on between p_from and p_to
      union all
      -- by the index of a seller's requests, which is one of moments
      select * from public.callback_requests x
        where x.seller_id = p_seller_id and x.requested_at >= p_from - 2 and x.requested_at < p_to + 3
          and x.requested_on between p_from and p_to
    ) r
    where (p_category is null or coalesce(r.listing_category, 'none') = p_category)
  ), counted as (
    select q.key,
      count(*) as received,
      count(q.waited) as answered,
      count(*) filter (where q.waited is not null or q.is_expired) as could_answer,
      count(*) filter (where q.status = 'completed' and not q.is_contradicted) as contacts,
      count(*) filter (where q.status = 'completed' or (q.status = 'acknowledged' and not q.is_expired)) as responded,
      count(*) filter (where q.is_closed) as closed,
      count(*) filter (where q.status = 'completed') as completed,
      count(*) filter (where q.acknowledged_at is not null and not q.is_closed) as acknowledged,
      count(*) filter (where q.cancelled_by = 'seller') as declined,
      count(*) filter (where q.is_expired) as expired,
      round(extract(epoch from percentile_disc(0.5) within group (order by q.waited))) as median
    from requests q
    where q.key is not null
    group by q.key
    having count(*) >= 5 or p_seller_id is not null
  )
  select c.*, callback_private.wilson_bounds(c.answered, c.could_answer),
    callback_private.wilson_bounds(c.contacts, c.could_answer)
  from counted c;
end
$$;

create or replace function callback_private.compared_json(p_figures record)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'received', p_figures.received, 'answered', p_figures.answered, 'contacts', p_figures.contacts,
    'completed', p_figures.completed, 'declined', p_figures.declined, 'expired', p_figures.expired,
    'answer_rate', callback_private.rate(p_figures.answered, p_figures.could_answer),
    'answer_rate_low', round((p_figures.answer_bounds).low::numeric, 1),
    'answer_rate_high', round((p_figures.answer_bounds).high::numeric, 1),
    'contact_rate', callback_private.rate(p_figures.contacts, p_figures.could_answer),
    'contact_rate_low', round((p_figures.contact_bounds).low::numeric, 1),
    'contact_rate_high', round((p_figures.contact_bounds).high::numeric, 1),
    'response_rate', callback_private.rate(p_figures.responded, p_figures.received - p_figures.closed),
    'completion_rate', callback_private.rate(p_figures.completed, p_figures.acknowledged),
    'median_response_seconds', p_figures.median);
end
$$;

-- The bounds between which a rate lies with a confidence of 95 % (Wilson's score interval), in percent.
create or replace function callback_private.wilson_bounds(p_part bigint, p_whole bigint)
returns callback_private.wilson language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_z constant double precision := 1.959963984540054;
  v_whole constant double precision := p_whole;
  v_share double precision;
  v_middle double precision;
  v_half double precision;
begin
  if p_whole = 0 then
    return null;
  end if;
  v_share := p_part / v_whole;
  v_middle := v_share + v_z ^ 2 / (2 * v_whole);
  v_half := v_z * sqrt(v_share * (1 - v_share) / v_whole + v_z ^ 2 / (4 * v_whole ^ 2));
  return row(100 * greatest(v_middle - v_half, 0) / (1 + v_z ^ 2 / v_whole),
    100 * least((v_middle + v_half) / (1 + v_z ^ 2 / v_whole), 1));
end
$$;
