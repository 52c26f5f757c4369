-- Facts that tell floods and throw-away accounts from families, resellers and offices, as a simulated month showed (docs/abuse.md).

alter table callback_private.request_facts
  add column same_seller_day integer,
  add column numbers_day integer,
  add column device_requests_hour integer,
  add column phone_is_of_household boolean;
comment on column callback_private.request_facts.same_seller_day
  is 'The buyer''s requests to this seller in a day, this one included.';
comment on column callback_private.request_facts.numbers_day
  is 'How many numbers the buyer gave in a day, this one included.';
comment on column callback_private.request_facts.device_requests_hour
  is 'Requests from this device in an hour, this one included, whatever happened to them. Of the last 200.';
comment on column callback_private.request_facts.phone_is_of_household
  is 'Another person gave it from this device or address, whose own number it is or whose account was a month old: a family, or an office. [personal: request_facts; staff]';

-- The points are measured now, so they hold and refuse from the beginning, unless an operator has chosen to watch.
alter table callback_private.settings alter column risk_mode set default 'on';
update callback_private.settings set risk_mode = 'on' where risk_mode = 'watch'
  and not exists (select from callback_private.policy_changes c where c.new ? 'risk_mode');
