/** Writes the lockfile of an example. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../pack/packages.ts';
import { run } from '../run.ts';
import { copyExample } from './workshop.ts';

interface Lockfile {
  packages: Record<string, { resolved?: string; integrity?: string }>;
}

/** Brings examples/<name>/package-lock.json up to date with the example's package.json and those of our tarballs. */
export function writeLockfile(workshop: string, name: string): void {
  const folder = copyExample(workshop, name);
  const file = join(folder, 'package-lock.json');
  editLockfile(file, forgetOwnPackages);
  run('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: folder });
  editLockfile(file, dropOwnChecksums);
  cpSync(file, join(ROOT, 'examples', name, 'package-lock.json'));
  console.log(`examples/${name}/package-lock.json`);
}

function editLockfile(file: string, edit: (lockfile: Lockfile) => void): void {
  const lockfile: Lockfile = JSON.parse(readFileSync(file, 'utf8'));
  edit(lockfile);
  writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
}

/** Or npm would not look into the tarballs again: their version is still the one it knows. */
function forgetOwnPackages({ packages }: Lockfile): void {
  for (const [path, { resolved }] of Object.entries(packages)) {
    if (resolved?.startsWith('file:')) delete packages[path];
  }
}

/** Each packing changes them. */
function dropOwnChecksums({ packages }: Lockfile): void {
  for (const entry of Object.values(packages)) {
    if (entry.resolved?.startsWith('file:')) delete entry.integrity;
  }
}
