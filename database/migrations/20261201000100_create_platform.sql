-- The schema of everything that is not the requirement's own, the role of the service, what a text must look like, and
-- the settings.
--
-- Every rule about a value is a constraint, and its comment is the sentence a person reads when it is broken ("field:
-- what to do"); functions/platform/refuse.sql turns the two into an error, so no rule is written twice. The foreign
-- keys to the marketplace's own tables are made with the host views, because only they know what those tables are
-- called.

create schema if not exists callback_private;
comment on schema callback_private is 'Ringback''s inner functions and tables; never expose it through PostgREST.';

-- Shared with the host's own roles: a member may name the acting user (functions/access/acting_user.sql).
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'callback_service') then
    create role callback_service nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- roles belong to the whole cluster; another database's migration was first
end
$$;

-- Lives here, not in functions/, because constraints stand on it: text that a person typed is not blank, bounded, and
-- free of control characters, of characters that reorder or hide text, and of stacked combining marks. Newline and tab
-- pass where p_multiline.
create function callback_private.is_plain_text(p_text text, p_max_length integer, p_multiline boolean default false)
returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if length(p_text) > p_max_length then
    return false;
  end if;
  if p_multiline then
    p_text := translate(p_text, E'\n\t', '  ');
  end if;
  return p_text !~ '[\u0001-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u20D0-\u20FF]{4}'
    and p_text ~ '[^\u0020\u00A0\u115F\u1160\u1680\u2000-\u200D\u202F\u205F\u2800\u3000\u3164\uFFA0]';
end
$$;

-- Lives here, not in functions/, because a constraint stands on it: a name of the IANA database that this server knows,
-- linked names (Japan, US/Pacific) like others. The outline is asked first, because PostgreSQL also takes abbreviations
-- (BST) and rules (posix+5): a name with a slash and no digit is neither, and there will be no more names without a slash.
-- Strict: no zone costs nothing.
create function callback_private.is_time_zone(p_name text)
returns boolean language plpgsql immutable strict set search_path = pg_catalog, pg_temp as $$
begin
  if length(p_name) > 64 or p_name ~* '^(posix|right)/' or p_name !~ (
    '^([A-Z][A-Za-z]+(/[A-Za-z]+([_-][A-Za-z]+)*){1,2}|Etc/GMT(0|[+-]0|\+([1-9]|1[0-2])|-([1-9]|1[0-4]))'
    '|GMT([+-]?0)?|UTC|UCT|Universal|Zulu|Greenwich|CET|EET|MET|WET|EST|MST|HST|EST5EDT|CST6CDT|MST7MDT|PST8PDT'
    '|Cuba|Egypt|Eire|Factory|GB(-Eire)?|Hongkong|Iceland|Iran|Israel|Jamaica|Japan|Kwajalein|Libya|NZ(-CHAT)?|Navajo|PRC'
    '|Poland|Portugal|ROC|ROK|Singapore|Turkey|W-SU|localtime|posixrules)$')
  then
    return false;
  end if;
  perform timestamptz '2000-01-01 00:00:00+00' at time zone p_name;
  return true;
exception when invalid_parameter_value then
  return false;
end
$$;

