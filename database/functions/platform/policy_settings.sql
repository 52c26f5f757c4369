-- What each setting is, read from the catalogue: its type, default, range and choices stand in
-- callback_private.settings, its meaning is the column's comment, and what it must be is the comment of its CHECK.

-- The groups in the order in which people read them. A new setting needs its line; a test finds the missing one.
create or replace function callback_private.setting_groups()
returns table (name text, group_name text) language sql immutable set search_path = pg_catalog, pg_temp as $$
  select g.name, g.group_name from (values
    ('expires_after', 'requests'),
    ('remind_after', 'requests'),
    ('warn_before_expiry', 'requests'),
    ('extensions_per_request', 'requests'),
    ('new_request_after_withdrawal', 'requests'),
    ('phone_visibility', 'requests'),
    ('consent_required', 'requests'),
    ('requests_from', 'requests'),
    ('trusted_from_score', 'requests'),
    ('requests_per_user_per_day', 'limits'),
    ('requests_per_phone_per_day', 'limits'),
    ('requests_per_seller_per_day', 'limits'),
    ('reveals_per_seller_per_day', 'limits'),
    ('open_urgent_requests_per_user', 'limits'),
    ('risk_mode', 'risk'),
    ('risk_code_at', 'risk'),
    ('risk_hold_at', 'risk'),
    ('risk_refuse_at', 'risk'),
    ('risk_weights', 'risk'),
    ('offered_texts', 'risk'),
    ('trusted_proxies', 'risk'),
    ('brand_name', 'brand'),
    ('brand_logo_url', 'brand'),
    ('brand_color', 'brand'),
    ('brand_address', 'brand'),
    ('brand_reply_to', 'brand'),
    ('time_zone', 'region'),
    ('locale', 'region'),
    ('allowed_phone_regions', 'region'),
    ('default_phone_region', 'region'),
    ('channels', 'delivery'),
    ('deliveries_retried_for', 'delivery'),
    ('urgent_overrides_quiet_hours', 'delivery'),
    ('sms_per_recipient_per_day', 'sms'),
    ('sms_per_prefix_per_day', 'sms'),
    ('sms_per_country_per_day', 'sms'),
    ('sms_per_day', 'sms'),
    ('codes_per_person_per_day', 'sms'),
    ('unconfirmed_codes_per_prefix_per_day', 'sms'),
    ('alert_emails', 'alerts'),
    ('alert_webhook_url', 'alerts'),
    ('alert_failures', 'alerts'),
    ('alert_queue_age', 'alerts'),
    ('alert_flood_requests', 'alerts'),
    ('alert_least_requests', 'alerts'),
    ('alert_silent_percent', 'alerts'),
    ('alert_slow_times', 'alerts'),
    ('alert_contradictions', 'alerts'),
    ('operator_claim', 'operators'),
    ('operator_roles', 'operators'),
    ('operator_session_idle_time', 'operators'),
    ('operator_session_lifetime', 'operators'),
    ('phones_kept_for', 'retention'),
    ('requests_kept_for', 'retention'),
    ('notifications_kept_for', 'retention'),
    ('events_kept_for', 'retention'),
    ('erasures_kept_for', 'retention'),
    ('idempotency_keys_kept_for', 'retention'),
    ('held_requests_kept_for', 'retention'),
    ('confirmed_phone_kept_for', 'retention'),
    ('identifiers_kept_for', 'retention'),
    ('request_facts_kept_for', 'retention'),
    ('sent_texts_kept_for', 'retention'),
    ('refusals_kept_for', 'retention'),
    ('retired_devices_kept_for', 'retention'),
    ('operator_sessions_kept_for', 'retention'),
    ('audit_kept_for', 'retention')
  ) g (name, group_name);
$$;

-- Addresses, which admins alone read. Secrets are no settings.
create or replace function callback_private.private_settings()
returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  select array['alert_emails', 'alert_webhook_url', 'brand_reply_to'];
$$;

create or replace function callback_private.sees_private_settings(p_operator_id uuid)
returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return p_operator_id is null
    or exists (select from callback_private.operators o where o.id = p_operator_id and o.role = 'admin');
end
$$;

-- p_rules: the CHECKs of the column, as SQL.
create or replace function callback_private.setting_type(p_type oid, p_rules text)
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case
    when p_type = 'boolean'::regtype then 'boolean'
    when p_type = 'integer'::regtype then 'integer'
    when p_type = 'numeric'::regtype then 'number'
    when p_type = 'interval'::regtype then 'duration'
    when p_type = 'text[]'::regtype then 'list'
    when p_type = 'jsonb'::regtype then 'object'
    when p_rules ~ 'is_plain_text\(\w+, \d+, true\)' then 'lines'
    when p_type = 'text'::regtype then 'text'
  end;
end
$$;

