-- Erases everything stored about a person, for good, and leaves the totals: in the app for oneself, by an operator, by
-- `ringback erase-person`. What belongs to a request goes as erase_request.sql says.

-- Everything of a person. Locks as create_request does, and the statistics first, so that nobody counts them at this
-- moment.
create or replace function callback_private.erase_person(p_person_id callback_private.person_id)
returns jsonb language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_counts jsonb;
begin
  perform pg_advisory_xact_lock(1919, hashtext(p_person_id::text));
  perform pg_advisory_xact_lock(1921, hashtext(p_person_id::text));
  perform from callback_private.stats_position for update;
  perform callback_private.refuse_if_held(p_person_id);
  v_counts := callback_private.erasure_json(p_person_id, now());
  update public.callback_requests set requester_id = null where requester_id = p_person_id;
  update public.callback_requests set seller_id = null where seller_id = p_person_id;
  update public.callback_request_notifications set recipient_id = null where recipient_id = p_person_id;
  update callback_private.held_requests set requester_id = null where requester_id = p_person_id;
  update callback_private.held_requests set seller_id = null where seller_id = p_person_id;
  -- Blocks against them stay while their account does: else an erasure would lift them.
  delete from callback_private.seller_blocks b where b.seller_id = p_person_id;
  delete from callback_private.trust_entries t where t.person_id = p_person_id and t.list = 'allow';
  delete from callback_private.confirmed_phones v where v.person_id = p_person_id;
  delete from callback_private.preferences p where p.user_id = p_person_id;
  delete from callback_private.devices d where d.user_id = p_person_id;
  perform callback_private.remember_erasure(p_person_id);
  return v_counts;
end
$$;

-- Notes that they are gone, and drops what hangs on no request, once in a transaction.
create or replace function callback_private.remember_erasure(p_person_id callback_private.person_id)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.erasures as e (person_hash) values (callback_private.person_hash(p_person_id))
    on conflict (person_hash) do update set erased_at = excluded.erased_at where e.erased_at < excluded.erased_at;
  if not found then
    return;
  end if;
  perform from callback_private.stats_position for update;
  delete from callback_private.stats s where s.user_id = p_person_id;
  delete from callback_private.stats_ahead s where s.user_id = p_person_id;
  delete from callback_private.sealed_stats s where s.user_id = p_person_id;
  delete from callback_private.refusals r where r.user_id = p_person_id;
  delete from callback_private.request_reports r where p_person_id in (r.seller_id, r.requester_id);
  delete from callback_private.request_facts f where f.requester_id = p_person_id;
  update callback_private.request_facts set seller_id = null where seller_id = p_person_id;
  delete from callback_private.idempotency_keys k where k.actor = callback_private.key_holder(p_person_id, null);
  update callback_private.audit a set (subject_id, data) = (select e.subject_id, e.data
    from callback_private.audit_of_erased(a) e)
    where a.subject_kind = 'person' and a.subject_id = p_person_id::text;
end
$$;

-- What is stored about them, in numbers: of an erasure, or of a preview, which has no time.
create or replace function callback_private.erasure_json(p_person_id callback_private.person_id,
  p_erased_at timestamptz)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'person_id', p_person_id::text,
      'erased_at', p_erased_at,
      'held_until', callback_private.held_until(p_person_id),
      'requests_made', count(*) filter (where r.requester_id = p_person_id),
      'requests_received', count(*) filter (where r.seller_id = p_person_id),
      'held_requests', (select count(*) from callback_private.held_requests h
        where p_person_id in (h.requester_id, h.seller_id) and h.decision is distinct from 'approved'),
      'open_requests', count(*) filter (where callback_private.effective_status(r.status, r.expires_at) in ('pending',
        'acknowledged')),
      'notifications', (select count(*) from public.callback_request_notifications n
        where n.recipient_id = p_person_id),
      'deliveries', (
        select count(*) from callback_private.deliveries d
        join public.callback_request_notifications n on n.id = d.notification_id where n.recipient_id = p_person_id),
      'devices', (select count(*) from callback_private.devices d where d.user_id = p_person_id))
    from public.callback_requests r where r.requester_id = p_person_id or r.seller_id = p_person_id);
end
$$;

-- A text that is no id of a person here names nobody.
create or replace function callback_private.require_person(p_person_id callback_private.person_id)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_person_id is null then
    perform callback_private.refuse('not_found', 'There is no such person.');
  end if;
end
$$;

