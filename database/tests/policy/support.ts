/** Operators, and the policy as they read and change it. */
import type { Executor, Sql } from '../../src/index.ts';

export type Difference = { setting: string; old: unknown; new: unknown; hidden: boolean };
export type Differences = { revision: string; changes: Difference[] };
export type SettingJson = {
  name: string;
  group: string | null;
  type: string | null;
  nullable: boolean;
  value: unknown;
  hidden: boolean;
  default: unknown;
  unit: string | null;
  min: unknown;
  max: unknown;
  choices: string[] | null;
  rule: string | null;
  meaning: string | null;
  changed_at: string | null;
  changed_by: { operator_id: string | null; name: string } | null;
};
export type Policy = { revision: string; settings: SettingJson[] };
export type ChangeJson = {
  id: string;
  changed_by: { operator_id: string | null; name: string };
  changes: Difference[];
  undoes: string | null;
  can_undo: boolean;
};
export type SwitchesJson = {
  items: { kind: string; value: string; notice: string | null; changed_by: { name: string } | null }[];
  categories: { value: string; listings: number }[];
  countries: { value: string; listings: number }[];
};

/** A new operator with that role; returns the id. */
export async function operator(
  sql: Sql,
  role: 'viewer' | 'support' | 'admin',
  name: string = role,
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into callback_private.operators (subject, name, role) values (gen_random_uuid()::text, ${name}, ${role}) returning id`;
  return (row as { id: string }).id;
}

const one = async <Answer>(rows: PromiseLike<readonly { answer: Answer }[]>): Promise<Answer> =>
  (await rows)[0]?.answer as Answer;

export const getPolicy = (as: Executor, operatorId: string | null = null): Promise<Policy> =>
  one(as<{ answer: Policy }[]>`select get_callback_policy(${operatorId}) as answer`);

export const getSetting = async (as: Executor, name: string): Promise<SettingJson> =>
  (await getPolicy(as)).settings.find((setting) => setting.name === name) as SettingJson;

/** With the present revision, unless another is given. */
export async function changePolicy(
  as: Executor,
  operatorId: string | null,
  changes: object,
  { revision, preview = false }: { revision?: string; preview?: boolean } = {},
): Promise<Differences> {
  const known = revision ?? (await getPolicy(as)).revision;
  return one(as<{ answer: Differences }[]>`
    select change_callback_policy(${JSON.stringify(changes)}::text::jsonb, ${known}, ${preview}, ${operatorId}) as answer`);
}

export const listChanges = (
  as: Executor,
  setting: string | null = null,
  limit = 20,
  cursor: string | null = null,
  operatorId: string | null = null,
) =>
  one(as<{ answer: { items: ChangeJson[]; next_cursor: string | null } }[]>`
    select list_callback_policy_changes(${setting}, ${limit}, ${cursor}, ${operatorId}) as answer`);

export const undoChange = (as: Executor, operatorId: string | null, id: string): Promise<Differences> =>
  one(as<{ answer: Differences }[]>`select undo_callback_policy_change(${id}, ${operatorId}) as answer`);

export const setSwitch = (
  as: Executor,
  operatorId: string | null,
  kind: string,
  value: string,
  off: boolean | null,
  notice: string | null = null,
): Promise<SwitchesJson> =>
  one(as<{ answer: SwitchesJson }[]>`
    select set_callback_switch(${kind}, ${value}, ${off}, ${notice}, ${operatorId}) as answer`);

export const listSwitches = (as: Executor, operatorId: string | null = null): Promise<SwitchesJson> =>
  one(as<{ answer: SwitchesJson }[]>`select list_callback_switches(${operatorId}) as answer`);

/** Lets the host's listings have a category and a country. */
export async function addCategories(sql: Sql): Promise<void> {
  const [view] = await sql<{ definition: string }[]>`
    select pg_get_viewdef('callback_private.host_listings'::regclass) as definition`;
  const definition = (view as { definition: string }).definition;
  await sql
    .unsafe(`
    alter table public.listings add column category text, add column country text;
    create or replace view callback_private.host_listings as ${definition
      .replace('NULL::text AS category', 'category AS category')
      .replace('NULL::text AS country', 'country AS country')}`)
    .simple();
}
