-- When sellers called, by the quarter of an hour, so that the hours of the week can be shown in any zone.

create table callback_private.day_calls (
  day date not null,
  category text not null,
  country text not null,
  quarters integer[] not null,
  calls bigint[] not null,
  reached bigint[] not null,

  constraint day_calls_pkey primary key (category, country, day),
  constraint day_calls_calls_check check (
    cardinality(quarters) = cardinality(calls) and cardinality(quarters) = cardinality(reached))
);
comment on table callback_private.day_calls
  is 'What count_calls() counted of the requests made on a day: a row for all, for each category, each country, and both. [not personal]';
comment on column callback_private.day_calls.category is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_calls.country is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_calls.quarters is 'Quarters of an hour since 1970, in UTC, in which calls were attempted.';
comment on column callback_private.day_calls.calls is 'How many, in the order of quarters.';
comment on column callback_private.day_calls.reached is 'How many of those reached the buyer.';
comment on constraint day_calls_calls_check on callback_private.day_calls is 'calls: must be as many as quarters, like reached.';
create index day_calls_by_day on callback_private.day_calls (day);
alter table callback_private.day_calls enable row level security;

insert into callback_private.stale_days (day) select distinct r.requested_on from public.callback_requests r
  on conflict do nothing;

create type callback_private.compared as (
  key text, received bigint, answered bigint, could_answer bigint, contacts bigint, responded bigint, closed bigint,
  completed bigint, acknowledged bigint, declined bigint, expired bigint, median numeric,
  answer_bounds callback_private.wilson, contact_bounds callback_private.wilson
);
