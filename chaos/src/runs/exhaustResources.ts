/**
 * The machine runs out: of descriptors and of memory in the API's process, of room on the database's disk. Meanwhile requests are answered
 * 201, or 503 with Retry-After, or not at all where no connection can be taken; afterwards everything works without a restart. The disk is
 * a small tmpfs, which only a machine that lets us mount one has; elsewhere that part is skipped.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '@ringback/database';
import { type Check, duration } from '../checks.ts';
import { type Answered, post, startLoad } from '../load.ts';
import { until } from '../market.ts';
import { type ApiProcess, startApi } from '../processes.ts';
import { BASE } from '../providers.ts';
import type { Market, Stage } from '../stage.ts';
import { findWritten } from '../written.ts';

const BACK_WITHIN_MS = 10_000;
const UNBOUNDED = { MAX_CONNECTIONS: '100000', MAX_CONNECTIONS_PER_ADDRESS: '100000' };
const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=96' };
const SIZES = {
  full: { perSecond: 20, seconds: 15, sockets: 1_000, bodies: 2_000 },
  short: { perSecond: 10, seconds: 3, sockets: 200, bodies: 100 },
};
const DISK = '96m';

/** What takes the resource; gives back what releases it. */
type Exhaust = (api: ApiProcess, size: (typeof SIZES)['full']) => Promise<() => void>;

export async function exhaustResources(stage: Stage): Promise<Check[]> {
  return [
    ...(canLimit(stage) ? await exhaust(stage, 'descriptors', UNBOUNDED, takeDescriptors) : []),
    ...(await exhaust(stage, 'memory (96 MB of heap)', { ...UNBOUNDED, ...SMALL_HEAP }, takeMemory)),
    ...(await fillDisk(stage)),
  ];
}

function canLimit({ report }: Stage): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    report('  descriptors: skipped, there is no prlimit here');
    return false;
  }
}

/** Runs load while the resource is gone, and looks at what is left when it is back. */
async function exhaust(
  stage: Stage,
  what: string,
  env: Record<string, string>,
  take: Exhaust,
): Promise<Check[]> {
  const size = SIZES[stage.short ? 'short' : 'full'];
  const market = await stage.market('email');
  await using api = await startApi(market.apiUrl, { ...BASE, ...env });
  const load = startLoad(api.origin, size);
  await sleep(1_000);
  const release = await take(api, size);
  await sleep(size.seconds * 1_000);
  release();
  const backMs = await untilBack(api);
  return [await checkOf(what, market, await load.stop(), { api, backMs })];
}

/** Lowers the limit of the process to what it has open, and takes what it still accepts. */
async function takeDescriptors({ running, origin }: ApiProcess, { sockets }: (typeof SIZES)['full']) {
  execFileSync('prlimit', [`--pid=${running.process.pid}`, '--nofile=64:4096']);
  const held = Array.from({ length: sockets }, () => openSocket(origin));
  await Promise.race([Promise.all(held.map((socket) => once(socket, 'connect'))), sleep(2_000)]);
  return () => {
    for (const socket of held) socket.destroy();
  };
}

/** Bodies that come but for their last byte, each in a connection of its own, again and again. */
async function takeMemory({ origin }: ApiProcess, { bodies }: (typeof SIZES)['full']) {
  const body = 'x'.repeat(65_000);
  const head = `POST /v1/callback-requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 65001\r\n\r\n`;
  const held = new Set<Socket>();
  const refill = setInterval(() => {
    while (held.size < bodies) {
      const socket = openSocket(origin);
      held.add(socket.once('close', () => held.delete(socket)));
      socket.write(head + body);
    }
  }, 20);
  return () => {
    clearInterval(refill);
    for (const socket of held) socket.destroy();
  };
}

function openSocket(origin: string): Socket {
  const { port, hostname } = new URL(origin);
  return dial(Number(port), hostname).on('error', () => {});
}

