/** The database that `npm start` brings along: a PostgreSQL of its own, migrated, with a login for the API; kept in .ringback/. */
import { join, resolve } from 'node:path';
import { migrate, removeEmbedded, startEmbedded, withConnection } from '@ringback/database';
import type { Lifecycle } from '@ringback/server';
import { keepSecrets, type Secrets } from './secrets.ts';

export interface EmbeddedDatabase {
  /** Connection string of the owner. */
  ownerUrl: string;
  /** Connection string of the API's login. */
  apiUrl: string;
  secrets: Secrets;
  /** Major version of PostgreSQL. */
  version: number;
  dataDir: string;
}

interface Options {
  lifecycle: Lifecycle;
  report: (text: string) => void;
  /** Deletes what an earlier start left. */
  fresh: boolean;
  /** Makes the marketplace's own tables, which the migration looks for. */
  prepare?: (ownerUrl: string) => Promise<void>;
}

const FOLDER = resolve('.ringback');
const API_LOGIN = 'ringback_api';

/** The secrets of this folder's demo, whichever database it is in. */
export const ownSecrets = (): Secrets => keepSecrets(join(FOLDER, 'secrets.json'));

/** Starts the embedded server and brings its database to the present schema. */
export async function startOwnDatabase({
  lifecycle,
  report,
  fresh,
  prepare,
}: Options): Promise<EmbeddedDatabase> {
  const dataDir = join(FOLDER, 'postgres');
  if (fresh) {
    await removeEmbedded(dataDir);
    report(`Deleted the database in ${dataDir}`);
  }
  const server = await startEmbedded({ dataDir, onProgress: report });
  await lifecycle.add(server.stop, () => process.kill(server.pid, 'SIGQUIT'));
  const secrets = ownSecrets();
  await prepare?.(server.url);
  await migrate(server.url, { bootstrap: true });
  await makeApiLogin(server.url, secrets.apiPassword);
  const apiUrl = withLogin(server.url, API_LOGIN, secrets.apiPassword);
  return { ownerUrl: server.url, apiUrl, secrets, version: server.version, dataDir };
}

/** The API gets what callback_service may do, and nothing else. */
async function makeApiLogin(ownerUrl: string, password: string): Promise<void> {
  await withConnection(ownerUrl, async (sql) => {
    const [existing] = await sql`select from pg_roles where rolname = ${API_LOGIN}`;
    if (!existing) await sql`create role ${sql(API_LOGIN)} login in role callback_service`;
    await sql.unsafe(`alter role ${API_LOGIN} password '${password}'`);
  });
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
