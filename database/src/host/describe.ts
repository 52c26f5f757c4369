/** Looks at a database that need not have Ringback: how its people and listings would be read. */

import { join } from 'node:path';
import type { Sql } from '../connect.ts';
import { PACKAGE, readSqlFiles } from '../sqlFiles.ts';
import { findInTheWay, type InTheWay } from './inTheWay.ts';

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
/** Tables, written schema.table, that settle what could be read in two ways. */
export type HostChoice = { people?: string; listings?: string; blocks?: string };
export type HostReport = { description: HostDescription; script: string; inTheWay: InTheWay[] };

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
  return [
    'set local client_min_messages = warning; set local check_function_bodies = off;',
    'create schema if not exists callback_private;',
    ...readSqlFiles(join(PACKAGE, 'functions/host')).map(({ sql }) => sql),
  ].join('\n');
}
