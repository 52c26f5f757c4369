-- A marketplace may keep the buyer's number masked until the seller asks for it, one logged reveal at a time.
alter table callback_private.settings
  add column phone_visibility text not null default 'open',
  add column reveals_per_seller_per_day integer not null default 100,
  add constraint settings_phone_visibility_check check (phone_visibility in ('open', 'on_call')),
  add constraint settings_reveals_per_seller_per_day_check check (reveals_per_seller_per_day between 1 and 10000);

comment on column callback_private.settings.phone_visibility
  is 'Whether a seller reads the number of an open request (open), or a mask until they call or show it (on_call).';
comment on column callback_private.settings.reveals_per_seller_per_day
  is 'Of how many requests a seller may see the number in a day, where numbers are masked.';
comment on constraint settings_phone_visibility_check on callback_private.settings
  is 'phone_visibility: must be open or on_call.';
comment on constraint settings_reveals_per_seller_per_day_check on callback_private.settings
  is 'reveals_per_seller_per_day: must be between 1 and 10000.';

-- The reveals of a seller's day are counted.
create index events_phone_revealed on callback_private.events (seller_id, happened_at) where event_type = 'phone_revealed';
