/** Runs other programs for the scripts. */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const BIN = join(import.meta.dirname, '../node_modules/.bin');

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Waits for a program, found among the repository's tools first, and returns what it printed.
 * @throws Error with everything it printed, when it fails.
 */
export function run(program: string, args: string[], { cwd, env }: RunOptions = {}): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}`, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
