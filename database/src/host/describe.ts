/** Looks at a database that need not have Ringback: how its people and listings would be read, and what is in our way. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Executor, Sql } from '../connect.ts';

export type HostColumn = {
  name: string;
  sql: string;
  certainty: 'certain' | 'guess' | 'missing';
  remark: string | null;
};
export type HostView = { table: string | null; key?: string | null; columns: HostColumn[] };
export type HostDescription = {
  views: Record<'host_profiles' | 'host_listings' | 'host_blocks', HostView>;
  /** What a person must decide before anything is installed. */
  problems: string[];
};
/** Something of the marketplace's that has one of Ringback's names. */
export type InTheWay = { kind: string; name: string; shape: string };
/** Tables, written schema.table, that settle what could be read in two ways. */
export type HostChoice = { people?: string; listings?: string; blocks?: string };
export type HostReport = { description: HostDescription; script: string; inTheWay: InTheWay[] };

const PACKAGE = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(PACKAGE, path), 'utf8');
const sqlFiles = (folder: string) =>
  readdirSync(join(PACKAGE, folder)).filter((name) => name.endsWith('.sql'));

/**
 * Describes the database with the same functions that `migrate` uses; they are made in a transaction that is
 * rolled back, so nothing stays behind. Needs the right to create a schema.
 */
export async function describeHost(sql: Sql, choice: HostChoice = {}): Promise<HostReport> {
  const connection = await sql.reserve();
  try {
    await connection`begin`;
    await connection.unsafe(detectionScript()).simple();
    const { people = null, listings = null, blocks = null } = choice;
    const [row] = await connection<[Omit<HostReport, 'inTheWay'>]>`
      select d.description, callback_private.host_sql(d.description) as script
      from callback_private.describe_host(${people}, ${listings}, ${blocks}) d (description)`;
    return { ...row, inTheWay: await findInTheWay(connection) };
  } finally {
    await connection`rollback`;
    connection.release();
  }
}

function detectionScript(): string {
  const files = sqlFiles('functions').filter((name) => /^\d+_host_/.test(name));
  return [
    'set local client_min_messages = warning; create schema if not exists callback_private;',
    ...files.sort().map((name) => read(`functions/${name}`)),
    read('src/script/in_the_way.sql'),
  ].join('\n');
}

/** What stands under a name of ours in a database that Ringback has not been installed in. */
async function findInTheWay(sql: Executor): Promise<InTheWay[]> {
  const [{ installed }] = await sql<[{ installed: boolean }]>`
    select to_regclass('callback_private.migrations') is not null as installed`;
  if (installed) return [];
  const folders = ['migrations', 'functions'];
  const all = folders
    .flatMap((folder) => sqlFiles(folder).map((name) => read(`${folder}/${name}`)))
    .join('\n');
  return sql<InTheWay[]>`select kind, name, shape from pg_temp.in_the_way(${all})`;
}
