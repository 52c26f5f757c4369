/** A search in the lists: what is found, by whom, and that pages stay whole however much lies between two finds. */

import {
  create,
  daysPass,
  expectRefusal,
  type Listing,
  listing,
  makeItNoon,
  type Page,
  type Person,
  person,
  type RequestJson,
  type RequestValues,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('list_callback_requests, searching, on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let buyer: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    await sql`update callback_private.settings set requests_per_phone_per_day = 10000`;
  });
  beforeEach(async () => {
    seller = await person(database, { first_name: 'Kofi', last_name: 'Boateng' });
    buyer = await person(database, { first_name: 'Noor', phone: '+442079460958' });
    bike = await listing(database, seller, { title: 'Vélo de Course, 56 cm' });
  });

  type Query = { as?: string; status?: string | null; limit?: number; cursor?: string | null };
  const find = async (search: string, user = seller, query: Query = {}) => {
    const { as = 'seller', status = null, limit = 20, cursor = null } = query;
    const [row] = await api<{ page: Page<RequestJson> }[]>`
      select list_callback_requests(${as}, ${status}, ${limit}, ${cursor}, ${user.id}, p_search := ${search}) as page`;
    return row?.page as Page<RequestJson>;
  };
  const ids = ({ items }: Page<RequestJson>) => items.map(({ id }) => id);
  const ask = (values: Partial<RequestValues> = {}, item = bike) => create(api, buyer, item, values);

  test.each([
    ['part of the name', 'haddad'],
    ['the name in other case', 'NOOR HADDAD'],
    ['part of the message', 'samstag'],
    ['the listing’s title', 'course'],
    ['letters beyond ASCII in other case', 'VÉLO'],
    ['with white space around', '  haddad '],
    ['the number as it is stored', '+442079460958'],
    ['part of the number', '946 0958'],
    ['the number as people at home write it', '(020) 7946-0958'],
  ])('the seller finds %s', async (_, search) => {
    const id = await ask({ requester_name: 'Noor Haddad', message: 'Lieber am Samstag?' });
    await create(api, await person(database), await listing(database, seller), { requester_name: 'Ada' });
    expect(await find(search)).toMatchObject({ items: [{ id }], next_cursor: null });
  });

  test.each([
    ['+79123456789', '8 (912) 345-67-89', '8 (912) 34'],
    ['+77710009998', '8 (771) 000 9998', '771 000'],
    ['+375294911911', '8 029 491-19-11', '029 491'],
    ['+99366123456', '8 66 123456', '66 12'],
    ['+5491123456789', '011 15-2345-6789', '+54 9 11 2345'],
    ['+5492214567890', '0221 15-456-7890', '15-456'],
  ])('%s is found as a card prints it, whole and in part', async (phone, printed, part) => {
    const id = await ask({ requester_phone: phone });
    const other = await ask({}, await listing(database, seller, { title: 'Lamp' }));
    for (const search of [printed, part]) expect(ids(await find(search)), search).toEqual([id]);
    expect(ids(await find('79460958'))).toEqual([other]);
  });

  test.each([
    ['Arabic-Indic digits', '٠٢٠ ٧٩٤٦ ٠٩٥٨'],
    ['Persian digits', '+۴۴ ۲۰ ۷۹۴۶ ۰۹۵۸'],
    ['digits of Devanagari', '०२० ७९४६'],
    ['wide digits', '０２０ ７９４６'],
    ['no-break spaces', '+44\u00a020\u202f7946\u00a00958'],
    ['no-break hyphens', '020\u20117946\u20110958'],
    ['marks of direction', '\u2066+44 20 7946\u2069 0958'],
    ['the dash of a Japanese keyboard', '020ー7946'],
  ])('a number is found with %s', async (_, search) => {
    const id = await ask();
    expect(ids(await find(search))).toEqual([id]);
  });

  test.each(['%', '_', 'N%r', 'No_r', '\\', "'", '.*', '58', '(0)58'])(
    '%j is looked for as it is',
    async (search) => {
      await ask({ requester_name: 'Noor Haddad', message: 'Samstag' });
      expect(await find(search)).toEqual({ items: [], next_cursor: null });
      const id = await ask({ message: `a${search}b` }, await listing(database, seller, { title: 'Lamp' }));
      expect(ids(await find(search))).toEqual([id]);
    },
  );

  test('é is é, in one character or in two', async () => {
    const composed = await ask(
      { message: 'Caf\u00e9 Zu\u0308rich' },
      await listing(database, seller, { title: 'Lamp' }),
    );
    expect(ids(await find('cafe\u0301 z\u00fcrich'))).toEqual([composed]);
    expect(ids(await find('CAF\u00c9'))).toEqual([composed]);
    expect(ids(await find('cafe z'))).toEqual([]);
  });

  test.each([
    ['two words in any order', 'haddad noor'],
    ['words of name, message and title', 'COURSE samstag noor'],
    ['a word twice', 'noor noor'],
    ['a word and part of the number', 'haddad 0958'],
    ['a number of several words between others', 'noor 020 7946 0958 course'],
    ['a number in a title', 'vélo 56 cm'],
    ['numbers of title and message, in any order', '12 56'],
    ['white space of any kind', 'noor\u00a0\u2003haddad'],
  ])('the seller finds %s', async (_, search) => {
    const id = await ask({ requester_name: 'Noor Haddad', message: 'Samstag, 12 Uhr' });
    await create(api, await person(database), bike, { requester_name: 'Noor', message: 'Haddad?' });
    await create(api, await person(database), await listing(database, seller), { requester_name: 'Haddad' });
    const found = ids(await find(search));
    expect(found).toContain(id);
    expect(found).toHaveLength(search.match(/samstag|0958|course|12/i) ? 1 : found.length);
  });

  test.each(['noor sonntag', 'haddad 0959', 'noor 020 7946 0959', 'noor %', '0958 56 99'])(
    '%j is not found where one word is missing',
    async (search) => {
      await ask({ requester_name: 'Noor Haddad', message: 'Samstag' });
      expect(ids(await find(search))).toEqual([]);
      expect(ids(await find('haddad noor 0958 samstag 56'))).toHaveLength(1);
    },
  );

  test('the buyer finds by the seller’s name, the message and the title, never by a number', async () => {
    const id = await ask({ requester_name: 'Noor Haddad', message: 'Samstag' });
    for (const search of ['boateng', 'samstag', 'course'])
      expect(ids(await find(search, buyer, { as: 'buyer' })), search).toEqual([id]);
    for (const search of ['+442079460958', 'haddad', seller.phone ?? ''])
      expect(ids(await find(search, buyer, { as: 'buyer' })), search).toEqual([]);
  });

  test.each(['completed', 'cancelled', 'expired'])(
    'a number that is no longer shown is not found: %s',
    async (status) => {
      const id = await ask({ message: 'Samstag' });
      expect(ids(await find('79460958'))).toEqual([id]);
      if (status === 'expired') await timeRunsOut(sql, [id]);
      else await update(api, id, status, seller.id);
      expect(ids(await find('79460958'))).toEqual([]);
      expect(ids(await find('samstag', seller, { status }))).toEqual([id]);
    },
  );

  test('nobody finds what is not theirs', async () => {
    await ask({ message: 'Samstag' });
    for (const as of ['seller', 'buyer'])
      expect(ids(await find('samstag', await person(database), { as }))).toEqual([]);
    expect(ids(await find('samstag', buyer))).toEqual([]);
  });

  test('pages go on where the one before ended, with the status too', async () => {
    const made: string[] = [];
    for (let place = 0; place < 9; place++) {
      const message = place % 2 === 0 ? 'Samstag' : 'Sonntag';
      made.push(await create(api, await person(database), bike, { message }));
    }
    const wanted = made.filter((_, place) => place % 2 === 0).reverse();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<RequestJson> = await find('samstag', seller, { status: 'pending', limit: 2, cursor });
      seen.push(...ids(page));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toEqual(wanted);
  });

  test('one page looks through two thousand requests, and its cursor leads on', async () => {
    const old = await ask({ message: 'Samstag' });
    await daysPass(sql, 2, [old]);
    await sql`
      insert into profiles (id, first_name, last_name, phone, email)
      select md5(${seller.id} || n)::uuid, 'A', 'B', '+12125550100', ${seller.id} || n || '@example.com' from generate_series(1, 2000) n`;
    await sql`
      insert into callback_requests (requester_id, seller_id, listing_id, requester_phone, requester_name)
      select md5(${seller.id} || n)::uuid, ${seller.id}, ${bike.id}, '+442079460958', 'Noor' from generate_series(1, 2000) n`;
    const first = await find('samstag');
    expect(first).toEqual({ items: [], next_cursor: expect.any(String) });
    expect(await find('samstag', seller, { cursor: first.next_cursor })).toMatchObject({
      items: [{ id: old }],
      next_cursor: null,
    });
  });

  test.each(['', '   ', 'x'.repeat(101)])(
    'a search of no or too many characters is refused',
    async (search) => {
      expect((await expectRefusal(find(search), 'invalid_input')).detail).toEqual({ field: 'search' });
      await find('x'.repeat(100));
    },
  );
});