create table callback_private.settings (
  only_row boolean not null default true,
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  expires_after interval not null default interval '7 days',
  remind_after interval default interval '24 hours',
  requests_per_user_per_day integer not null default 10,
  requests_per_phone_per_day integer not null default 10,
  requests_per_seller_per_day integer not null default 100,
  allowed_phone_regions text[],
  default_phone_region text,
  channels text[] not null default '{}',
  deliveries_retried_for interval not null default interval '24 hours',
  urgent_overrides_quiet_hours boolean not null default true,
  sms_per_recipient_per_day integer not null default 10,
  sms_per_prefix_per_day integer not null default 50,
  sms_per_country_per_day integer not null default 500,
  sms_per_day integer not null default 1000,
  operator_claim text,
  operator_roles jsonb not null default '{}',
  idempotency_keys_kept_for interval not null default interval '24 hours',
  refusals_kept_for interval not null default interval '30 days',
  retired_devices_kept_for interval not null default interval '30 days',

  constraint settings_pkey primary key (only_row),
  constraint settings_only_row_check check (only_row),
  -- Raises for a name that PostgreSQL does not know; less than a day from UTC, as callback_requests_requested_on_check
  -- takes for granted.
  constraint settings_time_zone_check check (
    timestamptz '2000-01-01 00:00:00+00' at time zone time_zone between timestamp '1999-12-31 00:00:01' and timestamp '2000-01-01 23:59:59'),
  constraint settings_locale_check check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  constraint settings_expires_after_check check (expires_after between interval '1 hour' and interval '90 days'),
  constraint settings_remind_after_check check (remind_after between interval '30 minutes' and interval '30 days'),
  constraint settings_requests_per_user_per_day_check check (requests_per_user_per_day between 1 and 10000),
  constraint settings_requests_per_phone_per_day_check check (requests_per_phone_per_day between 1 and 10000),
  constraint settings_requests_per_seller_per_day_check check (requests_per_seller_per_day between 1 and 10000),
  constraint settings_allowed_phone_regions_check check (
    array_to_string(allowed_phone_regions, ',', '?') ~ '^[A-Z]{2}(,[A-Z]{2})*$'),
  constraint settings_default_phone_region_check check (default_phone_region ~ '^[A-Z]{2}$'),
  constraint settings_channels_check check (
    channels <@ array['email', 'sms', 'expo_push', 'web_push'] and cardinality(channels) <= 4),
  constraint settings_deliveries_retried_for_check check (
    deliveries_retried_for between interval '1 minute' and interval '7 days'),
  constraint settings_sms_per_recipient_per_day_check check (sms_per_recipient_per_day between 1 and 10000),
  constraint settings_sms_per_prefix_per_day_check check (sms_per_prefix_per_day between 1 and 100000),
  constraint settings_sms_per_country_per_day_check check (sms_per_country_per_day between 1 and 1000000),
  constraint settings_sms_per_day_check check (sms_per_day between 1 and 1000000),
  constraint settings_operator_claim_check check (
    length(operator_claim) between 1 and 200 and operator_claim !~ '^(user|unsafe)_metadata(\.|$)'),
  constraint settings_operator_roles_check check (
    jsonb_typeof(operator_roles) = 'object' and not jsonb_path_exists(operator_roles,
      'strict $.* ? ((@ == "viewer" || @ == "support" || @ == "admin") is unknown || !(@ == "viewer" || @ == "support" || @ == "admin"))')),
  constraint settings_idempotency_keys_kept_for_check check (
    idempotency_keys_kept_for between interval '24 hours' and interval '30 days'),
  constraint settings_refusals_kept_for_check check (refusals_kept_for between interval '1 day' and interval '400 days'),
  constraint settings_retired_devices_kept_for_check check (
    retired_devices_kept_for between interval '1 day' and interval '400 days')
);
insert into callback_private.settings default values;

comment on table callback_private.settings is 'The operator''s policy: one row.';
comment on column callback_private.settings.time_zone
  is 'The marketplace''s zone, which decides what "a day" is. An IANA name.';
comment on column callback_private.settings.locale is 'The marketplace''s own language, for people who have none.';
comment on column callback_private.settings.remind_after
  is 'How long a request may be unanswered before its seller is reminded, once; half of expires_after where that is shorter; null for never.';
comment on column callback_private.settings.allowed_phone_regions
  is 'ISO 3166 codes of the countries whose numbers are accepted, for instance {US,CA}; null accepts all.';
comment on column callback_private.settings.default_phone_region
  is 'The country whose national numbers people''s profiles hold, such as GB; null when they all have a country code.';
comment on column callback_private.settings.channels
  is 'Channels beyond the app that notifications leave by. A worker adds those it serves; take one out to stop new deliveries.';
comment on column callback_private.settings.deliveries_retried_for
  is 'How long a delivery that fails for the moment is tried again, from its first attempt.';
comment on column callback_private.settings.urgent_overrides_quiet_hours
  is 'Whether an urgent request may reach people in their quiet hours, unless they said no.';
