/** Masked numbers: no answer, list or search has a digit of the number but its mask, until the seller asks for it; each reveal is recorded. */

import { randomUUID } from 'node:crypto';
import {
  asService,
  asUser,
  create,
  daysPass,
  expectRefusal,
  get,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { visibleText } from '@ringback/testing/visibleText.ts';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

const PHONE = '+442079460123';
const MASK = '+44 •••• ••0123';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let buyer: Person;
let seller: Person;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  await sql`update callback_private.settings set requests_per_phone_per_day = 1000`;
});
beforeEach(async () => {
  [buyer, seller] = [await person(database), await person(database)];
  id = await create(api, buyer, await listing(database, seller), { requester_phone: PHONE });
  await sql`update callback_private.settings set phone_visibility = 'on_call'`;
});
afterEach(
  () =>
    sql`update callback_private.settings set phone_visibility = default, reveals_per_seller_per_day = default`,
);

const reveal = async (by = seller, request = id) => {
  const [row] = await api`select reveal_callback_phone(${request}, ${by.id}) as answer`;
  return row?.answer;
};
const seen = async (by: Person) => {
  const { requester_phone, requester_phone_masked, requester } = await get(api, id, by.id);
  return { phone: requester_phone, inside: requester?.phone, masked: requester_phone_masked };
};
const reveals = async () =>
  (
    await sql`select from callback_private.events where event_type = 'phone_revealed' and callback_request_id = ${id}`
  ).length;
const found = async (search: string) => {
  const [row] =
    await api`select list_callback_requests('seller', p_search := ${search}, p_user_id := ${seller.id}) as page`;
  return row?.page.items.length === 1;
};

describe('what is read', () => {
  test('the seller reads a mask, the buyer their number', async () => {
    expect(await seen(seller)).toEqual({ phone: null, inside: null, masked: MASK });
    expect(await seen(buyer)).toEqual({ phone: PHONE, inside: PHONE, masked: null });
  });

  test('where numbers are open, there is no mask', async () => {
    await sql`update callback_private.settings set phone_visibility = 'open'`;
    expect(await seen(seller)).toEqual({ phone: PHONE, inside: PHONE, masked: null });
  });

  test('after the end neither number nor mask', async () => {
    await update(api, id, 'cancelled', buyer.id);
    expect(await seen(seller)).toEqual({ phone: null, inside: null, masked: null });
  });

  test('no answer to a write has more, nor a repeated one', async () => {
    const key = randomUUID();
    for (const _ of ['first', 'again']) {
      const [row] = await api`select log_callback_attempt(${id}, 'busy', ${key}, ${seller.id}) as answer`;
      expect(row?.answer.request).toMatchObject({ requester_phone: null, requester_phone_masked: MASK });
    }
    const [kept] = await sql`select answer::text from callback_private.idempotency_keys where key = ${key}`;
    expect(visibleText(kept?.answer)).not.toContain('0123');
  });

  test('a mask has the country code and at most four digits', async () => {
    const masks = await sql`
      select callback_private.masked_phone(p) as mask
      from unnest(array['+12125550144', '+79161234567', '+375291234567', '+6561234567', '+2903123']) with ordinality x (p, n) order by n`;
    expect(masks.map(({ mask }) => mask)).toEqual([
      '+1 •••• ••0144',
      '+7 •••• ••4567',
      '+375 •••• ••4567',
      '+65 •••• ••4567',
      '+290 •••• ••',
    ]);
  });
});

describe('a search', () => {
  test.each(['+44 20 7946 0123', '020 7946 0123', '442079460123'])(
    'finds the whole number %s',
    async (search) => {
      expect(await found(search)).toBe(true);
    },
  );

  test('finds no part of it, though it does where numbers are open', async () => {
    expect(await found('79460123')).toBe(false);
    await sql`update callback_private.settings set phone_visibility = 'open'`;
    expect(await found('79460123')).toBe(true);
  });

  test('no shorter run of digits finds it', async () => {
    const parts = fc
      .tuple(fc.nat(11), fc.nat(11))
      .map(([from, length]) => PHONE.slice(1).slice(from, from + length));
    const partial = parts.filter((part) => part.length >= 3 && part.length < 10);
    await fc.assert(
      fc.asyncProperty(partial, async (part) => {
        expect(await found(part)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a reveal', () => {
  test('shows the number to the seller and is recorded for the operator alone', async () => {
    expect(await reveal()).toMatchObject({ requester_phone: PHONE });
    expect(await reveals()).toBe(1);
    const { history } = await get(api, id, seller.id);
    expect(history?.map(({ event_type }) => event_type)).toEqual(['request_created']);
    expect(await seen(seller)).toMatchObject({ phone: null, masked: MASK });
  });

  test('a repeat within a minute is the same one, a later one another', async () => {
    await reveal();
    await reveal();
    expect(await reveals()).toBe(1);
    await daysPass(sql, 1, [id]);
    expect(await reveal()).toMatchObject({ requester_phone: PHONE });
  });

  test('is the seller’s alone', async () => {
    await expectRefusal(reveal(buyer), 'forbidden');
    await expectRefusal(reveal(await person(database)), 'not_found');
    await expectRefusal(reveal(seller, randomUUID()), 'not_found');
    await asService(sql, async (service) => {
      const [row] = await service`select reveal_callback_phone(${id}, ${seller.id}) as answer`;
      expect(row?.answer).toMatchObject({ requester_phone: PHONE });
    });
    await expectRefusal(
      asUser(sql, buyer.id, (user) => user`select reveal_callback_phone(${id})`),
      'forbidden',
    );
    expect(await reveals()).toBe(1);
  });

  test('there is none after the end, nor where the two may not reach each other', async () => {
    await update(api, id, 'acknowledged', seller.id);
    expect(await reveal()).toMatchObject({ requester_phone: PHONE });
    await sql`insert into public.blocked_users values (${buyer.id}, ${seller.id})`;
    await expectRefusal(reveal(), 'forbidden');
    await sql`delete from public.blocked_users where blocker_id = ${buyer.id}`;
    await timeRunsOut(sql, [id]);
    await expectRefusal(reveal(), 'request_expired');
    expect(await seen(seller)).toMatchObject({ phone: null, masked: null });
  });

  test('a withdrawn request shows none', async () => {
    await update(api, id, 'cancelled', buyer.id);
    await expectRefusal(reveal(), 'invalid_transition');
  });

  test('the day’s limit counts requests, not looks, and is remembered', async () => {
    await sql`update callback_private.settings set reveals_per_seller_per_day = 1`;
    const second = await create(api, await person(database), await listing(database, seller));
    expect(await reveal()).toMatchObject({ requester_phone: PHONE });
    expect((await reveal(seller, second)).refusal).toMatchObject({
      code: 'rate_limited',
      detail: { limit: 'reveals_per_seller_per_day' },
    });
    expect(await reveal()).toMatchObject({ requester_phone: PHONE });
    const [refusal] =
      await sql`select operation, limit_name from callback_private.refusals where user_id = ${seller.id}`;
    expect(refusal).toEqual({ operation: 'reveal_callback_phone', limit_name: 'reveals_per_seller_per_day' });
  });

  test('of two at once only as many as the limit allows are shown', async () => {
    await sql`update callback_private.settings set reveals_per_seller_per_day = 2`;
    const others = await Promise.all(
      Array.from({ length: 6 }, async () =>
        create(api, await person(database), await listing(database, seller)),
      ),
    );
    const answers = await Promise.all(others.map((other) => reveal(seller, other)));
    expect(answers.filter(({ requester_phone }) => requester_phone !== undefined)).toHaveLength(2);
  });
});
