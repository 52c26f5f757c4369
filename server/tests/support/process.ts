/** The `ringback` command as a process of its own, ended with the test. */

import { SECRET } from '@ringback/testing/server/app.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { spawnRingback, untilReady } from '@ringback/testing/server/spawn.ts';
import { onTestFinished } from 'vitest';

export function ringback(...parts: Parameters<typeof spawnRingback>) {
  const running = spawnRingback(...parts);
  onTestFinished(() => void running.process.kill('SIGKILL'));
  return running;
}

/** Runs a command to its end. */
export async function finished(...parts: Parameters<typeof spawnRingback>) {
  const running = ringback(...parts);
  const exitCode = await running.exited;
  return { exitCode, output: running.output() };
}

/** Runs `ringback api`, or `start`, until it is ready to answer; returns its address. */
export async function ringbackApi(
  databaseUrl: string,
  env: Record<string, string> = {},
  command: 'api' | 'start' = 'api',
) {
  const port = await freePort();
  const running = ringback([command], {
    DATABASE_URL: databaseUrl,
    JWT_SECRET: SECRET,
    PORT: String(port),
    ...env,
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, running);
  return { ...running, origin, port };
}
