/** The folder outside the repository in which the examples are built: nothing can be found in the repository's node_modules by mistake. */
import { cpSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DIST, ROOT } from '../pack/packages.ts';
import { run } from '../run.ts';

const BUILT = ['node_modules', 'dist', '.next', '.expo'];

/** Makes the folder and puts the tarballs where the examples look for them. */
export function openWorkshop(): string {
  const workshop = realpathSync(mkdtempSync(join(tmpdir(), 'ringback-examples-')));
  for (const file of readdirSync(DIST).filter((name) => name.endsWith('.tgz'))) {
    cpSync(join(DIST, file), join(workshop, 'dist', file));
  }
  return workshop;
}

/** Copies an example and returns its folder. */
export function copyExample(workshop: string, name: string): string {
  const folder = join(workshop, 'examples', name);
  const filter = (path: string) => !BUILT.includes(basename(path));
  cpSync(join(ROOT, 'examples', name), folder, { recursive: true, filter });
  return folder;
}

/** Copies an example and installs exactly what its lockfile names. */
export function installExample(workshop: string, name: string): string {
  const folder = copyExample(workshop, name);
  run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier'], { cwd: folder });
  return folder;
}
