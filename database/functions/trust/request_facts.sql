-- The facts of a request at its moment. Every look-up goes by an index and reads at most the last 100 rows of a person, or
-- of a number, address, device or text under each key, so that a flood does not make the next request dear. Each hash is
-- looked up apart: `= any` in their place would read and sort all rows of them. Plans are generic, because PostgreSQL takes
-- a list of one or two keys for one of ten, and would plan each call for itself, which costs more than the look-up.

-- p_obstacle: what request_obstacle() found. The caller holds the locks of buyer, number and seller.
create or replace function callback_private.facts_of(p_request public.callback_requests, p_obstacle record, p_origin jsonb)
returns callback_private.request_facts language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_origin constant record := callback_private.request_origin(p_origin);
  v_text constant text := callback_private.own_text(p_request.message);
  v_facts callback_private.request_facts;
  v_phones uuid[];
  v_ips uuid[];
  v_devices uuid[];
  v_texts uuid[];
begin
  if not exists (select from callback_private.hash_keys) then
    perform callback_private.rotate_hash_keys();
  end if;
  select
      array_agg(callback_private.keyed_hash(k, 'phone', p_request.requester_phone) order by k.id desc),
      array_agg(callback_private.keyed_hash(k, 'ip', v_origin.ip) order by k.id desc),
      array_agg(callback_private.keyed_hash(k, 'device', v_origin.device) order by k.id desc),
      array_agg(callback_private.keyed_hash(k, 'text', nullif(v_text, '')) order by k.id desc)
    into v_phones, v_ips, v_devices, v_texts
    from callback_private.hash_keys k;

  v_facts.callback_request_id := p_request.id;
  v_facts.happened_at := now();
  v_facts.requester_id := p_request.requester_id;
  v_facts.seller_id := p_obstacle.seller_id;
  v_facts.listing_id := p_request.listing_id;
  v_facts.phone_hash := v_phones[1];
  v_facts.ip_hash := v_ips[1];
  v_facts.device_hash := v_devices[1];
  v_facts.text_hash := v_texts[1];
  v_facts.account_age_days := p_obstacle.account_age_days;
  v_facts.is_verified := p_obstacle.is_verified;
  v_facts.trust_score := p_obstacle.trust_score;
  v_facts.phone_kind := callback_private.phone_kind(p_request.requester_phone);
  v_facts.phone_is_own := coalesce(p_obstacle.is_verified and p_obstacle.buyer_phone = p_request.requester_phone, false);
  v_facts.phone_is_confirmed := callback_private.is_confirmed_phone(p_request.requester_id, p_request.requester_phone);
  v_facts.phone_is_sellers := coalesce(p_obstacle.seller_phone = p_request.requester_phone, false);
  v_facts.text_length := coalesce(length(v_text), 0);
  v_facts.has_link := coalesce(p_request.message ~* callback_private.link_pattern(), false);
  v_facts := callback_private.with_lists(v_facts, p_request.requester_phone);
  v_facts := callback_private.with_rates(v_facts, v_phones);
  v_facts := callback_private.with_shared(v_facts, v_phones, v_ips, v_devices);
  v_facts := callback_private.with_reports(v_facts, v_phones);
  return callback_private.with_texts(v_facts, v_text, v_phones, v_devices, v_texts);
end
$$;

-- How much the buyer and the seller had to do with lately.
create or replace function callback_private.with_rates(p_facts callback_private.request_facts, p_phones uuid[])
returns callback_private.request_facts language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan as $$
begin
  select
      1 + count(*) filter (where f.happened_at > now() - interval '1 hour'),
      1 + count(*),
      1 + count(*) filter (where f.seller_id = p_facts.seller_id),
      1 + count(distinct f.phone_hash) filter (where f.phone_hash <> all (p_phones))
    into p_facts.requests_hour, p_facts.requests_day, p_facts.same_seller_day, p_facts.numbers_day
    from (
      select x.happened_at, x.seller_id, x.phone_hash from callback_private.request_facts x
      where x.requester_id = p_facts.requester_id and x.happened_at > now() - interval '1 day'
      order by x.happened_at desc limit 100) f;
  p_facts.completed_before := (
    select count(*) filter (where r.status = 'completed')
    from (
      select x.status from public.callback_requests x
      where x.requester_id = p_facts.requester_id order by x.requested_at desc limit 50) r);
  p_facts.seller_requests_hour := 1 + (
    select count(*) from (
      select from public.callback_requests x
      where x.seller_id = p_facts.seller_id and x.requested_at > now() - interval '1 hour' order by x.requested_at desc limit 99) r);
  p_facts.refused_day := coalesce((
    select sum(r.times) from callback_private.refusals r
    where r.user_id = p_facts.requester_id and r.operation = 'submit_callback_request' and r.code <> 'rate_limited'
      and r.limit_name is null and r.refused_on > (now() at time zone 'UTC')::date - 1), 0);
  return p_facts;
end
$$;

