-- The figures of the whole marketplace (docs/metrics.md) are counted by day and kept. A kept day is never added to: what
-- happens marks its day as stale, and a stale day is counted again from the requests themselves.

alter table public.callback_requests
  add column listing_category text,
  add column listing_country text,
  add constraint callback_requests_listing_category_check check (length(listing_category) between 1 and 100),
  add constraint callback_requests_listing_country_check check (listing_country ~ '^[A-Z]{2}$');
comment on column public.callback_requests.listing_category
  is 'The listing''s category when the request was made, for figures. [not personal]';
comment on column public.callback_requests.listing_country
  is 'The listing''s country when the request was made (ISO 3166), for figures. [not personal]';
comment on constraint callback_requests_listing_category_check on public.callback_requests
  is 'listing_category: must be 1 to 100 characters.';
comment on constraint callback_requests_listing_country_check on public.callback_requests
  is 'listing_country: must be a two-letter country code.';

create table callback_private.day_figures (
  day date not null,
  category text not null,
  country text not null,
  names text[] not null,
  amounts bigint[] not null,

  constraint day_figures_pkey primary key (category, country, day),
  constraint day_figures_amounts_check check (cardinality(names) = cardinality(amounts))
);
comment on table callback_private.day_figures
  is 'What count_days() counted of the requests made on a day: a row for all, for each category, each country, and both. [not personal]';
comment on column callback_private.day_figures.day is 'Of the marketplace''s zone, as callback_requests.requested_on.';
comment on column callback_private.day_figures.category is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_figures.country is 'Empty for all of them; none for listings without one.';
comment on column callback_private.day_figures.names is 'What was counted: a word, or a word and a value such as hour:14.';
comment on column callback_private.day_figures.amounts is 'How many, in the order of names. What is zero is left out.';
comment on constraint day_figures_amounts_check on callback_private.day_figures
  is 'amounts: must be as many as names.';
create index day_figures_by_day on callback_private.day_figures (day);

-- One row for a day and the transaction that marked it, so that nobody waits for another's mark.
create table callback_private.stale_days (
  day date not null,
  marked_in xid8 not null default pg_current_xact_id(),

  constraint stale_days_pkey primary key (day, marked_in)
);
comment on table callback_private.stale_days
  is 'Days whose kept figures are out of date. They are counted from the requests until maintenance has kept them again.';

alter table callback_private.stats_position
  add column time_zone text,
  add constraint stats_position_time_zone_check check (length(time_zone) between 1 and 64);
comment on constraint stats_position_time_zone_check on callback_private.stats_position
  is 'time_zone: must be 1 to 64 characters.';
comment on column callback_private.stats_position.time_zone
  is 'The zone whose hours day_figures has; null before anything is kept. [not personal]';

insert into callback_private.stale_days (day) select distinct r.requested_on from public.callback_requests r;

alter table callback_private.day_figures enable row level security;
alter table callback_private.stale_days enable row level security;

create type callback_private.figure_sum as (part text, starts_on date, name text, amount bigint);
create type callback_private.wilson as (low double precision, high double precision);
