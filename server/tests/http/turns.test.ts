/** A person's searches are done one after the other; many at once are refused, and others do not wait for them. */
import {
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { call, testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTurns } from '../../src/http/turns.ts';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let seller: Person;
let other: Person;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database);
  [seller, other] = [await person(database), await person(database)];
  await listing(database, seller);
});
afterAll(() => app.close());

test('over HTTP: the first of twenty are done, others are told to wait; another person’s and a plain list are not held up', async () => {
  const search = (as: Person, text = 'search=bike&') =>
    call(app, { url: `/v1/callback-requests?${text}as=seller`, as }).then(({ status }) => status);
  const many = Array.from({ length: 20 }, () => search(seller));
  const [others, plain] = [search(other), search(seller, '')];
  const statuses = await Promise.all(many);
  expect(await Promise.all([others, plain])).toEqual([200, 200]);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(3);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
  const refused = await Promise.all(
    Array.from({ length: 8 }, () =>
      call(app, { url: '/v1/callback-requests?search=x&as=seller', as: seller }),
    ),
  );
  expect(refused.find(({ status }) => status === 429)).toMatchObject({
    body: { code: 'rate_limited', limit: 'searches_at_once' },
    headers: { 'retry-after': '1' },
  });
  expect(await search(seller)).toBe(200);
});

test('one after the other, also after one that failed', async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  const work =
    (name: string, isBroken = false) =>
    async () => {
      done.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 10));
      done.push(`${name} ends`);
      if (isBroken) throw new Error('broken');
      return name;
    };
  const results = await Promise.allSettled([
    inTurn('a', work('first', true)),
    inTurn('a', work('second')),
    inTurn('b', work('b')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  const ofA = done.filter((line) => !line.startsWith('b '));
  expect(ofA).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(done.indexOf('b ends')).toBeLessThan(done.indexOf('second ends'));
});