/** Moves the marketplace onto a small disk, fills that, and empties it again. */
async function fillDisk(stage: Stage): Promise<Check[]> {
  const what = `the database’s disk (${DISK} of tmpfs)`;
  const folder = mkdtempSync(join(tmpdir(), 'ringback-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    stage.report(
      `  ${what}: skipped, no tmpfs can be mounted here (${(error as Error).message.split('\n', 1)[0]})`,
    );
    return [];
  }
  try {
    return await onDisk(stage, what, folder);
  } finally {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  }
}

async function onDisk(stage: Stage, what: string, folder: string): Promise<Check[]> {
  const market = await stage.market('email');
  await moveTo(market, folder);
  const ballast = join(folder, 'ballast');
  const checks = await exhaust({ ...stage, market: async () => market }, what, {}, async () => {
    fill(ballast);
    return () => rmSync(ballast);
  });
  await moveTo(market, null);
  return checks;
}

/** Into a tablespace in that folder, or back; its sessions are ended, and come again by themselves. */
async function moveTo({ ownerUrl }: Market, folder: string | null): Promise<void> {
  const { pathname } = new URL(ownerUrl);
  const name = pathname.slice(1);
  const server = Object.assign(new URL(ownerUrl), { pathname: '/postgres' }).href;
  await withConnection(server, async (sql) => {
    if (folder !== null) {
      const [row] = await sql<{ data_directory: string }[]>`show data_directory`;
      const { uid, gid } = statSync(row?.data_directory ?? '');
      chownSync(folder, uid, gid);
      await sql.unsafe(`create tablespace small_disk location '${folder}'`);
    }
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    await sql.unsafe(
      `alter database ${name} set tablespace ${folder === null ? 'pg_default' : 'small_disk'}`,
    );
    if (folder === null) await sql`drop tablespace small_disk`;
  });
}

/** Writes until nothing fits any more. */
function fill(file: string): void {
  for (const size of [1_048_576, 4_096]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

/** How long it takes until a request is written again; Infinity when the process has ended. */
async function untilBack(api: ApiProcess): Promise<number> {
  const startMs = performance.now();
  let probe = 1_000_000;
  const works = async () => {
    if (api.running.process.exitCode !== null) return true;
    return (await post(api.origin, probe++)).status === 201;
  };
  await until(works, 'the API to work again', 60_000, 100);
  return api.running.process.exitCode === null ? performance.now() - startMs : Number.POSITIVE_INFINITY;
}

/** Of the process's memory, unfinished bodies included, which are outside of the heap. */
function peakMegabytes({ running }: ApiProcess): number {
  const status = readFileSync(`/proc/${running.process.pid}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1_024);
}

interface After {
  api: ApiProcess;
  backMs: number;
}

async function checkOf(
  what: string,
  market: Market,
  answers: Answered[],
  { api, backMs }: After,
): Promise<Check> {
  const { whole, broken } = await findWritten(
    market,
    answers.map(({ n }) => n),
  );
  const count = (isIt: (answer: Answered) => boolean) => answers.filter(isIt).length;
  const written = answers.filter(({ status }) => status === 201);
  const refused = count(({ status, retryAfter }) => status === 503 && retryAfter !== null);
  const none = count(({ status }) => status === 0);
  const lost = written.filter(({ n }) => !whole.has(n)).length;
  const odd = answers.length - written.length - refused - none;
  const isAlive = api.running.process.exitCode === null;
  return {
    what: `out of ${what}`,
    ...{ times: answers.length, lost, duplicates: broken },
    figure: `${written.length} written, ${refused} times 503, ${none} without an answer, ${odd} others; ${isAlive ? `peak ${peakMegabytes(api)} MB; back after ${duration(backMs)}` : 'the process ended'}`,
    allowed: `201, 503 or no answer; back ≤ ${duration(BACK_WITHIN_MS)} without a restart`,
    passed:
      isAlive && lost === 0 && broken === 0 && odd === 0 && written.length > 0 && backMs <= BACK_WITHIN_MS,
  };
}
