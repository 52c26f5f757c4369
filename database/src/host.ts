/** `ringback init`: fits Ringback to a marketplace that exists. It shows and writes files; only what is asked for by name is changed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Sql } from './connect.ts';
import { withConnection } from './databases.ts';
import { describeHost, type HostChoice, type HostReport, type HostView } from './host/describe.ts';
import { HostError } from './host/error.ts';
import { type ImportResult, importRequests, type ReadPhone, tryImport } from './host/import.ts';
import { type ImportMapping, parseMapping, proposeMapping } from './host/mapping.ts';
import { makeRecognition } from './host/recognise.ts';
import { setAllAside, setAside } from './host/setAside.ts';

export { HostError };

export type InitOptions = HostChoice & {
  /** The file to write; by default ringback-host.sql or, with `import`, ringback-import.json. */
  out?: string;
  /** Overwrite that file. */
  force?: boolean;
  /** Rename this table or function in public, to `as`; `all` renames all that is in the way, with _before_ringback at the end. */
  setAside?: string;
  as?: string;
  /** Import the rows of this older table. */
  import?: string;
  /** The mapping file that a person has checked. */
  mapping?: string;
  /** Really import; otherwise it is a trial. */
  yes?: boolean;
  /** The country of the older table's numbers without a country code; otherwise settings.default_phone_region. */
  region?: string;
  /** Reads such a number as E.164; without it only international numbers are imported. */
  readPhone?: ReadPhone;
  /** Where a file of that name is; by default in the working directory. */
  resolveFile?: (name: string) => string;
};

type Say = (line: string) => void;

/**
 * Runs one `ringback init`; connect as the owner of the marketplace's tables.
 * @returns whether nothing is left to decide
 * @throws HostError with a sentence that says what to do
 */
export function init(url: string, options: InitOptions, onLine: Say): Promise<boolean> {
  return withConnection(url, async (sql) => {
    await makeRecognition(sql);
    if (options.setAside !== undefined) return runSetAside(sql, options.setAside, options.as, onLine);
    if (options.mapping !== undefined) return runImport(sql, options.mapping, options, onLine);
    if (options.import !== undefined) return runProposal(sql, options.import, options, onLine);
    return runDescription(sql, options, onLine);
  });
}

async function runDescription(sql: Sql, options: InitOptions, say: Say): Promise<boolean> {
  const report = await describeHost(sql, options);
  const file = options.out ?? 'ringback-host.sql';
  writeNew(file, report.script, options);
  for (const line of describe(report)) say(line);
  say(`Wrote ${file}. Check it, then run:`);
  say(`  psql "$DATABASE_URL" -v ON_ERROR_STOP=1 --single-transaction -f ${file}`);
  say('  ringback migrate');
  return report.description.problems.length + report.inTheWay.length === 0;
}

function describe({ description, inTheWay }: HostReport): string[] {
  const views = (['host_profiles', 'host_listings', 'host_blocks'] as const).map(
    (view) => [view, description.views[view]] as const,
  );
  const columns = views.flatMap(([view, { columns }]) =>
    columns.map((column) => ({ ...column, name: `${view}.${column.name}` })),
  );
  const lines = (certainty: string, text: (column: (typeof columns)[number]) => string) =>
    columns.filter((column) => column.certainty === certainty).map(text);
  return [
    ...section(
      'Tables:',
      views.map(([view, { table, key }]) => `${view} reads ${tableName(table, key)}`),
    ),
    ...section('Recognised:', [lines('certain', ({ name }) => name).join(', ')]),
    ...section(
      'Guessed, please check:',
      lines('guess', ({ name, remark, sql }) => `${name}: ${remark} [${sql}]`),
    ),
    ...section(
      'Not found:',
      lines('missing', ({ name, remark }) => `${name}: ${remark}`),
    ),
    ...section('To be decided before `ringback migrate` can go on:', description.problems),
    ...section(
      'In the way: it has a name of ours and is not Ringback’s. Its data is kept when it is set aside:',
      inTheWay.map(({ kind, name, shape }) => `the ${kind} public.${name} (${shape})`),
    ),
    ...[...new Set(inTheWay.map(({ name }) => name))].map(
      (name) => `  ringback init --set-aside ${name} --as ${name}_before_ringback`,
    ),
    ...(inTheWay.length > 1 ? ['  or all at once: ringback init --set-aside all'] : []),
  ];
}

const tableName = (table: HostView['table'], key: HostView['key']) =>
  table === null ? 'no table' : key ? `${table} by its key ${key}` : table;

function section(title: string, lines: string[]): string[] {
  const filled = lines.filter((line) => line !== '');
  return filled.length === 0 ? [] : [title, ...filled.map((line) => `  ${line}`)];
}

async function runSetAside(sql: Sql, name: string, newName: string | undefined, say: Say): Promise<boolean> {
  if (name !== 'all' && newName === undefined)
    throw new HostError('Say the new name: --as callback_requests_before_ringback');
  const renamed = newName === undefined ? await setAllAside(sql) : await setAside(sql, name, newName);
  for (const line of renamed.lines) say(line);
  for (const line of section(
    'Functions that still use an old name, and will meet Ringback’s:',
    renamed.users,
  ))
    say(line);
  say('Code that still uses an old name will meet Ringback’s after the next `ringback migrate`.');
  return true;
}

async function runProposal(sql: Sql, table: string, options: InitOptions, say: Say): Promise<boolean> {
  const mapping = await proposeMapping(sql, table);
  const result = await tryImport(sql, mapping, options);
  const file = options.out ?? 'ringback-import.json';
  writeNew(file, `${JSON.stringify(mapping, null, 2)}\n`, options);
  for (const line of [...explainMapping(mapping), ...explainResult(result, 'would be imported')]) say(line);
  say(
    `Wrote ${file}. Change what is wrong and try it with --import ${table} --mapping ${file}; add --yes to import.`,
  );
  return true;
}

async function runImport(sql: Sql, name: string, options: InitOptions, say: Say): Promise<boolean> {
  const file = options.resolveFile?.(name) ?? name;
  if (!existsSync(file))
    throw new HostError(`There is no file ${file}; --import without --mapping writes one.`);
  const mapping = parseMapping(readFileSync(file, 'utf8'));
  const result = await (options.yes ? importRequests : tryImport)(sql, mapping, options);
  for (const line of explainResult(
    result,
    options.yes ? 'imported' : 'would be imported; add --yes to import',
  ))
    say(line);
  return true;
}

function explainMapping({ table, columns, statuses }: ImportMapping): string[] {
  return [
    ...section(
      `Columns of ${table}:`,
      Object.entries(columns).map(([ours, theirs]) => `${theirs ?? '(none)'} → ${ours}`),
    ),
    ...section(
      'Statuses:',
      Object.entries(statuses).map(([theirs, ours]) => `${theirs || '(none)'} → ${ours}`),
    ),
  ];
}

function explainResult({ imported, refused }: ImportResult, verb: string): string[] {
  const others = refused.map(({ reason, ids }) => `${ids.length}: ${reason} (${shortened(ids)})`);
  return [`Rows: ${imported} ${verb}`, ...section('Rows that stay only where they are:', others)];
}

const shortened = (ids: string[], most = 100) =>
  ids.slice(0, most).join(', ') + (ids.length > most ? ` and ${ids.length - most} more` : '');

function writeNew(name: string, text: string, { force, resolveFile }: InitOptions): void {
  const file = resolveFile?.(name) ?? name;
  if (existsSync(file) && !force)
    throw new HostError(`${name} exists already; name another with --out, or overwrite it with --force.`);
  writeFileSync(file, text);
}
