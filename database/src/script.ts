/**
 * Builds the SQL script that brings any database to the present schema, whatever it has already. `ringback migrate` runs it,
 * `ringback migrate --print` prints it: there is one way to install.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXECUTORS, readGrants } from './grants.ts';
import { listSqlFiles, PACKAGE, readSql, readSqlFiles, type SqlFile } from './sqlFiles.ts';

export type ScriptOptions = {
  /** Also make the roles and `auth` functions that Supabase has and plain PostgreSQL lacks. */
  bootstrap?: boolean;
  /** Another folder than the package's, with its own migrations/, functions/<topic>/ and host/recognise/. */
  folder?: string;
};

/** Row policies, grants and publications name what the other files make. Everything else binds late, in any order. */
const LAST_TOPIC = 'access';

/** The script, one transaction, and the files that it is made of. */
export function buildScript(options: ScriptOptions = {}): { sql: string; files: SqlFile[] } {
  const folder = options.folder ?? PACKAGE;
  const migrations = readSqlFiles(join(folder, 'migrations'));
  const functions = readFunctions(join(folder, 'functions'));
  const data = readSqlFiles(join(folder, 'data'), 'data/');
  const parts = [
    'begin;',
    readPart('script/open.sql'),
    readPart('script/roles.sql'),
    ...(options.bootstrap ? [readPart('../host/bootstrap.sql')] : []),
    readPart('script/in_the_way.sql'),
    readPart('script/register.sql'),
    `call pg_temp.refuse_unknown_migrations(${quoteArray([...migrations, ...data].map(({ name }) => quote(name)))});`,
    ...readSqlFiles(join(folder, 'host/recognise')).map(({ sql }) => sql.trim()),
    readPart('script/host.sql'),
    ...migrations.map(applyMigration),
    ...installFunctions(functions),
    ...data.map(loadData),
    readPart('script/close.sql'),
    'commit;',
  ];
  return { sql: `${parts.join('\n\n')}\n`, files: [...migrations, ...functions, ...data] };
}

/** The names of Ringback's own migrations, in the order in which they run. */
export function migrationNames(): string[] {
  return listSqlFiles(join(PACKAGE, 'migrations'));
}

function applyMigration({ name, sql }: SqlFile): string {
  return `call pg_temp.apply_migration(${quote(name)}, ${quote(sha256(sql))}, ${quoteFile(sql)});`;
}

function loadData({ name, sql }: SqlFile): string {
  return `call pg_temp.load_data(${quote(name)}, ${quote(sha256(sql))}, ${quoteFile(sql)});`;
}

function installFunctions(files: SqlFile[]): string[] {
  const statements = [
    ...files.map(({ name, sql }) => `call pg_temp.install_file(${quote(name)}, ${quoteFile(sql)});`),
    ...grantExecute(files),
  ];
  const joint = quote(sha256(statements.join('\n')));
  return [
    `call pg_temp.start_functions(${joint});`,
    ...statements,
    `call pg_temp.finish_functions(${joint});`,
  ];
}

/** One statement for each kind of executors, in which a person can read who may run what. */
function grantExecute(files: SqlFile[]): string[] {
  const grants = files.flatMap(readGrants);
  const statements = Object.entries(EXECUTORS).map(([executors, roles]) => {
    const granted = grants
      .filter((grant) => grant.executors === executors)
      .map(({ signature }) => quote(signature));
    return `call pg_temp.grant_execute(${quote(roles.join(', '))}, ${quoteArray(granted)});`;
  });
  return ['call pg_temp.revoke_execute();', ...statements];
}

function readPart(path: string): string {
  return readSql(join(import.meta.dirname, path)).trim();
}

/** The files of every topic, those of LAST_TOPIC at the end. */
function readFunctions(folder: string): SqlFile[] {
  const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = topics.map(({ name }) => name).sort();
  const ordered = [...names.filter((name) => name !== LAST_TOPIC), LAST_TOPIC];
  return ordered.flatMap((topic) => readSqlFiles(join(folder, topic), `functions/${topic}/`));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

const quoteArray = (elements: string[]) => `array[\n  ${elements.join(',\n  ')}\n]::text[]`;

/** A whole file as a string constant that can be read. */
function quoteFile(sql: string): string {
  const tag = '$ringback_file$';
  if (sql.includes(tag)) throw new Error(`An SQL file contains ${tag}, which the script uses as its quote.`);
  return `${tag}${sql}${tag}`;
}
