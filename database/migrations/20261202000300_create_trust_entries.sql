-- People and numbers that operators block or allow, with a reason and perhaps an end.

create domain callback_private.trust_list as text constraint trust_list_check check (value in ('block', 'allow'));
comment on constraint trust_list_check on domain callback_private.trust_list is 'list: must be block or allow.';

create table callback_private.trust_entries (
  id uuid not null,
  person_id callback_private.person_id,
  phone text,
  list callback_private.trust_list not null,
  reason text not null,
  created_at timestamptz not null default now(),
  ends_at timestamptz,
  operator_id uuid not null,

  constraint trust_entries_pkey primary key (id),
  constraint trust_entries_operator_id_fkey foreign key (operator_id) references callback_private.operators (id),
  constraint trust_entries_subject_check check (num_nonnulls(person_id, phone) = 1),
  constraint trust_entries_phone_check check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint trust_entries_reason_check check (callback_private.is_plain_text(reason, 500, true)),
  constraint trust_entries_ends_at_check check (ends_at > created_at)
);
comment on table callback_private.trust_entries
  is 'People and numbers whose requests are refused (block) or never held (allow). One that has ended goes after settings.held_requests_kept_for.';
comment on column callback_private.trust_entries.person_id is 'Whom it is about. [personal: trust_entries; staff]';
comment on column callback_private.trust_entries.phone is 'The number it is about. [personal: trust_entries; staff, masked]';
comment on column callback_private.trust_entries.reason is 'Why. [personal: trust_entries; staff]';
comment on column callback_private.trust_entries.operator_id is 'Who entered it.';
comment on constraint trust_entries_subject_check on callback_private.trust_entries
  is 'person_id: must be a person, or phone a number.';
comment on constraint trust_entries_phone_check on callback_private.trust_entries
  is 'phone: must be an international number such as +14155550123.';
comment on constraint trust_entries_reason_check on callback_private.trust_entries
  is 'reason: must be 1 to 500 characters, without control or text-direction characters.';
comment on constraint trust_entries_ends_at_check on callback_private.trust_entries is 'ends_at: must be in the future.';

create unique index trust_entries_by_person on callback_private.trust_entries (person_id) where person_id is not null;
create unique index trust_entries_by_phone on callback_private.trust_entries (phone) where phone is not null;
create index trust_entries_by_age on callback_private.trust_entries (created_at, id);
create index trust_entries_by_end on callback_private.trust_entries (ends_at) where ends_at is not null;
create index trust_entries_by_operator on callback_private.trust_entries (operator_id);
alter table callback_private.trust_entries enable row level security;

alter table callback_private.request_facts
  add column person_list callback_private.trust_list,
  add column phone_list callback_private.trust_list;
comment on column callback_private.request_facts.person_list is 'The list that the buyer stood on.';
comment on column callback_private.request_facts.phone_list is 'The list that the number stood on. [personal: request_facts; staff]';

-- For the review desk: what went through with a risk, and what was refused.
create index request_facts_with_risk on callback_private.request_facts (happened_at, callback_request_id) where score >= 30;

-- The points may be written as text, which is how the console's form has them.
alter table callback_private.settings
  drop constraint settings_risk_weights_check,
  add constraint settings_risk_weights_check check (
    jsonb_typeof(risk_weights) = 'object' and not jsonb_path_exists(risk_weights,
      'strict $.* ? ((@.double() >= -200 && @.double() <= 200) is unknown || !(@.double() >= -200 && @.double() <= 200))'));
comment on constraint settings_risk_weights_check on callback_private.settings
  is 'risk_weights: must be a JSON object from names of signals to points from -200 to 200.';
