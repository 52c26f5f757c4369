-- Each person's counts up to stats_position, kept by rollup_callback_stats(); what came later is added when they are
-- read.
create table callback_private.stats (
  user_id callback_private.person_id not null,
  is_seller boolean not null,
  total bigint not null default 0,
  pending bigint not null default 0,
  acknowledged bigint not null default 0,
  completed bigint not null default 0,
  cancelled bigint not null default 0,
  expired bigint not null default 0,
  closed bigint not null default 0,
  constraint stats_pkey primary key (user_id, is_seller)
);

comment on column callback_private.stats.closed
  is 'Of the cancelled: those that an operator or the system cancelled. They count in no rate.';

create table callback_private.stats_position (
  only_row boolean not null default true,
  counted_before xid8 not null default '0',
  constraint stats_position_pkey primary key (only_row),
  constraint stats_position_only_row_check check (only_row)
);
insert into callback_private.stats_position default values;
comment on constraint stats_position_only_row_check on callback_private.stats_position
  is 'only_row: must be true; there is one row.';

alter table callback_private.stats enable row level security;
alter table callback_private.stats_position enable row level security;
