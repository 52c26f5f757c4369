/** A seller's fair figures: what counts, what does not, and from how many requests on. */

import {
  confirm,
  create,
  daysPass,
  expectInvariants,
  listing,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let seller: Person;
let buyer: Person;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  await sql`update callback_private.settings set requests_per_user_per_day = 1000, requests_per_phone_per_day = 1000, requests_per_seller_per_day = 1000`;
});
beforeEach(async () => {
  [seller, buyer] = [await person(database), await person(database)];
});

const END = {
  open: async () => {},
  acknowledged: (id: string) => update(api, id, 'acknowledged', seller.id),
  completed: (id: string) => update(api, id, 'completed', seller.id),
  declined: (id: string) => update(api, id, 'cancelled', seller.id),
  withdrawn: (id: string) => update(api, id, 'cancelled', buyer.id),
  overdue: (id: string) => timeRunsOut(sql, [id]),
  'closed by the system': (id: string) => sql`
    update callback_requests set status = 'cancelled', cancelled_at = now(), cancelled_by = 'system' where id = ${id}`,
  contradicted: async (id: string) => {
    await update(api, id, 'completed', seller.id);
    await confirm(api, id, 'not_called', buyer.id);
  },
  confirmed: async (id: string) => {
    await END.contradicted(id);
    await confirm(api, id, 'talked', buyer.id);
  },
} satisfies Record<string, (id: string) => Promise<unknown>>;
type End = keyof typeof END;

async function requestsThat(...ends: End[]): Promise<string[]> {
  const ids: string[] = [];
  for (const end of ends) {
    const id = await create(api, buyer, await listing(database, seller));
    await END[end](id);
    ids.push(id);
  }
  return ids;
}

async function figures() {
  const [row] = await api<{ figures: Record<string, number | null> }[]>`
    select get_callback_request_stats(${seller.id}) -> 'as_seller' as figures`;
  return ['answer_rate', 'contact_rate', 'median_response_minutes'].map((name) => row?.figures[name]);
}

describe('rates', () => {
  test.each<[End[], number, number]>([
    [['completed', 'completed', 'completed', 'completed', 'completed'], 100, 100],
    [['acknowledged', 'declined', 'overdue', 'overdue', 'completed'], 60, 20],
    [['completed', 'contradicted', 'contradicted', 'confirmed', 'overdue'], 80, 40],
    [
      ['completed', 'overdue', 'overdue', 'overdue', 'overdue', 'open', 'withdrawn', 'closed by the system'],
      20,
      20,
    ],
  ])('%j: %d answered, %d reached', async (ends, answered, reached) => {
    await requestsThat(...ends);
    expect((await figures()).slice(0, 2)).toEqual([answered, reached]);
    if (!ends.includes('closed by the system')) await expectInvariants(sql);
  });

  test('need five requests that count', async () => {
    await requestsThat(
      'completed',
      'completed',
      'overdue',
      'overdue',
      'open',
      'withdrawn',
      'closed by the system',
    );
    expect(await figures()).toEqual([null, null, null]);
    await requestsThat('overdue');
    expect(await figures()).toEqual([40, 40, null]);
  });

  test('look back ninety days', async () => {
    const ids = await requestsThat('overdue', 'overdue', 'overdue', 'overdue', 'overdue');
    await requestsThat('completed', 'completed', 'completed', 'completed', 'completed');
    await daysPass(sql, 89, ids);
    expect(await figures()).toEqual([50, 50, expect.any(Number)]);
    await daysPass(sql, 2, ids);
    expect(await figures()).toEqual([100, 100, expect.any(Number)]);
  });
});

test('the median is of the waits until an answer, from five answers on', async () => {
  const ids = await requestsThat('acknowledged', 'completed', 'declined', 'acknowledged');
  await requestsThat('overdue');
  expect((await figures())[2]).toBeNull();
  ids.push(...(await requestsThat('acknowledged')));
  await sql`
    update callback_requests r set requested_at = coalesce(r.acknowledged_at, r.cancelled_at) - m.place * interval '10 minutes'
    from unnest(${ids}::uuid[]) with ordinality m (id, place) where r.id = m.id`;
  expect((await figures())[2]).toBe(30);
});
