/** The options of `npm run bench`. */
import { parseArgs } from 'node:util';
import { POSTGRES_NAMES, type PostgresName } from '@ringback/testing/postgres/find.ts';
import type { Marketplace } from './marketplace.ts';

export const MEASUREMENTS = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'search',
  'operator',
  'naive',
  'risk',
  'figures',
  'drivers',
] as const;
export type Measurement = (typeof MEASUREMENTS)[number];

export type Options = {
  postgres: PostgresName;
  only: readonly Measurement[];
  /** Where the result is written. */
  out: string;
  marketplace: Marketplace;
  /** Calls under way at once in (a) and (b). */
  connections: number;
  rounds: number;
  secondsPerRound: number;
  /** Requests that are there before the first call of (a) and (b). */
  rowsBeforeWrites: number;
  /** Requests in the small and the large database of (c). */
  smallRows: number;
  largeRows: number;
  /** Requests that come into the large database after its statistics were rolled up; each makes 1.7 events. */
  laterRows: number;
  samplesPerRead: number;
  /** Requests in the database of the searches; a tenth belongs to the one who searches. */
  searchRows: number;
  /** Deliveries that are drained in each round of (d). */
  deliveries: number;
  /** Streams that are open in (e), one number after the other. */
  streams: number[];
  /** Streams that are open in (f), and how long nothing happens. */
  idleStreams: number[];
  idleSeconds: number;
  /** What starting up and opening streams set in motion has come to rest by then, and sessions have told what they did (10 s). */
  settleSeconds: number;
  sharedBuffers: string;
};

export const HELP = `Usage: npm run bench -- [options]

Measures Ringback on a PostgreSQL of its own, prints tables and writes bench/results/<time>.json.

  --only <list>     some of ${MEASUREMENTS.join(',')}: a = create against a plain insert, b = create over HTTP against a,
                    c = reads at 10 thousand and at 1 million requests, d = deliveries against
                    graphile-worker's empty jobs, e = from a write to 1,000 and 5,000 open streams,
                    f = what an idle system costs, search = a search without hits
                    among 24,000 requests, alone and 20 at once, operator =
                    what operators search and read among 1 million requests, naive = create against the requirement's own
                    two tables and a function without any rule but the day's duplicate, drivers = postgres against pg,
                    risk = what the facts and the score of risk cost a create at 1 million requests, figures =
                    what the pages with the marketplace's figures ask, at 10 thousand and at 1 million requests
  --rows <number>   requests in the large database of c (1000000)
  --rounds <n>      rounds of a, b, d, e and drivers (5); --seconds <n> of each side in each round (5)
  --pg <name>       the PostgreSQL: ${POSTGRES_NAMES.join(', ')} (18)
  --quick           tiny figures in seconds, to see whether everything works
  --out <folder>    instead of bench/results
`;

const FULL = {
  marketplace: { people: 50_000, sellers: 4_000, listings: 20_000 },
  rounds: 5,
  secondsPerRound: 5,
  rowsBeforeWrites: 100_000,
  smallRows: 10_000,
  largeRows: 1_000_000,
  laterRows: 30_000,
  samplesPerRead: 1_000,
  searchRows: 240_000,
  deliveries: 10_000,
  streams: [1_000, 5_000],
  idleStreams: [0, 100],
  idleSeconds: 60,
  settleSeconds: 12,
  sharedBuffers: '1GB',
};

const QUICK: typeof FULL = {
  marketplace: { people: 600, sellers: 100, listings: 500 },
  rounds: 1,
  secondsPerRound: 0.2,
  rowsBeforeWrites: 1_000,
  smallRows: 1_000,
  largeRows: 2_000,
  laterRows: 100,
  samplesPerRead: 20,
  searchRows: 2_000,
  deliveries: 200,
  streams: [10, 30],
  idleStreams: [0, 5],
  idleSeconds: 3,
  settleSeconds: 1,
  sharedBuffers: '64MB',
};

const OPTIONS = {
  only: { type: 'string', default: MEASUREMENTS.join(',') },
  rows: { type: 'string' },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  pg: { type: 'string', default: '18' },
  quick: { type: 'boolean', default: false },
  out: { type: 'string', default: 'bench/results' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The command was typed wrongly. */
export class UsageError extends Error {}

/** @throws UsageError that says what is wrong. */
export function readOptions(args: string[]): Options | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const sizes = values.quick ? QUICK : FULL;
  return {
    ...sizes,
    connections: 16,
    postgres: oneOf('--pg', values.pg, POSTGRES_NAMES),
    only: values.only.split(',').map((name) => oneOf('--only', name, MEASUREMENTS)),
    out: values.out,
    rounds: number('--rounds', values.rounds, sizes.rounds, 1),
    secondsPerRound: number('--seconds', values.seconds, sizes.secondsPerRound, 1),
    largeRows: number('--rows', values.rows, sizes.largeRows, 1_000),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw new UsageError(`${option} takes ${allowed.join(', ')}; not "${value}".`);
  return found;
}

/** A multiple of `step`: loaded rows are dealt out by tens of tenths. */
function number(option: string, text: string | undefined, otherwise: number, step: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (text !== undefined && (!(value >= step) || value % step !== 0))
    throw new UsageError(
      `${option} takes a whole number${step > 1 ? ` of ${step}s` : ' from 1 on'}; not "${text}".`,
    );
  return value;
}
