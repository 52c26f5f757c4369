/** The command as a process: what it says when it cannot start, and how it stops. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withConnection } from '@ringback/database';
import { type Person, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { SECRET, token } from '@ringback/testing/server/app.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { ringback, ringbackApi } from '../support/process.ts';

const BIN = join(import.meta.dirname, '../../bin/ringback.mjs');

let database: TestDatabase;
let seller: Person;

beforeAll(async () => {
  database = await testDatabase();
  seller = await person(database);
});

describe('the command', () => {
  test('on a Node that cannot run it says which can', () => {
    const asOlder = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); await import(${JSON.stringify(BIN)});`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', asOlder], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^Ringback needs Node 24 or later, and this is v/);
    expect(status).toBe(1);
    expect(execFileSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' })).toMatch(
      /^\d+\.\d+\.\d+\n$/,
    );
  });

  test('called by npm from another folder, writes its file there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringback-called-'));
    const marketplace = await testDatabase({ empty: true });
    const command = ringback(['init'], { DATABASE_URL: marketplace.url, INIT_CWD: folder });
    expect(await command.exited).toBe(1);
    expect(command.output()).toMatch(/Wrote ringback-host\.sql/);
    expect(readdirSync(folder)).toEqual(['ringback-host.sql']);
  });

  test.each<[string, string[], number, RegExp]>([
    ['nothing', [], 2, /Usage: ringback <command>/],
    [
      '--help',
      ['--help'],
      0,
      /start .*\n.*api .*\n.*worker .*\n.*migrate .*\n.*init .*\n.*unlink-host .*\n.*doctor /,
    ],
    ['--version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    ['an unknown command', ['sart'], 2, /Unknown command "sart"\. Commands: start, api/],
    ['a name that objects have', ['constructor'], 2, /Unknown command/],
    ['help for a command', ['migrate', '--help'], 0, /Usage: ringback migrate/],
    ['an unknown option', ['api', '--prot', '1'], 2, /Unknown option '--prot'\nSee: ringback api --help/],
    ['something left over', ['doctor', 'now'], 2, /now/],
    [
      'no settings',
      ['api'],
      1,
      /^The settings cannot be used:\n {2}- Set JWT_SECRET[^\n]*\n {2}- Set DATABASE_URL/,
    ],
    ['no database to migrate', ['migrate'], 1, /Set DATABASE_URL/],
    ['no database to fit to', ['init'], 1, /Set DATABASE_URL/],
  ])('%s', async (_name, args, exitCode, text) => {
    const command = ringback(args);
    expect(await command.exited).toBe(exitCode);
    expect(command.output()).toMatch(text);
    expect(command.output()).not.toMatch(/node:|\.ts:\d/);
  });

  test('--print writes the whole schema into a pipe', async () => {
    const command = ringback(['migrate', '--print']);
    expect(await command.exited).toBe(0);
    expect(command.output().length).toBeGreaterThan(50_000);
    expect(command.output()).toMatch(/create table public\.callback_requests/);
  });

  test('a port that is taken', async () => {
    const { port } = await ringbackApi(database.apiUrl);
    const second = ringback(['api', '--port', String(port)], {
      DATABASE_URL: database.apiUrl,
      JWT_SECRET: SECRET,
    });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(
      `Port ${port} is in use by another program. Stop that one, or choose another port: --port ${port + 1}`,
    );
  });
});

describe('a migration', () => {
  test('that the database ends says so in a sentence', async () => {
    const own = await testDatabase();
    const [locked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = withConnection(own.url, (sql) =>
      sql.begin(async (inner) => {
        await inner`lock table callback_private.migrations in access exclusive mode`;
        locked.resolve();
        await released.promise;
      }),
    );
    await locked.promise;
    const migrating = ringback(['migrate'], { DATABASE_URL: own.url });
    const terminate = () => own.sql<{ ended: boolean }[]>`select pg_terminate_backend(pid) as ended
      from pg_stat_activity where application_name = 'ringback migrate' and datname = current_database()`;
    await expect.poll(async () => (await terminate()).length).toBeGreaterThan(0);
    expect(await migrating.exited).toBe(1);
    released.resolve();
    await holding;
    expect(migrating.output()).toMatch(/terminat|connection/i);
    expect(migrating.output()).not.toMatch(/node:|\.ts:\d|\.js:\d|\bat /);
  });
});

describe('running out of descriptors', () => {
  test('costs connections, not the process: it answers again when there are some', async () => {
    const unbounded = { MAX_CONNECTIONS: '100000', MAX_CONNECTIONS_PER_ADDRESS: '100000' };
    const api = await ringbackApi(database.apiUrl, unbounded);
    execFileSync('prlimit', [`--pid=${api.process.pid}`, '--nofile=64:64']);
    const sockets = Array.from({ length: 200 }, () => dial(api.port, '127.0.0.1').on('error', () => {}));
    await new Promise((done) => setTimeout(done, 3_000)); // the timers of the process have run meanwhile
    expect(api.process.exitCode).toBeNull();
    for (const socket of sockets) socket.destroy();
    const headers = await bearer();
    const answers = async () =>
      (await fetch(`${api.origin}/v1/stats`, { headers }).catch(() => undefined))?.status;
    await expect.poll(answers).toBe(200);
    expect(api.output()).not.toMatch(/uncaught|EMFILE.*\n +at/i);
  }, 60_000);
});

const bearer = async () => ({ authorization: `Bearer ${await token(seller.id)}` });

describe('stopping', () => {
  /** Sends a request that waits for a lock; the result can be awaited, and the lock released. */
  async function startWaitingRequest(origin: string) {
    const [locked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const transaction = withConnection(database.url, (sql) =>
      sql.begin(async (inner) => {
        await inner`lock table public.callback_requests in access exclusive mode`;
        locked.resolve();
        await released.promise;
      }),
    );
    await locked.promise;
    const answer = fetch(`${origin}/v1/callback-requests?as=seller`, { headers: await bearer() });
    await expect
      .poll(async () => (await fetch(`${origin}/metrics`)).text())
      .toContain('ringback_statements_in_flight 1');
    return {
      answer,
      async release() {
        released.resolve();
        await transaction;
      },
    };
  }

  test('lets a request in flight finish, takes no other, and ends with 0', async () => {
    const api = await ringbackApi(database.apiUrl);
    const waiting = await startWaitingRequest(api.origin);
    const idle = dial(api.port, '127.0.0.1').on('error', () => {}); // a connection that is kept open must not hold it up
    api.process.kill('SIGTERM');
    await expect
      .poll(() =>
        fetch(`${api.origin}/healthz`).then(
          () => 'answers',
          () => 'refused',
        ),
      )
      .toBe('refused');
    await waiting.release();
    const answer = await waiting.answer;
    expect(answer.status).toBe(200);
    expect(answer.headers.get('connection')).toBe('close');
    expect(await api.exited).toBe(0);
    idle.destroy();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends an idle process quickly and quietly', async (signal) => {
    const api = await ringbackApi(database.apiUrl);
    await fetch(`${api.origin}/healthz`); // leaves a kept-alive connection
    const startedMs = performance.now();
    api.process.kill(signal);
    expect(await api.exited).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(api.output()).not.toMatch(/error|warn/i);
  });

  test('a second Ctrl-C does not wait; its echo through npm is none', async () => {
    const api = await ringbackApi(database.apiUrl);
    const waiting = await startWaitingRequest(api.origin);
    waiting.answer.catch(() => {});
    api.process.kill('SIGINT');
    api.process.kill('SIGINT');
    await new Promise((done) => setTimeout(done, 900));
    expect(api.process.exitCode).toBeNull();
    api.process.kill('SIGINT');
    expect(await api.exited).toBe(130);
    await waiting.release();
  });

  test('leaves no session behind in the database', async () => {
    const api = await ringbackApi(database.apiUrl);
    await fetch(`${api.origin}/v1/stats`, { headers: await bearer() });
    api.process.kill('SIGTERM');
    await api.exited;
    await expect
      .poll(
        () =>
          database.sql`select from pg_stat_activity where datname = current_database() and application_name like 'ringback %'`,
      )
      .toHaveLength(0);
  });
});

describe('clients that dawdle', () => {
  test('lose their connection within thirty seconds, and others do not wait for them', async () => {
    const api = await ringbackApi(database.apiUrl);
    const closedAfterMs = (text: string) =>
      new Promise<number>((resolve) => {
        const startedMs = performance.now();
        const socket = dial(api.port, '127.0.0.1', () => socket.write(text));
        socket.on('error', () => {}).resume();
        socket.on('close', () => resolve(performance.now() - startedMs));
      });
    const headers = 'POST /v1/callback-requests HTTP/1.1\r\nHost: x\r\n';
    const slow = Promise.all([
      ...Array.from({ length: 100 }, () => closedAfterMs('GET / HT')),
      closedAfterMs(headers),
      closedAfterMs(
        `${headers}Authorization: Bearer ${await token(seller.id)}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
      ),
    ]);
    const startedMs = performance.now();
    expect((await fetch(`${api.origin}/healthz`)).status).toBe(200);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    for (const ms of await slow) expect(ms).toBeLessThan(30_000);
  }, 40_000);
});
