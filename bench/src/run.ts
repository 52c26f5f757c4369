/** `npm run bench`: measures what is asked for, prints tables, writes all figures and what they were measured on as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from '@ringback/testing/machine.ts';
import { measureCreate } from './create.ts';
import { measureDeliveries } from './deliveries.ts';
import { measureDrivers } from './drivers.ts';
import { type Environment, type Progress, startEnvironment } from './environment.ts';
import { measureHttp } from './http.ts';
import { measureIdle } from './idle.ts';
import { measureFigures } from './marketplaceFigures.ts';
import { measureNaive } from './naive.ts';
import { measureOperator } from './operator.ts';
import { HELP, type Measurement, type Options, readOptions, UsageError } from './options.ts';
import {
  printCreate,
  printDeliveries,
  printDrivers,
  printFigures,
  printHttp,
  printIdle,
  printNaive,
  printOperator,
  printReads,
  printRisk,
  printSearch,
  printStreams,
} from './print.ts';
import { measureReads } from './reads.ts';
import { measureRisk } from './risk.ts';
import { measureSearch } from './search.ts';
import { measureStreams } from './streams.ts';

const report = (line: string) => void process.stderr.write(`${line}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

const MEASURES = {
  a: measured(measureCreate, printCreate),
  b: measured(measureHttp, printHttp),
  c: measured(measureReads, printReads),
  d: measured(measureDeliveries, printDeliveries),
  e: measured(measureStreams, printStreams),
  f: measured(measureIdle, printIdle),
  search: measured(measureSearch, printSearch),
  operator: measured(measureOperator, printOperator),
  naive: measured(measureNaive, printNaive),
  risk: measured(measureRisk, printRisk),
  figures: measured(measureFigures, printFigures),
  drivers: measured(measureDrivers, printDrivers),
} satisfies Record<Measurement, unknown>;

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') print(HELP);
  else await run(options);
} catch (error) {
  report(
    error instanceof UsageError
      ? `${error.message}\nSee: npm run bench -- --help`
      : String((error as Error).stack),
  );
  process.exitCode = 1;
}

async function run(options: Options): Promise<void> {
  const machine = describeMachine();
  const starting = startEnvironment(options, report);
  stopOnSignals(starting);
  const environment = await starting;
  try {
    const { settings } = environment;
    print(describe({ ...machine, ...settings }));
    const results: Partial<Record<Measurement, unknown>> = {};
    for (const name of options.only) results[name] = await MEASURES[name](environment, options, report);
    print(`\nWritten to ${write(options.out, { machine, settings, options, ...results })}`);
  } finally {
    await environment.stop();
  }
}

type Measure<Result> = (environment: Environment, options: Options, report: Progress) => Promise<Result>;

function measured<Result>(measure: Measure<Result>, show: (result: Result) => string): Measure<Result> {
  return async (...parts) => {
    const result = await measure(...parts);
    print(`\n${show(result)}`);
    return result;
  };
}

/** PostgreSQL runs in a session of its own, so that Ctrl-C does not reach it. */
function stopOnSignals(starting: Promise<Environment>): void {
  const stop = async () => (await starting).stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
}

function describe(facts: Record<string, unknown>): string {
  return Object.entries(facts)
    .map(([name, fact]) => `${name} ${fact}`)
    .join(' · ');
}

function write(folder: string, result: object): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}
