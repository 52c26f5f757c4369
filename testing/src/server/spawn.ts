/** Programs of ours as processes of their own, such as the `ringback` command. The caller ends them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const COMMAND = join(import.meta.dirname, '../../../server/src/cli/ringback.ts');
const READY_WITHIN_MS = 60_000;

export interface RunningCommand {
  process: ChildProcess;
  /** All that it has written so far, to both outputs. */
  output(): string;
  /** Resolves with its exit code. */
  exited: Promise<number | null>;
}

type SpawnParts = [args: string[], env?: Record<string, string>, cwd?: string];

/** Runs `ringback` with these arguments and settings. */
export const spawnRingback = (...parts: SpawnParts): RunningCommand => spawnProgram(COMMAND, ...parts);

/**
 * Runs a program with these arguments and settings: nothing of our own environment but what Node needs, and no
 * console, which would be built first.
 */
export function spawnProgram(file: string, ...[args, env = {}, cwd]: SpawnParts): RunningCommand {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE, CONSOLE_PATH: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd && { cwd }),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, output: () => text, exited };
}

/** Waits until an API at this address is ready; throws when it ends instead, or takes too long. */
export async function untilReady(origin: string, { process, output }: RunningCommand): Promise<void> {
  const untilMs = performance.now() + READY_WITHIN_MS;
  while (!(await isReady(origin))) {
    if (process.exitCode !== null) throw new Error(`ringback ended: ${output()}`);
    if (performance.now() > untilMs)
      throw new Error(`ringback does not get ready (${await problemOf(origin)}): ${output().slice(-2_000)}`);
    await sleep(50);
  }
}

const isReady = (origin: string) =>
  fetch(`${origin}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

const problemOf = (origin: string) =>
  fetch(`${origin}/readyz`).then(
    (answer) => answer.text(),
    (error: Error) => String(error.cause ?? error),
  );
