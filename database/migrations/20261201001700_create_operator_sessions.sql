-- Operators sign in to the console by a one-time link or their own token, and stay signed in by a session. Of links and
-- sessions only hashes are kept: a reader of these tables cannot use one.

create table callback_private.operator_links (
  id uuid not null default gen_random_uuid(),
  token_hash bytea not null,
  name text not null,
  role text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  used_at timestamptz,

  constraint operator_links_pkey primary key (id),
  constraint operator_links_token_hash_key unique (token_hash),
  constraint operator_links_token_hash_check check (length(token_hash) = 32),
  constraint operator_links_name_check check (callback_private.is_plain_text(name, 100)),
  constraint operator_links_role_check check (role in ('viewer', 'support', 'admin'))
);
comment on table callback_private.operator_links is 'One-time links to the console, made by ringback operator-link.';
comment on column callback_private.operator_links.token_hash is 'SHA-256 of the link''s token.';
comment on column callback_private.operator_links.name is 'The operator''s subject is link: and this name.';
comment on constraint operator_links_token_hash_check on callback_private.operator_links is 'token: must be hashed by SHA-256.';
comment on constraint operator_links_name_check on callback_private.operator_links
  is 'name: must be 1 to 100 characters on one line, without control or text-direction characters.';
comment on constraint operator_links_role_check on callback_private.operator_links is 'role: must be viewer, support or admin.';
create index operator_links_by_end on callback_private.operator_links (expires_at);

create table callback_private.operator_sessions (
  id uuid not null default gen_random_uuid(),
  operator_id uuid not null,
  cookie_hash bytea not null,
  key_hash bytea not null,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,

  constraint operator_sessions_pkey primary key (id),
  constraint operator_sessions_operator_id_fkey foreign key (operator_id) references callback_private.operators (id),
  constraint operator_sessions_cookie_hash_key unique (cookie_hash),
  constraint operator_sessions_hashes_check check (length(cookie_hash) = 32 and length(key_hash) = 32),
  constraint operator_sessions_user_agent_check check (length(user_agent) <= 200)
);
comment on table callback_private.operator_sessions is 'Who is signed in to the console. Each call brings the cookie and the key.';
comment on column callback_private.operator_sessions.cookie_hash is 'SHA-256 of the half that the browser keeps as a cookie.';
comment on column callback_private.operator_sessions.key_hash is 'SHA-256 of the half that the page sends as a header.';
comment on column callback_private.operator_sessions.last_seen_at is 'To the minute: a call writes it at most once a minute.';
comment on column callback_private.operator_sessions.expires_at
  is 'When the session ends unless it is used until then, or signed out before; each use moves it.';
comment on constraint operator_sessions_hashes_check on callback_private.operator_sessions is 'session: must be hashed by SHA-256.';
comment on constraint operator_sessions_user_agent_check on callback_private.operator_sessions
  is 'user_agent: must have at most 200 characters.';
create index operator_sessions_by_operator on callback_private.operator_sessions (operator_id, created_at, id);
create index operator_sessions_by_start on callback_private.operator_sessions (created_at, id);
create index operator_sessions_by_end on callback_private.operator_sessions (expires_at);

alter table callback_private.operator_links enable row level security;
alter table callback_private.operator_sessions enable row level security;

alter table callback_private.settings
  add column operator_session_idle_time interval not null default interval '12 hours',
  add column operator_session_lifetime interval not null default interval '7 days',
  add column operator_sessions_kept_for interval not null default interval '30 days',
  add constraint settings_operator_session_idle_time_check
    check (operator_session_idle_time between interval '5 minutes' and interval '30 days'),
  add constraint settings_operator_session_lifetime_check
    check (operator_session_lifetime between interval '5 minutes' and interval '90 days'),
  add constraint settings_operator_sessions_kept_for_check
    check (operator_sessions_kept_for between interval '0' and interval '1 year');
comment on column callback_private.settings.operator_session_idle_time is 'How long an operator stays signed in without using the console.';
comment on column callback_private.settings.operator_session_lifetime is 'After this time an operator signs in again, however much they used the console.';
comment on column callback_private.settings.operator_sessions_kept_for is 'How long sessions and links that have ended are still kept.';
comment on constraint settings_operator_session_idle_time_check on callback_private.settings
  is 'operator_session_idle_time: must be between 5 minutes and 30 days.';
comment on constraint settings_operator_session_lifetime_check on callback_private.settings
  is 'operator_session_lifetime: must be between 5 minutes and 90 days.';
comment on constraint settings_operator_sessions_kept_for_check on callback_private.settings
  is 'operator_sessions_kept_for: must be between 0 days and 1 year.';

-- The audit is read by time within each filter.
create index audit_by_time on callback_private.audit (at, id);
create index audit_by_action on callback_private.audit (action, at, id);
drop index callback_private.audit_by_age;
drop index callback_private.audit_by_operator;
drop index callback_private.audit_by_subject;
create index audit_by_operator on callback_private.audit (operator_id, at, id);
create index audit_by_subject on callback_private.audit (subject_id, at, id);
create index audit_by_kind on callback_private.audit (subject_kind, at, id);
create index operators_by_start on callback_private.operators (created_at, id);
