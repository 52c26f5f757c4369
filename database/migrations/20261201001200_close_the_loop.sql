-- What happens after a request: the buyer learns of call attempts and the seller of edits, a withdrawal frees the day, and a
-- request that expires soon can be extended.

alter table public.callback_requests
  add column edited_at timestamptz,
  add column paused_at timestamptz,
  add column holds_day boolean not null default true,
  add column expiry_warned_for timestamptz,
  add column extensions integer not null default 0,
  drop constraint callback_requests_one_per_listing_and_day,
  add constraint callback_requests_paused_at_check check (paused_at is null or status in ('pending', 'acknowledged'));

comment on column public.callback_requests.edited_at is 'When the buyer last edited it.';
comment on column public.callback_requests.paused_at
  is 'When the last call attempt found a wrong number that the buyer has not edited since. Stops reminders, not expiry.';
comment on column public.callback_requests.holds_day
  is 'Whether it counts as the day''s one request of its buyer about its listing; a withdrawal frees the day, once.';
comment on column public.callback_requests.expiry_warned_for is 'The expires_at that the two sides were last warned about.';
comment on column public.callback_requests.extensions is 'How often the buyer has extended it.';
comment on constraint callback_requests_paused_at_check on public.callback_requests
  is 'paused_at: must be null once the request has ended.';

create unique index callback_requests_one_per_listing_and_day on public.callback_requests (requester_id, listing_id, requested_on) where holds_day;
create index callback_requests_to_warn on public.callback_requests (expires_at)
  where status in ('pending', 'acknowledged') and expiry_warned_for is distinct from expires_at;
create index callback_requests_open_urgent on public.callback_requests (requester_id, expires_at)
  where priority = 'urgent' and status in ('pending', 'acknowledged');

alter table callback_private.attempts
  add column next_attempt_at timestamptz,
  add constraint attempts_next_attempt_at_check check (
    next_attempt_at is null or (next_attempt_at > attempted_at and outcome in ('no_answer', 'voicemail', 'busy')));

comment on column callback_private.attempts.next_attempt_at is 'When the seller plans to try again.';
comment on constraint attempts_next_attempt_at_check on callback_private.attempts
  is 'next_attempt_at: must be in the future, and only with no_answer, voicemail or busy.';

alter table callback_private.notification_types
  add column event_filter jsonpath not null default 'true',
  add column waits interval not null default '0',
  drop constraint notification_types_sent_while_check,
  add constraint notification_types_sent_while_check check (
    sent_while <@ array['pending', 'acknowledged', 'paused', 'completed', 'cancelled', 'expired']);

comment on column callback_private.notification_types.event_filter
  is 'Only events whose data, with the recipient''s side as "side", match this; true for all.';
comment on column callback_private.notification_types.waits
  is 'How long its deliveries wait: as long as its cause can be undone.';
comment on column callback_private.notification_types.sent_while
  is 'The states of the request in which it is still sent: its status, or paused while acknowledged with a wrong number. In any other it is outdated.';
comment on constraint notification_types_sent_while_check on callback_private.notification_types
  is 'sent_while: must be statuses of callback_requests, or paused.';

alter table callback_private.settings
  add column warn_before_expiry interval default interval '1 day',
  add column extensions_per_request integer not null default 2,
  add column new_request_after_withdrawal boolean not null default true,
  add column open_urgent_requests_per_user integer default 3,
  add constraint settings_warn_before_expiry_check check (warn_before_expiry between interval '15 minutes' and interval '30 days'),
  add constraint settings_extensions_per_request_check check (extensions_per_request between 0 and 100),
  add constraint settings_open_urgent_requests_per_user_check check (open_urgent_requests_per_user between 0 and 10000);

comment on column callback_private.settings.warn_before_expiry
  is 'How long before a request expires both sides are warned; a quarter of expires_after if that is shorter; null: never.';
comment on column callback_private.settings.extensions_per_request is 'How often a buyer may extend a request, each time by expires_after.';
comment on column callback_private.settings.new_request_after_withdrawal
  is 'Whether a buyer who withdraws may request a callback about the same listing again that day, once.';
comment on column callback_private.settings.open_urgent_requests_per_user is 'How many urgent requests a buyer may have open at once; null: no limit.';
comment on constraint settings_warn_before_expiry_check on callback_private.settings
  is 'warn_before_expiry: must be between 15 minutes and 30 days, or null for no warnings.';
comment on constraint settings_extensions_per_request_check on callback_private.settings
  is 'extensions_per_request: must be between 0 and 100.';
comment on constraint settings_open_urgent_requests_per_user_check on callback_private.settings
  is 'open_urgent_requests_per_user: must be between 0 and 10000, or null for any number.';
