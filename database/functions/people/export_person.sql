-- Everything stored about a person, for themselves: in the app, by an operator, by `ringback export-person`. Of others
-- it has first names as the app shows them, and what they wrote to this person without numbers and mail addresses; no
-- number, mail address or note of anyone else.

create or replace function callback_private.personal_data(p_person_id callback_private.person_id)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'person_id', p_person_id::text,
      'exported_at', now(),
      'locale', coalesce(p.locale, person.locale, s.locale),
      'marketplace', s.brand_name,
      'profile', to_jsonb(person),
      'requests_made', callback_private.exported_requests(p_person_id, 'buyer'),
      'requests_received', callback_private.exported_requests(p_person_id, 'seller'),
      'notifications', callback_private.exported_notifications(p_person_id),
      'preferences', to_jsonb(p) - 'user_id',
      'devices', (select coalesce(jsonb_agg(to_jsonb(d) - 'user_id' order by d.registered_at, d.id), '[]')
        from callback_private.devices d where d.user_id = p_person_id),
      -- Not what was made of them, nor what sellers reported: that would teach how to stay below the score.
      'request_facts', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'callback_request_id', f.callback_request_id, 'happened_at', f.happened_at,
          'account_age_days', f.account_age_days, 'is_verified', f.is_verified, 'trust_score', f.trust_score,
          'completed_before', f.completed_before, 'requests_hour', f.requests_hour, 'requests_day', f.requests_day,
          'phone_kind', f.phone_kind, 'phone_is_own', f.phone_is_own, 'text_length', f.text_length,
          'has_link', f.has_link) order by f.happened_at), '[]')
        from callback_private.request_facts f where f.requester_id = p_person_id),
      'confirmed_phones', (
        select coalesce(jsonb_agg(jsonb_build_object('phone', v.phone, 'verified_at', v.verified_at) order by v.verified_at), '[]')
        from callback_private.confirmed_phones v where v.person_id = p_person_id),
      'blocked_buyers', (
        select coalesce(jsonb_agg(jsonb_build_object('buyer_id', b.buyer_id::text, 'blocked_at', b.blocked_at)
          order by b.blocked_at), '[]')
        from callback_private.seller_blocks b where b.seller_id = p_person_id),
      'reports_made', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'callback_request_id', r.callback_request_id, 'reason', r.reason, 'reported_at', r.reported_at)
          order by r.reported_at), '[]')
        from callback_private.request_reports r where r.seller_id = p_person_id),
      'refusals', (select coalesce(jsonb_agg(to_jsonb(r) - 'user_id' order by r.id), '[]')
        from callback_private.refusals r where r.user_id = p_person_id),
      'idempotency_keys', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'key', k.key, 'callback_request_id', k.callback_request_id, 'created_at', k.created_at)
            order by k.created_at), '[]')
        from callback_private.idempotency_keys k where k.actor = callback_private.key_holder(p_person_id, null)),
      'statistics', callback_private.stats_json(p_person_id),
      'staff_actions', callback_private.exported_audit(p_person_id))
    from callback_private.settings s
    left join callback_private.profile(p_person_id) person on true
    left join callback_private.preferences p on p.user_id = p_person_id
    where s.only_row);
end
$$;

-- What they asked, or were asked for, as that side reads it.
create or replace function callback_private.exported_requests(p_person_id callback_private.person_id, p_side text)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_ids constant uuid[] := array(
    select a.id from (
      select r.id, r.requested_at from public.callback_requests r
      where p_person_id = case p_side when 'seller' then r.seller_id else r.requester_id end
        and p_person_id in (r.seller_id, r.requester_id)
      union all
      select h.id, h.held_at from callback_private.held_requests h
      where p_side = 'buyer' and h.requester_id = p_person_id and h.decision is distinct from 'approved') a
    order by a.requested_at, a.id);
