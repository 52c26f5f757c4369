/**
 * Writes a dump of a populated database of the present schema, named after its last migration: `npm run dump`. server/tests/cli/upgrade.test.ts
 * restores and migrates every dump, so that a database from then can always be upgraded. Made on PostgreSQL 15, it restores everywhere.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type EmbeddedServer, migrate, startEmbedded, withConnection } from '@ringback/database';
import { postgresOptions } from '../../../postgres/find.ts';
import { splitStatements } from '../statements.ts';

const HERE = import.meta.dirname;

const dataDir = mkdtempSync(join(tmpdir(), 'ringback-dump-'));
const server = await startEmbedded({ ...postgresOptions('15'), dataDir, fsync: false });
try {
  await fill(server);
  const file = join(HERE, `${await lastMigration(server)}.sql.gz`);
  writeFileSync(file, gzipSync(dump(server), { level: 9 }));
  console.log(`Wrote ${file}.`);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true });
}

async function fill({ url }: EmbeddedServer): Promise<void> {
  await run(url, readFileSync(join(HERE, '../host_tables.sql'), 'utf8'));
  await migrate(url, { bootstrap: true });
  await run(url, readFileSync(join(HERE, 'fill.sql'), 'utf8'));
}

/** Each statement in a transaction of its own, so that times differ. */
async function run(url: string, script: string): Promise<void> {
  await withConnection(url, async (sql) => {
    for (const statement of splitStatements(script)) await sql.unsafe(statement).simple();
  });
}

async function lastMigration({ url }: EmbeddedServer): Promise<string> {
  const [row] = await withConnection(
    url,
    (sql) =>
      sql`select substring(max(name) from '^[0-9]+') as name from callback_private.migrations where name ~ '^[0-9]'`,
  );
  return row?.name;
}

/** Statements alone, without psql's own commands and settings that PostgreSQL 15 does not have. */
function dump({ url }: EmbeddedServer): string {
  const program = join(String(postgresOptions('distribution').binaries), 'pg_dump');
  const text = execFileSync(program, ['--no-owner', '--rows-per-insert=100', url], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return text.replaceAll(/^(\\(un)?restrict .*|SET transaction_timeout = .*)\n/gm, '');
}
