-- The marks of the policy's history and switches (see mark_personal_columns). Of a person they can hold what a setting
-- holds: addresses of operators.

comment on column callback_private.policy_changes.database_role
  is 'Who changed it by SQL. [personal: policy_changes; staff]';
comment on column callback_private.policy_changes.old is
  'What changed, as it was: settings by name, switches as switch/<kind>/<value> with {notice}, null while on. '
  '[personal: policy_changes; staff, addresses admins alone]';
comment on column callback_private.policy_changes.new is
  'The same as it became. [personal: policy_changes; staff, addresses admins alone]';
comment on table callback_private.switches
  is 'Where new requests are refused with callbacks_off; a row is what is off. [not personal]';
comment on column callback_private.settings.alert_emails
  is 'Mail addresses that get alerts: a channel that fails, a queue that is old, a flood of requests, maintenance that does not run. '
    '[personal: policy; admins]';
