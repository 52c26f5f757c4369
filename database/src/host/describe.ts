/** Looks at a database that need not have Ringback: how its people and listings would be read. */

import type { Sql } from '../connect.ts';
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

/** Describes the database with the same functions that `migrate` uses, which makeRecognition() has made. */
export async function describeHost(sql: Sql, choice: HostChoice = {}): Promise<HostReport> {
  const { people = null, listings = null, blocks = null } = choice;
  const [row] = await sql<[Omit<HostReport, 'inTheWay'>]>`
    select d.description, pg_temp.host_sql(d.description) as script
    from pg_temp.describe_host(${people}, ${listings}, ${blocks}) d (description)`;
  return { ...row, inTheWay: await findInTheWay(sql) };
}
