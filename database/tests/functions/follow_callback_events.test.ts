/** Following the events by a cursor: all of them, each once, in order, also when transactions end in another order than they began. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  asUser,
  create,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
} from '../support/index.ts';

interface Page {
  events: { cursor: string; id: number; event_type: string; callback_request_id: string; status: string }[];
  cursor: string;
  is_lost: boolean;
}

let database: TestDatabase;
let buyer: Person;
let seller: Person;
beforeEach(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  [buyer, seller] = [await person(database), await person(database)];
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

/** Reads on until `count` events have come: a transaction open anywhere in the cluster, another test's too, holds some back. */
async function followAll(after: string, count: number) {
  const events: Page['events'] = [];
  for (let cursor = after; events.length < count; ) {
    const page = await follow(cursor);
    events.push(...page.events);
    cursor = page.cursor;
  }
  return events;
}

const requestsOf = (events: Page['events']) => events.map((event) => event.callback_request_id);

test('without a cursor: nothing, and where to begin', async () => {
  await create(database.api, buyer, await listing(database, seller));
  expect(await follow(null)).toMatchObject({
    events: [],
    is_lost: false,
    cursor: expect.stringMatching(/^\d+-0$/),
  });
});

test('gives what happened, in order, and no name or number', async () => {
  const { cursor } = await follow(null);
  const id = await create(database.api, buyer, await listing(database, seller));
  await update(database.api, id, 'acknowledged', seller.id);
  const events = await followAll(cursor, 2);
  expect(events).toMatchObject([
    { event_type: 'request_created', callback_request_id: id, status: 'pending' },
    { event_type: 'status_changed', callback_request_id: id, status: 'acknowledged' },
  ]);
  expect(Object.keys(events[0] ?? {}).sort()).toEqual(
    'callback_request_id cursor event_type happened_at id requester_id seller_id status'.split(' '),
  );
});

test('goes on from any event, page by page', async () => {
  const { cursor } = await follow(null);
  const made: string[] = [];
  for (let i = 0; i < 5; i++) made.push(await create(database.api, buyer, await listing(database, seller)));
  await followAll(cursor, 5);
  const pages = [await follow(cursor, 2)];
  while (pages.at(-1)?.events.length === 2) pages.push(await follow(pages.at(-1)?.cursor ?? '', 2));
  expect(pages.flatMap(({ events }) => requestsOf(events))).toEqual(made);
});

test('a transaction that commits late is not passed over, for everybody and for one person', async () => {
  const { cursor } = await follow(null);
  const [bike, boat] = [await listing(database, seller), await listing(database, await person(database))];
  let late = '';
  const [early, during, own] = await database.sql.begin(async (slow) => {
    late = await create(slow, buyer, bike);
    const id = await create(database.api, seller, boat);
    return [id, await follow(cursor), await resume(seller, cursor)] as const;
  });
  expect([during.events, own.events]).toEqual([[], []]);
  expect(requestsOf(await followAll(during.cursor, 2))).toEqual([late, early]);
  expect(requestsOf((await resume(seller, own.cursor)).events)).toEqual([late, early]);
});

describe('resume_callback_events', () => {
  test('gives one person their events of both sides, and the unread count', async () => {
    const { cursor } = await follow(null);
    const received = await create(database.api, buyer, await listing(database, seller));
    const sent = await create(database.api, seller, await listing(database, buyer));
    await create(database.api, await person(database), await listing(database, await person(database)));
    await followAll(cursor, 3);
    const own = await resume(seller, cursor);
    expect(requestsOf(own.events)).toEqual([received, sent]);
    expect(own).toMatchObject({ unread: 1, is_lost: false });
    expect((await resume(seller, own.cursor)).events).toEqual([]);
    expect((await resume(seller, own.events[0]?.cursor ?? '')).events).toMatchObject([
      { callback_request_id: sent },
    ]);
  });

  test('more than the limit is too much to resume', async () => {
    const { cursor } = await follow(null);
    for (let i = 0; i < 3; i++) await create(database.api, buyer, await listing(database, seller));
    await followAll(cursor, 3);
    expect((await resume(seller, cursor, 3)).events).toHaveLength(3);
    expect(await resume(seller, cursor, 2)).toMatchObject({ events: [], is_lost: true });
  });

  test.each(['999999999999999999-1', 'nonsense', '', '1-1-1', `${'9'.repeat(30)}-1`, '-1-1'])(
    'the cursor %j is unknown',
    async (cursor) => {
      expect(await resume(seller, cursor)).toMatchObject({ events: [], is_lost: true, unread: 0 });
      expect(await follow(cursor)).toMatchObject({ events: [], is_lost: true });
    },
  );
});

test('count_unread_notifications counts for many at once', async () => {
  const nobody = await person(database);
  await create(database.api, buyer, await listing(database, seller));
  const ids = [seller.id, nobody.id, seller.id];
  const [row] =
    await database.api`select callback_private.count_unread_notifications(${ids}::uuid[]) as counts`;
  expect(row?.counts).toEqual({ [seller.id]: 1, [nobody.id]: 0 });
});

test('is for the service alone', async () => {
  for (const call of [
    "follow_callback_events('1-1', 1)",
    `resume_callback_events('${seller.id}', '1-1', 1)`,
    `count_unread_notifications('{${seller.id}}')`,
  ]) {
    const error = await asUser(database.sql, seller.id, (as) =>
      as.unsafe(`select callback_private.${call}`),
    ).catch((e) => e);
    expect(error.code, call).toBe('42501');
  }
});
