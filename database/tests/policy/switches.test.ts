/** Switches: where new requests are refused, with which notice; what is there goes on. */
import {
  asUser,
  create,
  edit,
  expectRefusal,
  get,
  type Listing,
  listing,
  logAttempt,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { addCategories, listChanges, listSwitches, operator, setSwitch, undoChange } from './support.ts';

type Eligibility = {
  can_request: boolean;
  reason: string | null;
  message: string | null;
  notice: string | null;
};

describe.each(VERSIONS)('switches on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let ann: string;
  let viewer: string;
  let support: string;
  let buyer: Person;
  let seller: Person;
  let boat: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    await addCategories(sql);
    [ann, viewer, support] = await Promise.all([
      operator(sql, 'admin', 'Ann'),
      operator(sql, 'viewer'),
      operator(sql, 'support'),
    ]);
  });
  beforeEach(async () => {
    [buyer, seller] = await Promise.all([person(database), person(database)]);
    boat = await listed('Boats', 'GH');
  });
  afterEach(() => sql`delete from callback_private.switches`);

  async function listed(category: string | null, country: string | null): Promise<Listing> {
    const made = await listing(database, seller);
    await sql`update public.listings set category = ${category}, country = ${country} where id = ${made.id}`;
    return made;
  }
  const eligibility = async (of = boat) => {
    const [row] = await api<{ answer: Eligibility }[]>`
      select can_request_callback(${of.id}, null, ${buyer.id}) as answer`;
    return row?.answer as Eligibility;
  };
  const isOff = async (of = boat) => (await eligibility(of)).reason === 'callbacks_off';

  describe('what is off', () => {
    test.each<[string, string, boolean[]]>([
      ['everything', 'all', [true, true, true, true]],
      ['category', 'Boats', [true, true, false, false]],
      ['country', 'GH', [true, false, true, false]],
      ['category', 'all', [false, false, false, false]],
      ['category', 'GH', [false, false, false, false]],
      ['category', 'boats', [false, false, false, false]],
    ])('%s %s', async (kind, value, expected) => {
      const all = [boat, await listed('Boats', 'TG'), await listed('Cars', ' gh '), await listed(null, null)];
      await setSwitch(api, ann, kind, value, true);
      for (const [place, each] of all.entries())
        expect(await isOff(each), `listing ${place}`).toBe(expected[place]);
      await setSwitch(api, ann, kind, value, false);
      for (const each of all) expect(await isOff(each)).toBe(false);
    });

    test('is refused with the same answer, and nothing is written', async () => {
      await setSwitch(api, ann, 'category', 'Boats', true, ' Back on <b>Monday</b>.\nSorry! ');
      const notice = 'Back on <b>Monday</b>.\nSorry!';
      expect(await eligibility()).toMatchObject({
        ...{ can_request: false, reason: 'callbacks_off', message: notice, notice },
      });
      const refusal = await expectRefusal(create(api, buyer, boat), 'callbacks_off');
      expect(refusal).toMatchObject({ status: 409, message: notice, detail: { notice } });
      expect(await sql`select from callback_requests where requester_id = ${buyer.id}`).toHaveLength(0);
    });

    test('has a sentence of its own without a notice', async () => {
      await setSwitch(api, ann, 'everything', 'all', true, '  ');
      const { notice, message } = await eligibility();
      expect({ notice, message }).toEqual({
        ...{ notice: null, message: 'This marketplace takes no callback requests at the moment.' },
      });
    });

    test('everything comes before a country, and that before a category', async () => {
      for (const [kind, value] of [
        ['category', 'Boats'],
        ['country', 'GH'],
        ['everything', 'all'],
      ] as const) {
        await setSwitch(api, ann, kind, value, true, kind);
        expect((await eligibility()).notice).toBe(kind);
      }
    });

    test('leads to the request that is there, not to the notice', async () => {
      await create(api, buyer, boat);
      await setSwitch(api, ann, 'everything', 'all', true);
      expect((await eligibility()).reason).toBe('duplicate_request');
    });
  });

  test('requests that are there go on', async () => {
    const id = await create(api, buyer, boat);
    await setSwitch(api, ann, 'everything', 'all', true);
    await edit(api, id, { message: 'At noon' }, buyer.id);
    await logAttempt(api, id, 'busy', seller.id);
    await update(api, id, 'completed', seller.id);
    expect((await get(api, id, buyer.id)).status).toBe('completed');
  });

  test('only an admin sets them; every operator reads them', async () => {
    for (const as of [viewer, support, null])
      await expectRefusal(setSwitch(api, as, 'everything', 'all', true), 'forbidden');
    await expectRefusal(
      asUser(sql, buyer.id, (as) => listSwitches(as)),
      'forbidden',
    );
    await setSwitch(api, ann, 'everything', 'all', true, 'Back soon');
    for (const as of [viewer, support, ann])
      expect((await listSwitches(api, as)).items).toMatchObject([
        {
          kind: 'everything',
          value: 'all',
          notice: 'Back soon',
          changed_by: { operator_id: ann, name: 'Ann' },
        },
      ]);
  });

  test('what can be off is listed with how many listings have it', async () => {
    await sql`update public.listings set category = null, country = null`;
    for (const [category, country] of [
      ['Boats', 'GH'],
      [' Boats ', 'gh'],
      ['Cars', 'Ghana'],
      ['', null],
    ] as const)
      await listed(category, country);
    const { categories, countries } = await listSwitches(api);
    expect(categories).toEqual([
      { value: 'Boats', listings: 2 },
      { value: 'Cars', listings: 1 },
    ]);
    expect(countries).toEqual([{ value: 'GH', listings: 2 }]);
  });

  test.each<[string | null, string | null, boolean | null, string | null, string]>([
    ['city', 'Accra', true, null, 'kind'],
    [null, 'all', true, null, 'kind'],
    ['everything', 'Boats', true, null, 'value'],
    ['country', 'Ghana', true, null, 'value'],
    ['category', ' ', true, null, 'value'],
    ['category', null, true, null, 'value'],
    ['category', 'Boats', true, 'x'.repeat(301), 'notice'],
    ['category', 'Boats', true, 'a\u0007b', 'notice'],
    ['category', 'Boats', null, null, 'off'],
  ])('%s %s %s %s is refused', async (kind, value, off, notice, field) => {
    const refusal = await expectRefusal(
      setSwitch(api, ann, kind as string, value as string, off, notice),
      'invalid_input',
    );
    expect(refusal.detail).toEqual({ field });
  });

  describe('the history', () => {
    const name = 'switch/category/Boats';

    test('has each change once, also those by psql, and the audit those of operators', async () => {
      const [{ before } = { before: 0 }] =
        await sql`select count(*)::int as before from callback_private.audit`;
      for (const notice of ['One', 'One', 'Two', null])
        await setSwitch(api, ann, 'category', 'Boats', true, notice);
      await setSwitch(api, ann, 'category', 'Boats', false);
      await setSwitch(api, ann, 'category', 'Boats', false);
      await sql`insert into callback_private.switches values ('category', 'Boats', 'By psql')`;
      await sql`delete from callback_private.switches`;
      const { items } = await listChanges(api, name, 6);
      expect(items.map(({ changes }) => changes[0]?.new).reverse()).toEqual([
        { notice: 'One' },
        { notice: 'Two' },
        {},
        null,
        { notice: 'By psql' },
        null,
      ]);
      expect(items.map(({ changed_by }) => changed_by.operator_id).reverse()).toEqual([
        ann,
        ann,
        ann,
        ann,
        null,
        null,
      ]);
      const [{ after } = { after: 0 }] = await sql`select count(*)::int as after from callback_private.audit`;
      expect(after - before).toBe(4);
    });

    test('has both where psql renames one', async () => {
      await setSwitch(api, ann, 'category', 'Boats', true, 'One');
      await sql`update callback_private.switches set value = 'Cars'`;
      expect((await listChanges(api, name, 1)).items[0]?.changes).toEqual([
        { setting: name, old: { notice: 'One' }, new: null, hidden: false },
        { setting: 'switch/category/Cars', old: null, new: { notice: 'One' }, hidden: false },
      ]);
    });

    test('a change of a switch is undone like one of a setting', async () => {
      await setSwitch(api, ann, 'category', 'Boats/Yachts', true, 'One');
      await setSwitch(api, ann, 'category', 'Boats/Yachts', true, 'Two');
      const { items } = await listChanges(api, 'switch/category/Boats/Yachts', 2);
      const [second, first] = items.map(({ id }) => id);
      await expectRefusal(undoChange(api, ann, String(first)), 'conflict');
      const { revision } = await undoChange(api, ann, String(second));
      expect((await listSwitches(api)).items).toMatchObject([{ value: 'Boats/Yachts', notice: 'One' }]);
      await undoChange(api, ann, revision);
      expect((await listSwitches(api)).items).toMatchObject([{ notice: 'Two' }]);
    });
  });
});
