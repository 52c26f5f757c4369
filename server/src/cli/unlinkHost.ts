/** `ringback unlink-host`: makes room for a change of the columns that the host views read. */
import { unlinkHost as unlink } from '@ringback/database';
import { databaseUrl } from '../platform/config.ts';
import { type Command, calledFrom, printLine, readOptions } from './command.ts';

export const unlinkHost: Command = {
  summary: 'makes room for a change of your own columns',
  help: `Usage: ringback unlink-host [--out <file>]

PostgreSQL does not change the type of a column that a view reads. This drops the three host views and writes the SQL that
makes them again to ringback-relink.sql. Connect as the owner. Until that file has run, Ringback answers nothing.

  --out <file>   the file to write
`,
  async run(args) {
    const { out = 'ringback-relink.sql' } = readOptions(args, { out: { type: 'string' } });
    await unlink(databaseUrl(process.env), calledFrom(out));
    printLine(`Wrote ${out}. Change your columns, then run:`);
    printLine(`  psql "$DATABASE_URL" -v ON_ERROR_STOP=1 --single-transaction -f ${out}`);
    return 0;
  },
};
