/**
 * Transactions on several connections, two processes that read all events, and readers who break off and resume at either, in any order:
 * each hears of every committed event once, of no other, and waits for no transaction that stays open. RINGBACK_FULL=1 tries thousands.
 */

import { connect, type Sql } from '@ringback/database';
import { person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createFeed, createReader, createWriter, type Feed } from '../support/interleavings.ts';

const RUNS = byForm(15, 3_000);

const writer = fc.nat(3);
const feed = fc.nat(1);
const reader = fc.nat(2);
const how = fc.constantFrom('commit' as const, 'commit' as const, 'rollback' as const);

/** [what is done, to whom and how], the frequent ones more than once. */
const write = fc.tuple(fc.constant('write' as const), writer, fc.nat(4), fc.nat(2));
const end = fc.tuple(fc.constant('end' as const), writer, how);
const read = fc.tuple(fc.constant('read' as const), feed);
const start = fc.tuple(fc.constant('start' as const), reader, feed);
const break_ = fc.tuple(fc.constant('break' as const), reader, fc.nat(4));
const anyStep = fc.oneof(
  write,
  write,
  write,
  end,
  end,
  read,
  read,
  read,
  start,
  start,
  break_,
  break_,
  fc.tuple(fc.constant('write and fail' as const), writer),
  fc.tuple(fc.constant('end while reading' as const), writer, how, feed),
  fc.tuple(fc.constant('connect' as const), reader, feed),
  fc.tuple(fc.constant('beat' as const), feed),
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Chance alone hits these too seldom: a stream begins while its process has not read what the reader knows, and breaks soon. */
const BEHIND: Step[] = [
  ['write', 0, 1, 0],
  ['write', 1, 1, 0],
  ['end', 1, 'commit'],
  ['start', 0, 0],
  ['end', 0, 'commit'],
  ['read', 0],
  ['break', 0, 0],
  ['start', 0, 0],
];
const BEHIND_IN_A_TRANSACTION: Step[] = [
  ['write', 0, 5, 0],
  ['end', 0, 'commit'],
  ['read', 0],
  ['start', 0, 0],
  ['beat', 0],
  ['break', 0, 0],
  ['start', 0, 0],
];

let database: TestDatabase;
let connections: Sql[];
beforeAll(async () => {
  database = await testDatabase();
  connections = Array.from({ length: 4 }, () => connect(database.url, { max: 1 }));
});
afterAll(() => Promise.all(connections.map((sql) => sql.end({ timeout: 1 }))));

test(`${RUNS} orders of up to 60 steps`, { timeout: 120_000 + RUNS * 1_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 60 }), async (steps) => {
      const world = await newWorld();
      try {
        for (const step of steps) await take(world, step);
        await expectAllHeard(world);
      } finally {
        for (const each of world.writers) await each.end('rollback');
      }
    }),
    { numRuns: RUNS, endOnFailure: true, examples: [[BEHIND], [BEHIND_IN_A_TRANSACTION]] },
  );
});

type World = Awaited<ReturnType<typeof newWorld>>;

async function newWorld() {
  const { id } = await person(database);
  const feeds = [await createFeed(database.api), await createFeed(database.api)];
  return {
    writers: connections.map((sql) => createWriter(sql, id)),
    feeds,
    readers: Array.from({ length: 3 }, () => createReader(database.api, id, feeds[0]?.startedAt ?? '')),
  };
}

function take({ writers, feeds, readers }: World, step: Step) {
  switch (step[0]) {
    case 'write':
      return writers[step[1]]?.write(step[2], step[3]);
    case 'write and fail':
      return writers[step[1]]?.writeInVain();
    case 'end':
      return writers[step[1]]?.end(step[2]);
    case 'end while reading':
      return Promise.all([writers[step[1]]?.end(step[2]), feeds[step[3]]?.read()]);
    case 'read':
      return feeds[step[1]]?.read();
    case 'beat':
      return feeds[step[1]]?.beat();
    case 'connect':
      return readers[step[1]]?.connect(feeds[step[2]] as Feed);
    case 'start':
      readers[step[1]]?.connect(feeds[step[2]] as Feed);
      return readers[step[1]]?.start();
    case 'break':
      return readers[step[1]]?.break(step[2]);
  }
}

/** While some transactions are still open, and after those have ended too. */
async function expectAllHeard({ writers, feeds, readers }: World) {
  const own = () => writers.flatMap(({ committed }) => committed.own);
  const all = () => [...own(), ...writers.flatMap(({ committed }) => committed.foreign)];
  for (const each of feeds) await expectHeard(each, all());
  for (const each of writers) await each.end('commit');
  for (const [index, each] of readers.entries()) {
    each.connect(feeds[index % feeds.length] as Feed);
    await each.start();
  }
  for (const each of feeds) await expectHeard(each, all());
  for (const each of readers) {
    each.break(0);
    expect(each.heard.sort()).toEqual(own().sort());
  }
}

async function expectHeard(feed: Feed, requests: string[]) {
  const hasHeardAll = async () => {
    await feed.readAll();
    expect(feed.heard.length).toBeGreaterThanOrEqual(requests.length);
  };
  await vi.waitFor(hasHeardAll, { timeout: 30_000, interval: 5 });
  await feed.readAll();
  expect(feed.heard.sort()).toEqual(requests.sort());
}
