-- What counts of a day but stands in no row that stays: hours preferred by people who were erased, and requests
-- that were never sent. Retention and erasures lower no figure, also after a rebuild.

create table callback_private.sealed_figures (
  day date not null,
  category text not null,
  country text not null,
  name text not null,
  sealed_in xid8 not null default pg_current_xact_id(),
  amount bigint not null,

  constraint sealed_figures_pkey primary key (day, category, country, name, sealed_in),
  constraint sealed_figures_amount_check check (amount > 0)
);
comment on table callback_private.sealed_figures
  is 'Counts of a day that no other row has. count_days() adds them to what it counts. [not personal]';
comment on column callback_private.sealed_figures.category is 'The listing''s; none for listings without one.';
comment on column callback_private.sealed_figures.country is 'The listing''s; none for listings without one.';
comment on column callback_private.sealed_figures.name is 'As in day_figures, or times:TIME/DAYS: preferences of one request.';
comment on column callback_private.sealed_figures.sealed_in
  is 'The transaction, so that nobody waits for another who seals the same. Maintenance makes one row of them.';
comment on constraint sealed_figures_amount_check on callback_private.sealed_figures is 'amount: must be positive.';
alter table callback_private.sealed_figures enable row level security;

alter table public.callback_requests add column is_repeat boolean;
comment on column public.callback_requests.is_repeat
  is 'Whether the buyer had requested a call from this seller before, for figures. Null: nobody looked. [not personal]';
