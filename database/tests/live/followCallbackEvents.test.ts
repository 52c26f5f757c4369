/** Following the events by a cursor: all of them, each once, as soon as they are committed, in whatever order transactions end. */

import {
  asUser,
  create,
  listing,
  makeItNoon,
  openTransaction,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Executor } from '../../src/index.ts';

interface Page {
  events: { cursor: string; id: number; event_type: string; callback_request_id: string; status: string }[];
  cursor: string;
  is_lost: boolean;
}

let database: TestDatabase;
let buyer: Person;
let seller: Person;
let start: string;
beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
});
beforeEach(async () => {
  [buyer, seller] = [await person(database), await person(database)];
  start = (await follow(null)).cursor;
});

async function follow(after: string | null, limit = 100): Promise<Page> {
  const [row] = await database.api<{ page: Page }[]>`
    select callback_private.follow_callback_events(${after}, ${limit}) as page`;
  return row?.page as Page;
}

async function resume(of: Person, after: string | null, limit = 100): Promise<Page & { unread: number }> {
  const [row] = await database.api<{ page: Page & { unread: number } }[]>`
    select callback_private.resume_callback_events(${of.id}, ${after}, ${limit}) as page`;
  return row?.page as Page & { unread: number };
}

/** Reads on, at most `limit` at a time, until `count` events have come. */
async function followAll(after: string, count: number, limit = 100) {
  const events: Page['events'] = [];
  for (let cursor = after; events.length < count; ) {
    const page = await follow(cursor, limit);
    events.push(...page.events);
    cursor = page.cursor;
  }
  return events;
}

const requestsOf = ({ events }: Pick<Page, 'events'>) => events.map((event) => event.callback_request_id);
/** A request to the seller. */
const createOne = async (sql: Executor = database.api) => create(sql, buyer, await listing(database, seller));
/** A request by the seller, which no transaction that has made another holds up. */
const createOther = async () => create(database.api, seller, await listing(database, await person(database)));

/** Writes so many events in one statement; gives the number of their transaction. */
async function write(sql: Executor, count: number): Promise<string | undefined> {
  const [row] = await sql<{ xact_id: string }[]>`
    insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, to_status)
    select 'request_created', gen_random_uuid(), ${seller.id}, ${buyer.id}, 'buyer', 'pending' from generate_series(1, ${count})
    returning xact_id::text`;
  return row?.xact_id;
}

test('without a cursor: nothing, and where to begin', async () => {
  await createOne();
  expect(await follow(null)).toMatchObject({
    events: [],
    is_lost: false,
    cursor: expect.stringMatching(/^\d+:\d+:[\d,]*$/),
  });
});

test('gives what happened, in order, and no name or number', async () => {
  const id = await createOne();
  await update(database.api, id, 'acknowledged', seller.id);
  const events = await followAll(start, 2);
  expect(events).toMatchObject([
    { event_type: 'request_created', callback_request_id: id, status: 'pending' },
    { event_type: 'status_changed', callback_request_id: id, status: 'acknowledged' },
  ]);
  expect(Object.keys(events[0] ?? {}).sort()).toEqual(
    'audience callback_request_id cursor event_type happened_at id requester_id seller_id status'.split(' '),
  );
});

test('a transaction that stays open holds nothing back, in this database or another', async () => {
  await openTransaction(database.url);
  await openTransaction((await testDatabase({ empty: true })).url);
  const own = await openTransaction(database.url);
  await createOne(own);
  const id = await createOther();
  expect(requestsOf({ events: await followAll(start, 1) })).toEqual([id]);
  expect(requestsOf(await resume(seller, start))).toEqual([id]);
});

test('who commits late is given once, wherever the reader stood', async () => {
  const late = await openTransaction(database.url);
  const readers = [start];
  const first = await createOne(late);
  readers.push((await follow(start)).cursor);
  const second = await createOther();
  const [between] = await followAll(start, 1);
  readers.push(between?.cursor ?? '', (await follow(between?.cursor ?? '')).cursor);
  await late`commit`;
  const missing = [[first, second], [first, second], [first], [first]];
  for (const [index, expected] of missing.entries()) {
    const cursor = readers[index] ?? '';
    expect(requestsOf({ events: await followAll(cursor, expected.length) })).toEqual(expected);
    const own = await resume(seller, cursor);
    expect(requestsOf(own)).toEqual(expected);
    expect((await resume(seller, own.cursor)).events).toEqual([]);
  }
});

test('a page may end anywhere, also within a transaction, and goes on after any of its events', async () => {
  const late = await openTransaction(database.url);
  await write(late, 3);
  await write(database.sql, 4);
  const last = await openTransaction(database.url);
  await write(database.sql, 3);
  await write(last, 2);
  const early = await followAll(start, 7, 2);
  await late`commit`;
  await last`commit`;
  const all = [...early, ...(await followAll(early.at(-1)?.cursor ?? '', 5, 2))];
  expect(new Set(all.map(({ id }) => id)).size).toBe(12);
  for (const [index, { cursor }] of all.entries()) {
    const given = new Set(all.slice(0, index + 1).map(({ id }) => id));
    const missing = all.map(({ id }) => id).filter((id) => !given.has(id));
    for (const limit of [1, 3, 100]) {
      const rest = await followAll(cursor, missing.length, limit);
      expect(rest.map(({ id }) => id).sort()).toEqual(missing.sort());
    }
    const own = await resume(buyer, cursor);
    expect(own.events.map(({ id }) => id).sort()).toEqual(missing.sort());
  }
});

