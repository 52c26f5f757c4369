-- A seller blocks the buyer of a request, or reports it. The buyer learns of neither: a blocked buyer finds a seller who cannot call back.

-- Whether either has blocked the other, in the marketplace or here.
create or replace function callback_private.is_blocked_pair(p_buyer_id callback_private.person_id, p_seller_id callback_private.person_id)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return exists (
      select from callback_private.host_blocks b
      where b.blocker_id = any (array[p_buyer_id, p_seller_id]) and b.blocked_id = any (array[p_buyer_id, p_seller_id])
        and b.blocked_id <> b.blocker_id)
    or exists (
      select from callback_private.seller_blocks b where b.seller_id = p_seller_id and b.buyer_id = p_buyer_id);
end
$$;

-- p_report: { reason: fake_number, spam or null, block: true or false }; what it leaves out stays.
-- execute: users
create or replace function callback_private.report_callback_request(
  p_request_id uuid,
  p_report jsonb,
  p_user_id callback_private.person_id
)
returns json language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
  v_request public.callback_requests;
begin
  v_request := callback_private.lock_request_of_seller(p_request_id, v_user_id);
  if v_request.requester_id is null then
    perform callback_private.refuse('conflict', 'This buyer is no longer here.');
  end if;
  if jsonb_typeof(p_report) is distinct from 'object' then
    perform callback_private.refuse_input('report', 'report must be a JSON object.');
  end if;
  if p_report ? 'reason' then
    perform callback_private.set_report(v_request, p_report ->> 'reason');
  end if;
  if p_report ? 'block' then
    perform callback_private.set_seller_block(v_request, p_report -> 'block');
  end if;
  return callback_private.seller_report_json(v_request);
end
$$;

create or replace function callback_private.set_report(p_request public.callback_requests, p_reason text)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  if p_reason is null then
    delete from callback_private.request_reports r where r.callback_request_id = p_request.id;
  else
    insert into callback_private.request_reports (callback_request_id, seller_id, requester_id, phone_hash, reason)
      values (p_request.id, p_request.seller_id, p_request.requester_id, (
        select f.phone_hash from callback_private.request_facts f where f.callback_request_id = p_request.id), p_reason)
      on conflict on constraint request_reports_pkey do update set reason = excluded.reason;
  end if;
exception when check_violation then
  perform callback_private.refuse_violation('request_reports_reason_check', null);
end
$$;

create or replace function callback_private.set_seller_block(p_request public.callback_requests, p_block jsonb)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  if p_block = 'true' then
    insert into callback_private.seller_blocks (seller_id, buyer_id) values (p_request.seller_id, p_request.requester_id)
      on conflict on constraint seller_blocks_pkey do nothing;
  elsif p_block = 'false' then
    delete from callback_private.seller_blocks b
      where b.seller_id = p_request.seller_id and b.buyer_id = p_request.requester_id;
  else
    perform callback_private.refuse_input('block', 'block must be true or false.');
  end if;
end
$$;

create or replace function callback_private.seller_report_json(p_request public.callback_requests)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return json_build_object(
    'id', p_request.id,
    'reason', (
      select r.reason from callback_private.request_reports r where r.callback_request_id = p_request.id),
    'is_blocked', exists (
      select from callback_private.seller_blocks b
      where b.seller_id = p_request.seller_id and b.buyer_id = p_request.requester_id));
end
$$;

-- execute: users
create or replace function public.report_callback_request(p_request_id uuid, p_report jsonb, p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.report_callback_request(p_request_id, p_report, p_user_id);
end $$;
comment on function public.report_callback_request is 'The seller reports a request (fake_number, spam), blocks its buyer, or takes either back: { id, reason, is_blocked }. The buyer learns of neither.';

-- The facts with what other sellers reported.
create or replace function callback_private.with_reports(p_facts callback_private.request_facts, p_phones uuid[])
returns callback_private.request_facts language plpgsql stable set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan as $$
begin
  select
      count(distinct r.seller_id) filter (where r.reason = 'spam'),
      count(distinct r.seller_id) filter (where r.reason = 'fake_number')
    into p_facts.spam_reports, p_facts.fake_number_reports
    from (
      (select x.* from callback_private.request_reports x
        where x.requester_id = p_facts.requester_id order by x.reported_at desc limit 50)
      union
      (select x.* from unnest(p_phones) h (hash) cross join lateral (
        select y.* from callback_private.request_reports y
        where y.phone_hash = h.hash order by y.reported_at desc limit 50) x)) r
    where r.reported_at > now() - (select s.identifiers_kept_for from callback_private.settings s where s.only_row);
  return p_facts;
end
$$;