begin
  return (
    select coalesce(jsonb_agg(
      case p_side
        when 'buyer' then r || jsonb_build_object('cancel_reason', case r ->> 'cancelled_by'
          when 'buyer' then r ->> 'cancel_reason' else callback_private.masked_text(r ->> 'cancel_reason') end)
        else r - array['requester_phone', 'requester_phone_masked', 'requester_name', 'message']
          || jsonb_build_object('cancel_reason', case r ->> 'cancelled_by'
          when 'seller' then r ->> 'cancel_reason' else callback_private.masked_text(r ->> 'cancel_reason') end) end
      || jsonb_build_object(
        'consent', case p_side when 'buyer' then callback_private.given_consent((r ->> 'id')::uuid) end,
        'requester', jsonb_build_object('name', callback_private.first_name(r #>> '{requester,name}')),
        'seller', jsonb_build_object('name', callback_private.first_name(r #>> '{seller,name}')),
        'history', (
          select jsonb_agg(h || jsonb_build_object('data', (h -> 'data') - 'reason') order by place)
          from jsonb_array_elements(r -> 'history') with ordinality e (h, place)))
      order by place), '[]')
    from unnest(callback_private.requests_json(v_ids, p_person_id, true)) with ordinality a (answer, place)
    cross join lateral (select a.answer::jsonb as r) j);
end
$$;

create or replace function callback_private.exported_notifications(p_person_id callback_private.person_id)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', n.id, 'callback_request_id', n.callback_request_id, 'notification_type', n.notification_type, 'title',
          n.title,
        'message', callback_private.masked_text(n.message), 'status', n.status, 'created_at', n.created_at, 'read_at',
          n.read_at,
        'deliveries', callback_private.exported_deliveries(n.id))
      order by n.created_at, n.id), '[]')
    from public.callback_request_notifications n where n.recipient_id = p_person_id);
end
$$;

create or replace function callback_private.exported_deliveries(p_notification_id uuid)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'channel', d.channel, 'status', d.status, 'reason', d.error_code, 'provider_id', d.provider_id, 'created_at',
          d.created_at,
        'sent_at', d.sent_at, 'delivered_at', d.delivered_at,
        'subject', callback_private.masked_text(t.subject), 'text', callback_private.masked_text(t.body))
      order by d.created_at, d.id), '[]')
    from callback_private.deliveries d left join callback_private.sent_texts t on t.delivery_id = d.id
    where d.notification_id = p_notification_id);
end
$$;

-- What the marketplace's staff did about them, without their names.
create or replace function callback_private.exported_audit(p_person_id callback_private.person_id)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'at', a.at, 'by', 'the marketplace''s staff', 'action', a.action, 'subject_kind', a.subject_kind, 'subject_id',
          a.subject_id)
      order by a.id), '[]')
    from callback_private.audit a
    where (a.subject_kind = 'person' and a.subject_id = p_person_id::text
        and a.action not in ('block_subject', 'allow_subject', 'remove_trust_entry')) -- blocks stay hidden
      or (a.subject_kind = 'callback_request' and a.subject_id in (
        select r.id::text from public.callback_requests r where r.requester_id = p_person_id
        union
        select h.id::text from callback_private.held_requests h where h.requester_id = p_person_id))
      or (a.subject_kind = 'callback_request' and a.subject_id in (
          select r.id::text from public.callback_requests r where r.seller_id = p_person_id)
        and a.action not in ('approve_review', 'reject_review', 'reopen_review'))); -- a seller has no sign of what was held
end
$$;

-- A name as far as others' exports have it.
create or replace function callback_private.first_name(p_name text)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return split_part(btrim(p_name), ' ', 1);
end
$$;

-- execute: users
create or replace function callback_private.export_callback_data(p_user_id callback_private.person_id)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_user_id constant callback_private.person_id := callback_private.acting_user(p_user_id);
begin
  return callback_private.personal_data(v_user_id);
end
$$;

-- execute: users
create or replace function public.export_callback_data(p_user_id :person_id default null)
returns json language plpgsql stable set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.export_callback_data(p_user_id)::json;
end $$;
comment on function public.export_callback_data is 'Everything stored about the caller.';

-- execute: users
create or replace function callback_private.export_callback_person(p_person_id callback_private.person_id,
  p_reason text, p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'support');
begin
  perform callback_private.require_person(p_person_id);
  perform callback_private.write_audit(v_operator_id, 'export_person', 'person', p_person_id::text,
    jsonb_build_object('reason', p_reason));
  return callback_private.personal_data(p_person_id);
end
$$;

-- execute: users
create or replace function public.export_callback_person(p_person_id :person_id, p_reason text default null,
  p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.export_callback_person(p_person_id, p_reason, p_operator_id)::json;
end $$;
comment on function public.export_callback_person
  is 'For operators with the role support: everything stored about a person; the audit keeps that it was asked for.';
