/** Every measurement runs, on tiny figures, and tells all it promises. No time is asserted: machines differ. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const RUN = join(import.meta.dirname, '../src/run.ts');
const out = mkdtempSync(join(tmpdir(), 'ringback-bench-test-'));
// biome-ignore lint/suspicious/noExplicitAny: the file is read as any reader would
let result: any;
let printed = '';

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, '--quick', '--out', out]);
  printed = stdout;
  result = JSON.parse(readFileSync(join(out, String(readdirSync(out)[0])), 'utf8'));
}, 300_000);

afterAll(() => rmSync(out, { recursive: true }));

const positive = expect.toSatisfy((value: unknown) => typeof value === 'number' && value > 0);
const ratio = { median: positive, lowest: positive, highest: positive };
const latency = { samples: positive, medianMs: positive, p95Ms: positive, p99Ms: positive };

describe('npm run bench', () => {
  test('says what it was measured on', () => {
    expect(result.machine).toMatchObject({ cores: positive, memoryGb: positive, node: process.version });
    expect(result.machine.loadAverageBefore).toHaveLength(3);
    expect(result.settings).toMatchObject({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' });
    expect(result.settings.server_version).toMatch(/^18/);
  });

  test('compares create with a plain insert of the same rows', () => {
    expect(result.a.rateRatio).toEqual(ratio);
    expectSides(result.a.sides, ['plain', 'create']);
    const rows = { callback_requests: 1, callback_request_notifications: 1, 'callback_private.events': 1 };
    expect(result.a.sides.plain.rowsPerCall).toEqual(rows);
    expect(result.a.sides.create.rowsPerCall).toEqual(rows);
    expect(result.a.sides.create.columns).toEqual(result.a.sides.plain.columns);
  });

  test('compares create with the design of the requirement', () => {
    expect(result.naive.rateRatio).toEqual(ratio);
    expectSides(result.naive.sides, ['naive', 'create']);
    expect(result.naive.sides.create.rowsPerCall).toEqual(result.a.sides.create.rowsPerCall);
    expect(result.naive.sides.naive.rowsPerCall).toEqual({
      'naive.callback_requests': 1,
      'naive.callback_request_notifications': 1,
    });
  });

  test('measures what the pages with figures ask', () => {
    expect(result.figures.reads).toHaveLength(5);
    for (const read of result.figures.reads)
      expect(read).toMatchObject({
        read: expect.any(String),
        small: latency,
        large: latency,
        largeToSmall: positive,
      });
    expect(result.figures.rebuilds).toEqual({ small: positive, large: positive });
  });

  test('measures what operators search and read', () => {
    expect(result.operator.reads.length).toBeGreaterThan(20);
    for (const read of result.operator.reads)
      expect(read).toMatchObject({ read: expect.any(String), without: latency, withIndexes: latency });
  });

  test('compares create over HTTP with create through the driver', () => {
    expect(result.b).toMatchObject({
      rateRatio: ratio,
      rateRatioOfMany: ratio,
      rateRatioWithKey: ratio,
    });
    const withKey = 'http with Idempotency-Key';
    expectSides(result.b.sides, ['create', 'http', withKey, 'http, 1 connection', 'http, 64 connections']);
    expect(result.b.sides.http.rowsPerCall).toEqual(result.b.sides.create.rowsPerCall);
    expect(result.b.sides[withKey].rowsPerCall).toMatchObject({ 'callback_private.idempotency_keys': 1 });
  });

  test('compares draining deliveries with graphile-worker’s empty jobs', () => {
    expect(result.d).toMatchObject({ jobs: 200, ratio, ratioToBatches: ratio });
    for (const name of ['ringback', 'graphile-worker', 'graphile-worker, batches'])
      expect(result.d.sides[name].perSecond).toMatchObject({ median: positive });
  });

  test('reads as a small and as a big seller in a small and in a large database', () => {
    expect(result.c.statsBigToSmall).toEqual(positive);
    expect(result.c.eventsSince).toBe(170);
    expect(result.c.reads).toHaveLength(16);
    for (const read of result.c.reads)
      expect(read).toMatchObject({
        small: latency,
        large: latency,
        largeToSmall: positive,
        withoutRollup: latency,
      });
    const firstPage = result.c.reads.filter(({ read }: { read: string }) => read === 'first page of 20');
    expect(firstPage).toMatchObject([
      { seller: 'small', rowsRead: { small: 10, large: 10 } },
      { seller: 'big', rowsRead: { small: 20, large: 20 } },
    ]);
  });

  test('searches alone and many at once, beside a plain list', () => {
    const both = { search: latency, list: latency };
    expect(result.search).toMatchObject({ requests: 200, alone: both, together: both });
  });

  test('follows writes to the readers of many streams', () => {
    expect(result.e.figures.map(({ streams }: { streams: number }) => streams)).toEqual([10, 10, 30, 30]);
    for (const figure of result.e.figures) expect(figure).toMatchObject({ latency, openedInMs: positive });
  });

  test('tells what an idle system costs', () => {
    expect(result.f.figures.map(({ streams }: { streams: number }) => streams)).toEqual([0, 5]);
    for (const figure of result.f.figures)
      expect(figure).toMatchObject({ statementsPerSecond: positive, cpuPercent: expect.any(Object) });
  });

  test('compares the drivers', () => {
    expect(result.drivers.create.rateRatio).toEqual(ratio);
    expect(result.drivers.firstPage.rateRatio).toEqual(ratio);
    expectSides(result.drivers.create.sides, ['postgres', 'pg']);
    expectSides(result.drivers.firstPage.sides, ['postgres', 'pg']);
  });

  test('prints the ratios', () => {
    expect(printed).toContain(`create / plain: ${result.a.rateRatio.median}`);
    expect(printed).toContain(`http / create: ${result.b.rateRatio.median}`);
  });
});

function expectSides(sides: Record<string, unknown>, names: string[]) {
  expect(Object.keys(sides)).toEqual(names);
  for (const side of Object.values(sides))
    expect(side).toMatchObject({
      perSecond: { median: positive },
      latency,
      cpuMsPerCall: expect.any(Object),
    });
}
