/** Makes PostgreSQL's data folder. An initdb that was killed leaves a draft behind, never half a cluster. */
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commandLine, runsAsRoot, UNPRIVILEGED_ID } from './binaries.ts';

type Initialise = {
  folder: string;
  version: number;
  binaries: string;
  durable: boolean;
  onProgress: (message: string) => void;
};

/** Does nothing when the data folder exists; throws when another major version made it. */
export async function initialise({
  folder,
  version,
  binaries,
  durable,
  onProgress,
}: Initialise): Promise<void> {
  const data = join(folder, 'data');
  removeDrafts(folder);
  if (existsSync(data)) return checkVersion(data, version);

  onProgress(`Making a new PostgreSQL ${version} database in ${folder}`);
  const draft = join(folder, `draft.${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  if (runsAsRoot()) chownSync(draft, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  await runInitdb(binaries, [
    `--pgdata=${draft}`,
    `--pwfile=${join(folder, 'password')}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C', // the same order of text on every version and machine
    ...(durable ? [] : ['--no-sync']),
  ]);
  renameSync(draft, data);
}

async function runInitdb(binaries: string, args: string[]): Promise<void> {
  const [program, words] = commandLine(join(binaries, 'initdb'), args);
  try {
    await promisify(execFile)(program, words, { env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new Error(`PostgreSQL could not make its data folder: ${reason}`, { cause: error });
  }
}

function checkVersion(data: string, version: number): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found === String(version)) return;
  throw new Error(
    `${data} was made by PostgreSQL ${found}, and this is PostgreSQL ${version}. ` +
      'Choose another folder, or dump the old database and restore it into a new one.',
  );
}

function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('draft.'))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
