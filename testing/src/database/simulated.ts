/**
 * A database with a clock of its own, for what takes months: Ringback installed from its script with another `now()` in it. Ringback itself
 * has no such setting, on purpose.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Executor, printMigration, withConnection } from '@ringback/database';

const HOST_TABLES = readFileSync(join(import.meta.dirname, 'host_tables.sql'), 'utf8');

/** The clock is a row, so that all connections see the same. */
const CLOCK = `
  create schema callback_private;
  create table public.simulated_clock (shift interval not null);
  insert into public.simulated_clock values ('0');
  create function callback_private.simulated_now() returns timestamptz language sql stable set search_path = pg_catalog, pg_temp
    as 'select pg_catalog.now() + (select shift from public.simulated_clock)';
  create function callback_private.simulated_clock() returns timestamptz language sql volatile set search_path = pg_catalog, pg_temp
    as 'select pg_catalog.clock_timestamp() + (select shift from public.simulated_clock)';`;

/** After the script, whose first act is to take everything from everyone. */
const FOR_ALL = `
  grant select on public.simulated_clock to public;
  grant execute on function callback_private.simulated_now(), callback_private.simulated_clock() to public;`;

/** Installs Ringback with that clock into an empty database. */
export async function installSimulated(url: string): Promise<void> {
  const script = printMigration({ bootstrap: true })
    .replaceAll(/\bnow\(\)/g, 'callback_private.simulated_now()')
    .replaceAll(/\bclock_timestamp\(\)/g, 'callback_private.simulated_clock()')
    .replaceAll('>= 180000', '>= 990000'); // PostgreSQL's own ids of version 7 would follow its clock
  await withConnection(url, async (sql) => {
    await sql.unsafe(HOST_TABLES + CLOCK).simple();
    await sql.unsafe(script).simple();
    await sql.unsafe(FOR_ALL).simple();
  });
}

/** Sets the clock to so many days from now; negative is the past. */
export const setClock = (sql: Executor, days: number) =>
  sql`update public.simulated_clock set shift = ${`${days} days`}::text::interval`;

/** Sets the clock to that moment. */
export const setInstant = (sql: Executor, instant: Date) =>
  sql`update public.simulated_clock set shift = ${instant.toISOString()}::text::timestamptz - pg_catalog.now()`;
