-- Who leaves a held request, or the facts of one, is set to null, as in callback_requests: trust/erase_held.sql does the rest.

alter table callback_private.held_requests
  alter column requester_id drop not null,
  alter column seller_id drop not null,
  alter column listing_id drop not null,
  alter column requester_phone drop not null,
  add constraint held_requests_requester_phone_check check (
    case when requester_phone is null then decision is not null else requester_phone ~ '^\+[1-9][0-9]{6,14}$' end);
comment on constraint held_requests_requester_phone_check on callback_private.held_requests
  is 'requester_phone: must be an international number such as +14155550123.';
alter table callback_private.request_facts
  alter column requester_id drop not null,
  alter column seller_id drop not null;

comment on column callback_private.request_facts.refused_day
  is 'Refusals of this account in a day: of numbers that may not be called, and by risk.';
comment on column callback_private.settings.risk_mode
  is 'What happens to risky requests. on: they are held or refused. watch: they are only scored. off: nothing is scored, and the block '
    'list is ignored. In on and watch, blocked people and numbers are refused. Nothing is held while there is no operator.';
comment on column callback_private.settings.risk_hold_at is 'Risk points from which a request waits for an operator.';
comment on column callback_private.settings.risk_refuse_at is 'Risk points from which a request is refused.';
comment on table callback_private.seller_blocks
  is 'Buyers whom a seller blocked here, beside the marketplace''s own blocks. The buyer does not see it.';

-- A held request is sent later than its buyer agreed.
alter table public.callback_requests
  add column consent_given_at timestamptz,
  drop constraint callback_requests_consent_check;
update public.callback_requests set consent_given_at = requested_at where consent_version is not null;
alter table public.callback_requests
  add constraint callback_requests_consent_check check (
    num_nulls(consent_version, consent_locale, consent_source, consent_given_at) in (0, 4));
comment on column public.callback_requests.consent_version
  is 'The version of callback_private.consent_texts that the buyer agreed to; null if none was shown.';
comment on column public.callback_requests.consent_given_at is 'When the buyer agreed.';
comment on constraint callback_requests_consent_check on public.callback_requests
  is 'consent: must have a version, a locale, a source and a time, or none of them.';
