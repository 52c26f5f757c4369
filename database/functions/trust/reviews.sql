-- The review desk: requests that were held, refused, or went through with a risk; those that share something with one; and decisions about
-- many at once, each in the audit.

-- waiting, waiting_for_code, approved, confirmed, rejected, withdrawn, lapsed: of a held one; else refused or sent.
create or replace function callback_private.review_state(p_facts callback_private.request_facts, p_held callback_private.held_requests)
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case
    when p_held.decision = 'approved' and p_held.operator_id is null and p_held.code_until is not null then 'confirmed'
    when p_held.decision is not null then p_held.decision
    when p_held.code_until is not null then 'waiting_for_code'
    when p_held.id is not null then 'waiting'
    when p_facts.outcome = 'refuse' then 'refused' else 'sent' end;
end
$$;

-- Those of p_ids in that order. What requests share is named by the beginning of its hash, which is no number and no address.
create or replace function callback_private.reviews_json(p_ids uuid[], p_sees_numbers boolean)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', f.callback_request_id,
      'state', callback_private.review_state(f, h),
      'status', callback_private.effective_status(r.status, r.expires_at),
      'at', f.happened_at,
      'score', f.score,
      'signals', callback_private.signals_json(f.signals),
      'buyer', jsonb_build_object('id', f.requester_id::text, 'name', callback_private.masked_text(buyer.full_name)),
      'account_age_days', f.account_age_days,
      'seller', jsonb_build_object('id', f.seller_id::text, 'name', callback_private.masked_text(seller.full_name)),
      'listing', jsonb_build_object('id', f.listing_id::text, 'title', callback_private.masked_text(listing.title)),
      'message', callback_private.masked_text(r.message),
      'phone_masked', case when p_sees_numbers then callback_private.masked_phone(r.requester_phone) end,
      'shared', jsonb_build_object(
        'phone', left(f.phone_hash::text, 8), 'device', left(f.device_hash::text, 8), 'ip', left(f.ip_hash::text, 8),
        'text', left(f.text_hash::text, 8)),
      'asked_at', h.asked_at,
      'asked_about', h.asked_about,
      'decided_at', h.decided_at,
      'operator_name', (select coalesce(o.name, o.subject) from callback_private.operators o where o.id = h.operator_id),
      'person_list', e.list) order by asked.place), '[]')
    from unnest(p_ids) with ordinality asked (id, place)
    join callback_private.request_facts f on f.callback_request_id = asked.id
    left join callback_private.held_requests h on h.id = f.callback_request_id
    left join lateral (
      select x.* from public.callback_requests x where x.id = asked.id
      union all
      select x.* from jsonb_populate_record(null::public.callback_requests, h.request) x where h.decision is distinct from 'approved'
      limit 1) r on true
    left join callback_private.trust_entries e on e.person_id = f.requester_id and (e.ends_at > now()) is not false
    left join lateral (select * from callback_private.profile(f.requester_id) offset 0) buyer on true
    left join lateral (select * from callback_private.profile(f.seller_id) offset 0) seller on true
    left join lateral (select * from callback_private.listing(f.listing_id) offset 0) listing on true);
end
$$;

-- The signals in words, the strongest first, with the points that the policy gives now.
create or replace function callback_private.signals_json(p_signals text[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'points', w.points, 'meaning', r.meaning)
      order by w.points desc, r.name), '[]')
    from callback_private.risk_rules() r
    cross join callback_private.settings s
    cross join lateral (select coalesce((s.risk_weights ->> r.name)::numeric, r.points)::integer as points) w
    where r.name = any (p_signals));
end
$$;

-- A page of places, newest first: what is in that state. asked: what waits because its buyer asked for a review.
create or replace function callback_private.review_places(p_state text, p_before_at timestamptz, p_before_id uuid, p_limit integer)
returns table (id uuid, at timestamptz) language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if p_state in ('waiting', 'asked', 'decided') then
    return query
      select h.id, h.held_at from callback_private.held_requests h
      where (h.decision is not null) = (p_state = 'decided') and (h.held_at, h.id) < (p_before_at, p_before_id)
        and (h.decision is not null or (h.code_until is null and (h.asked_at is not null) = (p_state = 'asked')))
      order by h.held_at desc, h.id desc limit p_limit;
  else
    return query
      select f.callback_request_id, f.happened_at from callback_private.request_facts f
      where f.score >= 30 and (f.happened_at, f.callback_request_id) < (p_before_at, p_before_id)
        and case p_state when 'refused' then f.outcome = 'refuse' else f.outcome = 'allow' end
      order by f.happened_at desc, f.callback_request_id desc limit p_limit;
  end if;