-- execute: users
create or replace function callback_private.erase_callback_data(p_confirm text, p_user_id callback_private.person_id)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  if p_confirm is distinct from 'erase' then
    perform callback_private.refuse_input('confirm', 'confirm must be the word erase.');
  end if;
  return callback_private.erase_person(v_user_id);
end
$$;

-- execute: users
create or replace function public.erase_callback_data(p_confirm text default null, p_user_id :person_id default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.erase_callback_data(p_confirm, p_user_id)::json;
end $$;
comment on function public.erase_callback_data
  is 'Erases everything stored about the caller, for good; p_confirm is the word erase.';

-- execute: users
create or replace function callback_private.erase_callback_person(
  p_person_id callback_private.person_id,
  p_reason text,
  p_preview boolean,
  p_operator_id uuid
)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'admin');
  v_erasure jsonb;
begin
  perform callback_private.require_person(p_person_id);
  if p_preview then
    return callback_private.erasure_json(p_person_id, null);
  end if;
  v_erasure := callback_private.erase_person(p_person_id);
  perform callback_private.write_audit(v_operator_id, 'erase_person', 'person',
    callback_private.person_hash(p_person_id),
    jsonb_build_object('reason', p_reason));
  return v_erasure;
end
$$;

-- execute: users
create or replace function public.erase_callback_person(
  p_person_id :person_id,
  p_reason text default null,
  p_preview boolean default false,
  p_operator_id uuid default null
)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.erase_callback_person(p_person_id, p_reason, p_preview, p_operator_id)::json;
end $$;
comment on function public.erase_callback_person
  is 'For operators with the role admin: erases everything stored about a person, for good; p_preview only counts.';

-- The hashes of who was erased, for a file beside the backups: [{ person_hash, erased_at }].
-- execute: service
create or replace function callback_private.list_erasures()
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return (
    select coalesce(jsonb_agg(jsonb_build_object('person_hash', e.person_hash, 'erased_at', e.erased_at)
      order by e.erased_at), '[]')
    from callback_private.erasures e);
end
$$;

-- In a restored backup: erases again whom the list names and who has something from before. Returns how many they were,
-- and how many a legal hold in the backup kept: { erased, held }.
-- What people did after their erasure stays. Run it before a worker starts.
-- execute: service
create or replace function callback_private.erase_again(p_erasures jsonb)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_person record;
  v_erased integer := 0;
  v_held integer := 0;
begin
  perform callback_private.require_trusted();
  for v_person in
    select p.id, callback_private.held_until(p.id) is not null as is_held
    from callback_private.people_with_data() p
    join jsonb_to_recordset(p_erasures) e (person_hash text, erased_at timestamptz)
      on e.person_hash = callback_private.person_hash(p.id)
    where p.since <= e.erased_at
  loop
    if v_person.is_held then
      v_held := v_held + 1;
    else
      perform callback_private.erase_person(v_person.id);
      v_erased := v_erased + 1;
    end if;
  end loop;
  insert into callback_private.erasures as e (person_hash, erased_at)
    select l.person_hash, l.erased_at from jsonb_to_recordset(p_erasures) l (person_hash text, erased_at timestamptz)
    on conflict (person_hash) do update set erased_at = greatest(e.erased_at, excluded.erased_at);
  return jsonb_build_object('erased', v_erased, 'held', v_held);
end
$$;

-- Everyone of whom something is stored, and since when.
create or replace function callback_private.people_with_data()
returns table (id callback_private.person_id, since timestamptz)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select u.person_id::callback_private.person_id, min(u.at)
    from (
      select r.requester_id, r.requested_at from public.callback_requests r
      union all select r.seller_id, r.requested_at from public.callback_requests r
      union all select n.recipient_id, n.created_at from public.callback_request_notifications n
      union all select p.user_id, p.updated_at from callback_private.preferences p
      union all select d.user_id, d.registered_at from callback_private.devices d
      union all select r.user_id, r.refused_at from callback_private.refusals r
      union all select h.requester_id, h.held_at from callback_private.held_requests h
      union all select h.seller_id, h.held_at from callback_private.held_requests h
      union all select f.requester_id, f.happened_at from callback_private.request_facts f
      union all select v.person_id, v.verified_at from callback_private.confirmed_phones v
      union all select b.seller_id, b.blocked_at from callback_private.seller_blocks b
    ) u (person_id, at)
    where u.person_id is not null
    group by u.person_id;
end
$$;
