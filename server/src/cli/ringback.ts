/** The `ringback` command, which bin/ringback.mjs starts. */
import { exitWith } from './command.ts';
import { main } from './main.ts';

exitWith(await main(process.argv.slice(2)));
