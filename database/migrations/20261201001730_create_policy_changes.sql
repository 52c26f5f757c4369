-- The history of the settings and of the switches that stop new requests, and a comment on each setting that had none:
-- it is what the console shows.

create table callback_private.policy_changes (
  id bigint generated always as identity,
  at timestamptz not null default now(),
  operator_id uuid,
  database_role text,
  undoes bigint,
  old jsonb not null,
  new jsonb not null,

  constraint policy_changes_pkey primary key (id),
  constraint policy_changes_operator_id_fkey foreign key (operator_id) references callback_private.operators (id),
  constraint policy_changes_actor_check check (num_nonnulls(operator_id, database_role) = 1)
);
comment on table callback_private.policy_changes
  is 'Every change of a setting or a switch, written by triggers, append-only like the audit and kept as long.';
comment on column callback_private.policy_changes.database_role is 'Who changed it by SQL.';
comment on column callback_private.policy_changes.undoes is 'The change that this one undid.';
comment on column callback_private.policy_changes.old
  is 'What changed, as it was: settings by name, switches as switch/<kind>/<value> with {notice}, null while on.';
comment on constraint policy_changes_actor_check on callback_private.policy_changes
  is 'operator_id: must be an operator, or database_role a role.';
create index policy_changes_by_age on callback_private.policy_changes (at);
create index policy_changes_by_operator on callback_private.policy_changes (operator_id);

create table callback_private.switches (
  kind text not null,
  value text not null,
  notice text,

  constraint switches_pkey primary key (value, kind),
  constraint switches_kind_check check (kind in ('everything', 'category', 'country')),
  constraint switches_value_check check (
    callback_private.is_plain_text(value, 100)
    and case kind when 'everything' then value = 'all' when 'country' then value ~ '^[A-Z]{2}$' else true end),
  constraint switches_notice_check check (callback_private.is_plain_text(notice, 300, true))
);
comment on table callback_private.switches
  is 'Where new requests are refused with callbacks_off; a row is what is off.';
comment on column callback_private.switches.value
  is 'A category or a country as callback_private.host_listings has it; all for everything.';
comment on column callback_private.switches.notice is 'What buyers read; null: a sentence in their language.';
comment on constraint switches_kind_check on callback_private.switches
  is 'kind: must be everything, category or country.';
comment on constraint switches_value_check on callback_private.switches
  is 'value: must be all, a category of 1 to 100 characters, or a two-letter country code such as GB.';
comment on constraint switches_notice_check on callback_private.switches
  is 'notice: must be 1 to 300 characters, without control or text-direction characters.';

alter table callback_private.policy_changes enable row level security;
alter table callback_private.switches enable row level security;

-- The check that was here raised for unknown names, where this one is broken and so has a sentence.
alter table callback_private.settings
  drop constraint settings_time_zone_check,
  add constraint settings_time_zone_check check (callback_private.is_time_zone(time_zone));
comment on constraint settings_time_zone_check on callback_private.settings
  is 'time_zone: must be a time zone name such as Europe/Paris.';

comment on column callback_private.settings.only_row is 'Keeps the table to one row.';
comment on column callback_private.settings.expires_after is 'How long a request stays open.';
comment on column callback_private.settings.requests_per_user_per_day is 'How many requests a buyer may make in a day.';
comment on column callback_private.settings.requests_per_phone_per_day
  is 'How many requests may name the same phone number in a day, by all buyers together.';
comment on column callback_private.settings.requests_per_seller_per_day
  is 'How many requests a seller gets in a day at most.';
comment on column callback_private.settings.idempotency_keys_kept_for
  is 'How long a repeated write is recognized by its Idempotency-Key.';
comment on column callback_private.settings.refusals_kept_for
  is 'How long recorded refusals, such as reached limits, are kept.';
comment on column callback_private.settings.locale is 'The language for people who haven''t set one.';
comment on column callback_private.settings.remind_after
  is 'How long a request waits before the seller is reminded, once; at most half of expires_after; null: never.';
comment on column callback_private.settings.allowed_phone_regions
  is 'Countries whose numbers are accepted, and to which SMS are sent; null: all.';
comment on column callback_private.settings.default_phone_region
  is 'The country of numbers in profiles that have no country code; null: they get no SMS.';
comment on column callback_private.settings.channels
  is 'Channels besides the app. A worker adds those it serves; remove one to stop new deliveries for it.';
comment on column callback_private.settings.deliveries_retried_for
  is 'How long a delivery that fails temporarily is retried, from its first attempt.';
comment on column callback_private.settings.urgent_overrides_quiet_hours
  is 'Whether urgent requests reach people in quiet hours, unless they turned that off.';
comment on column callback_private.settings.sms_per_recipient_per_day
  is 'SMS to one number in a day; what exceeds a cap is never sent.';
comment on column callback_private.settings.sms_per_prefix_per_day
  is 'SMS in a day to numbers that differ only in their last four digits, which are often rented together.';
comment on column callback_private.settings.sms_per_day is 'SMS in a day in total: what a day can cost.';
comment on column callback_private.settings.operator_claim
  is 'The claim of a token that marks an operator: a name, or a path such as app_metadata.role. '
    'Users must not be able to write it. Null: nobody.';
comment on column callback_private.settings.operator_roles
  is 'The role that each value of the claim gives: viewer reads, support may also act on requests, '
    'admin may do everything.';
comment on column callback_private.settings.retired_devices_kept_for
  is 'How long a device that no longer gets push is kept, with the reason.';
comment on column callback_private.settings.brand_name
  is 'What people call your marketplace, in mails, SMS and on pages; null: the host of PUBLIC_URL.';
comment on column callback_private.settings.brand_logo_url
  is 'Address of an image, shown 40 pixels high in mails; null: the name is shown.';
comment on column callback_private.settings.brand_color
  is 'The button''s color in mails; text on it turns white or black.';
comment on column callback_private.settings.brand_address
  is 'The postal address below mails, which many countries require.';
comment on column callback_private.settings.brand_reply_to is 'Where replies to mails go; null: MAIL_FROM.';
comment on column callback_private.settings.audit_kept_for
  is 'How long the record of operators'' actions and of policy changes is kept.';
comment on constraint settings_allowed_phone_regions_check on callback_private.settings
  is 'allowed_phone_regions: must be two-letter country codes such as US, or null for all countries.';
