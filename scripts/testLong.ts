/**
 * `npm run test:long`: what is slow and rarely breaks. Every test in its full form (testing/src/full.ts says what the gate leaves out) on
 * every version of PostgreSQL, faults, measurements in small, and the examples. Prints how long each part took, and goes on after a part that failed.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findFirefox, hasWebkit } from '../testing/browser/others.ts';
import { hasPromtool } from '../testing/src/promtool.ts';

const DATABASE_TESTS = ['vitest', 'run', '--project', 'node', 'database/tests'];

interface Part {
  what: string;
  command: string[];
  env?: Record<string, string>;
  /** What the machine lacks for it. */
  missing?: string | false;
}

const PARTS: Record<string, Part> = {
  database: {
    what: 'the database on PostgreSQL 15 and 18, full length',
    command: DATABASE_TESTS,
  },
  versions: {
    what: 'the database on PostgreSQL 16 and 17',
    command: DATABASE_TESTS,
    env: { RINGBACK_POSTGRES: '16,17' },
  },
  distribution: {
    what: "the database on the distribution's PostgreSQL, with its defaults",
    command: DATABASE_TESTS,
    env: { RINGBACK_POSTGRES: 'distribution' },
  },
  apps: {
    what: 'clients, server, demo and the simulated month, full length',
    command: [
      'vitest',
      'run',
      '--project',
      'node',
      'client/tests',
      'server/tests',
      'demo/tests',
      'scripts/tests',
      'testing/tests',
    ],
  },
  browsers: {
    what: 'components, console and the whole marketplace in browsers, in every look',
    command: ['vitest', 'run', '--project', 'web', '--project', 'console', '--project', 'e2e'],
  },
  firefox: {
    what: 'the core journeys in Firefox',
    command: ['vitest', 'run', '--project', 'e2e'],
    env: { RINGBACK_BROWSER: 'firefox' },
    missing: !findFirefox() && 'firefox-esr',
  },
  webkit: {
    what: 'a request in WebKit',
    command: ['vitest', 'run', '--project', 'e2e'],
    env: { RINGBACK_BROWSER: 'webkit' },
    missing: !hasWebkit() && 'webkit2gtk-driver and xvfb',
  },
  alerts: {
    what: 'each alert rule of docs/monitoring, firing and quiet, and the metrics, by promtool',
    command: ['vitest', 'run', '--project', 'node', 'server/tests/monitoring'],
    missing: !hasPromtool() && 'prometheus',
  },
  chaos: {
    what: 'processes killed, providers down',
    command: ['vitest', 'run', '--project', 'node', 'chaos/tests'],
  },
  bench: {
    what: 'every measurement, in small',
    command: ['vitest', 'run', '--project', 'node', 'bench/tests'],
  },
  examples: { what: 'the packages, installed in whole apps', command: ['node', 'scripts/examples.ts'] },
};

const HELP = `Usage: npm run test:long -- [--only <list>]

${Object.entries(PARTS)
  .map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`)
  .join('\n')}
`;

const { values } = parseArgs({
  options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
process.exitCode = values.help ? help() : runParts(values.only?.split(',') ?? Object.keys(PARTS));

function help(): number {
  process.stdout.write(HELP);
  return 0;
}

function runParts(names: string[]): number {
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no part ${unknown.join(', ')}.\n\n${HELP}`);
    return 2;
  }
  const results = names.map(runPart);
  for (const { name, minutes, outcome } of results)
    console.log(`${name.padEnd(12)} ${minutes.toFixed(1).padStart(5)} min  ${outcome}`);
  return results.some(({ outcome }) => outcome === 'FAILED') ? 1 : 0;
}

function runPart(name: string) {
  const { command = [], env, missing } = PARTS[name] ?? {};
  if (missing) return { name, minutes: 0, outcome: `NOT TESTED: there is no ${missing}` };
  const [program = '', ...args] = command;
  const startMs = performance.now();
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, RINGBACK_FULL: '1', ...env },
  });
  const minutes = (performance.now() - startMs) / 60_000;
  return { name, minutes, outcome: status === 0 ? 'passed' : 'FAILED' };
}
