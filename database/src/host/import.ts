/**
 * Brings the rows of an older callback table into callback_requests, through a mapping that a person sees first. What each row becomes is
 * decided in judge_import.sql and written by write_import.sql; the old table is only read.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Executor, Sql } from '../connect.ts';
import { HostError } from './error.ts';
import { COLUMNS, findTable, type ImportMapping, TARGETS, type Target } from './mapping.ts';

export type ImportResult = {
  /** Rows that were imported, or would be in a trial. */
  imported: number;
  /** Why the others were not, with the old rows' ids. */
  refused: { reason: string; ids: string[] }[];
};

/** Reads a number as people write it, in that country where it has no country code; undefined for what is none. */
export type ReadPhone = (text: string, region: string | undefined) => string | undefined;
export type ImportOptions = { region?: string; readPhone?: ReadPhone };

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Imports in one transaction; a second run imports nothing twice. */
export function importRequests(
  sql: Sql,
  mapping: ImportMapping,
  options: ImportOptions = {},
): Promise<ImportResult> {
  return inTransaction(sql, 'commit', async (transaction) => {
    const result = await judge(transaction, mapping, options);
    await transaction.unsafe(read('write_import.sql')).simple();
    return result;
  });
}

/** What importRequests would do; changes nothing. */
export function tryImport(
  sql: Sql,
  mapping: ImportMapping,
  options: ImportOptions = {},
): Promise<ImportResult> {
  return inTransaction(sql, 'rollback', (transaction) => judge(transaction, mapping, options));
}

async function inTransaction<T>(sql: Sql, end: 'commit' | 'rollback', work: (sql: Executor) => Promise<T>) {
  const connection = await sql.reserve();
  try {
    await connection.unsafe("begin; set local time zone 'UTC'").simple(); // a timestamp without a zone is taken for UTC
    const result = await work(connection);
    await connection.unsafe(end);
    return result;
  } catch (error) {
    await connection`rollback`;
    throw error;
  } finally {
    connection.release();
  }
}

async function judge(sql: Executor, mapping: ImportMapping, options: ImportOptions): Promise<ImportResult> {
  await collect(sql, mapping);
  await readPhones(sql, options);
  await sql.unsafe(read('judge_import.sql')).simple();
  const rows = await sql<{ reason: string | null; ids: string[] }[]>`
    select refusal as reason, array_agg(row_id order by row_id) as ids from judged_requests group by refusal order by count(*) desc`;
  const refused = rows.flatMap(({ reason, ids }) => (reason === null ? [] : [{ reason, ids }]));
  return { imported: rows.find(({ reason }) => reason === null)?.ids.length ?? 0, refused };
}

/** Reads the old table into pg_temp.old_requests, its columns under our names. */
async function collect(sql: Executor, { table: name, columns, statuses }: ImportMapping): Promise<void> {
  const table = await findTable(sql, name);
  const kinds = await columnKinds(sql, table);
  const expression = (target: Target) => {
    const column = columns[target];
    if (!column) return `null::${COLUMNS[target].type}`;
    const kind = kinds.get(column);
    if (kind === undefined) throw new HostError(`${table} has no column ${column}, which the mapping names.`);
    const quoted = `t."${column.replaceAll('"', '""')}"`;
    return COLUMNS[target].type === 'text[]' && kind === 'text'
      ? `string_to_array(${quoted}, ',')`
      : `${quoted}::${COLUMNS[target].type}`;
  };
  const definitions = TARGETS.map((target) => `${target} ${COLUMNS[target].type}`);
  await sql.unsafe(
    `create temp table old_requests (source text, row_id text, new_status text, ${definitions.join(', ')}) on commit drop`,
  );
  await sql`
    insert into old_requests
    select ${table}, coalesce(${sql.unsafe(expression('id'))}, md5(t::text)),
      ${sql.json(statuses)}::jsonb ->> coalesce(lower(btrim(${sql.unsafe(expression('status'))})), ''),
      ${sql.unsafe(TARGETS.map(expression).join(', '))}
    from ${sql.unsafe(table)} t`;
}

/** Makes pg_temp.read_phones: what each number means that is not written as an international one. */
async function readPhones(
  sql: Executor,
  { region, readPhone = () => undefined }: ImportOptions,
): Promise<void> {
  const [{ country }] = await sql<[{ country: string | null }]>`
    select coalesce(${region ?? null}, default_phone_region) as country from callback_private.settings`;
  const rows = await sql<{ written: string }[]>`
    select requester_phone as written from old_requests where requester_phone is not null
    union
    select p.phone from old_requests o join callback_private.host_profiles p on p.id = callback_private.person_of(o.requester_id)
    where o.requester_phone is null and p.phone is not null`;
  const read = rows.map(({ written }) => ({
    written,
    e164: readPhone(written, country ?? undefined) ?? null,
  }));
  await sql`create temp table read_phones on commit drop as
    select * from jsonb_to_recordset(${sql.json(read)}::jsonb) as r (written text, e164 text) where e164 is not null`;
}

async function columnKinds(sql: Executor, table: string): Promise<Map<string, string>> {
  const rows = await sql<{ name: string; kind: string }[]>`
    select c ->> 'column' as name, c ->> 'kind' as kind
    from jsonb_array_elements(pg_temp.host_columns(to_regclass(${table}), 't')) c`;
  return new Map(rows.map(({ name, kind }) => [name, kind]));
}
