/** `ringback init`: fits Ringback to the tables that a marketplace has. */
import { isPhoneRegion, parsePhone } from '@ringback/client/phone-max';
import { init as initDatabase } from '@ringback/database';
import { databaseUrl } from '../platform/config.ts';
import { type Command, calledFrom, readOptions, UsageError } from './command.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const init: Command = {
  summary: 'fits Ringback to the tables of a marketplace',
  help: `Usage: ringback init [options]

Looks at the database that DATABASE_URL names, recognises people, listings and blocks, and writes ringback-host.sql: the views
through which Ringback sees the marketplace, with a comment on every guess. Changes nothing in the database unless it is
asked to by name. Exit code 1 while something is left to decide.

  --people <table>      the table of people, when the guess is wrong; likewise --listings <table>, --blocks <table>
  --out <file>          the file to write
  --force               overwrites that file

A table or function that has a name of Ringback's already:
  --set-aside <name> --as <new name>    renames it; its data is kept
  --import <table>                      shows how its rows would become requests and writes ringback-import.json
  --import <table> --mapping <file>     tries that mapping; with --yes imports the rows
  --region <country>                    reads numbers without a country code, for instance GH; otherwise
                                        default_phone_region of callback_private.settings does
`,
  async run(args) {
    const options = readOptions(args, {
      people: text,
      listings: text,
      blocks: text,
      out: text,
      force: flag,
      'set-aside': text,
      as: text,
      import: text,
      mapping: text,
      yes: flag,
      region: text,
    });
    const { 'set-aside': setAside, ...others } = options;
    if (others.region !== undefined && !isPhoneRegion(others.region))
      throw new UsageError(`--region must be a country such as GH, not "${others.region}".`);
    const isDecided = await initDatabase(
      databaseUrl(process.env),
      { ...others, ...(setAside !== undefined && { setAside }), resolveFile: calledFrom, readPhone },
      (line) => process.stdout.write(`${line}\n`),
    );
    return isDecided ? 0 : 1;
  },
};

function readPhone(text: string, region: string | undefined): string | undefined {
  const phone = parsePhone(text, { region });
  return phone.ok ? phone.e164 : undefined;
}
