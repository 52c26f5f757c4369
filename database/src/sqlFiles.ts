/** Reads the SQL files of this package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An SQL file: its name with as much of its folder as tells it apart, its text with \n as the line end. */
export type SqlFile = { name: string; sql: string };

export const PACKAGE = join(import.meta.dirname, '..');

export const readSql = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');

/** The SQL files of a folder in the order of their names; `prefix` comes before each name. */
export function readSqlFiles(folder: string, prefix = ''): SqlFile[] {
  return listSqlFiles(folder).map((name) => ({ name: `${prefix}${name}`, sql: readSql(join(folder, name)) }));
}

export function listSqlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}
