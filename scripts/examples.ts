/**
 * `npm run examples [name …]`: packs the packages, then installs, type-checks, builds and looks through every example, or those named,
 * as a host would, in a folder outside the repository. `npm run examples -- --lock` brings the examples' lockfiles up to date instead.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkCommand } from './examples/command.ts';
import { checkExpo } from './examples/expo.ts';
import { checkHtml } from './examples/html.ts';
import { writeLockfile } from './examples/lockfile.ts';
import { checkLooks } from './examples/looks.ts';
import { checkNext } from './examples/next.ts';
import { printSteps, Steps } from './examples/steps.ts';
import { checkVite } from './examples/vite.ts';
import { openWorkshop } from './examples/workshop.ts';
import { run } from './run.ts';

const CHECKS = {
  command: checkCommand,
  html: checkHtml,
  looks: checkLooks,
  vite: checkVite,
  next: checkNext,
  expo: checkExpo,
};
const LOCKED = ['looks', 'vite', 'next', 'expo'] as const;
type Name = keyof typeof CHECKS;

const args = process.argv.slice(2);
const unknown = args.find((arg) => arg !== '--lock' && !Object.hasOwn(CHECKS, arg));
if (unknown) {
  console.error(`There is no example "${unknown}". Examples: ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(2);
}
const steps = new Steps();
const workshop = await steps.step('pack', packIntoWorkshop);
try {
  if (args.includes('--lock')) for (const name of LOCKED) writeLockfile(workshop, name);
  else await checkAll();
} finally {
  rmSync(workshop, { recursive: true, force: true });
}

function packIntoWorkshop(): string {
  run('node', [join(import.meta.dirname, 'pack.ts')]);
  return openWorkshop();
}

async function checkAll(): Promise<void> {
  const names = (args.length > 0 ? args : Object.keys(CHECKS)) as Name[];
  for (const name of names) await steps.during(name, () => CHECKS[name](workshop, steps));
  printSteps(steps);
  if (steps.hasFailed) process.exitCode = 1;
}
