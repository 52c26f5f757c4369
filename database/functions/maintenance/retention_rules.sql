-- What is kept for how long: a rule for every table with a person in it. Clean-up (retention.sql), its preview, the
-- convention test and docs/privacy.md read them here, so what is shown is what happens. A column with personal data
-- names its rule in its comment: [personal: …].

-- due: the rows t that are past it, with $1 as the moment before which they must lie; it begins where in_order begins,
-- so that few rows are looked at. is_held: whether the legal hold h is about t. change: what is set; null deletes the
-- row. at_once: rows in a step.
create or replace function callback_private.retention_rules()
returns table (
  name text, meaning text, table_name regclass, setting text, kept_for interval, due text, is_held text, in_order text,
    change text,
  at_once integer
)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_ended constant text := 't.status in (''completed'', ''cancelled'', ''expired'') and coalesce(t.completed_at, t.cancelled_at, t.expires_at) < $1';
  v_end constant text := 'coalesce(t.completed_at, t.cancelled_at, t.expires_at)';
  v_party constant text := 'h.person_id in (t.requester_id, t.seller_id)';
  v_user constant text := 'h.person_id = t.user_id';
begin
  return query
  select r.name, r.meaning, r.table_name::regclass, r.setting,
    coalesce((to_jsonb(s) ->> r.setting)::interval, r.fixed), r.due, r.is_held, r.in_order, r.change, r.at_once
  from callback_private.settings s
  cross join (values
    ('phones', 'Buyers'' numbers, after the end of the request', 'public.callback_requests', 'phones_kept_for',
      null::interval,
      't.requester_phone is not null and ' || v_ended, v_party, v_end, 'requester_phone = null', 200),
    ('requests', 'People, listing and texts of a request, after its end', 'public.callback_requests',
      'requests_kept_for', null,
      '(t.requester_hash = '''') is not true and t.updated_at < $1 and ' || v_ended, v_party, v_end,
      'requester_id = null, seller_id = null, listing_id = null, requester_hash = '''', seller_hash = ''''', 8),
    ('notifications', 'Notifications and their deliveries', 'public.callback_request_notifications',
      'notifications_kept_for', null,
      't.id < callback_private.uuid_v7_at($1) and t.created_at < $1', 'h.person_id in (t.recipient_id, t.seller_id)',
        't.id', null, 200),
    ('events', 'The history of requests; counts stay', 'callback_private.events', 'events_kept_for', null,
      '(t.xact_id, t.id) < (select y.xact_id, y.id from ('
      || '(select e.xact_id, e.id from callback_private.events e where e.happened_at >= $1 order by e.xact_id, e.id limit 1)'
      || ' union all select ''18446744073709551615'', 0) y order by 1, 2 limit 1)'
      || ' and t.xact_id < (select p.counted_before from callback_private.stats_position p)', v_party,
        't.xact_id, t.id', null, 500),
    ('idempotency_keys', 'Answers kept for repeated writes', 'callback_private.idempotency_keys',
      'idempotency_keys_kept_for', null,
      't.created_at < $1', 't.actor = ''person '' || h.person_id::text', 't.created_at', null, 500),
    ('refusals', 'Limits that people reached', 'callback_private.refusals', 'refusals_kept_for', null,
      't.refused_on < ($1 at time zone ''UTC'')::date', v_user, 't.refused_on', null, 500),
    ('identifiers', 'Hashes of numbers, IP addresses, devices and texts', 'callback_private.request_facts',
      'identifiers_kept_for', null,
      't.phone_hash is not null and t.happened_at < $1', v_party, 't.happened_at',
      'phone_hash = null, ip_hash = null, device_hash = null, text_hash = null', 500),
    ('request_facts', 'Facts of requests: counts and ages', 'callback_private.request_facts',
      'request_facts_kept_for', null,
      't.happened_at < $1', v_party, 't.happened_at', null, 500),
    ('request_reports', 'Sellers'' reports of fake numbers and spam', 'callback_private.request_reports',
      'identifiers_kept_for', null,
      't.reported_at < $1', v_party, 't.reported_at', null, 500),
    ('held_requests', 'Requests that were held for review, after the decision', 'callback_private.held_requests',
      'held_requests_kept_for', null,
      't.decided_at < $1', v_party, 't.decided_at', null, 500),
    ('confirmed_phones', 'Numbers that buyers confirmed by a code', 'callback_private.confirmed_phones',
      'confirmed_phone_kept_for', null,
      't.verified_at < $1', 'h.person_id = t.person_id', 't.verified_at', null, 500),
    ('trust_entries', 'Blocks and allowances that have ended', 'callback_private.trust_entries',
      'held_requests_kept_for', null,
      't.ends_at < $1', 'h.person_id = t.person_id', 't.ends_at', null, 500),
    ('devices', 'Devices that get no more push', 'callback_private.devices', 'retired_devices_kept_for', null,
      't.retired_at < $1', v_user, 't.retired_at', null, 500),
    ('audit', 'What operators did', 'callback_private.audit', 'audit_kept_for', null,
      't.at < $1', 't.subject_kind = ''person'' and t.subject_id = h.person_id::text', 't.at', null, 500),
    ('policy_changes', 'Changes of the settings', 'callback_private.policy_changes', 'audit_kept_for', null,
      't.at < $1', 'false', 't.at', null, 500),
    ('operator_sessions', 'Operators'' sessions that have ended', 'callback_private.operator_sessions',
      'operator_sessions_kept_for', null,
      't.expires_at < $1', 'false', 't.expires_at', null, 500),
    ('operator_links', 'Operators'' one-time links', 'callback_private.operator_links', 'operator_sessions_kept_for',
      null,
      't.expires_at < $1', 'false', 't.expires_at', null, 500),
    ('sent_texts', 'Texts that were sent', 'callback_private.sent_texts', 'sent_texts_kept_for', null,
      't.sent_at < $1',
      'exists (select from callback_private.deliveries d where d.id = t.delivery_id and h.person_id in (d.person_id, d.seller_id))', 't.sent_at',
      null, 500),
    ('alerts', 'Alerts, and where they were sent', 'callback_private.alerts', 'audit_kept_for', null,
      't.raised_at < $1', 'false', 't.raised_at', null, 500),
    ('erasures', 'Hashes of erased people', 'callback_private.erasures', 'erasures_kept_for', null,
      't.erased_at < $1', 'false', 't.erased_at', null, 500),
    ('legal_holds', 'Legal holds that have ended', 'callback_private.legal_holds', null, interval '0',
      't.ends_at < $1', 'false', 't.ends_at', null, 500),
    -- Yesterday's counts stay, to show what a day has cost.
    ('sms_counts', 'How many SMS a number got in a day', 'callback_private.sms_counts', null, interval '2 days',
      't.day < ($1 at time zone ''UTC'')::date', 'false', 't.day', null, 500),
    ('edited_phones', 'Numbers of a request before and after an edit', 'callback_private.edited_phones', null,
      interval '1 day',
      't.used_on < ($1 at time zone ''UTC'')::date',
      'h.person_id in (select x.requester_id from public.callback_requests x where x.id = t.callback_request_id)',
      't.used_on', null, 500),
    ('retention_runs', 'What clean-up did', 'callback_private.retention_runs', null, interval '90 days',
      't.day < ($1 at time zone ''UTC'')::date', 'false', 't.day', null, 500)
  ) r (name, meaning, table_name, setting, fixed, due, is_held, in_order, change, at_once)
  where s.only_row;
end
$$;

-- The first id that uuid_v7() can make at that moment.
create or replace function callback_private.uuid_v7_at(p_time timestamptz)
returns uuid language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return rpad(lpad(to_hex(floor(extract(epoch from p_time) * 1000)::bigint), 12, '0'), 32, '0')::uuid;
end
$$;
