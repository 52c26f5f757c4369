/** Who learns of which events: history and live updates show a reader what the audience of its type allows. */
import {
  create,
  get,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

type Event = { event_type: string; audience?: string[] };
type Page = { events: Event[]; cursor: string };

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let buyer: Person;
  let seller: Person;
  let id: string;
  let cursor: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await sql`insert into callback_private.event_types (name, audience) values
      ('under_review', '{operator}'), ('seller_noted', '{seller}'), ('buyer_noted', '{buyer,operator}'), ('hidden', '{}')`;
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    id = await create(api, buyer, await listing(database, seller));
    cursor = (await follow(null)).cursor;
  });

  const follow = async (after: string | null) => {
    const [row] = await api<{ page: Page }[]>`
      select callback_private.follow_callback_events(${after}, 100) as page`;
    return row?.page as Page;
  };
  const resume = async (reader: Person) => {
    const [row] = await api<{ page: Page }[]>`
      select callback_private.resume_callback_events(${reader.id}, ${cursor}, 100) as page`;
    return row?.page.events.map(({ event_type }) => event_type);
  };
  const history = async (reader: Person) =>
    (await get(api, id, reader.id)).history?.map(({ event_type }) => event_type);
  /** Something internal happened to the request. */
  const happens = (...types: string[]) =>
    sql`insert into callback_private.events (event_type, callback_request_id, seller_id, requester_id, actor, from_status, to_status, data)
      select t.name, ${id}, ${seller.id}, ${buyer.id}, 'system', 'pending', 'pending', '{"why": "risk"}' from unnest(${types}::text[]) t (name)`;
  /** What a process that follows passes on to one side. */
  const passedOn = async (side: string) =>
    (await follow(cursor)).events
      .filter(({ audience }) => audience?.includes(side))
      .map(({ event_type }) => event_type);

  test('a new type that names only the operator shows to neither side, wherever they look', async () => {
    await happens('under_review', 'request_edited');
    for (const reader of [buyer, seller]) {
      expect(await history(reader)).toEqual(['request_created', 'request_edited']);
      expect(await resume(reader)).toEqual(['request_edited']);
      expect(JSON.stringify(await get(api, id, reader.id))).not.toContain('under_review');
    }
    expect(await passedOn('buyer')).toEqual(['request_edited']);
    expect(await passedOn('seller')).toEqual(['request_edited']);
    expect((await follow(cursor)).events).toMatchObject([
      { event_type: 'under_review', audience: ['operator'] },
      { event_type: 'request_edited', audience: ['buyer', 'seller', 'operator'] },
    ]);
  });

  test('a type for one side shows to that side alone', async () => {
    await happens('seller_noted', 'buyer_noted', 'seller_reminded');
    expect(await history(seller)).toEqual(['request_created', 'seller_noted', 'seller_reminded']);
    expect(await resume(seller)).toEqual(['seller_noted', 'seller_reminded']);
    expect(await passedOn('seller')).toEqual(['seller_noted', 'seller_reminded']);
    expect(await history(buyer)).toEqual(['request_created', 'buyer_noted']);
    expect(await resume(buyer)).toEqual(['buyer_noted']);
    expect(await passedOn('buyer')).toEqual(['buyer_noted']);
  });

  test('a type for nobody, and one that the table does not have, show to nobody', async () => {
    await happens('hidden', 'unheard_of');
    for (const reader of [buyer, seller]) {
      expect(await history(reader)).toEqual(['request_created']);
      expect(await resume(reader)).toEqual([]);
    }
    expect((await follow(cursor)).events.map(({ audience }) => audience)).toEqual([[], []]);
  });

  test('hidden events take no place of those that a page may hold', async () => {
    await happens(...Array.from({ length: 150 }, () => 'under_review'), 'request_edited');
    expect(await resume(seller)).toEqual(['request_edited']);
  });

  test('our own functions cannot write a type that the table does not have', async () => {
    const error = await sql`
      select callback_private.record_event('unheard_of', r, 'system') from callback_requests r where id = ${id}`.catch(
      (e) => e,
    );
    expect(error.code).toBe('P0002');
  });

  test('what a person wrote as a reason goes with the request, the rest of its events stays', async () => {
    await api`select update_callback_request_status(${id}, 'cancelled', ${buyer.id}, 'Call my sister instead')`;
    const kept = async () =>
      sql`select event_type, data from callback_private.events where callback_request_id = ${id} order by id`;
    expect((await kept()).at(-1)).toEqual({
      event_type: 'status_changed',
      data: { reason: 'Call my sister instead' },
    });
    await sql`delete from callback_requests where id = ${id}`;
    expect(await kept()).toEqual([
      { event_type: 'request_created', data: {} },
      { event_type: 'status_changed', data: {} },
      { event_type: 'request_deleted', data: { cancelled_by: 'buyer' } },
    ]);
  });
});
