-- How soon a seller usually answers (docs/metrics.md), for buyers before they ask and for the seller: the time within
-- which three out of four of their requests got an answer. What was never answered counts as never, so that silence
-- makes it worse; what still waits counts once it has waited longer. Newer requests weigh more: half as much after
-- thirty days. From the newest 200 requests of 90 days, and null if fewer than five could be answered.

create or replace function callback_private.response_time(
  p_seller_id callback_private.person_id,
  out usual_minutes numeric,
  out requests bigint,
  out answered bigint
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  with recent as (
    select r.status, r.requested_at, r.cancelled_by, r.expires_at,
      coalesce(r.acknowledged_at, case r.cancelled_by when 'seller' then r.cancelled_at end) as answered_at
    from public.callback_requests r
    where r.seller_id = p_seller_id and r.requested_at > now() - interval '2160 hours'
    order by r.requested_at desc, r.id desc limit 200
  ), judged as (
    select
      r.answered_at is not null as is_answered,
      r.answered_at is null and r.status = 'pending' and r.expires_at > now() as is_waiting,
      -- By whole days, so that those of a day weigh the same.
      power(0.5::float8, floor(extract(epoch from now() - r.requested_at)::float8 / 86400) / 30) as weight,
      -- So far, where it still waits; null where no answer will come.
      case when r.answered_at is not null or r.expires_at > now() and r.status = 'pending'
        then extract(epoch from coalesce(r.answered_at, now()) - r.requested_at)::float8 / 60 end as minutes
    from recent r
    where (r.cancelled_by in ('operator', 'system')) is not true
      and (r.answered_at is not null or r.status in ('pending', 'expired'))
  ), counted as (
    select j.is_answered, j.is_waiting, j.minutes,
      coalesce(sum(j.weight) filter (where j.is_answered) over so_far, 0) as within,
      sum(j.weight) over () - coalesce(sum(j.weight) filter (where j.is_waiting) over sooner, 0) as all_by_then
    from judged j
    window so_far as (order by j.minutes nulls last range unbounded preceding),
      sooner as (order by j.minutes nulls last range between unbounded preceding and current row exclude group)
  )
  select count(*) filter (where not c.is_waiting), count(*) filter (where c.is_answered),
    round((min(c.minutes) filter (where c.is_answered and c.within >= 0.75 * c.all_by_then - 1e-9))::numeric, 1)
  into strict requests, answered, usual_minutes
  from counted c;
  if requests < 5 then
    usual_minutes := null;
  end if;
end
$$;

-- execute: users
create or replace function callback_private.get_callback_response_time(
  p_seller_id callback_private.person_id,
  p_user_id callback_private.person_id
)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_time constant record := callback_private.response_time(p_seller_id);
begin
  return jsonb_build_object(
    'usual_response_minutes', v_time.usual_minutes,
    -- How many requests a seller has is their own affair.
    'basis', case when p_seller_id is not distinct from v_user_id then
      jsonb_build_object('requests', v_time.requests, 'answered', v_time.answered) end);
end
$$;

-- execute: users
create or replace function public.get_callback_response_time(p_seller_id :person_id, p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_response_time(p_seller_id, p_user_id)::json;
end $$;
comment on function public.get_callback_response_time is 'How soon a seller usually answers: { usual_response_minutes, basis }; basis is for the seller alone.';
