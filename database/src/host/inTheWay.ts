/** What the marketplace already has under names that Ringback's migrations and functions use. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Executor } from '../connect.ts';
import { buildScript } from '../script.ts';

const SCRIPT = join(import.meta.dirname, '../script/in_the_way.sql');

export type InTheWay = { kind: string; name: string; shape: string };

/** Makes a temporary function, so `sql` must be one connection. Empty once Ringback is installed. */
export async function findInTheWay(sql: Executor): Promise<InTheWay[]> {
  const [{ installed }] = await sql<[{ installed: boolean }]>`
    select to_regclass('callback_private.migrations') is not null as installed`;
  if (installed) return [];
  await sql.unsafe(readFileSync(SCRIPT, 'utf8')).simple();
  const all = buildScript()
    .files.map((file) => file.sql)
    .join('\n');
  return sql<InTheWay[]>`select kind, name, shape from pg_temp.in_the_way(${all})`;
}
