/** The `ringback` command as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { SECRET } from './app.ts';
import { freePort } from './freePort.ts';

const COMMAND = join(import.meta.dirname, '../../src/ringback.ts');

export interface RunningCommand {
  process: ChildProcess;
  /** All that it has written so far, to both outputs. */
  output(): string;
  /** Resolves with its exit code. */
  exited: Promise<number | null>;
}

/** Runs `ringback` with these arguments and settings (nothing of our own environment but what Node needs). */
export function ringback(args: string[], env: Record<string, string> = {}, cwd?: string): RunningCommand {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd && { cwd }),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
  const exited = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, output: () => text, exited };
}

/** Runs `ringback api` until it is ready to answer; returns its address. */
export async function ringbackApi(databaseUrl: string, env: Record<string, string> = {}) {
  const port = await freePort();
  const running = ringback(['api'], {
    DATABASE_URL: databaseUrl,
    JWT_SECRET: SECRET,
    PORT: String(port),
    ...env,
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (running.process.exitCode !== null) throw new Error(`ringback api ended: ${running.output()}`);
    if (
      await fetch(`${origin}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { ...running, origin, port };
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`ringback api does not get ready: ${running.output()}`);
}