-- Durations are written as ISO 8601 has them (P7D), in values as in the CHECKs that are read here.
create or replace function callback_private.policy_settings()
returns table (
  name text, group_name text, place bigint, type text, is_nullable boolean, rules text, rule text, meaning text
)
language plpgsql stable set search_path = pg_catalog, pg_temp set intervalstyle = 'iso_8601' as $$
begin
  return query
    select
      a.attname::text, g.group_name, g.place, callback_private.setting_type(a.atttypid, k.rules), not a.attnotnull,
      k.rules, k.rule, regexp_replace(col_description(a.attrelid, a.attnum), ' \[personal: [^\]]*\]$', '')
    from pg_attribute a
    left join callback_private.setting_groups() with ordinality g (name, group_name, place) on g.name = a.attname
    cross join lateral (
      select
        string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname) as rules,
        string_agg(upper(left(c.sentence, 1)) || substr(c.sentence, 2), ' ' order by c.conname) as rule
      from (
        select c.oid, c.conname, regexp_replace(obj_description(c.oid, 'pg_constraint'), '^\w+: ', '') as sentence
        from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey @> array[a.attnum]) c) k
    where a.attrelid = 'callback_private.settings'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> 'only_row'
    order by g.place, a.attnum;
end
$$;

-- The bound that a CHECK sets by this operator; of a text, how long it may be.
create or replace function callback_private.setting_bound(p_name text, p_type text, p_rules text, p_operator text)
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp set intervalstyle = 'iso_8601' as $$
declare
  v_found constant text[] := regexp_match(
    p_rules, format('\m%s %s (?:''([^'']+)''::interval|(\d+))', p_name, p_operator));
begin
  return case p_type
    when 'duration' then to_jsonb(v_found[1]::interval)
    when 'integer' then to_jsonb(v_found[2]::integer)
    else case p_operator when '<=' then to_jsonb((regexp_match(p_rules, 'is_plain_text\(\w+, (\d+)'))[1]::integer) end
  end;
end
$$;

-- What a list may hold or a text may be, where the CHECK names it: by <@ or in (…).
create or replace function callback_private.setting_choices(p_name text, p_rules text)
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_agg(w.word[1])
    from regexp_matches(
      (regexp_match(p_rules, format('\m%s (?:<@|= ANY) \(?ARRAY\[([^\]]+)\]', p_name)))[1], '''([^'']+)''', 'g') w (word));
end
$$;

create or replace function callback_private.settings_json(p_settings callback_private.settings)
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp set intervalstyle = 'iso_8601' as $$
begin
  return to_jsonb(p_settings) - 'only_row';
end
$$;

-- What a new installation has.
create or replace function callback_private.default_settings()
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp set intervalstyle = 'iso_8601' as $$
declare
  v_columns constant text := (
    select string_agg(format('%s as %I', coalesce(pg_get_expr(d.adbin, d.adrelid), 'null'), a.attname), ', ')
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = 'callback_private.settings'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> 'only_row');
  v_defaults jsonb;
begin
  execute format('select to_jsonb(d) from (select %s) d', v_columns) into v_defaults;
  return v_defaults;
end
$$;

-- Every setting with the last change of it: { revision, settings }.
-- execute: users
create or replace function callback_private.get_callback_policy(p_operator_id uuid)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_operator_id constant uuid := callback_private.acting_operator(p_operator_id, 'viewer', p_or_service := true);
  v_defaults constant jsonb := callback_private.default_settings();
  v_values constant jsonb := (
    select callback_private.settings_json(s) from callback_private.settings s where s.only_row);
  v_hidden constant text[] := case when callback_private.sees_private_settings(v_operator_id) then '{}'
    else callback_private.private_settings() end;
begin
  return jsonb_build_object(
    'revision', callback_private.policy_revision()::text,
    'settings', (
      select jsonb_agg(
        jsonb_build_object(
          'name', s.name,
          'group', s.group_name,
          'type', s.type,
          'nullable', s.is_nullable,
          'value', case when s.name <> all (v_hidden) then v_values -> s.name end,
          'hidden', s.name = any (v_hidden),
          'default', v_defaults -> s.name,
          'unit', case when s.name like '%\_per\_day' then 'per_day' end,
          'min', callback_private.setting_bound(s.name, s.type, s.rules, '>='),
          'max', callback_private.setting_bound(s.name, s.type, s.rules, '<='),
          'choices', callback_private.setting_choices(s.name, s.rules),
          'rule', s.rule,
          'meaning', s.meaning,
          'changed_at', c.at,
          'changed_by', c.changed_by)
        order by s.place)
      from callback_private.policy_settings() s
      left join callback_private.last_policy_changes() c on c.name = s.name));
end
$$;

-- execute: users
create or replace function public.get_callback_policy(p_operator_id uuid default null)
returns json language plpgsql volatile set search_path = pg_catalog, pg_temp as $$ begin
  return callback_private.get_callback_policy(p_operator_id)::json;
end $$;
comment on function public.get_callback_policy
  is 'For operators and the service: each setting with meaning, default, range, last change: { revision, settings }.';
