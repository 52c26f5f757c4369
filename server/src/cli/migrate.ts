/** `ringback migrate`: brings a database to the present schema, or prints what would do it. */
import { migrate as migrateDatabase, printMigration } from '@ringback/database';
import { databaseUrl } from '../platform/config.ts';
import { type Command, printLine, readOptions } from './command.ts';

export const migrate: Command = {
  summary: 'brings the database to the present schema',
  help: `Usage: ringback migrate [--bootstrap] [--print]

Brings the database that DATABASE_URL names to the present schema, in one transaction; connect as its owner. Safe to
run again, by several at once, and after it was interrupted.

  --bootstrap   also makes what Supabase has and plain PostgreSQL lacks: the roles anon, authenticated and
                service_role, and auth.uid()
  --print       writes the whole schema as one SQL file to standard output instead; needs no database
`,
  async run(args) {
    const { bootstrap = false, print = false } = readOptions(args, {
      bootstrap: { type: 'boolean' },
      print: { type: 'boolean' },
    });
    if (print) {
      process.stdout.write(printMigration({ bootstrap }));
      return 0;
    }
    await migrateDatabase(databaseUrl(process.env), { bootstrap, onProgress: printLine });
    printLine('The database is at the present schema.');
    return 0;
  },
};
