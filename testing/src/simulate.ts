/** `npm run simulate`: what rules do to whole crowds, in a database with a clock of its own. Ends with 1 when a hard line is broken. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, createDatabase, type Sql, startEmbedded } from '@ringback/database';
import { figuresOf } from './abuse/figures.ts';
import { liveMonth } from './abuse/liveMonth.ts';
import { ParametersError, readParameters } from './abuse/parameters.ts';
import { printFigures } from './abuse/print.ts';
import { installSimulated } from './database/simulated.ts';
import { TextsError } from './texts/collection.ts';
import { measureTexts, printTexts } from './texts/measure.ts';

const HELP = `Usage: npm run simulate -- abuse [--seed <n>] [--parameters <file>]
       npm run simulate -- texts --file <path>

  abuse   a month of honest buyers and abusers against the rules of risk: docs/abuse.md
    --seed <n>           another month (1)
    --parameters <file>  JSON with what differs from testing/src/abuse/month.json
  texts   what the rules for copied texts do on a collection of messages
    --file <path>        lines of "ham" or "spam", a tab and a message; may be gzipped
`;

class UsageError extends Error {}

const print = (text: string) => void process.stdout.write(`${text}\n`);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isPlain =
    error instanceof UsageError || error instanceof ParametersError || error instanceof TextsError;
  process.stderr.write(`${isPlain ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [what] = positionals;
  if (values.help) print(HELP);
  else if (what === 'abuse') return simulateAbuse(seedOf(values.seed), values.parameters);
  else if (what === 'texts' && values.file) return simulateTexts(values.file);
  else throw new UsageError(HELP);
  return 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{
          seed: { type: 'string', default: '1' },
          parameters: { type: 'string' },
          file: { type: 'string' },
        },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new UsageError(`--seed takes a whole number; not "${text}".`);
  return seed;
}

async function simulateAbuse(seed: number, file: string | undefined): Promise<number> {
  const parameters = readParameters(file);
  const { sellers, country } = parameters.market;
  print(
    `${parameters.days} days, ${sellers} sellers, country ${country}, seed ${seed}, ${file ?? 'month.json'}`,
  );
  const month = await inSimulatedDatabase((sql) => liveMonth(sql, parameters, seed));
  const figures = figuresOf(month);
  print(printFigures(figures));
  return figures.promises.some(({ kept, isHard }) => isHard && !kept) ? 1 : 0;
}

async function simulateTexts(file: string): Promise<number> {
  print(printTexts(await inSimulatedDatabase((sql) => measureTexts(sql, file))));
  return 0;
}

/** On a PostgreSQL of its own, which goes when that is done. */
async function inSimulatedDatabase<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ringback-simulate-'));
  const server = await startEmbedded({ dataDir, fsync: false });
  try {
    await createDatabase(server.url, 'simulated');
    const url = server.urlOf('simulated');
    await installSimulated(url);
    const sql = connect(url, { max: 1, statementTimeoutMs: 60_000 });
    return await work(sql).finally(() => sql.end({ timeout: 1 }));
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
