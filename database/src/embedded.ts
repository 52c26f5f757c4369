/**
 * A real PostgreSQL server that comes with the npm packages: for trying Ringback, for development and for tests.
 *
 * Everything lives in one folder: `data` (PostgreSQL's own), `password`, `port`, `owner`, `postgres.log`. The server runs in
 * a session of its own, so that Ctrl-C in a terminal reaches us first and we stop it in order. When we are killed it survives;
 * the next start finds it, stops it cleanly and starts its own.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDatabase, databaseExists, withDatabase } from './databases.ts';
import { type EmbeddedVersion, findBinaries, versionOf } from './embedded/binaries.ts';
import { initialise } from './embedded/initialise.ts';
import { takeOwnership } from './embedded/ownership.ts';
import { type Settings, startServer, stopOrphan, stopServer } from './embedded/server.ts';

export { EmbeddedInUseError } from './embedded/ownership.ts';
export type { EmbeddedVersion };

export type EmbeddedOptions = {
  /** The folder that holds everything; made when missing. */
  dataDir: string;
  /** PostgreSQL's major version; 18 by default. */
  version?: EmbeddedVersion;
  /** The folder of another PostgreSQL's `initdb` and `postgres`, such as a distribution's; used instead of `version`. */
  binaries?: string;
  /** The database that `url` names; made when missing. `ringback` by default. */
  database?: string;
  /** false = fast and careless, for tests: a power cut may lose the data. */
  fsync?: boolean;
  /** Further settings of postgresql.conf. */
  settings?: Settings;
  /** Told in a sentence what takes time. */
  onProgress?: (message: string) => void;
};

export type EmbeddedServer = {
  /** Connection string of the superuser. */
  url: string;
  /** The same for another database of this server. */
  urlOf(database: string): string;
  port: number;
  /** PostgreSQL's major version. */
  version: number;
  /** Process id of the server. */
  pid: number;
  /** Ends all sessions and shuts down cleanly; harder when that takes too long. May be called twice. */
  stop(): Promise<void>;
};

/**
 * Starts the server of `dataDir`; the first time it also makes the database cluster (about a second).
 * Throws EmbeddedInUseError while another process runs it, and an Error that names the cure otherwise.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = resolve(options.dataDir);
  mkdirSync(folder, { recursive: true });
  const release = takeOwnership(folder);
  try {
    return await start(folder, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Deletes the data of `dataDir`'s server, all its databases; the next start is from scratch. Throws EmbeddedInUseError while
 * another process runs it.
 */
export async function removeEmbedded(dataDir: string): Promise<void> {
  const folder = resolve(dataDir);
  if (!existsSync(folder)) return;
  const release = takeOwnership(folder);
  try {
    await stopOrphan(folder, () => {});
    rmSync(join(folder, 'data'), { recursive: true, force: true });
  } finally {
    release();
  }
}

async function start(folder: string, options: EmbeddedOptions, release: () => void): Promise<EmbeddedServer> {
  const binaries = options.binaries ?? findBinaries(options.version ?? 18);
  const version = await versionOf(binaries);
  const password = rememberedPassword(folder);
  const durable = options.fsync ?? true;
  const onProgress = options.onProgress ?? (() => {});

  await stopOrphan(folder, onProgress);
  await initialise({ folder, version, binaries, durable, onProgress });
  const { port, pid } = await startServer({
    folder,
    binaries,
    settings: { ...(durable ? {} : CARELESS), ...options.settings },
  });

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopServer(pid).finally(release);
    return stopping;
  };
  try {
    const maintenanceUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const urlOf = (database: string) => withDatabase(maintenanceUrl, database);
    const database = options.database ?? 'ringback';
    if (!(await databaseExists(maintenanceUrl, database))) await createDatabase(maintenanceUrl, database);
    return { url: urlOf(database), urlOf, port, version, pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const CARELESS: Settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The superuser's password: made at the first start, readable by the owner of the folder only. */
function rememberedPassword(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
