/** What `npm start` runs. */
import { exitWith, runCommand } from '@ringback/server';
import { start } from './start/command.ts';

exitWith(await runCommand('npm start', start, process.argv.slice(2)));
