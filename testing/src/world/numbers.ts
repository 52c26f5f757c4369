/** Phone numbers that exist, drawn from the numbering plans that the database judges by. */
import type { Sql } from '@ringback/database';
import type { Random } from './random.ts';

export interface Numbers {
  /** A number that may be called. */
  ordinary(country: string, random: Random): string;
  /** Premium rate, shared cost and the like; of no country where that one has none. */
  premium(country: string, random: Random): string;
}

interface Range {
  first: number;
  last: number;
  region: string;
  callable: boolean;
}

/** Of calling codes without a country, such as international premium rate. */
const NO_COUNTRY = '001';

export async function readNumbers(sql: Sql, countries: string[]): Promise<Numbers> {
  const ranges = await sql<Range[]>`
    select first_number::float8 as first, last_number::float8 as last, region, callable
    from callback_private.phone_ranges where region = any (${[...countries, NO_COUNTRY]}) order by first_number`;
  const draw = (country: string, callable: boolean, random: Random) => {
    const of = (region: string) =>
      ranges.filter((range) => range.region === region && range.callable === callable);
    const known = of(country).length > 0 || callable ? of(country) : of(NO_COUNTRY);
    if (known.length === 0) throw new Error(`There are no numbers of the country "${country}".`);
    return `+${anyOf(known, random)}`;
  };
  return {
    ordinary: (country, random) => draw(country, true, random),
    premium: (country, random) => draw(country, false, random),
  };
}

/** Each number is as likely as any other. */
function anyOf(ranges: Range[], random: Random): number {
  const sizes = ranges.map(({ first, last }) => last - first + 1);
  let place = Math.floor(random.next() * sizes.reduce((sum, size) => sum + size, 0));
  for (const [index, { first }] of ranges.entries()) {
    if (place < (sizes[index] ?? 0)) return first + place;
    place -= sizes[index] ?? 0;
  }
  return ranges[0]?.first ?? 0;
}