end
$$;

-- What shares its buyer, number, device, address or text with the request, newest first, itself included.
create or replace function callback_private.related_places(p_id uuid, p_before_at timestamptz, p_before_id uuid, p_limit integer)
returns table (id uuid, at timestamptz) language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select distinct x.callback_request_id, x.happened_at
    from callback_private.request_facts f
    cross join lateral (
      (select y.* from callback_private.request_facts y where y.requester_id = f.requester_id order by y.happened_at desc limit 500)
      union all
      (select y.* from callback_private.request_facts y where y.phone_hash = f.phone_hash order by y.happened_at desc limit 500)
      union all
      (select y.* from callback_private.request_facts y where y.device_hash = f.device_hash order by y.happened_at desc limit 500)
      union all
      (select y.* from callback_private.request_facts y where y.ip_hash = f.ip_hash order by y.happened_at desc limit 500)
      union all
      (select y.* from callback_private.request_facts y where y.text_hash = f.text_hash and f.text_length >= 25
        order by y.happened_at desc limit 500)) x
    where f.callback_request_id = p_id and (x.happened_at, x.callback_request_id) < (p_before_at, p_before_id)
    order by x.happened_at desc, x.callback_request_id desc limit p_limit;
end
$$;

-- execute: users
create or replace function callback_private.list_callback_reviews(
  p_state text,
  p_related_to uuid,
  p_limit integer,
  p_cursor text,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer');
  v_limit constant integer := coalesce(p_limit, 20);
  v_cursor record;
  v_place record;
  v_last record;
  v_ids uuid[] := '{}';
  v_next text;
begin
  perform callback_private.check_page(null, v_limit, 0);
  if (p_state in ('waiting', 'asked', 'decided', 'sent', 'refused')) is not true and p_related_to is null then
    perform callback_private.refuse_input('state', 'state must be waiting, asked, decided, sent or refused.');
  end if;
  v_cursor := callback_private.read_cursor(p_cursor);
  for v_place in
    select * from callback_private.related_places(p_related_to, v_cursor.before_at, v_cursor.before_id, v_limit + 1)
      where p_related_to is not null
    union all
    select * from callback_private.review_places(p_state, v_cursor.before_at, v_cursor.before_id, v_limit + 1)
      where p_related_to is null
    order by at desc, id desc
  loop
    if cardinality(v_ids) = v_limit then
      v_next := callback_private.cursor_of(v_last.at, v_last.id);
      exit;
    end if;
    v_ids := v_ids || v_place.id;
    v_last := v_place;
  end loop;
  return jsonb_build_object(
    'items', callback_private.reviews_json(v_ids, callback_private.sees_numbers(v_operator_id)),
    'next_cursor', v_next,
    'waiting', (select count(*) from (
      select from callback_private.held_requests h where h.decision is null and h.code_until is null limit 1000) w),
    'asked', (select count(*) from (
      select from callback_private.held_requests h where h.decision is null and h.asked_at is not null limit 1000) a));
end
$$;

-- execute: users
create or replace function public.list_callback_reviews(
  p_state text default null,
  p_related_to uuid default null,
  p_limit integer default 20,
  p_cursor text default null,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.list_callback_reviews(p_state, p_related_to, p_limit, p_cursor, p_operator_id)::json;
end $$;
comment on function public.list_callback_reviews is 'For operators: a page of held, refused or risky requests, or of what is related to one: { items, next_cursor, waiting, asked }.';

-- A decision about one, of which lock_parties() was called to approve it; returns its outcome. approve and reject decide what waits; reject closes what was sent and is open; reopen
-- takes a rejection back, or that nobody decided.
create or replace function callback_private.decide_review(p_id uuid, p_decision text, p_reason text, p_operator_id uuid)
returns text language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_data constant jsonb := jsonb_strip_nulls(jsonb_build_object('reason', callback_private.masked_text(p_reason)));
  v_held callback_private.held_requests;
  v_code text;
begin
  select * into v_held from callback_private.held_requests h where h.id = p_id for update;
  if p_decision = 'approve' and v_held.id is not null and v_held.decision is null then
    perform callback_private.release_held(v_held, p_operator_id);
    perform callback_private.write_audit(p_operator_id, 'approve_review', 'callback_request', p_id::text, v_data);
    return 'approved';
  elsif p_decision = 'reject' and v_held.id is not null and v_held.decision is null then
    perform callback_private.end_held(v_held, 'rejected', 'operator', p_operator_id, p_reason);
    perform callback_private.write_audit(p_operator_id, 'reject_review', 'callback_request', p_id::text, v_data);
    return 'rejected';
  elsif p_decision = 'reopen' and v_held.decision in ('rejected', 'lapsed') and v_held.holds_day then
    perform callback_private.reopen_held(v_held, p_operator_id);
    perform callback_private.write_audit(p_operator_id, 'reopen_review', 'callback_request', p_id::text, v_data);
    return 'reopened';
  elsif p_decision = 'reject' and (v_held.decision = 'approved' or v_held.id is null) then
    perform callback_private.close_request(p_id, p_reason, p_operator_id);
    return 'closed';
  end if;
  return 'unchanged';
exception when sqlstate 'PT404' or sqlstate 'PT409' then
  get stacked diagnostics v_code = pg_exception_hint;
  return v_code;
end
$$;

-- p_decision: { ids, decision, reason, block }. block: person, phone or both are blocked as well.
-- execute: users
create or replace function callback_private.decide_callback_reviews(p_decision jsonb, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
  v_ids constant uuid[] := callback_private.sent_ids(p_decision -> 'ids');
  v_decision constant text := p_decision ->> 'decision';
  v_block constant text := p_decision ->> 'block';
  v_reason constant text := callback_private.trimmed(p_decision ->> 'reason');
  v_results jsonb := '[]';
  v_entries uuid[] := '{}';
  v_id uuid;
begin
  if (v_decision in ('approve', 'reject', 'reopen')) is not true then
    perform callback_private.refuse_input('decision', 'decision must be approve, reject or reopen.');
  end if;
  if not callback_private.is_plain_text(v_reason, 500, true) then
    perform callback_private.refuse_input('reason', 'reason must be at most 500 characters.');
  end if;
  if v_block is not null and (v_decision <> 'reject' or v_block not in ('person', 'phone', 'both')) then
    perform callback_private.refuse_input('block', 'block must be person, phone or both, with reject.');
  end if;
  if v_block is not null and not callback_private.operator_is(v_operator_id, 'admin') then
    perform callback_private.refuse('forbidden', 'Only an operator with the role admin may do this.');
  end if;
  if v_decision = 'approve' then
    perform callback_private.lock_parties(v_ids);
  end if;
  foreach v_id in array v_ids loop
    v_results := v_results || jsonb_build_object(
      'id', v_id, 'outcome', callback_private.decide_review(v_id, v_decision, v_reason, v_operator_id));
  end loop;
  if v_block is not null then
    v_entries := callback_private.block_senders(v_ids, v_block, coalesce(v_reason, 'Rejected in review'), v_operator_id);
  end if;
  return jsonb_build_object('results', v_results, 'trust_entry_ids', to_jsonb(v_entries));
end
$$;

-- 1 to 500 ids, each once.
create or replace function callback_private.sent_ids(p_ids jsonb)
returns uuid[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_ids uuid[];
begin
  if jsonb_typeof(p_ids) = 'array' then
    v_ids := array(select distinct i.id::uuid from jsonb_array_elements_text(p_ids) i (id));
  end if;
  if (cardinality(v_ids) between 1 and 500) is not true then
    perform callback_private.refuse_input('ids', 'ids must be 1 to 500 ids.');
  end if;
  return v_ids;
exception when invalid_text_representation then
  perform callback_private.refuse_input('ids', 'ids must be 1 to 500 ids.');
  return null;
end
$$;

-- Blocks who sent these requests, or their numbers; returns the entries.
create or replace function callback_private.block_senders(p_ids uuid[], p_block text, p_reason text, p_operator_id uuid)
returns uuid[] language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_entries uuid[] := '{}';
  v_sender record;
begin
  for v_sender in
    select f.requester_id, null as phone from callback_private.request_facts f
      where f.callback_request_id = any (p_ids) and f.requester_id is not null
        and p_block in ('person', 'both') group by f.requester_id
    union all
    select null, x.phone from (
      select h.requester_phone as phone from callback_private.held_requests h where h.id = any (p_ids)
      union
      select r.requester_phone from public.callback_requests r where r.id = any (p_ids)) x
      where x.phone is not null and p_block in ('phone', 'both') -- an old one may be forgotten
  loop
    v_entries := v_entries || callback_private.enter_trust(
      v_sender.requester_id, v_sender.phone, 'block', p_reason, null, p_operator_id);
  end loop;
  return v_entries;
end
$$;

-- execute: users
create or replace function public.decide_callback_reviews(p_decision jsonb, p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.decide_callback_reviews(p_decision, p_operator_id)::json;
end $$;
comment on function public.decide_callback_reviews is 'For operators with the role support: approves, rejects or reopens requests; an admin may block their senders too: { results, trust_entry_ids }.';
