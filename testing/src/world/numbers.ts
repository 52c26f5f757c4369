/** Phone numbers that exist, drawn from the numbering plans that the database judges by. */
import type { Sql } from '@ringback/database';
import type { Random } from './random.ts';

export interface Numbers {
  /** A number that may be called. */
  ordinary(country: string, random: Random): string;
  /** Premium rate, shared cost and the like. */
  premium(country: string, random: Random): string;
}

interface Range {
  first: number;
  last: number;
  region: string;
  callable: boolean;
}

export async function readNumbers(sql: Sql, countries: string[]): Promise<Numbers> {
  const ranges = await sql<Range[]>`
    select first_number::float8 as first, last_number::float8 as last, region, callable
    from callback_private.phone_ranges where region = any (${countries}) order by first_number`;
  const draw = (country: string, callable: boolean, random: Random) => {
    const known = ranges.filter((range) => range.region === country && range.callable === callable);
    if (known.length === 0)
      throw new Error(`There are no ${callable ? '' : 'premium '}numbers of the country "${country}".`);
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
