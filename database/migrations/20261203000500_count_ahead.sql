-- A person's counts beyond the boundary of the statistics, noted by who reads them: for as long as maintenance does not
-- move the boundary, what was counted once is not counted again.
create table callback_private.stats_ahead (
  user_id callback_private.person_id not null,
  is_seller boolean not null,
  counted_from xid8 not null,
  counted_before xid8 not null,
  noted_in xid8 not null default pg_current_xact_id(),
  total bigint not null,
  pending bigint not null,
  acknowledged bigint not null,
  completed bigint not null,
  cancelled bigint not null,
  expired bigint not null,
  closed bigint not null,

  constraint stats_ahead_pkey primary key (user_id, is_seller, counted_from, counted_before, noted_in)
);
comment on table callback_private.stats_ahead
  is 'What a person''s events from the boundary on add to stats. Goes when the boundary moves.';
comment on column callback_private.stats_ahead.user_id is 'Whose counts they are. [personal: person; the person, staff]';
comment on column callback_private.stats_ahead.counted_from is 'The boundary when it was noted; after another it says nothing.';
comment on column callback_private.stats_ahead.noted_in
  is 'The transaction, so that nobody waits for another who notes the same.';
create index stats_ahead_by_boundary on callback_private.stats_ahead (counted_from);
alter table callback_private.stats_ahead enable row level security;