test('an event has the number of its whole transaction, also where a subtransaction wrote it', async () => {
  const outer = await openTransaction(database.url);
  const whole = await write(outer, 1);
  await outer`savepoint kept`;
  expect(await write(outer, 1)).toBe(whole);
  await outer`savepoint undone`;
  await write(outer, 5);
  await outer`rollback to savepoint undone`;
  await outer`commit`;
  expect(await followAll(start, 2)).toHaveLength(2);
  expect((await resume(seller, start)).events).toHaveLength(2);
});

test('with more than twenty in progress the cursor stays short, and the newest wait for the oldest', async () => {
  const transactions = await Promise.all(Array.from({ length: 21 }, () => openTransaction(database.url)));
  const id = await createOne();
  const page = await follow(start);
  expect(page).toMatchObject({ events: [], is_lost: false });
  expect(page.cursor.split(',')).toHaveLength(20);
  const one = await createOne(transactions[0]);
  // All of them, at once: live updates of other databases on this server wait for these, too.
  await Promise.all(transactions.map((transaction) => transaction`commit`));
  const events = await followAll(page.cursor, 2);
  expect(requestsOf({ events }).sort()).toEqual([one, id].sort());
});

describe('resume_callback_events', () => {
  test('gives one person their events of both sides, and the unread count', async () => {
    const received = await createOne();
    const sent = await create(database.api, seller, await listing(database, buyer));
    await create(database.api, await person(database), await listing(database, await person(database)));
    await followAll(start, 3);
    const own = await resume(seller, start);
    expect(requestsOf(own)).toEqual([received, sent]);
    expect(own).toMatchObject({ unread: 1, is_lost: false });
    expect((await resume(seller, own.cursor)).events).toEqual([]);
    expect((await resume(seller, own.events[0]?.cursor ?? '')).events).toMatchObject([
      { callback_request_id: sent },
    ]);
  });

  test('more than the limit is too much to resume', async () => {
    for (let i = 0; i < 3; i++) await createOne();
    await followAll(start, 3);
    expect((await resume(seller, start, 3)).events).toHaveLength(3);
    expect(await resume(seller, start, 2)).toMatchObject({ events: [], is_lost: true });
  });
});

describe('a cursor', () => {
  const TWENTY = Array.from({ length: 20 }, (_, i) => 10 + i).join(',');

  test.each(['3:99:', '3:99:4,5', '3:99:4/98-12', `3:99:${TWENTY}`])('%j is one', async (cursor) => {
    expect(await resume(seller, cursor)).toMatchObject({ is_lost: false });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'nonsense'],
    ['the form of old', '1-1'],
    ['two numbers', '3:99'],
    ['a fourth number', '3:99::1'],
    ['what cannot be a snapshot', '99:3:'],
    ['transaction 0', '0:0:'],
    ['in progress before all', '3:99:2'],
    ['in progress after all', '3:99:99'],
    ['in progress in disorder', '3:99:5,4'],
    ['more in progress than we write', `3:99:${TWENTY},30`],
    ['a part of what it does not show', '3:99:4/4-1'],
    ['a part of what comes later', '3:99:/99-1'],
    ['two parts', '3:99:/4-1/5-1'],
    ['half a part', '3:99:/4'],
    ['a sign', '-3:99:'],
    ['a space', ' 3:99:'],
    ['a line', '3:99:\n'],
    ['digits of another script', '٣:٩:'],
    ['too large a number', `3:${'9'.repeat(30)}:`],
    ['the future', '3:999999999999999999:'],
    ['SQL', "3:99:'; select 1"],
    ['very much', `3:99:${'4,'.repeat(100_000)}4`],
  ])('%s leads nowhere', async (_what, cursor) => {
    expect(await resume(seller, cursor)).toMatchObject({ events: [], is_lost: true, unread: 0 });
    expect(await follow(cursor)).toMatchObject({ events: [], is_lost: true });
  });
});

test('count_unread_notifications counts for many at once', async () => {
  const nobody = await person(database);
  await createOne();
  const ids = [seller.id, nobody.id, seller.id];
  const [row] =
    await database.api`select callback_private.count_unread_notifications(to_jsonb(${ids}::text[])) as counts`;
  expect(row?.counts).toEqual({ [seller.id]: 1, [nobody.id]: 0 });
});

test('is for the service alone', async () => {
  for (const call of [
    "follow_callback_events('1:1:', 1)",
    `resume_callback_events('${seller.id}', '1:1:', 1)`,
    `count_unread_notifications('["${seller.id}"]')`,
  ]) {
    const error = await asUser(database.sql, seller.id, (as) =>
      as.unsafe(`select callback_private.${call}`),
    ).catch((e) => e);
    expect(error.code, call).toBe('42501');
  }
});
