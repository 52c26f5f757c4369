/** What a subcommand is, and how it reads its options. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

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

/** Writes a line for the person at the terminal. */
export function printLine(text: string): void {
  process.stderr.write(`${text}\n`);
}
