/**
 * Writes database/data/phone_ranges.sql: which telephone numbers exist and which of them may be
 * called, from the numbering plans in libphonenumber-js. Run `npm run phone-ranges` after an update of that
 * package and commit the difference.
 *
 * The plans are regular expressions; here they become ranges of numbers, so that PostgreSQL answers with one
 * index lookup. Where countries share a calling code, a number belongs to the first, in libphonenumber's order,
 * that has allocated it. (The leading digits by which libphonenumber also tells such countries apart change
 * nothing; server/tests/http/phoneAgreement.test.ts would show it if they ever did.)
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import metadata from 'libphonenumber-js/max/metadata';
import { ANY_DIGIT, expand, intersect, type Masks } from './digitPatterns.ts';

/** Numbers from `first` to `last`, without the plus sign. `region` is an ISO 3166 code, or 001 for the world. */
export interface PhoneRange {
  first: number;
  last: number;
  region: string;
  callable: boolean;
}

/** Some numbers that a region has allocated to one type. */
interface Allocation {
  masks: Masks;
  region: string;
  callable: boolean;
}

type NumberType = [pattern: string, lengths?: number[]] | 0;
/** libphonenumber-js publishes its metadata as arrays; these are the places that matter here. */
type Plan = { 2: string; 3: number[]; 11: NumberType[] };
const PLANS = metadata.countries as unknown as Record<string, Plan>;

/**
 * The types of a number in the order in which libphonenumber tests them, by their place in the metadata.
 * Personal numbers are refused because their owner shares in what the caller pays.
 */
const TYPES = [
  { name: 'fixed line', place: 0, callable: true },
  { name: 'mobile', place: 1, callable: true },
  { name: 'premium rate', place: 3, callable: false },
  { name: 'toll free', place: 2, callable: true },
  { name: 'shared cost', place: 9, callable: false },
  { name: 'voip', place: 8, callable: true },
  { name: 'personal number', place: 4, callable: false },
  { name: 'pager', place: 7, callable: false },
  { name: 'company number', place: 6, callable: true },
  { name: 'voicemail', place: 5, callable: false },
];
const E164_DIGITS = { least: 7, most: 15 };
const OUTPUT = fileURLToPath(new URL('../../../database/data/phone_ranges.sql', import.meta.url));

/** All allocated ranges in ascending order, none overlapping another. */
export function phoneRanges(): PhoneRange[] {
  const geographic = Object.entries(metadata.country_calling_codes).flatMap(([callingCode, regions]) =>
    ranges(callingCode, regions.flatMap(allocations)),
  );
  const worldwide = Object.keys(metadata.nonGeographic).flatMap(worldwideRanges);
  return [...geographic, ...worldwide].sort((a, b) => a.first - b.first);
}

/** A number belongs to the first allocation that holds it. */
function allocations(region: string): Allocation[] {
  const plan = PLANS[region] as Plan;
  const outline = expand(plan[2]);
  return TYPES.flatMap(({ place, callable }) => {
    const [pattern, lengths = plan[3]] = plan[11][place] || [''];
    const numbers = expand(pattern).filter((masks) => lengths.includes(masks.length));
    return intersect(numbers, outline).map((masks) => ({ masks, region, callable }));
  });
}

function ranges(callingCode: string, all: Allocation[]): PhoneRange[] {
  const byLength = Map.groupBy(all, ({ masks }) => masks.length);
  return [...byLength].flatMap(([length, candidates]) => {
    const digits = callingCode.length + length;
    const found: PhoneRange[] = [];
    if (digits >= E164_DIGITS.least && digits <= E164_DIGITS.most) walk(callingCode, 0, candidates, found);
    return found;
  });
}

/** Follows the digits until the first candidate holds every number that begins so. */
function walk(prefix: string, place: number, candidates: Allocation[], found: PhoneRange[]): void {
  const winner = candidates[0];
  if (winner === undefined) return;
  const { masks, region, callable } = winner;
  if (masks.slice(place).every((mask) => mask === ANY_DIGIT)) {
    append(found, { ...bounds(prefix, masks.length - place), region, callable });
    return;
  }
  for (let digit = 0; digit <= 9; digit += 1) {
    const matching = candidates.filter(({ masks }) => ((masks[place] ?? 0) >> digit) & 1);
    walk(`${prefix}${digit}`, place + 1, matching, found);
  }
}

