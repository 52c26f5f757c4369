/** Publishes a package that was built, or says what would be published. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPackage } from '../pack/build.ts';
import { DIST } from '../pack/packages.ts';
import { run } from '../run.ts';

export interface Release {
  version: string;
  commit: string;
  /** What is new, for users. */
  notes: string;
}

const ARGS = ['--access', 'public', '--provenance'];

export function publish({ name, files, kilobytes }: BuiltPackage, { isDryRun }: { isDryRun: boolean }): void {
  const tarball = join(DIST, name);
  const digest = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  if (!isDryRun) run('npm', ['publish', tarball, ...ARGS]);
  const done = isDryRun ? 'Would publish' : 'Published';
  console.log(`${done} dist/${name} (${files.length} files, ${kilobytes} kB, sha256 ${digest})`);
}
