/** Reads the SQL files of this package. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '../..');

/** The text of a file, by its path in the package. */
export const read = (path: string) => readFileSync(join(PACKAGE, path), 'utf8');

/** The names of the SQL files in a folder of the package. */
export const sqlFiles = (folder: string) =>
  readdirSync(join(PACKAGE, folder)).filter((name) => name.endsWith('.sql'));
