/** Gives a table or function of the marketplace another name, so that Ringback's can stand in its place. */
import type { Sql, Transaction } from '../connect.ts';
import { HostError } from './error.ts';
import { findInTheWay } from './inTheWay.ts';

export type Renamed = {
  /** What was renamed, a line each. */
  lines: string[];
  /** Functions and procedures whose text still names it. */
  users: string[];
};

/**
 * Renames public.<name> with the constraints, indexes and sequences that carry its name. Data, policies, triggers and
 * grants stay with it. One transaction.
 * @throws HostError when there is nothing of that name, when it is Ringback's own, or when the new name is taken
 */
export async function setAside(sql: Sql, name: string, newName: string): Promise<Renamed> {
  return sql.begin(async (transaction) => ({
    lines: await rename(transaction, name, newName),
    users: await usersOf(transaction, [name]),
  }));
}

/**
 * Renames everything that is in Ringback's way, each with _before_ringback at the end of its name. One transaction.
 * @throws HostError when nothing is in the way, or a new name is taken
 */
export async function setAllAside(sql: Sql): Promise<Renamed> {
  return sql.begin(async (transaction) => {
    const names = new Set((await findInTheWay(transaction)).map(({ name }) => name));
    if (names.size === 0) throw new HostError('Nothing is in the way.');
    const lines: string[] = [];
    for (const name of names) lines.push(...(await rename(transaction, name, `${name}_before_ringback`)));
    return { lines, users: await usersOf(transaction, [...names]) };
  });
}

async function rename(sql: Transaction, name: string, newName: string): Promise<string[]> {
  await checkNames(sql, newName);
  const [relation] = await sql<{ oid: number }[]>`
    select oid from pg_class where oid = to_regclass(format('public.%I', ${name}::text))`;
  const renamed = relation
    ? await renameTable(sql, relation.oid, name, newName)
    : await renameFunctions(sql, name, newName);
  if (renamed.length === 0) throw new HostError(`There is no table or function public.${name}.`);
  return renamed;
}

async function checkNames(sql: Transaction, newName: string): Promise<void> {
  const [{ is_ours, is_taken }] = await sql<[{ is_ours: boolean; is_taken: boolean }]>`
    select to_regclass('callback_private.migrations') is not null as is_ours,
      to_regclass(format('public.%I', ${newName}::text)) is not null
      or exists (select from pg_proc where pronamespace = 'public'::regnamespace and proname = ${newName}) as is_taken`;
  if (is_ours)
    throw new HostError('Ringback is installed in this database already; what has its names is its own.');
  if (is_taken) throw new HostError(`public.${newName} exists already; choose another name with --as.`);
  if (newName.length > 63) throw new HostError('The new name may have 63 characters at the most.');
}

async function renameTable(sql: Transaction, oid: number, name: string, newName: string): Promise<string[]> {
  const parts = await sql<{ statement: string; old_name: string; new_name: string }[]>`
    with parts (kind, part_name) as (
      select 'constraint', conname::text from pg_constraint where conrelid = ${oid} and contype <> 'n'
      union all
      select 'index', i.relname::text from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = ${oid} and not exists (select from pg_constraint where conrelid = x.indrelid and conindid = x.indexrelid)
      union all
      select 'sequence', s.relname::text from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
      where d.refobjid = ${oid} and d.refclassid = 'pg_class'::regclass and d.classid = 'pg_class'::regclass
    ), renamed as (
      select kind, part_name, left(${newName}::text || substr(part_name, length(${name}::text) + 1), 63) as new_name
      from parts where starts_with(part_name, ${name})
    )
    select case kind when 'constraint'
        then format('alter table public.%I rename constraint %I to %I', ${name}::text, part_name, new_name)
        else format('alter %s public.%I rename to %I', kind, part_name, new_name) end as statement,
      part_name as old_name, new_name
    from renamed`;
  for (const { statement } of parts) await sql.unsafe(statement);
  await sql`alter table public.${sql(name)} rename to ${sql(newName)}`;
  return [
    `public.${name} is now public.${newName}`,
    ...parts.map((p) => `${p.old_name} is now ${p.new_name}`),
  ];
}

async function renameFunctions(sql: Transaction, name: string, newName: string): Promise<string[]> {
  const functions = await sql<{ identity: string }[]>`
    select oid::regprocedure::text as identity from pg_proc where pronamespace = 'public'::regnamespace and proname = ${name}`;
  for (const { identity } of functions)
    await sql`alter routine ${sql.unsafe(identity)} rename to ${sql(newName)}`;
  return functions.map(({ identity }) => `${identity} is now public.${newName}`);
}

/** PostgreSQL keeps most functions as text, which a rename does not reach. */
async function usersOf(sql: Transaction, names: string[]): Promise<string[]> {
  const rows = await sql<{ user: string }[]>`
    select format('%s uses %s', p.oid::regprocedure, string_agg(n.name, ', ' order by n.name)) as user
    from pg_proc p join pg_namespace s on s.oid = p.pronamespace
    join unnest(${names}::text[]) n (name) on p.prosrc ~ format('\\m%s\\M', n.name)
    where s.nspname !~ '^(pg_.*|information_schema)$'
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    group by p.oid order by 1`;
  return rows.map(({ user }) => user);
}
