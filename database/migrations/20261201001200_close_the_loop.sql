-- What closes the loop after a request was made: call attempts that reach the buyer, and edits that reach the seller.

alter table public.callback_requests
  add column edited_at timestamptz,
  add column paused_at timestamptz,
  add constraint callback_requests_paused_at_check check (paused_at is null or status in ('pending', 'acknowledged'));

comment on column public.callback_requests.edited_at is 'When the buyer last edited it.';
comment on column public.callback_requests.paused_at
  is 'When the last call attempt found a wrong number that the buyer has not edited since. Stops reminders, not expiry.';
comment on constraint callback_requests_paused_at_check on public.callback_requests
  is 'paused_at: goes only with an open request.';

alter table callback_private.attempts
  add column next_attempt_at timestamptz,
  add constraint attempts_next_attempt_at_check check (
    next_attempt_at is null or (next_attempt_at > attempted_at and outcome in ('no_answer', 'voicemail', 'busy')));

comment on column callback_private.attempts.next_attempt_at is 'When the seller plans to try again.';
comment on constraint attempts_next_attempt_at_check on callback_private.attempts
  is 'next_attempt_at: must lie in the future, and goes only with no_answer, voicemail and busy.';

alter table callback_private.notification_types
  add column event_filter jsonpath not null default 'true',
  drop constraint notification_types_sent_while_check,
  add constraint notification_types_sent_while_check check (
    sent_while <@ array['pending', 'acknowledged', 'paused', 'completed', 'cancelled', 'expired']);

comment on column callback_private.notification_types.event_filter
  is 'Only events whose data, with the recipient''s side as "side", match this; true for all.';
comment on column callback_private.notification_types.sent_while
  is 'The situations of the request (its status; paused for an acknowledged one that is) in which it still leaves the app; in any other it is outdated.';
comment on constraint notification_types_sent_while_check on callback_private.notification_types
  is 'sent_while: must be statuses of callback_requests, or paused.';
