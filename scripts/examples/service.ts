/** Runs a server for as long as it is being asked. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@ringback/testing/server/freePort.ts';

export interface ServiceOptions {
  /** What Node runs. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** What the server answers as soon as it is ready. */
  path: string;
}

const PATIENCE_MS = 30_000;

/**
 * Starts the server at a free port (PORT), waits until it answers, does the work, and stops it.
 * @throws Error with what the server printed, when it does not answer in half a minute.
 */
export async function runService(
  { args, cwd, env, path }: ServiceOptions,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env, PORT: String(port) } });
  const output: Buffer[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => output.push(text));
  const stopped = once(server, 'exit');
  try {
    await waitFor(url + path, () => server.exitCode !== null, output);
    await work(url);
  } finally {
    server.kill();
    await stopped;
  }
}

async function waitFor(url: string, hasEnded: () => boolean, output: Buffer[]): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && !hasEnded()) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`${url} does not answer:\n${Buffer.concat(output)}`);
}
