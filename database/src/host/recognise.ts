/** Makes the functions that recognise a marketplace, for one connection: they stand in pg_temp, so nothing of them stays behind. */
import { join } from 'node:path';
import type { Executor } from '../connect.ts';
import { PACKAGE, readSqlFiles } from '../sqlFiles.ts';

const FOLDER = join(PACKAGE, 'host/recognise');

/** Call it on the connection that asks them: `sql` must not be a pool of several. */
export async function makeRecognition(sql: Executor): Promise<void> {
  const files = readSqlFiles(FOLDER).map((file) => file.sql);
  await sql.unsafe(['set local check_function_bodies = off;', ...files].join('\n')).simple();
}
