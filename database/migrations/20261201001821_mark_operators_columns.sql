-- The marks of operators' links and sessions (see mark_personal_columns).

comment on column callback_private.operator_links.token_hash is 'SHA-256 of the link''s token. [not personal]';
comment on column callback_private.operator_links.name
  is 'The operator''s subject is link: and this name. [personal: operator_links; staff]';
comment on column callback_private.operator_sessions.cookie_hash
  is 'SHA-256 of the half that the browser keeps as a cookie. [not personal]';
comment on column callback_private.operator_sessions.key_hash
  is 'SHA-256 of the half that the page sends as a header. [not personal]';
comment on column callback_private.operator_sessions.user_agent
  is 'The operator''s browser. [personal: operator_sessions; staff]';