function bounds(prefix: string, missingDigits: number): Pick<PhoneRange, 'first' | 'last'> {
  return {
    first: Number(prefix + '0'.repeat(missingDigits)),
    last: Number(prefix + '9'.repeat(missingDigits)),
  };
}

/** Adds a range, or widens the last one when the new one continues it. */
function append(found: PhoneRange[], next: PhoneRange): void {
  const previous = found.at(-1);
  const continues =
    previous?.last === next.first - 1 &&
    previous.region === next.region &&
    previous.callable === next.callable;
  if (previous && continues) previous.last = next.last;
  else found.push(next);
}

/** Calling codes of no country (satellites, international premium rate): nothing in them is called. */
function worldwideRanges(callingCode: string): PhoneRange[] {
  return Array.from({ length: E164_DIGITS.most - E164_DIGITS.least + 1 }, (_, extra) => ({
    ...bounds(callingCode, E164_DIGITS.least + extra - callingCode.length),
    region: '001',
    callable: false,
  }));
}

/** The SQL file: an entry for each region, verdict and length; a range is written by the digits that matter. */
export function phoneRangesSql(): string {
  const entries = Map.groupBy(phoneRanges(), ({ region, callable, first }) => {
    return [`'${region}'`, callable, String(first).length].join(', ');
  });
  const values = [...entries]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([key, group]) => `    (${key}, '${lines(group, 0).join('\n      ')}')`);
  return TEMPLATE.replace('VALUES', values.join(',\n'));
}

/** Breaks a long entry where the leading digits change, so that an update shows up in few lines. */
function lines(group: PhoneRange[], sharedDigits: number): string[] {
  const line = group.map(shortened).join(' ');
  if (line.length <= 100) return [line];
  const parts = Map.groupBy(group, ({ first }) => String(first).slice(0, sharedDigits + 1));
  return [...parts.values()].flatMap((part) => lines(part, sharedDigits + 1));
}

function shortened({ first, last }: PhoneRange): string {
  const [from, to] = [String(first), String(last)];
  const padding = Math.min(/0*$/.exec(from)?.[0].length ?? 0, /9*$/.exec(to)?.[0].length ?? 0);
  const digits = from.length - padding;
  const [start, end] = [from.slice(0, digits), to.slice(0, digits)];
  return start === end ? start : `${start}-${end}`;
}

const TEMPLATE = `-- Generated by npm run phone-ranges from libphonenumber-js: do not edit.
-- Each entry: region (001 = no country), whether its numbers may be called, how many digits they have, and the
-- ranges by their leading digits: 12012-12019 with 11 digits means 12012000000 to 12019999999.
-- Rows that did not change are left alone, so that a migration that changes nothing writes nothing. They come in order, so that each page of
-- the index ends where its fillfactor says: a look-up backwards reads all of a page that is below its number.

with plans (region, callable, digits, ranges) as (
  values
VALUES
), listed as materialized (
  select
    rpad(split_part(r, '-', 1), p.digits, '0')::bigint as first_number,
    rpad(split_part(r, '-', -1), p.digits, '9')::bigint as last_number,
    p.region,
    p.callable
  from plans p, regexp_split_to_table(p.ranges, '\\s+') r
), dropped as (
  delete from callback_private.phone_ranges old
  where not exists (select from listed l where l.first_number = old.first_number)
)
insert into callback_private.phone_ranges as old (first_number, last_number, region, callable)
select first_number, last_number, region, callable from listed order by first_number
on conflict (first_number) do update
  set last_number = excluded.last_number, region = excluded.region, callable = excluded.callable
  where (old.last_number, old.region, old.callable)
    is distinct from (excluded.last_number, excluded.region, excluded.callable);
`;

if (import.meta.main) {
  writeFileSync(OUTPUT, phoneRangesSql());
  console.log(`Wrote ${OUTPUT}`);
}
