/** Operators of each role, and the functions that they call. */
import type { Executor, Sql } from '@ringback/database';

export type Role = 'viewer' | 'support' | 'admin';

/** Makes an operator of each role; returns their ids. */
export async function operatorsOf(sql: Executor): Promise<Record<Role, string>> {
  const rows = await sql<{ role: Role; id: string }[]>`
    insert into callback_private.operators (subject, name, role)
    select 'test ' || role, 'Olu ' || role, role from unnest('{viewer,support,admin}'::text[]) role
    on conflict (subject) do update set role = excluded.role
    returning role, id`;
  return Object.fromEntries(rows.map(({ role, id }) => [role, id])) as Record<Role, string>;
}

/** Calls a function of an operator's with named arguments, and returns its answer. */
export async function asOperator<Result>(
  sql: Executor,
  operatorId: string,
  name: string,
  args: Record<string, unknown> = {},
): Promise<Result> {
  const entries = Object.entries({ ...args, p_operator_id: operatorId });
  const named = entries.map(([argument], place) => `${argument} => $${place + 1}`).join(', ');
  const [row] = await sql.unsafe(
    `select public.${name}(${named}) as answer`,
    entries.map(([, value]) => value) as never[],
  );
  return row?.answer as Result;
}

/** What an operator did, oldest first. */
export const actsOf = (sql: Sql, operatorId: string) =>
  sql<{ action: string; subject_kind: string; subject_id: string; data: object }[]>`
    select action, subject_kind, subject_id, data from callback_private.audit where operator_id = ${operatorId} order by id`;
