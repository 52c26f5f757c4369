/** `ringback rebuild-figures`: counts the marketplace's figures again, from the requests. */
import { withConnection } from '@ringback/database';
import { databaseUrl } from '../platform/config.ts';
import { type Command, print, readOptions } from './command.ts';

export const rebuildFigures: Command = {
  summary: 'counts the figures of every day again',
  help: `Usage: ringback rebuild-figures

Figures are kept by day and right at every moment; this is for when you changed rows by hand, or want to be sure. Connect as
the owner. It takes about a minute for a million requests, and nobody waits for it but maintenance.
`,
  async run(args) {
    readOptions(args, {});
    return withConnection(databaseUrl(process.env), async (sql) => {
      const [row] = await sql<{ days: number }[]>`select public.rebuild_callback_figures() as days`;
      return print(`Counted again: ${row?.days ?? 0} days.\n`, 0);
    });
  },
};
