-- A buyer whose request was refused by risk or by a daily limit may ask for a review: it is then held like any other.

alter table callback_private.held_requests
  add column asked_at timestamptz,
  add column asked_about text,
  add constraint held_requests_asked_about_check check (
    asked_about in ('risk', 'requests_per_user_per_day', 'requests_per_phone_per_day')),
  add constraint held_requests_asked_at_check check ((asked_at is null) = (asked_about is null));
comment on column callback_private.held_requests.asked_at
  is 'When its buyer asked for a review of a refusal. Null: it was held by its risk.';
comment on column callback_private.held_requests.asked_about
  is 'What it had been refused for: risk, or the name of a limit. [not personal]';
comment on constraint held_requests_asked_about_check on callback_private.held_requests
  is 'asked_about: must be risk, requests_per_user_per_day or requests_per_phone_per_day.';
comment on constraint held_requests_asked_at_check on callback_private.held_requests
  is 'asked_at: must be set when and only when there is an asked_about.';
