-- What SMS cost is bounded by caps, counted here, and who answered STOP gets none. Neither table holds a number:
-- the key of a recipient is a hash, so that a number that is erased elsewhere is not left here. It is no secret to
-- those who can try all numbers.

create table callback_private.sms_counts (
  day date not null,
  cap text not null,
  key text not null,
  sent integer not null,

  constraint sms_counts_pkey primary key (day, cap, key),
  constraint sms_counts_cap_check check (cap in ('recipient', 'prefix', 'country', 'day')),
  constraint sms_counts_sent_check check (sent > 0)
);
comment on table callback_private.sms_counts
  is 'SMS of a day to a number, to numbers with the same beginning, to a country, and in all; kept for two days.';
comment on column callback_private.sms_counts.key
  is 'The number''s hash, the number without its last four digits, the country''s code, or nothing for all.';
comment on constraint sms_counts_cap_check on callback_private.sms_counts
  is 'cap: must be recipient, prefix, country or day.';
comment on constraint sms_counts_sent_check on callback_private.sms_counts is 'sent: must be above 0.';

create table callback_private.sms_stops (
  phone_hash text not null,
  stopped_at timestamptz not null default now(),

  constraint sms_stops_pkey primary key (phone_hash)
);
comment on table callback_private.sms_stops
  is 'Numbers from which STOP came, until START comes; kept, because it must be obeyed.';

alter table callback_private.sms_counts enable row level security;
alter table callback_private.sms_stops enable row level security;
