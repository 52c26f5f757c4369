/** Rules about the catalogue, each a query for what breaks it. */
import type { Executor } from '../../../src/index.ts';

/** A rule's name and the SQL that finds its offenders, one text each. */
export type Rules = Record<string, string>;

/** The offenders against each rule; empty when all is well. */
export async function findingsOf(sql: Executor, rules: Rules): Promise<Record<string, string[]>> {
  const findings: Record<string, string[]> = {};
  for (const [rule, query] of Object.entries(rules)) {
    const rows = await sql.unsafe<{ offender: string }[]>(query);
    if (rows.length > 0) findings[rule] = rows.map(({ offender }) => offender);
  }
  return findings;
}

/**
 * Helpers that PostgreSQL puts into the statement that calls them, which it does with no function that has a search_path of its own.
 * It is safe for these: a body of standard SQL (`return …`) is parsed when the function is made, so nobody's path is ever asked.
 * Supabase's linter, which looks for the setting alone, reports them (0011).
 */
export const PARSED = `(p.prosqlbody is not null and not p.prosecdef and p.proconfig is null
  and p.pronamespace = 'callback_private'::regnamespace and p.proname in ('caller_role', 'trimmed', 'uuid_v7', 'time_bucket', 'bucket_seconds', 'rate'))`;

/** Conditions that pick what is ours: a table `c` (pg_class), a function `p` (pg_proc). */
export const OUR_TABLE = `(c.relnamespace = 'callback_private'::regnamespace
  or c.relnamespace = 'public'::regnamespace and c.relname like 'callback\\_%')`;
/** Functions of one query without a path of their own: PostgreSQL plans them into the query that asks. */
export const INLINED = [
  'callback_private.profile',
  'callback_private.listing',
  'callback_private.event_delta',
];

export const OUR_FUNCTION = `(p.pronamespace = 'callback_private'::regnamespace or p.pronamespace = 'public'::regnamespace)
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;
