/** `ringback unlink-host`: takes the host views away for a while, so that the marketplace can change the type of a column that they read. */
import { existsSync, writeFileSync } from 'node:fs';
import { withConnection } from '../databases.ts';
import { HostError } from './error.ts';

/**
 * Drops the host views and writes the SQL that makes them again into a new file; connect as the owner.
 * @throws HostError when the file exists already or there are no views
 */
export async function unlinkHost(url: string, file: string): Promise<void> {
  if (existsSync(file)) throw new HostError(`${file} exists already; name another with --out.`);
  return withConnection(url, async (sql) => {
    const [{ is_linked }] = await sql<[{ is_linked: boolean }]>`
      select to_regclass('callback_private.host_profiles') is not null
        and to_regprocedure('callback_private.unlink_host()') is not null as is_linked`;
    if (!is_linked) throw new HostError('There are no host views here; run `ringback migrate`.');
    await sql.begin(async (transaction) => {
      const [{ script }] = await transaction<
        [{ script: string }]
      >`select callback_private.unlink_host() as script`;
      writeFileSync(file, script); // before the commit: the views must not be lost
    });
  });
}
