/** A dump by the machine's own pg_dump, which takes servers up to its own version: for the oldest that we support. */
import { execFileSync, spawnSync } from 'node:child_process';

export const hasPgDump = ['pg_dump', 'psql'].every((tool) =>
  /\b1[5-9]\./.test(spawnSync(tool, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
);

export const pgDump = (url: string, ...options: string[]): string =>
  execFileSync('pg_dump', ['--no-owner', '--no-privileges', '--inserts', ...options, url], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
