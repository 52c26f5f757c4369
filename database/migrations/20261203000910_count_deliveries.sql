-- What happened to deliveries, counted by hour as it happens: their rows go with retention, these stay.

create table callback_private.delivery_counts (
  day date not null,
  hour smallint not null,
  channel text not null,
  name text not null,
  counted_in xid8 not null default pg_current_xact_id(),
  amount bigint not null,

  constraint delivery_counts_pkey primary key (hour, day, channel, name, counted_in),
  constraint delivery_counts_hour_check check (hour between -1 and 23),
  constraint delivery_counts_amount_check check (amount > 0)
);
comment on table callback_private.delivery_counts
  is 'How many deliveries were sent, arrived, failed or waited for another try, and how long they took. [not personal]';
comment on column callback_private.delivery_counts.day is 'When it happened, in the marketplace''s zone.';
comment on column callback_private.delivery_counts.hour is 'On the marketplace''s clock; -1: the whole day.';
comment on column callback_private.delivery_counts.name is 'A word, or latency:BUCKET.';
comment on column callback_private.delivery_counts.counted_in
  is 'The transaction, so that nobody waits for another who counts the same. 0 where maintenance has made one row of them.';
comment on constraint delivery_counts_hour_check on callback_private.delivery_counts is 'hour: must be from -1 to 23.';
comment on constraint delivery_counts_amount_check on callback_private.delivery_counts is 'amount: must be positive.';
create index delivery_counts_to_merge on callback_private.delivery_counts (counted_in) where counted_in > '0'::xid8;
alter table callback_private.delivery_counts enable row level security;
