/** Makes and drops databases of a server. */
import { connect, type Sql } from './connect.ts';

/** The same connection string with another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]+\/)[^?]*/, (_, start: string) => start + encodeURIComponent(name));
}

/** Makes a database, empty or as a copy of `template`, which nobody may be connected to. */
export async function createDatabase(
  url: string,
  name: string,
  options: { template?: string } = {},
): Promise<void> {
  await withConnection(url, async (sql) => {
    if (options.template === undefined) await sql`create database ${sql(name)} template template0`;
    else await sql`create database ${sql(name)} template ${sql(options.template)}`;
  });
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
