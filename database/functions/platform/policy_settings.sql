-- What each setting is, read from the catalogue: its type, default, range and choices stand in callback_private.settings, its meaning is
-- the column's comment, and what it must be is the comment of its CHECK.

-- The groups in the order in which people read them. A new setting needs its line; a test finds the missing one.
create or replace function callback_private.setting_groups()
returns table (name text, group_name text) language sql immutable set search_path = pg_catalog, pg_temp as $$
  select g.name, g.group_name from (values
    ('expires_after', 'requests'),
    ('remind_after', 'requests'),
    ('warn_before_expiry', 'requests'),
    ('extensions_per_request', 'requests'),
    ('new_request_after_withdrawal', 'requests'),
    ('requests_per_user_per_day', 'limits'),
    ('requests_per_phone_per_day', 'limits'),
    ('requests_per_seller_per_day', 'limits'),
    ('open_urgent_requests_per_user', 'limits'),
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
    ('operator_claim', 'operators'),
    ('operator_roles', 'operators'),
    ('idempotency_keys_kept_for', 'retention'),
    ('refusals_kept_for', 'retention'),
    ('retired_devices_kept_for', 'retention'),
    ('audit_kept_for', 'retention')
  ) g (name, group_name);
$$;

-- p_rules: the CHECKs of the column, as SQL.
create or replace function callback_private.setting_type(p_type oid, p_rules text)
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case
    when p_type = 'boolean'::regtype then 'boolean'
    when p_type = 'integer'::regtype then 'integer'
    when p_type = 'interval'::regtype then 'duration'
    when p_type = 'text[]'::regtype then 'list'
    when p_type = 'jsonb'::regtype then 'object'
    when p_rules ~ 'is_plain_text\(\w+, \d+, true\)' then 'lines'
    when p_type = 'text'::regtype then 'text'
  end;
end
$$;
