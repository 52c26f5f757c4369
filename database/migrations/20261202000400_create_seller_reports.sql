-- What sellers say about buyers: that they want nothing more from one, and that a request had a made-up number or was spam.

create table callback_private.seller_blocks (
  seller_id callback_private.person_id not null,
  buyer_id callback_private.person_id not null,
  blocked_at timestamptz not null default now(),

  constraint seller_blocks_pkey primary key (seller_id, buyer_id)
);
comment on table callback_private.seller_blocks is 'Buyers whom a seller blocked here, beside the marketplace''s own blocks. The buyer is not told.';
comment on column callback_private.seller_blocks.seller_id is 'Who blocked. [personal: person; the seller, staff]';
comment on column callback_private.seller_blocks.buyer_id is 'Who is blocked. [personal: person; the seller, staff]';
create index seller_blocks_by_buyer on callback_private.seller_blocks (buyer_id);

create table callback_private.request_reports (
  callback_request_id uuid not null,
  seller_id callback_private.person_id not null,
  requester_id callback_private.person_id not null,
  phone_hash uuid,
  reason text not null,
  reported_at timestamptz not null default now(),

  constraint request_reports_pkey primary key (callback_request_id),
  constraint request_reports_callback_request_id_fkey foreign key (callback_request_id)
    references public.callback_requests (id) on delete cascade,
  constraint request_reports_reason_check check (reason in ('fake_number', 'spam'))
);
comment on table callback_private.request_reports is 'Requests that their sellers reported, which counts against buyer and number.';
comment on column callback_private.request_reports.seller_id is 'Who reported. [personal: request_reports; the seller, staff]';
comment on column callback_private.request_reports.requester_id is 'The buyer. [personal: request_reports; the seller, staff]';
comment on column callback_private.request_reports.phone_hash is 'Of the number, as request_facts has it. [personal: request_reports; staff, as equal or not]';
comment on constraint request_reports_reason_check on callback_private.request_reports is 'reason: must be fake_number or spam.';
create index request_reports_by_requester on callback_private.request_reports (requester_id, reported_at);
create index request_reports_by_phone on callback_private.request_reports (phone_hash, reported_at) where phone_hash is not null;
create index request_reports_by_age on callback_private.request_reports (reported_at);

alter table callback_private.request_facts
  add column spam_reports integer,
  add column fake_number_reports integer;
comment on column callback_private.request_facts.spam_reports
  is 'How many sellers reported the buyer, or the number, for spam, within settings.identifiers_kept_for.';
comment on column callback_private.request_facts.fake_number_reports is 'The same for made-up numbers.';

alter table callback_private.seller_blocks enable row level security;
alter table callback_private.request_reports enable row level security;

comment on column callback_private.settings.risk_mode
  is 'Whether requests with a risk are held or refused (on), or only noted and scored (watch), or nothing is noted, lists of blocked '
    'people and numbers included (off). Nothing is held while there is no operator.';
