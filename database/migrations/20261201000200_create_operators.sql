-- The marketplace's own staff, and the record of what they did, which nobody changes.

create table callback_private.operators (
  id uuid not null default gen_random_uuid(),
  subject text not null,
  name text,
  role text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,

  constraint operators_pkey primary key (id),
  constraint operators_subject_key unique (subject),
  constraint operators_subject_check check (length(subject) between 1 and 255),
  constraint operators_name_check check (callback_private.is_plain_text(name, 100)),
  constraint operators_role_check check (role in ('viewer', 'support', 'admin'))
);
comment on table callback_private.operators is 'People who work for the marketplace, each made when their token is first seen. Never deleted: disable them.';
comment on column callback_private.operators.subject is 'The sub of their token.';
comment on column callback_private.operators.role is 'What their last token granted (settings.operator_roles). Each role may do what those before it may.';
comment on column callback_private.operators.disabled_at is 'From then on no token and no caller makes them an operator.';
comment on constraint operators_subject_check on callback_private.operators is 'subject: must be 1 to 255 characters.';
comment on constraint operators_name_check on callback_private.operators
  is 'name: must be 1 to 100 characters on one line, without control or text-direction characters.';
comment on constraint operators_role_check on callback_private.operators is 'role: must be viewer, support or admin.';

create table callback_private.audit (
  id bigint generated always as identity,
  at timestamptz not null default now(),
  operator_id uuid not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  data jsonb not null default '{}',

  constraint audit_pkey primary key (id),
  constraint audit_operator_id_fkey foreign key (operator_id) references callback_private.operators (id),
  constraint audit_data_check check (jsonb_typeof(data) = 'object')
);
comment on table callback_private.audit is 'What operators did, append-only: a trigger refuses every change (functions/access/audit.sql).';
comment on column callback_private.audit.action is 'The operation, such as close_callback_request.';
comment on column callback_private.audit.subject_kind is 'What it was done to, such as callback_request; subject_id is its id.';
comment on constraint audit_data_check on callback_private.audit is 'data: must be a JSON object.';

create index audit_by_operator on callback_private.audit (operator_id, id);
create index audit_by_subject on callback_private.audit (subject_kind, subject_id, id);

alter table callback_private.operators enable row level security;
alter table callback_private.audit enable row level security;
