#!/usr/bin/env node
import { EmbeddedInUseError, HostError, MigrationError } from '@ringback/database';
/** The `ringback` command. Each subcommand is a file in commands/. */
import packageJson from '../../package.json' with { type: 'json' };
import { ConfigError } from '../platform/config.ts';
import { CommandError } from '../platform/lifecycle.ts';
import { api } from './api.ts';
import { type Command, UsageError } from './command.ts';
import { doctor } from './doctor.ts';
import { init } from './init.ts';
import { migrate } from './migrate.ts';
import { start } from './start.ts';
import { worker } from './worker.ts';

const COMMANDS: Record<string, Command> = { start, api, worker, migrate, init, doctor };

const HELP = `ringback: callback requests for any marketplace

Usage: ringback <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  .join('\n')}

  --help, -h      shows this, or the options of a command: ringback start --help
  --version, -v   shows the version

Settings are environment variables; docs/operating.md lists them.
`;

const exitCode = await main(process.argv.slice(2));
process.stdout.write('', () => process.exit(exitCode)); // not before a pipe has taken everything

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name))
    return print(HELP, name === undefined ? 2 : 0);
  if (['--version', '-v'].includes(name)) return print(`${packageJson.version}\n`, 0);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    return fail(`There is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`, 2);
  if (args.includes('--help') || args.includes('-h')) return print(command.help, 0);
  try {
    return await command.run(args);
  } catch (error) {
    return explain(error as Error, name);
  }
}

function explain(error: Error, name: string): number {
  if (error instanceof UsageError) return fail(`${error.message}\nSee: ringback ${name} --help`, 2);
  const isForPeople = [CommandError, ConfigError, MigrationError, HostError, EmbeddedInUseError].some(
    (kind) => error instanceof kind,
  );
  return fail(isForPeople ? error.message : (error.stack ?? error.message), 1);
}

function print(text: string, exitCode: number): number {
  process.stdout.write(text);
  return exitCode;
}

function fail(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}
