-- The risk of a request: its signals, their points, and what follows. What is held waits here until an operator decides; in
-- callback_requests it would show to the seller, to Realtime, in counts and reminders.

create domain callback_private.risk_outcome as text
  constraint risk_outcome_check check (value in ('allow', 'code', 'hold', 'refuse'));
comment on constraint risk_outcome_check on domain callback_private.risk_outcome
  is 'outcome: must be allow, code, hold or refuse.';

alter table callback_private.request_facts
  add column signals text[] not null default '{}',
  add column score integer not null default 0,
  add column outcome callback_private.risk_outcome not null default 'allow';
comment on column callback_private.request_facts.signals
  is 'Names of callback_private.risk_rules() that the facts fulfil. [not personal]';
comment on column callback_private.request_facts.score is 'The points of those, by the policy of the moment.';
comment on column callback_private.request_facts.outcome is 'What was done. Where nothing is held, the score alone tells.';

create table callback_private.held_requests (
  id uuid not null,
  requester_id callback_private.person_id not null,
  seller_id callback_private.person_id not null,
  listing_id callback_private.listing_id not null,
  requester_phone text not null,
  requested_on date not null,
  held_at timestamptz not null default now(),
  request jsonb not null,
  decision text,
  decided_at timestamptz,
  operator_id uuid,

  constraint held_requests_pkey primary key (id),
  constraint held_requests_operator_id_fkey foreign key (operator_id) references callback_private.operators (id),
  constraint held_requests_request_check check (jsonb_typeof(request) = 'object'),
  constraint held_requests_decision_check check (
    decision in ('approved', 'rejected', 'withdrawn', 'lapsed')),
  constraint held_requests_decided_at_check check ((decision is null) = (decided_at is null))
);
comment on table callback_private.held_requests
  is 'Requests that wait for an operator, or waited. The buyer reads them, the seller never. Kept for settings.held_requests_kept_for.';
comment on column callback_private.held_requests.requester_id is 'The buyer. [personal: held_requests; the buyer, staff]';
comment on column callback_private.held_requests.seller_id is 'Who would be asked to call. [personal: held_requests; the buyer, staff]';
comment on column callback_private.held_requests.listing_id is 'What the call is about. [personal: held_requests; the buyer, staff]';
comment on column callback_private.held_requests.requester_phone is 'The number to call. [personal: held_requests; the buyer, staff who reveal it]';
comment on column callback_private.held_requests.requested_on is 'The day that it occupies for buyer and listing.';
comment on column callback_private.held_requests.request
  is 'The row of callback_requests as the buyer reads it. [personal: held_requests; the buyer, staff]';
comment on column callback_private.held_requests.decision is 'Null while it waits. lapsed: nobody decided in time.';
comment on column callback_private.held_requests.operator_id is 'Who decided.';
comment on constraint held_requests_request_check on callback_private.held_requests is 'request: must be a JSON object.';
comment on constraint held_requests_decision_check on callback_private.held_requests
  is 'decision: must be approved, rejected, withdrawn or lapsed.';
comment on constraint held_requests_decided_at_check on callback_private.held_requests
  is 'decided_at: must be set when and only when there is a decision.';

-- What it occupies, but for what was approved, which occupies by itself.
create unique index held_requests_one_per_listing_and_day on callback_private.held_requests (requester_id, listing_id, requested_on)
  where decision is distinct from 'approved';
create index held_requests_by_requester on callback_private.held_requests (requester_id, held_at);
create index held_requests_by_seller on callback_private.held_requests (seller_id);
create index held_requests_by_listing on callback_private.held_requests (listing_id);
create index held_requests_by_operator on callback_private.held_requests (operator_id);
create index held_requests_by_phone on callback_private.held_requests (requester_phone, requested_on);
create index held_requests_waiting on callback_private.held_requests (held_at, id) where decision is null;
create index held_requests_by_decision on callback_private.held_requests (decided_at) where decision is not null;
alter table callback_private.held_requests enable row level security;

-- A key may belong to a held request, so its row goes by the trigger on deleted requests.
alter table callback_private.idempotency_keys drop constraint idempotency_keys_callback_request_id_fkey;

alter table callback_private.settings
  add column risk_mode text not null default 'watch',
  add column risk_hold_at integer not null default 60,
  add column risk_refuse_at integer not null default 150,
  add column risk_weights jsonb not null default '{}',
  add column held_requests_kept_for interval not null default interval '90 days',
  add constraint settings_risk_mode_check check (risk_mode in ('off', 'watch', 'on')),
  add constraint settings_risk_hold_at_check check (risk_hold_at between 40 and 1000),
  add constraint settings_risk_refuse_at_check check (risk_refuse_at between 40 and 1000),
  add constraint settings_risk_weights_check check (
    jsonb_typeof(risk_weights) = 'object' and not jsonb_path_exists(risk_weights,
      'strict $.* ? ((@ >= -200 && @ <= 200) is unknown || !(@ >= -200 && @ <= 200))')),
  add constraint settings_held_requests_kept_for_check check (held_requests_kept_for between interval '1 day' and interval '400 days');
comment on column callback_private.settings.risk_mode
  is 'Whether requests with a risk are held or refused (on), or only scored (watch, off). Nothing is held while there is no operator.';
comment on column callback_private.settings.risk_hold_at is 'From how many points of risk a request waits for an operator.';
comment on column callback_private.settings.risk_refuse_at is 'From how many points of risk a request is refused.';
comment on column callback_private.settings.risk_weights
  is 'Points of signals, where they are not the default: {"link": 10}; 0 turns one off. Their names are in docs/abuse.md.';
comment on column callback_private.settings.held_requests_kept_for is 'How long held requests are kept after the decision.';
comment on constraint settings_risk_mode_check on callback_private.settings is 'risk_mode: must be off, watch or on.';
comment on constraint settings_risk_hold_at_check on callback_private.settings is 'risk_hold_at: must be between 40 and 1000.';
comment on constraint settings_risk_refuse_at_check on callback_private.settings is 'risk_refuse_at: must be between 40 and 1000.';
comment on constraint settings_risk_weights_check on callback_private.settings
  is 'risk_weights: must be a JSON object from names of signals to points from -200 to 200.';
comment on constraint settings_held_requests_kept_for_check on callback_private.settings
  is 'held_requests_kept_for: must be between 1 day and 400 days.';
