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
  v_sort constant text := coalesce(p_sort, '-requests');
begin
  perform callback_private.require_figure_days(v_from, v_to);
  if ltrim(v_sort, '-') <> all (array['requests', 'answer_rate', 'contact_rate', 'median']) then
    perform callback_private.refuse_input('sort', 'sort must be requests, answer_rate, contact_rate or median.');
  end if;
  perform callback_private.check_page(null, coalesce(p_limit, 20), 0);
  return (
    select jsonb_build_object('from', v_from, 'to', v_to, 'sellers', count(*),
      'items', coalesce(jsonb_agg(callback_private.seller_figures_json(s) order by s.place)
        filter (where s.place <= coalesce(p_limit, 20)), '[]'))
    from (
      select f.*, row_number() over (order by
        case v_sort when 'requests' then f.received when 'answer_rate' then (f.answer_bounds).low
          when 'contact_rate' then (f.contact_bounds).low when 'median' then f.median end nulls last,
        case v_sort when '-requests' then f.received when '-answer_rate' then (f.answer_bounds).low
          when '-contact_rate' then (f.contact_bounds).low when '-median' then f.median end desc nulls last,
        f.received desc, f.seller_id) as place
      from callback_private.seller_figures(v_from, v_to) f
    ) s);
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

-- The counts of each seller. Those who were erased are no longer known and are left out.
create or replace function callback_private.seller_figures(p_from date, p_to date)
returns table (
  seller_id callback_private.person_id, received bigint, answered bigint, could_answer bigint, contacts bigint,
  responded bigint, closed bigint, completed bigint, acknowledged bigint, declined bigint, expired bigint,
  median numeric,
  answer_bounds callback_private.wilson, contact_bounds callback_private.wilson
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with requests as (
    select r.seller_id::callback_private.person_id as seller_id, r.status,
      (r.cancelled_by in ('operator', 'system')) is true as is_closed,
      case when (r.cancelled_by in ('operator', 'system')) is not true then
        coalesce(r.acknowledged_at, case r.cancelled_by when 'seller' then r.cancelled_at end) - r.requested_at
      end as waited,
      r.acknowledged_at, r.cancelled_by,
      r.status = 'expired' or (r.status in ('pending', 'acknowledged') and r.expires_at <= now()) as is_expired,
      exists (select from callback_private.confirmations c where r.status = 'completed'
        and c.callback_request_id = r.id and c.seller_id = r.seller_id and c.answer <> 'talked') as is_contradicted
    from public.callback_requests r
    where r.requested_on between p_from and p_to and r.seller_id is not null
  ), counted as (
    select q.seller_id,
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
    group by q.seller_id
    having count(*) >= 5
  )
  select c.*, callback_private.wilson_bounds(c.answered, c.could_answer),
    callback_private.wilson_bounds(c.contacts, c.could_answer)
  from counted c;
end
$$;

create or replace function callback_private.seller_figures_json(p_figures record)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'id', p_figures.seller_id::text,
    'name', (select p.full_name from callback_private.profile(p_figures.seller_id) p),
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
