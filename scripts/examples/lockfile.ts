/** Writes the lockfile of an example. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../pack/packages.ts';
import { run } from '../run.ts';
import { copyExample } from './workshop.ts';

interface Lockfile {
  packages: Record<string, { resolved?: string; integrity?: string }>;
}

/** Brings examples/<name>/package-lock.json up to date, and leaves our own tarballs' checksums out: each packing changes them. */
export function writeLockfile(workshop: string, name: string): void {
  const folder = copyExample(workshop, name);
  run('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: folder });
  const file = join(folder, 'package-lock.json');
  const lockfile: Lockfile = JSON.parse(readFileSync(file, 'utf8'));
  for (const entry of Object.values(lockfile.packages)) {
    if (entry.resolved?.startsWith('file:')) delete entry.integrity;
  }
  writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
  cpSync(file, join(ROOT, 'examples', name, 'package-lock.json'));
  console.log(`examples/${name}/package-lock.json`);
}
