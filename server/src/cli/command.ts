/** What a command is, how it reads its options, and how it ends. */
import { resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { EmbeddedInUseError, HostError, MigrationError } from '@ringback/database';
import { ConfigError } from '../platform/config.ts';
import { CommandError } from '../platform/lifecycle.ts';

export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** The whole help text. */
  help: string;
  /** Does the work; the result is the exit code. */
  run(args: string[]): Promise<number>;
}

/** The command was typed wrongly. */
export class UsageError extends Error {}

/**
 * Reads the options of a command, which takes nothing else.
 * @throws UsageError for an option it does not know.
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\. To specify.*$/s, '.'));
  }
}

/** A file, seen from where the person called: npm runs a script in the folder of its package, and names the other in INIT_CWD. */
export function calledFrom(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}

/** Writes a line for the person at the terminal. */
export function printLine(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Errors whose message is written for the person at the terminal; any other shows its stack. */
const EXPECTED = [CommandError, ConfigError, MigrationError, HostError, EmbeddedInUseError];

/** Runs a command and returns its exit code; `name` is how it was called. */
export async function runCommand(name: string, command: Command, args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return print(command.help, 0);
  try {
    return await command.run(args);
  } catch (error) {
    return explain(error as Error, name);
  }
}

function explain(error: Error, name: string): number {
  if (error instanceof UsageError) return fail(`${error.message}\nSee: ${name} --help`, 2);
  if (EXPECTED.some((kind) => error instanceof kind)) return fail(error.message, 1);
  return fail(aboutDatabase(error) ?? error.stack ?? error.message, 1);
}

/** What PostgreSQL or the connection to it says, as a sentence; undefined for any other error. */
function aboutDatabase({ name, message, code }: Error & { code?: string }): string | undefined {
  if (name === 'PostgresError')
    return `The database answers with the error ${code}: ${message}. Mend that, or wait, and run it again.`;
  if (!/^(CONNECT|E[A-Z]{3,})/.test(code ?? '')) return undefined;
  return `The connection to the database failed (${code}). Check DATABASE_URL and that the server is running, then run it again.`;
}

export function print(text: string, exitCode: number): number {
  process.stdout.write(text);
  return exitCode;
}

export function fail(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}

/** Ends the process when everything it wrote has left, also through a pipe. */
export function exitWith(exitCode: number): void {
  process.stdout.write('', () => process.exit(exitCode));
}
