/** `ringback policy`: reads settings, changes them, undoes a change. The database checks what is set. */
import type { Policy, PolicyChangePage, PolicyDifferences, Setting, SettingValue } from '@ringback/client';
import type { Sql } from '@ringback/database';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, print, printLine, readOptions, UsageError } from './command.ts';

export const policy: Command = {
  summary: 'reads and changes the settings, and undoes a change',
  help: `Usage: ringback policy get [NAME…]
       ringback policy set NAME=VALUE… [--dry-run]
       ringback policy undo [CHANGE]

get shows all settings or those named, with their defaults. set changes all that are named, or none. undo sets back what
a change has set (the newest, or the one with that number), unless a later one touched the same.

  ringback policy set expires_after='5 days' requests_per_user_per_day=20
  ringback policy set channels=email,sms allowed_phone_regions=null operator_roles='{"desk": "support"}'

  --dry-run   shows what would change, and changes nothing
${OPERATOR_HELP}`,
  async run([act, ...args]) {
    if (act === 'get') return get(args);
    if (act === 'set') return set(args);
    if (act === 'undo') return undo(args);
    throw new UsageError('Say what to do: get, set or undo.');
  },
};

async function get(args: string[]): Promise<number> {
  const [names, options] = split(args);
  const { as, json } = readOptions(options, OPERATOR_OPTIONS);
  const { revision, settings } = await asOperator(as, ({ sql, operatorId }) => readPolicy(sql, operatorId));
  for (const name of names) settingNamed(settings, name);
  const shown = names.length === 0 ? settings : settings.filter(({ name }) => names.includes(name));
  return json ? printJson({ revision, settings: shown }) : print(shown.map(lineOf).join(''), 0);
}

const SET_OPTIONS = { ...OPERATOR_OPTIONS, 'dry-run': { type: 'boolean', default: false } } as const;

async function set(args: string[]): Promise<number> {
  const [pairs, options] = split(args);
  const { as, json, 'dry-run': preview } = readOptions(options, SET_OPTIONS);
  if (pairs.length === 0) throw new UsageError('Name what to set: ringback policy set NAME=VALUE.');
  const done = await asOperator(as, async ({ sql, operatorId }) => {
    const { revision, settings } = await readPolicy(sql, operatorId);
    const changes = Object.fromEntries(pairs.map((pair) => changeOf(settings, pair)));
    const [row] = await sql<{ done: PolicyDifferences }[]>`
      select public.change_callback_policy(${sql.json(changes)}, ${revision}, ${preview}, ${operatorId}) as done`;
    return row?.done as PolicyDifferences;
  });
  return report(done, json, preview ? 'Would change:' : 'Changed:');
}

async function undo(args: string[]): Promise<number> {
  const [[id], options] = split(args);
  const { as, json } = readOptions(options, OPERATOR_OPTIONS);
  if (id !== undefined && !/^[0-9]{1,18}$/.test(id))
    throw new UsageError(`${id} is not the number of a change.`);
  const done = await asOperator(as, async ({ sql, operatorId }) => {
    const change = id ?? (await newestChange(sql, operatorId));
    const [row] = await sql<{ done: PolicyDifferences }[]>`
      select public.undo_callback_policy_change(${change}, ${operatorId}) as done`;
    return row?.done as PolicyDifferences;
  });
  return report(done, json, 'Undone:');
}

/** What comes before the first option, and the options. */
function split(args: string[]): [string[], string[]] {
  const first = args.findIndex((arg) => arg.startsWith('-'));
  return first === -1 ? [args, []] : [args.slice(0, first), args.slice(first)];
}

async function readPolicy(sql: Sql, operatorId: string): Promise<Policy> {
  const [row] = await sql<{ policy: Policy }[]>`select public.get_callback_policy(${operatorId}) as policy`;
  return row?.policy as Policy;
}

async function newestChange(sql: Sql, operatorId: string): Promise<string> {
  const [row] = await sql<{ page: PolicyChangePage }[]>`
    select public.list_callback_policy_changes(null, 1, null, ${operatorId}) as page`;
  const newest = row?.page.items[0];
  if (!newest) throw new UsageError('Nothing has been changed yet.');
  return newest.id;
}

function settingNamed(settings: Setting[], name: string): Setting {
  const found = settings.find((setting) => setting.name === name);
  if (!found) throw new UsageError(`There is no setting ${name}. See: ringback policy get`);
  return found;
}

function changeOf(settings: Setting[], pair: string): [string, SettingValue] {
  const [, name, text] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
  if (name === undefined || text === undefined) throw new UsageError(`${pair} is not NAME=VALUE.`);
  return [name, readValue(settingNamed(settings, name), text)];
}

/** A value as it is typed: null, JSON where the setting is an object or a list, a list also with commas. */
export function readValue(
  { name, type, nullable }: Pick<Setting, 'name' | 'type' | 'nullable'>,
  text: string,
): SettingValue {
  if (text === 'null' && nullable) return null;
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'object' || (type === 'list' && text.startsWith('['))) return json(name, text);
  if (type === 'list') return text.split(',').filter((entry) => entry !== '');
  return text;
}

function json(name: string, text: string): SettingValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`The value of ${name} is not valid JSON.`);
  }
}

function report(done: PolicyDifferences, asJson: boolean, words: string): number {
  if (asJson) return printJson(done);
  printLine(done.changes.length === 0 ? 'Nothing to change.' : `${words} (revision ${done.revision})`);
  const lines = done.changes.map(
    ({ setting, old, new: now }) => `${setting}: ${shown(old)} -> ${shown(now)}\n`,
  );
  return print(lines.join(''), 0);
}

const lineOf = (setting: Setting) =>
  `${setting.name} = ${shown(setting.value)}${
    shown(setting.value) === shown(setting.default) ? '' : `  (default ${shown(setting.default)})`
  }\n`;

const shown = (value: SettingValue) => (typeof value === 'string' ? value : JSON.stringify(value));
