/** How soon a seller usually answers: what counts, how much, from how many requests on, and who learns what. */
import {
  create,
  daysPass,
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

const FREE = {
  requests_per_user_per_day: 1000,
  requests_per_phone_per_day: 1000,
  requests_per_seller_per_day: 1000,
};

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let seller: Person;
let buyer: Person;
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  await makeItNoon(sql);
  await sql`update callback_private.settings set ${sql(FREE)}`;
});
beforeEach(async () => {
  [seller, buyer] = [await person(database), await person(database)];
});

const ask = async () => create(api, buyer, await listing(database, seller));

/** Requests that were answered after so many minutes, made so many days ago. */
async function answered(minutes: number[], daysAgo = 0): Promise<void> {
  for (const waited of minutes) {
    const id = await ask();
    await update(api, id, 'acknowledged', seller.id);
    await sql`update callback_requests set requested_at = acknowledged_at - ${waited} * interval '1 minute' where id = ${id}`;
    if (daysAgo > 0) await daysPass(sql, daysAgo, [id]);
  }
}

async function neverAnswered(count: number, daysAgo = 0): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const id = await ask();
    await timeRunsOut(sql, [id]);
    if (daysAgo > 0) await daysPass(sql, daysAgo, [id]);
  }
}

/** Requests that have waited so long and may still be answered. */
async function waiting(minutes: number[]): Promise<void> {
  for (const waited of minutes) {
    const id = await ask();
    await sql`update callback_requests set requested_at = now() - ${waited} * interval '1 minute' where id = ${id}`;
  }
}

async function read(as: Person) {
  const [row] = await api`select get_callback_response_time(${seller.id}, ${as.id}) as answer`;
  return row?.answer;
}

const usual = async () => (await read(buyer)).usual_response_minutes;

describe('the usual time', () => {
  test('is that within which three out of four got an answer', async () => {
    await answered([10, 20, 30, 40, 50, 60, 70, 80]);
    expect(await usual()).toBe(60);
  });

  test('grows with silence, and is unknown once more than a quarter got no answer', async () => {
    await answered([10, 20, 30, 40, 50, 60]);
    expect(await usual()).toBe(50);
    await neverAnswered(2);
    expect(await usual()).toBe(60);
    await neverAnswered(1);
    expect(await usual()).toBeNull();
  });

  test('counts what still waits as late once it has waited longer, and not before', async () => {
    await answered([10, 20, 30, 40, 50, 60, 70, 80]);
    await waiting([5, 15, 25]);
    expect(await usual()).toBe(60);
    await waiting([100, 100]);
    expect(await usual()).toBe(80);
  });

  test('needs five requests that could be answered', async () => {
    await answered([10, 20, 30, 40]);
    await waiting([600]);
    await update(api, await ask(), 'cancelled', buyer.id);
    expect(await usual()).toBeNull();
    await answered([50]);
    expect(await usual()).toBe(50);
  });

  test('follows a seller who changes, because newer requests weigh more', async () => {
    await answered([600, 600, 600, 600, 600, 600], 80);
    await answered([10, 10, 10, 10, 10]);
    expect(await usual()).toBe(10);
    await answered([5, 5, 5, 5], 80);
    await answered([300, 300, 300, 300, 300]);
    expect(await usual()).toBe(300);
  });

  test('counts a decline as an answer, and leaves out what the marketplace closed and what is old', async () => {
    await answered([10, 10, 10]);
    for (let count = 0; count < 2; count += 1) await update(api, await ask(), 'cancelled', seller.id);
    expect(await usual()).toBe(10);
    const closed = await ask();
    await sql`update callback_requests set status = 'cancelled', cancelled_at = now(), cancelled_by = 'system' where id = ${closed}`;
    await neverAnswered(4, 91);
    expect(await usual()).toBe(10);
  });

  test('agrees with a calculation written apart', async () => {
    const minutes = Array.from({ length: 24 }, (_, place) => ((place * 37) % 24) * 13 + 7);
    for (const [place, waited] of minutes.entries()) await answered([waited], (place * 11) % 85);
    await neverAnswered(3, 20);
    await neverAnswered(1, 60);
    await waiting([45, 290]);
    const rows = await sql<{ age: number; waited: number | null; is_waiting: boolean }[]>`
      select extract(epoch from now() - requested_at)::float8 / 86400 as age,
        extract(epoch from coalesce(acknowledged_at, case when w.is_waiting then now() end) - requested_at)::float8 / 60 as waited,
        w.is_waiting
      from callback_requests cross join lateral (values (status = 'pending' and expires_at > now())) w (is_waiting)
      where seller_id = ${seller.id}`;
    expect(await usual()).toBe(expected([...rows]));
  });
});

/** Tries each answer's time in turn. */
function expected(rows: { age: number; waited: number | null; is_waiting: boolean }[]): number | null {
  const weigh = (some: typeof rows) => some.reduce((sum, { age }) => sum + 0.5 ** (Math.floor(age) / 30), 0);
  const times = rows.flatMap(({ waited, is_waiting }) => (waited === null || is_waiting ? [] : [waited]));
  const found = times
    .sort((a, b) => a - b)
    .find((time) => {
      const within = rows.filter((row) => !row.is_waiting && row.waited !== null && row.waited <= time);
      const judged = rows.filter((row) => !row.is_waiting || (row.waited ?? 0) >= time);
      return weigh(within) >= 0.75 * weigh(judged) - 1e-9;
    });
  return found === undefined ? null : Math.round(found * 10) / 10;
}

describe('who learns what', () => {
  test('buyers the time, the seller also from how many requests', async () => {
    await answered([10, 20, 30, 40]);
    await neverAnswered(1);
    await waiting([5]);
    expect(await read(buyer)).toEqual({ usual_response_minutes: 40, basis: null });
    expect(await read(seller)).toEqual({
      usual_response_minutes: 40,
      basis: { requests: 5, answered: 4 },
    });
  });

  test('the button shows the same', async () => {
    await answered([10, 20, 30, 40, 50]);
    const [row] = await api`
      select can_request_callback(${(await listing(database, seller)).id}, p_user_id := ${buyer.id}) -> 'seller' as seller`;
    expect(row?.seller.usual_response_minutes).toBe(await usual());
  });

  test('of a seller who does not exist nothing is known', async () => {
    seller = { ...seller, id: crypto.randomUUID() };
    expect(await read(buyer)).toEqual({ usual_response_minutes: null, basis: null });
  });
});