comment on column callback_private.settings.sms_per_recipient_per_day
  is 'SMS to one number in a day. What exceeds this or one of the next three is suppressed.';
comment on column callback_private.settings.sms_per_prefix_per_day
  is 'SMS in a day to all numbers that differ in their last four digits only: numbers that are rented together.';
comment on column callback_private.settings.sms_per_country_per_day is 'SMS to one country in a day.';
comment on column callback_private.settings.sms_per_day is 'SMS to everyone in a day: what a day may cost at most.';
comment on column callback_private.settings.operator_claim
  is 'The claim of a token that makes a person an operator: its name, or a path such as app_metadata.role. Null for no operators.';
comment on column callback_private.settings.operator_roles
  is 'Which value of that claim grants which role: {"staff": "support"}. A value that is not here grants nothing.';
comment on column callback_private.settings.refusals_kept_for is 'How long callback_private.refusals remembers.';
comment on column callback_private.settings.retired_devices_kept_for
  is 'How long a device that gets no more push is kept, with the reason.';
comment on constraint settings_only_row_check on callback_private.settings
  is 'only_row: must be true; there is one row.';
comment on constraint settings_time_zone_check on callback_private.settings
  is 'time_zone: must be a time zone name such as Europe/Paris.';
comment on constraint settings_locale_check on callback_private.settings
  is 'locale: must be a language tag such as en or pt-BR.';
comment on constraint settings_expires_after_check on callback_private.settings
  is 'expires_after: must be between 1 hour and 90 days.';
comment on constraint settings_remind_after_check on callback_private.settings
  is 'remind_after: must be between 30 minutes and 30 days, or null for no reminders.';
comment on constraint settings_requests_per_user_per_day_check on callback_private.settings
  is 'requests_per_user_per_day: must be between 1 and 10000.';
comment on constraint settings_requests_per_phone_per_day_check on callback_private.settings
  is 'requests_per_phone_per_day: must be between 1 and 10000.';
comment on constraint settings_requests_per_seller_per_day_check on callback_private.settings
  is 'requests_per_seller_per_day: must be between 1 and 10000.';
comment on constraint settings_allowed_phone_regions_check on callback_private.settings
  is 'allowed_phone_regions: must be two-letter country codes such as {US,CA}, or null for all countries.';
comment on constraint settings_default_phone_region_check on callback_private.settings
  is 'default_phone_region: must be a two-letter country code such as GB, or null.';
comment on constraint settings_channels_check on callback_private.settings
  is 'channels: must be email, sms, expo_push or web_push, each once.';
comment on constraint settings_deliveries_retried_for_check on callback_private.settings
  is 'deliveries_retried_for: must be between 1 minute and 7 days.';
comment on constraint settings_sms_per_recipient_per_day_check on callback_private.settings
  is 'sms_per_recipient_per_day: must be between 1 and 10000.';
comment on constraint settings_sms_per_prefix_per_day_check on callback_private.settings
  is 'sms_per_prefix_per_day: must be between 1 and 100000.';
comment on constraint settings_sms_per_country_per_day_check on callback_private.settings
  is 'sms_per_country_per_day: must be between 1 and 1000000.';
comment on constraint settings_sms_per_day_check on callback_private.settings
  is 'sms_per_day: must be between 1 and 1000000.';
comment on constraint settings_operator_claim_check on callback_private.settings
  is 'operator_claim: must be a claim of 1 to 200 characters that people cannot write themselves, such as app_metadata.role.';
comment on constraint settings_operator_roles_check on callback_private.settings
  is 'operator_roles: must be a JSON object from values of the claim to viewer, support or admin.';
comment on constraint settings_idempotency_keys_kept_for_check on callback_private.settings
  is 'idempotency_keys_kept_for: must be between 24 hours and 30 days.';
comment on constraint settings_refusals_kept_for_check on callback_private.settings
  is 'refusals_kept_for: must be between 1 day and 400 days.';
comment on constraint settings_retired_devices_kept_for_check on callback_private.settings
  is 'retired_devices_kept_for: must be between 1 day and 400 days.';

alter table callback_private.settings enable row level security;
