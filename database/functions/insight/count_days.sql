-- What the marketplace's figures are made of (docs/metrics.md): the requests made on some days, counted, and what is
-- sealed of those days. Kept days (day_figures) and those that are read before they are kept are counted by this one
-- function.

-- Lengths of time are counted in buckets, each a tenth longer than the one before: whatever is taken from the middle of
-- a bucket is at most 5 % off.
create or replace function callback_private.time_bucket(p_seconds double precision)
returns integer language sql immutable parallel safe
return floor(ln(greatest(p_seconds, 1)) / ln(1.1::double precision))::integer;

create or replace function callback_private.bucket_seconds(p_bucket double precision)
returns double precision language sql immutable parallel safe
return 1.1::double precision ^ p_bucket;

-- A name is a word, or a word and a value. p_category and p_country: only of those; none for listings without one.
-- p_is_split: a row for each category and country; else both are empty.
create or replace function callback_private.count_days(
  p_days date[],
  p_category text default null,
  p_country text default null,
  p_is_split boolean default false
)
returns table (day date, category text, country text, name text, amount bigint)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_zone constant text := (select s.time_zone from callback_private.settings s where s.only_row);
begin
  return query
  with requests as materialized (
    select r.id, r.requested_on as day, r.priority, r.callback_reason, r.preferred_time, r.preferred_days, r.is_repeat,
      case when p_is_split then coalesce(r.listing_category, 'none') else '' end as category,
      case when p_is_split then coalesce(r.listing_country, 'none') else '' end as country,
      extract(hour from r.requested_at at time zone v_zone) as hour,
      r.acknowledged_at is not null and (r.cancelled_by in ('operator', 'system')) is not true as is_acknowledged,
      case when (r.cancelled_by in ('operator', 'system')) is not true
        then extract(epoch from coalesce(r.acknowledged_at, case r.cancelled_by when 'seller' then r.cancelled_at end)
          - r.requested_at)::double precision end as response,
      extract(epoch from r.completed_at - r.requested_at)::double precision as completion,
      case
        when r.status = 'cancelled' then
          case r.cancelled_by when 'buyer' then 'withdrawn' when 'seller' then 'declined' else 'closed' end
        when r.status in ('pending', 'acknowledged') and r.expires_at <= now() then 'expired'
        else r.status
      end as state
    from public.callback_requests r
    where r.requested_on = any (p_days)
      and coalesce(r.listing_category, 'none') = coalesce(p_category, r.listing_category, 'none')
      and coalesce(r.listing_country, 'none') = coalesce(p_country, r.listing_country, 'none')
  ), sealed as materialized (
    select f.day, f.name, f.amount,
      case when p_is_split then f.category else '' end as category,
      case when p_is_split then f.country else '' end as country
    from callback_private.sealed_figures f
    where f.day = any (p_days) and f.category = coalesce(p_category, f.category)
      and f.country = coalesce(p_country, f.country)
  ), calls as materialized (
    select q.id, q.day, q.category, q.country, q.state, a.outcome, a.attempted_at at time zone v_zone as attempted_at,
      row_number() over (partition by q.id order by a.attempted_at, a.id) as number
    from requests q join callback_private.attempts a on a.callback_request_id = q.id
  ), called as materialized (
    select c.id, min(c.number) filter (where c.outcome = 'reached') as reached_after from calls c group by c.id
  ), words as (
    select q.day, q.category, q.country,
      count(*) as received,
      count(*) filter (where q.is_repeat) as repeats,
      count(*) filter (where q.is_acknowledged) as acknowledged,
      count(q.response) as answered,
      count(*) filter (where q.state = 'expired' and q.response is null) as unanswered,
      count(*) filter (where q.state = 'completed' or (q.state <> 'closed' and c.id is not null)) as attempted,
      coalesce(sum(round(q.response)) filter (where q.is_acknowledged), 0)::bigint as acknowledgement_seconds,
      coalesce(sum(round(q.response)), 0)::bigint as response_seconds,
      coalesce(sum(round(q.completion)), 0)::bigint as completion_seconds
    from requests q left join called c on c.id = q.id
    group by q.day, q.category, q.country
  ), counted as (
    select w.day, w.category, w.country, v.name, v.amount from words w cross join lateral (values
      ('received', w.received), ('repeats', w.repeats), ('acknowledged', w.acknowledged), ('answered', w.answered),
      ('unanswered', w.unanswered), ('attempted', w.attempted),
      ('acknowledgement_seconds', w.acknowledgement_seconds), ('response_seconds', w.response_seconds),
      ('completion_seconds', w.completion_seconds)) v (name, amount)
    union all
    select q.day, q.category, q.country, 'contradicted', count(*)
      from requests q join callback_private.confirmations f on f.callback_request_id = q.id and f.answer <> 'talked'
      group by q.day, q.category, q.country
    union all
    select q.day, q.category, q.country, 'state:' || q.state, count(*)
      from requests q group by q.day, q.category, q.country, q.state
    union all
    select q.day, q.category, q.country, 'priority:' || q.priority, count(*)
      from requests q group by q.day, q.category, q.country, q.priority
    union all
    select q.day, q.category, q.country, 'reason:' || coalesce(q.callback_reason, 'none'), count(*)
      from requests q group by q.day, q.category, q.country, q.callback_reason
    union all
    select q.day, q.category, q.country, 'hour:' || q.hour, count(*)
      from requests q group by q.day, q.category, q.country, q.hour
    union all
    select q.day, q.category, q.country, 'response:' || q.bucket, count(*)
      from (select r.*, callback_private.time_bucket(r.response) as bucket from requests r
        where r.response is not null) q group by q.day, q.category, q.country, q.bucket
    union all
    select q.day, q.category, q.country, 'completion:' || q.bucket, count(*)
      from (select r.*, callback_private.time_bucket(r.completion) as bucket from requests r
        where r.completion is not null) q group by q.day, q.category, q.country, q.bucket
    union all
    select c.day, c.category, c.country, 'outcome:' || c.outcome, count(*)
      from calls c group by c.day, c.category, c.country, c.outcome
    union all
    select c.day, c.category, c.country,
      'called:' || extract(isodow from c.attempted_at) || '-' || extract(hour from c.attempted_at), count(*)
      from calls c
      group by c.day, c.category, c.country, extract(isodow from c.attempted_at), extract(hour from c.attempted_at)
    union all
    select q.day, q.category, q.country, 'reached_after:' || c.reached_after, count(*)
      from called c join requests q on q.id = c.id where c.reached_after is not null
      group by q.day, q.category, q.country, c.reached_after
    union all
    select q.day, q.category, q.country, 'preferred:' || p.weekday || '-' || p.hour, sum(q.requests)::bigint
      from (
        select r.day, r.category, r.country, r.preferred_time, r.preferred_days, count(*) as requests from requests r
        where r.preferred_time is not null or r.preferred_days is not null
        group by r.day, r.category, r.country, r.preferred_time, r.preferred_days
        union all
        select s.day, s.category, s.country, nullif(split_part(substr(s.name, 7), '/', 1), ''),
          string_to_array(nullif(split_part(s.name, '/', 2), ''), ','), s.amount
          from sealed s where s.name like 'times:%'
      ) q
      cross join lateral callback_private.preferred_hours(q.preferred_time, q.preferred_days) p
      group by q.day, q.category, q.country, p.weekday, p.hour
    union all
    select s.day, s.category, s.country, s.name, sum(s.amount)::bigint
      from sealed s where s.name not like 'times:%' group by s.day, s.category, s.country, s.name
  )
  select c.day, c.category, c.country, c.name, c.amount from counted c where c.amount > 0;
end
$$;

-- The hours of the week that a buyer prefers, as they name them; an hour counts from its first minute in the range on.
create or replace function callback_private.preferred_hours(p_time text, p_days text[])
returns table (weekday integer, hour integer)
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_hours constant record := callback_private.read_preferred_time(p_time);
  v_first constant integer := extract(hour from v_hours.opens);
  v_last integer := ceil(extract(epoch from v_hours.closes - time '00:00') / 3600) - 1;
begin
  if v_hours.opens is null then
    return;
  end if;
  if v_hours.closes < v_hours.opens then
    v_last := v_last + 24;
  end if;
  return query
    select ((d.number - 1 + h.number / 24) % 7 + 1)::integer, h.number % 24
    from unnest(array['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
      with ordinality d (name, number)
    cross join generate_series(v_first, v_last) h (number)
    where p_days is null or d.name = any (p_days);
end
$$;
