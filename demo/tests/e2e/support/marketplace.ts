/**
 * The folder in which `ringback start` finds the demo marketplace filled and untouched by earlier tests.
 * Filling takes long, so a filled database is kept for a day, as long as its requests are as new as they
 * should be, and copied for each run.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createDatabase,
  databaseExists,
  dropDatabase,
  EmbeddedInUseError,
  type EmbeddedServer,
  migrate,
  startEmbedded,
  withConnection,
} from '@ringback/database';
import { createMarketplaceTables, loadDemo } from '../../../src/index.ts';

const REPOSITORY = join(import.meta.dirname, '../../../..');
const FOLDERS = join(REPOSITORY, '.ringback/e2e');
/** What decides what is in the marketplace, besides today's date. */
const SOURCES = ['demo/src/**/*', 'database/{data,functions,host,migrations}/**/*.sql'];

/** Returns the folder to start in. Runs at the same time get different ones. */
export async function prepareMarketplace(slot = 1): Promise<string> {
  const folder = join(FOLDERS, String(slot));
  const server = await startEmbedded({ dataDir: join(folder, '.ringback/postgres'), fsync: false }).catch(
    (error) => {
      if (error instanceof EmbeddedInUseError) return undefined;
      throw error;
    },
  );
  if (!server) return prepareMarketplace(slot + 1);
  try {
    await copyFilled(server);
  } finally {
    await server.stop();
  }
  return folder;
}

/** `ringback` is the name of the database that `ringback start` uses. */
async function copyFilled(server: EmbeddedServer): Promise<void> {
  const maintenanceUrl = server.urlOf('postgres');
  const filled = `filled_${versionOfToday()}`;
  await dropDatabase(maintenanceUrl, 'ringback');
  if (!(await databaseExists(maintenanceUrl, filled))) {
    await dropOlder(maintenanceUrl);
    await createDatabase(maintenanceUrl, 'ringback');
    await fill(server.urlOf('ringback'));
    await createDatabase(maintenanceUrl, filled, { template: 'ringback' });
  } else {
    await createDatabase(maintenanceUrl, 'ringback', { template: filled });
  }
}

async function fill(url: string): Promise<void> {
  await withConnection(url, createMarketplaceTables);
  await migrate(url, { bootstrap: true });
  await withConnection(url, loadDemo);
}

async function dropOlder(maintenanceUrl: string): Promise<void> {
  const older = await withConnection(
    maintenanceUrl,
    (sql) =>
      sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, 'filled_')`,
  );
  for (const { datname } of older) await dropDatabase(maintenanceUrl, datname);
}

function versionOfToday(): string {
  const digest = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  const files = globSync(SOURCES, { cwd: REPOSITORY, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    digest.update(readFileSync(file));
  return digest.digest('hex').slice(0, 12);
}
