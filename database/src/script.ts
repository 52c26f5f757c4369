/**
 * Builds the SQL script that brings any database to the present schema, whatever it has already. `ringback migrate` runs it,
 * `ringback migrate --print` prints it: there is one way to install.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An SQL file: its name without folder, its text with \n as the line end. */
export type SqlFile = { name: string; sql: string };

export type ScriptOptions = {
  /** Also make the roles and `auth` functions that Supabase has and plain PostgreSQL lacks. */
  bootstrap?: boolean;
  /** Another folder than the package's, with its own migrations/ and functions/<topic>/. */
  folder?: string;
};

const PACKAGE = join(import.meta.dirname, '..');

/** Row policies, grants and publications name what the other files make. Everything else binds late, in any order. */
const LAST_TOPIC = 'access';

/** The script, one transaction, and the files that it is made of. */
export function buildScript(options: ScriptOptions = {}): { sql: string; files: SqlFile[] } {
  const folder = options.folder ?? PACKAGE;
  const migrations = readSqlFiles(join(folder, 'migrations'));
  const functions = [
    ...readSqlFiles(join(folder, 'data'), 'data/'),
    ...readFunctions(join(folder, 'functions')),
  ];
  const parts = [
    'begin;',
    readPart('script/open.sql'),
    ...(options.bootstrap ? [readPart('../host/bootstrap.sql')] : []),
    readPart('script/in_the_way.sql'),
    readPart('script/register.sql'),
    `call pg_temp.refuse_unknown_migrations(${quoteArray(migrations.map(({ name }) => quote(name)))});`,
    ...migrations.map(applyMigration),
    ...installFunctions(functions),
    readPart('script/close.sql'),
    'commit;',
  ];
  return { sql: `${parts.join('\n\n')}\n`, files: [...migrations, ...functions] };
}

/** The names of Ringback's own migrations, in the order in which they run. */
export function migrationNames(): string[] {
  return listSqlFiles(join(PACKAGE, 'migrations'));
}

function applyMigration({ name, sql }: SqlFile): string {
  return `call pg_temp.apply_migration(${quote(name)}, ${quote(sha256(sql))}, ${quoteFile(sql)});`;
}

function installFunctions(files: SqlFile[]): string[] {
  const joint = quote(sha256(files.map(({ name, sql }) => `${name}\n${sql}`).join('\n')));
  return [
    `call pg_temp.start_functions(${joint});`,
    ...files.map(({ name, sql }) => `call pg_temp.install_file(${quote(name)}, ${quoteFile(sql)});`),
    `call pg_temp.finish_functions(${joint});`,
  ];
}

function readPart(path: string): string {
  return read(join(import.meta.dirname, path)).trim();
}

/** The files of every topic, those of LAST_TOPIC at the end. */
function readFunctions(folder: string): SqlFile[] {
  const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = topics.map(({ name }) => name).sort();
  const ordered = [...names.filter((name) => name !== LAST_TOPIC), LAST_TOPIC];
  return ordered.flatMap((topic) => readSqlFiles(join(folder, topic), `functions/${topic}/`));
}

function readSqlFiles(folder: string, prefix = ''): SqlFile[] {
  return listSqlFiles(folder).map((name) => ({ name: `${prefix}${name}`, sql: read(join(folder, name)) }));
}

function listSqlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

const read = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

const quoteArray = (elements: string[]) => `array[${elements.join(', ')}]::text[]`;

/** A whole file as a string constant that can be read. */
function quoteFile(sql: string): string {
  const tag = '$ringback_file$';
  if (sql.includes(tag)) throw new Error(`An SQL file contains ${tag}, which the script uses as its quote.`);
  return `${tag}${sql}${tag}`;
}