-- Who else used the number, the device and the address.
create or replace function callback_private.with_shared(
  p_facts callback_private.request_facts,
  p_phones uuid[],
  p_ips uuid[],
  p_devices uuid[]
)
returns callback_private.request_facts language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan as $$
begin
  select
      1 + count(distinct f.requester_id) filter (where f.requester_id <> p_facts.requester_id),
      coalesce(bool_or(f.phone_is_own and f.requester_id <> p_facts.requester_id), false),
      coalesce(bool_or((f.phone_is_own or f.account_age_days >= 30) and f.requester_id <> p_facts.requester_id
        and (f.device_hash = any (p_devices) or f.ip_hash = any (p_ips))), false),
      1 + count(distinct f.seller_id) filter (where f.happened_at > now() - interval '1 day' and f.seller_id <> p_facts.seller_id)
    into p_facts.phone_people, p_facts.phone_is_anothers, p_facts.phone_is_of_household, p_facts.phone_sellers_day
    from (
      select x.requester_id, x.seller_id, x.happened_at, x.phone_is_own, x.account_age_days, x.device_hash, x.ip_hash
      from unnest(p_phones) h (hash) cross join lateral (
        select * from callback_private.request_facts y
        where y.phone_hash = h.hash order by y.happened_at desc limit 100) x) f;
  if p_devices[1] is not null then
    select
        1 + count(distinct f.requester_id) filter (where f.requester_id <> p_facts.requester_id),
        1 + count(*) filter (where f.happened_at > now() - interval '1 hour')
      into p_facts.device_people, p_facts.device_requests_hour
      from (
        select x.requester_id, x.happened_at from unnest(p_devices) h (hash) cross join lateral (
          select * from callback_private.request_facts y
          where y.device_hash = h.hash order by y.happened_at desc limit 100) x) f;
  end if;
  if p_ips[1] is not null then
    select
        1 + count(distinct f.requester_id),
        case when p_facts.account_age_days < 7 then 1 else 0 end + count(distinct f.requester_id) filter (where f.account_age_days < 7)
      into p_facts.ip_people, p_facts.ip_new_people
      from (
        select x.requester_id, x.account_age_days from unnest(p_ips) h (hash) cross join lateral (
          select * from callback_private.request_facts y
          where y.ip_hash = h.hash and y.happened_at > now() - interval '1 day' order by y.happened_at desc limit 100) x) f
      where f.requester_id <> p_facts.requester_id;
  end if;
  return p_facts;
end
$$;

-- To how many sellers the same actor (account, device or number) has sent the text. People repeat themselves: short texts do not count.
create or replace function callback_private.with_texts(
  p_facts callback_private.request_facts,
  p_text text,
  p_phones uuid[],
  p_devices uuid[],
  p_texts uuid[]
)
returns callback_private.request_facts language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan as $$
begin
  if p_facts.text_length < 25 then
    p_facts.text_sellers_day := 0;
    p_facts.similar_sellers_day := 0;
    p_facts.text_people_day := 0;
    return p_facts;
  end if;
  select
      1 + count(distinct f.seller_id) filter (where f.seller_id <> p_facts.seller_id and (f.requester_id = p_facts.requester_id
        or f.device_hash = any (p_devices) or f.phone_hash = any (p_phones))),
      1 + count(distinct f.requester_id) filter (where f.requester_id <> p_facts.requester_id)
    into p_facts.text_sellers_day, p_facts.text_people_day
    from (
      select x.seller_id, x.requester_id, x.device_hash, x.phone_hash from unnest(p_texts) h (hash) cross join lateral (
        select * from callback_private.request_facts y
        where y.text_hash = h.hash and y.happened_at > now() - interval '1 day' order by y.happened_at desc limit 100) x) f;
  p_facts.similar_sellers_day := p_facts.text_sellers_day;
  if p_facts.requests_day > 2 or greatest(p_facts.device_people, p_facts.phone_people) > 1 then
    p_facts.similar_sellers_day := 1 + callback_private.sellers_of_similar(p_facts, p_text, p_phones, p_devices);
  end if;
  return p_facts;
end
$$;

-- Other sellers who got a text like it in a day from the same actor; of the actor's last 20 requests.
create or replace function callback_private.sellers_of_similar(
  p_facts callback_private.request_facts,
  p_text text,
  p_phones uuid[],
  p_devices uuid[]
)
returns bigint language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan as $$
begin
  return (
    select count(distinct f.seller_id)
    from (
      select u.callback_request_id, u.seller_id, u.text_hash from (
        (select x.* from callback_private.request_facts x
          where x.requester_id = p_facts.requester_id and x.happened_at > now() - interval '1 day' order by x.happened_at desc limit 20)
        union
        (select x.* from unnest(p_devices) h (hash) cross join lateral (
          select y.* from callback_private.request_facts y
          where y.device_hash = h.hash and y.happened_at > now() - interval '1 day' order by y.happened_at desc limit 20) x)
        union
        (select x.* from unnest(p_phones) h (hash) cross join lateral (
          select y.* from callback_private.request_facts y
          where y.phone_hash = h.hash and y.happened_at > now() - interval '1 day' order by y.happened_at desc limit 20) x)) u
      where u.seller_id <> p_facts.seller_id and u.text_length between p_facts.text_length / 2 and p_facts.text_length * 2
      order by u.happened_at desc limit 20) f
    where f.text_hash = p_facts.text_hash or callback_private.text_similarity(p_text, callback_private.text_fingerprint(coalesce(
      (select r.message from public.callback_requests r where r.id = f.callback_request_id),
      (select h.request ->> 'message' from callback_private.held_requests h where h.id = f.callback_request_id)))) >= 0.6);
end
$$;

-- The fingerprint of what the buyer wrote; null for a text that the marketplace itself offers.
create or replace function callback_private.own_text(p_message text)
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if (select p_message = any (s.offered_texts) from callback_private.settings s where s.only_row) then
    return null;
  end if;
  return callback_private.text_fingerprint(p_message);
end
$$;
