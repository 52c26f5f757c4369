/** Makes and drops databases of a server. */
import { connect, type Sql } from './connect.ts';

/** The same connection string with another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]+\/)[^?]*/, (_, start: string) => start + encodeURIComponent(name));
}

export type CreateDatabaseOptions = {
  /** The database to copy, which nobody may be connected to; an empty one when left out. */
  template?: string;
  /** The role that owns it; the user of the connection when left out. */
  owner?: string;
};

export async function createDatabase(
  url: string,
  name: string,
  options: CreateDatabaseOptions = {},
): Promise<void> {
  const { template = 'template0', owner } = options;
  await withConnection(
    url,
    (sql) =>
      sql`create database ${sql(name)} template ${sql(template)} ${owner ? sql`owner ${sql(owner)}` : sql``}`,
  );
}

/** Drops a database and ends the sessions in it; does nothing when it does not exist. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withConnection(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

export async function databaseExists(url: string, name: string): Promise<boolean> {
  return withConnection(
    url,
    async (sql) => (await sql`select from pg_database where datname = ${name}`).length > 0,
  );
}

/** Runs `work` on one connection and closes it. Statements may take as long as they need. */
export async function withConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(url, {
    max: 1,
    statementTimeoutMs: 0,
    lockTimeoutMs: 0,
    idleInTransactionTimeoutMs: 0,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
