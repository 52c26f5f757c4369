/** The log says why the database refused, in its codes, and never in its words, which may quote people's data. */

import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { eventually } from '@ringback/testing/eventually.ts';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startWatch } from '../../src/delivery/watch.ts';
import { createLogger, terminalDestination } from '../../src/platform/log.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { databaseOf } from '../support/worker.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

test('a worker that lacks a right says so', async () => {
  await database.sql`revoke execute on all functions in schema callback_private from callback_service`;
  const lines: string[] = [];
  const watch = startWatch({
    ...{ database: databaseOf(database), channels: ['email'], onDue: () => {} },
    metrics: createMetrics(databaseOf(database)),
    logger: createLogger('warn', { write: (line) => void lines.push(line) }),
  });
  onTestFinished(() => watch.stop());
  await eventually(() => expect(lines).not.toEqual([]));
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    msg: 'deliveries cannot be looked for; tried again',
    err: { code: 'internal_error', cause: { type: 'PostgresError', code: '42501' } },
  });
});

test('what PostgreSQL quotes is left out, also at a terminal, where its code stands', async () => {
  const error: unknown = await databaseOf(database)
    .value((sql) => sql`select ${'+12125550123'}::text::uuid`)
    .catch((reason) => reason);
  const [lines, shown]: [string[], string[]] = [[], []];
  createLogger('warn', { write: (line) => void lines.push(line) }).warn({ err: error }, 'failed');
  createLogger(
    'warn',
    terminalDestination((text) => void shown.push(text)),
  ).warn({ err: error }, 'failed');
  expect(lines.join()).toContain('"code":"22P02"');
  expect(shown.join()).toContain('\nbecause of PostgresError 22P02');
  expect(lines.join() + shown.join()).not.toContain('2125550123');
});
