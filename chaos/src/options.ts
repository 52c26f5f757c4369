/** The options of `npm run chaos`. */
import { parseArgs } from 'node:util';
import { RUNS, type RunName } from './runs/index.ts';

export interface Options {
  only: RunName[];
  /** Small numbers in seconds, as `npm test` runs them. */
  short: boolean;
  /** The folder for the figures. */
  out: string;
}

export const HELP = `Usage: npm run chaos -- [options]

Breaks things under a running Ringback, real processes on a PostgreSQL of their own, and counts what was lost and what came twice.
Prints tables, writes chaos/results/<time>.json, and ends with 1 when a figure is not allowed.

${Object.entries(RUNS)
  .map(([name, { title }]) => `  ${name.padEnd(16)} ${title}`)
  .join('\n')}

  --only <list>   some of these, separated by commas
  --short         small numbers, in seconds
  --out <folder>  instead of chaos/results
`;

const OPTIONS = {
  only: { type: 'string' },
  short: { type: 'boolean', default: false },
  out: { type: 'string', default: 'chaos/results' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The command was typed wrongly. */
export class UsageError extends Error {}

/** @throws UsageError that says what is wrong. */
export function readOptions(args: string[]): Options | 'help' {
  const { only, short, out, help } = parse(args);
  if (help) return 'help';
  const known = Object.keys(RUNS);
  const asked =
    only?.toLowerCase().split(',') ?? known.filter((name) => !short || RUNS[name as RunName].isShort);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`--only takes ${known.join(', ')}; not "${unknown}".`);
  return { only: asked as RunName[], short, out };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
