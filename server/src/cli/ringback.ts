/** The `ringback` command, which bin/ringback.mjs starts. Each subcommand is a file beside this one. */
import packageJson from '../../package.json' with { type: 'json' };
import { api } from './api.ts';
import { type Command, exitWith, fail, print, runCommand } from './command.ts';
import { doctor } from './doctor.ts';
import { erasePerson } from './erasePerson.ts';
import { exportPerson } from './exportPerson.ts';
import { init } from './init.ts';
import { mail } from './mail.ts';
import { migrate } from './migrate.ts';
import { operatorLink } from './operatorLink.ts';
import { pause, resume } from './pause.ts';
import { retry } from './retry.ts';
import { sessions } from './sessions.ts';
import { start } from './start.ts';
import { unlinkHost } from './unlinkHost.ts';
import { worker } from './worker.ts';

const COMMANDS: Record<string, Command> = {
  start,
  api,
  worker,
  migrate,
  init,
  'unlink-host': unlinkHost,
  doctor,
  mail,
  'operator-link': operatorLink,
  sessions,
  retry,
  pause,
  resume,
  'export-person': exportPerson,
  'erase-person': erasePerson,
};

const HELP = `ringback: callback requests for any marketplace

Usage: ringback <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(13)} ${summary}`)
  .join('\n')}

  --help, -h      shows this, or the options of a command: ringback start --help
  --version, -v   shows the version

Settings are environment variables; docs/settings.md lists them.
`;

exitWith(await main(process.argv.slice(2)));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) return print(HELP, 2);
  if (['help', '--help', '-h'].includes(name)) return print(HELP, 0);
  if (['--version', '-v'].includes(name)) return print(`${packageJson.version}\n`, 0);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return fail(`Unknown command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`, 2);
  return runCommand(`ringback ${name}`, command, args);
}
