/** Starts, finds and stops the server process of one folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from './binaries.ts';
import { commandOf, isAlive, readIfPresent } from './ownership.ts';

/** Settings as in postgresql.conf. */
export type Settings = Record<string, string | number>;

const READY_WITHIN_MS = 120_000; // recovery after a power cut reads the whole log
const LOG_KEPT_BYTES = 10_000_000;

/** Settings that are not up to the caller. Errors are the client's to report: they could quote what a person typed. */
const OURS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // a path below a deep folder would be too long for a socket
  logging_collector: 'off',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

type Start = { folder: string; binaries: string; settings: Settings };

/** Starts the server and waits until it answers. Another port is chosen when someone else took the remembered one. */
export async function startServer({
  folder,
  binaries,
  settings,
}: Start): Promise<{ port: number; pid: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await rememberedPort(folder);
    try {
      return { port, pid: await launch(folder, binaries, { ...settings, ...OURS, port }) };
    } catch (error) {
      if (attempt === 5 || !isPassing(error as Error)) throw error;
      await sleep(500);
    }
  }
}

/** A port taken in this very moment, or the last children of a killed server. */
const isPassing = (error: Error) =>
  /could not bind|could not create any TCP|pre-existing shared memory/.test(error.message);

async function launch(folder: string, binaries: string, settings: Settings): Promise<number> {
  const data = join(folder, 'data');
  const log = openLog(folder);
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, args] = commandLine(join(binaries, 'postgres'), ['-D', data, ...words]);
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log.descriptor);
  await once(child, 'spawn');
  child.unref();
  const pid = child.pid as number;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!isReady(data, pid)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL did not start: ${log.news()}`);
    if (Date.now() > deadline) {
      await stopServer(pid);
      throw new Error(`PostgreSQL did not get ready within ${READY_WITHIN_MS / 1000} s: ${log.news()}`);
    }
    await sleep(20);
  }
  return pid;
}

function openLog(folder: string) {
  const file = join(folder, 'postgres.log');
  const descriptor = openSync(file, 'a', 0o600);
  if (statSync(file).size > LOG_KEPT_BYTES) truncateSync(file);
  const start = statSync(file).size;
  return { descriptor, news: () => readFileSync(file).subarray(start).toString('utf8').trim() };
}

/** PostgreSQL writes its state into the eighth line of its pid file. */
function isReady(data: string, pid: number): boolean {
  const lines = readIfPresent(join(data, 'postmaster.pid'))?.split('\n') ?? [];
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

/** Ends a server of this folder whose owner was killed, and clears a pid file that by now names another program. */
export async function stopOrphan(folder: string, onProgress: (message: string) => void): Promise<void> {
  const data = join(folder, 'data');
  const file = join(data, 'postmaster.pid');
  const pid = Number.parseInt(readIfPresent(file) ?? '', 10);
  if (!isAlive(pid)) return; // PostgreSQL replaces the file of a dead server by itself
  if (!commandOf(pid).includes(`postgres -D ${data} `)) return rmSync(file, { force: true });
  onProgress(`Stopping the database server that an earlier run left behind (process ${pid})`);
  await stopServer(pid);
}

/** Stops in order: no new sessions and a clean end, then at once (recovers at the next start), then by force. */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await isGoneWithin(pid, patienceMs)) return;
  }
  throw new Error(`The database server (process ${pid}) does not stop. End it by hand and start again.`);
}

async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

async function rememberedPort(folder: string): Promise<number> {
  const file = join(folder, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await freePort(remembered)) ?? (await freePort(0));
  if (port === undefined) throw new Error('No free port on 127.0.0.1 for the database server.');
  if (port !== remembered) writeFileSync(file, String(port));
  return port;
}

/** The port when it is free (0: any free one), undefined when it is taken. */
function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
