/** `npm run chaos`: breaks what is asked for, prints tables, writes all figures as JSON; ends with 1 when one is not allowed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from '@ringback/testing/machine.ts';
import { type Check, checksTable, duration } from './checks.ts';
import { HELP, type Options, readOptions, UsageError } from './options.ts';
import { RUNS, type RunName } from './runs/index.ts';
import { startStage } from './stage.ts';

interface Result {
  title: string;
  seconds: number;
  checks: Check[];
}

const report = (line: string) => void process.stderr.write(`${line}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') print(HELP);
  else if (!(await runAll(options))) process.exitCode = 1;
} catch (error) {
  report(
    error instanceof UsageError
      ? `${error.message}\nSee: npm run chaos -- --help`
      : String((error as Error).stack),
  );
  process.exitCode = 1;
}
// A run that was broken off leaves connections and timers behind.
process.stdout.write('', () => process.exit());

/** True when every figure is allowed. */
async function runAll({ only, short, out }: Options): Promise<boolean> {
  const machine = describeMachine();
  print(
    Object.entries({ ...machine, form: short ? 'short' : 'full' })
      .map(([name, fact]) => `${name} ${fact}`)
      .join(' · '),
  );
  const starting = startStage({ short, report });
  stopOnSignals(starting);
  const stage = await starting;
  const results: Partial<Record<RunName, Result>> = {};
  try {
    for (const name of only) {
      const { title, run } = RUNS[name];
      report(`${name}: ${title}`);
      const startMs = performance.now();
      const checks = await run(stage)
        .then(async (done) => [...done, ...(await stage.conservation())])
        .catch((error: Error) => [brokenOff(error)]);
      const seconds = Math.round((performance.now() - startMs) / 1_000);
      results[name] = { title, seconds, checks };
      print(`\n${name.toUpperCase()} ${title} (${duration(seconds * 1_000)})\n${checksTable(checks)}`);
    }
  } finally {
    await stage.stop();
  }
  const passed = Object.values(results).every(({ checks }) => checks.every((check) => check.passed));
  print(`\nWritten to ${write(out, { machine, short, passed, results })}`);
  return passed;
}

/** A run that could not be finished is a figure too, and the others go on. */
function brokenOff(error: Error): Check {
  report(String(error.stack));
  return {
    what: 'the run itself',
    times: 1,
    figure: error.message.split('\n', 1)[0] ?? '',
    allowed: '',
    passed: false,
  };
}

/** PostgreSQL runs in a session of its own, so that Ctrl-C does not reach it. */
function stopOnSignals(starting: ReturnType<typeof startStage>): void {
  const stop = async () => (await starting).stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
}

function write(folder: string, result: object): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}
