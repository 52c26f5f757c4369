/**
 * The API's connections ask the database for nothing of their own accord: what the driver asks about array types when a connection
 * opens may fail like any statement, and then nobody catches it and the process ends (porsager/postgres#1192). And a statement that fails spoils no other.
 */
import { type AddressInfo, createServer, type Server } from 'node:net';
import { missingMigrations } from '@ringback/database';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { testConfig } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { open } from '../../src/cli/service.ts';
import { startMaintenance } from '../../src/maintenance/maintenance.ts';
import { createDatabase } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';

const READY = message('Z', Buffer.from('I'));
const CANCELED = message(
  'E',
  text('SERROR'),
  text('VERROR'),
  text('C57014'),
  text('Mcanceled'),
  Buffer.alloc(1),
);
/** One column, `answer`, of type text, and a row of it. */
const COLUMN = message(
  'T',
  short(1),
  text('answer'),
  int(0),
  short(0),
  int(25),
  short(-1 & 0xffff),
  int(-1),
  short(0),
);
const ROW = message('D', short(1), int(3), Buffer.from('yes'));

let stub: Server;
let url: string;
/** What came on the connections after they were opened. */
let sent: string[];
/** What the stub answers, one after another; the last one again and again. */
let answers: Buffer[];

beforeAll(async () => {
  stub = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int(0)), message('K', int(1), int(2)), READY]));
      socket.on('data', (data) => {
        if (data[0] === 'X'.charCodeAt(0)) return; // goodbye
        sent.push(data.toString());
        socket.write(answers.length > 1 ? (answers.shift() as Buffer) : (answers[0] as Buffer));
      });
    });
  });
  await new Promise<void>((done) => stub.listen(0, '127.0.0.1', done));
  url = `postgres://someone@127.0.0.1:${(stub.address() as AddressInfo).port}/none`;
});
afterAll(() => void stub.close());

beforeEach(() => {
  sent = [];
  answers = [Buffer.concat([CANCELED, READY])];
});

test('a connection of the API begins with what it is opened for', async () => {
  const pool = open(testConfig({ DATABASE_URL: url }));
  onTestFinished(() => pool.end({ timeout: 0 }));
  await expect(pool`select 'my own statement'`).rejects.toThrow('canceled');
  expect(sent[0]).toContain('my own statement');
});

test('so does the connection of the maintenance', async () => {
  const pool = open(testConfig({ DATABASE_URL: url }));
  onTestFinished(() => pool.end({ timeout: 0 }));
  const logger = createLogger('fatal', { write: () => {} });
  const job = startMaintenance(url, createMetrics(createDatabase(pool, 1)), logger);
  onTestFinished(() => job.stop());
  await expect.poll(() => sent[0]).toContain('run_callback_maintenance');
});

test('a statement that failed after its row was sent takes nothing from the next one', async () => {
  const described = Buffer.concat([message('1'), message('t', short(0)), COLUMN]);
  answers = [
    Buffer.concat([described, message('2'), ROW, CANCELED, READY]),
    Buffer.concat([message('2'), ROW, message('C', text('SELECT 1')), READY]),
  ];
  const pool = open({ database: { ...testConfig({ DATABASE_URL: url }).database, poolSize: 1 } });
  onTestFinished(() => pool.end({ timeout: 0 }));
  const database = createDatabase(pool, 1);
  const ask = () => database.value<string>((sql) => sql`select answer`);
  await expect(ask()).rejects.toMatchObject({ code: 'database_unavailable' });
  expect(await ask()).toBe('yes');
});

test('what the API asks for arrives all the same', async () => {
  const database = await testDatabase();
  const pool = open(testConfig({ DATABASE_URL: database.apiUrl }));
  onTestFinished(() => pool.end());
  expect(await missingMigrations(pool)).toEqual([]);
});

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int(body.length + 4), body]);
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function short(value: number): Buffer {
  return int(value).subarray(2);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}
