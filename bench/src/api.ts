/** The real server as a process of its own with production's settings. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@ringback/testing/server/freePort.ts';

export type Api = { pid: number; port: number; stop(): Promise<void> };

type Start = {
  databaseUrl: string;
  secret: string;
  poolSize: number;
  folder: string;
  /** What of the service runs; `ringback api` where nothing else is said. */
  command?: 'api' | 'start';
  /** Settings beyond those that every measurement needs. */
  env?: Record<string, string>;
};

const COMMAND = join(import.meta.dirname, '../../server/src/cli/ringback.ts');
const READY_WITHIN_MS = 30_000;

/** Starts it and waits until it is ready. Its log goes to a file in `folder`, as it would in production. */
export async function startApi(parts: Start): Promise<Api> {
  const { databaseUrl, secret, poolSize, folder, command = 'api', env } = parts;
  const port = await freePort();
  const log = join(folder, 'api.log');
  const descriptor = openSync(log, 'a');
  const child = spawn(process.execPath, [COMMAND, command], {
    stdio: ['ignore', descriptor, descriptor],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: String(poolSize),
      JWT_SECRET: secret,
      PORT: String(port),
      EXEMPT_ADDRESSES: 'loopback', // all calls come from one address here
      ...env,
    },
  });
  const exit = once(child, 'exit');
  process.once('exit', () => child.kill());
  const stop = async () => {
    child.kill('SIGTERM');
    await exit;
  };
  await Promise.race([
    answers(`http://127.0.0.1:${port}/readyz`),
    exit.then(async () =>
      Promise.reject(new Error(`ringback ${command} has ended: ${await readFile(log, 'utf8')}`)),
    ),
  ]).catch(async (error) => {
    await stop();
    throw error;
  });
  return { pid: child.pid as number, port, stop };
}

async function answers(url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (performance.now() > deadline) throw new Error(`${url} does not answer with success.`);
    await sleep(50);
  }
}
