-- Which telephone numbers exist, to which country they belong and which may be called. The rows are the numbering plans of
-- libphonenumber, written by functions/21_phone_ranges.sql at each migrate, because numbering plans change with every release of it.
-- A number is its digits without the plus sign, at most 15 of them, so a bigint holds it and two lengths never meet.

create table callback_private.phone_ranges (
  first_number bigint not null,
  last_number bigint not null,
  region text not null,
  callable boolean not null,

  constraint phone_ranges_pkey primary key (first_number),
  constraint phone_ranges_same_length check (length(last_number::text) = length(first_number::text)),
  constraint phone_ranges_order check (last_number >= first_number),
  constraint phone_ranges_region_format check (region ~ '^([A-Z]{2}|001)$')
);
comment on table callback_private.phone_ranges is 'Allocated telephone numbers: data, replaced at each migrate.';
comment on column callback_private.phone_ranges.region is 'ISO 3166 code of the country; 001 for calling codes of no country, such as satellites.';
comment on column callback_private.phone_ranges.callable is 'False for premium rate, shared cost, personal, pager and voicemail numbers.';
comment on constraint phone_ranges_same_length on callback_private.phone_ranges is 'last_number: must have as many digits as first_number.';
comment on constraint phone_ranges_order on callback_private.phone_ranges is 'last_number: must not be less than first_number.';
comment on constraint phone_ranges_region_format on callback_private.phone_ranges is 'region: must be a two-letter country code, or 001.';

alter table callback_private.phone_ranges enable row level security;
