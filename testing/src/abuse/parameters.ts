/** What a simulated month is made of: month.json, with what another file says instead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.int().min(0).max(100_000);
const country = z.string().regex(/^[A-Z]{2}$/, 'must be the two letters of a country, such as GB');
const range = z
  .tuple([count, count])
  .refine(([from, to]) => from <= to, 'must be [from, to], the smaller number first');

/** `actors` start afresh with so many accounts, and try so often with each. */
const abuser = z.strictObject({ actors: count, accounts: count.min(1), attempts: count.min(1) });

const schema = z.strictObject({
  days: z.int().min(1).max(29),
  market: z.strictObject({ country, sellers: count.min(2), listings_per_seller: count.min(1) }),
  /** Settings that differ from the defaults, such as allowed_phone_regions. */
  policy: z.record(z.string(), z.json()),
  people: z.strictObject({
    verified: share,
    behind_carrier: share,
    carrier_addresses: count.min(1),
    without_device: share,
  }),
  texts: z
    .strictObject({ none: share, stock: share })
    .refine(({ none, stock }) => none + stock <= 1, 'none and stock are shares of the same whole'),
  answers: z.strictObject({ completed: share, reports_of_abuse: share, reports_of_honest: share }),
  honest: z.strictObject({
    one_off: z.strictObject({ people: count }),
    browser: z.strictObject({ people: count, evenings: count, requests: range }),
    reseller: z.strictObject({ people: count, days: count, requests: range, account_days: range }),
    family: z.strictObject({ households: count, members: range, requests: count }),
    office: z.strictObject({ offices: count, people: count, requests: count }),
    carrier: z.strictObject({ networks: count, people: count, requests: count }),
    newcomer: z.strictObject({ people: count, requests: range }),
    mistyper: z.strictObject({ people: count, mistakes: count }),
    returner: z.strictObject({ people: count, days: count }),
  }),
  abuse: z.strictObject({
    flooder: abuser,
    bomber: abuser,
    spammer: abuser,
    fraudster: abuser,
    scraper: abuser,
    pumper: abuser,
  }),
  costly_countries: z.array(country).min(1),
  /** When an adapting abuser gives up. */
  adapting: z.strictObject({ days: z.int().min(1).max(29), attempts: count.min(1) }),
});

export type Parameters = z.infer<typeof schema>;
export type AbuseKind = keyof Parameters['abuse'];
export type Habit = keyof Parameters['honest'];

/** The parameters are not those of a month; the message says which, and why. */
export class ParametersError extends Error {}

/** month.json, with what `file` says instead: it may hold a part only. @throws ParametersError */
export function readParameters(file?: string): Parameters {
  const usual = readJson(join(import.meta.dirname, 'month.json'));
  const result = schema.safeParse(file === undefined ? usual : merged(usual, readJson(file)));
  if (!result.success)
    throw new ParametersError(`${file ?? 'month.json'}:\n${z.prettifyError(result.error)}`);
  return result.data;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ParametersError(`${file}: ${(error as Error).message}`);
  }
}

/** Objects are merged, all else is replaced. */
function merged(usual: unknown, other: unknown): unknown {
  if (!isObject(usual) || !isObject(other)) return other;
  const both = Object.entries(other).map(([name, value]) => [
    name,
    name in usual ? merged(usual[name], value) : value,
  ]);
  return { ...usual, ...Object.fromEntries(both) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
