/** `ringback init`: fits Ringback to the tables that a marketplace has. */
import { init as initDatabase } from '@ringback/database';
import { databaseUrl } from '../platform/config.ts';
import { type Command, readOptions } from './command.ts';

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
    });
    const { 'set-aside': setAside, ...others } = options;
    const isDecided = await initDatabase(
      databaseUrl(process.env),
      { ...others, ...(setAside !== undefined && { setAside }) },
      (line) => process.stdout.write(`${line}\n`),
    );
    return isDecided ? 0 : 1;
  },
};
