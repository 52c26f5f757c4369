/** The seller's note and snooze: what each does, who may, and that the buyer learns of neither. */

import {
  asService,
  asUser,
  close,
  create,
  daysPass,
  expectInvariants,
  expectRefusal,
  get,
  listing,
  logAttempt,
  makeItNoon,
  type Person,
  person,
  setNote,
  snooze,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Executor, Sql } from '../../src/index.ts';

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
});
beforeEach(async () => {
  [buyer, seller] = [await person(database), await person(database)];
  id = await create(api, buyer, await listing(database, seller));
});

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const seen = async (by: Person) => {
  const { seller_note, snoozed_until } = await get(api, id, by.id);
  return { seller_note, snoozed_until };
};
const NOTHING = { seller_note: null, snoozed_until: null };
/** The types of the events that a side reads, after the first. */
const eventsOf = async (by: Person) =>
  (await get(api, id, by.id)).history?.slice(1).map(({ event_type }) => event_type);

describe('a note', () => {
  test('is set, changed and cleared, and only the seller reads it', async () => {
    const request = await setNote(api, id, '  Haggles \r\n', seller.id);
    expect(request).toMatchObject({ id, seller_note: 'Haggles', status: 'pending' });
    expect((await setNote(api, id, 'Wants delivery\nCall after 5', seller.id)).seller_note).toBe(
      'Wants delivery\nCall after 5',
    );
    const [row] = await api`select list_callback_requests('seller', p_user_id := ${seller.id}) as page`;
    expect(row?.page.items[0].seller_note).toBe('Wants delivery\nCall after 5');
    expect(await seen(buyer)).toEqual(NOTHING);
    expect((await setNote(api, id, null, seller.id)).seller_note).toBeNull();
    expect((await setNote(api, id, ' ', seller.id)).seller_note).toBeNull();
    await expectInvariants(sql);
  });

  test('can be edited after the end', async () => {
    await update(api, id, 'completed', seller.id);
    expect((await setNote(api, id, 'Sold for 80', seller.id)).seller_note).toBe('Sold for 80');
    expect(await seen(buyer)).toEqual(NOTHING);
  });

  test('is kept from operators', async () => {
    await setNote(api, id, 'Haggles', seller.id);
    await snooze(api, id, later(1), seller.id);
    const [operator] = await sql<{ id: string }[]>`
      insert into callback_private.operators (subject, name, role) values ('ann', 'Ann', 'support') returning id`;
    const { request } = await close(sql, id, operator?.id ?? '');
    expect(request).toMatchObject(NOTHING);
    expect(JSON.stringify(request)).not.toMatch(/Haggles|seller_note_changed|request_snoozed/);
  });

  test.each([['x'.repeat(1001)], ['a\u0007b'], ['a\u202eb']])('%j is refused', async (note) => {
    const { detail } = await expectRefusal(setNote(api, id, note, seller.id), 'invalid_input');
    expect(detail).toEqual({ field: 'note' });
    expect((await setNote(api, id, 'x'.repeat(1000), seller.id)).seller_note).toHaveLength(1000);
  });
});

describe('a snooze', () => {
  test('lasts until its time, or until it is ended, and only the seller sees it', async () => {
    const until = later(2);
    expect((await snooze(api, id, until, seller.id)).snoozed_until).toBe(asSql(until));
    expect(await seen(buyer)).toEqual(NOTHING);
    expect((await snooze(api, id, null, seller.id)).snoozed_until).toBeNull();
    await snooze(api, id, later(3), seller.id);
    await daysPass(sql, 1, [id]);
    expect(Date.parse((await seen(seller)).snoozed_until ?? '')).toBeLessThan(Date.now());
    await expectInvariants(sql);
  });

  test('ends with the next call attempt', async () => {
    await setNote(api, id, 'Haggles', seller.id);
    await snooze(api, id, later(1), seller.id);
    await logAttempt(api, id, 'busy', seller.id);
    expect(await seen(seller)).toEqual({ seller_note: 'Haggles', snoozed_until: null });
    expect((await snooze(api, id, later(1), seller.id)).snoozed_until).not.toBeNull();
  });

  test.each(['completed', 'cancelled', 'expired'])('ends with the request: %s', async (status) => {
    await snooze(api, id, later(1), seller.id);
    if (status === 'expired') await timeRunsOut(sql, [id]);
    else await update(api, id, status, seller.id);
    expect(await seen(seller)).toEqual(NOTHING);
  });

  test.each(['completed', 'cancelled', 'expired'])('is refused once the request is %s', async (status) => {
    if (status === 'expired') await timeRunsOut(sql, [id]);
    else await update(api, id, status, seller.id);
    await expectRefusal(
      snooze(api, id, later(1), seller.id),
      status === 'expired' ? 'request_expired' : 'invalid_transition',
    );
  });

  test('begins in the future and ends before the request expires', async () => {
    const { expires_at } = await get(api, id, seller.id);
    for (const until of [later(-1), expires_at, later(9 * 24), 'infinity', '-infinity']) {
      const { detail } = await expectRefusal(snooze(api, id, until, seller.id), 'invalid_input');
      expect(detail).toEqual({ field: 'until' });
    }
    await snooze(api, id, new Date(Date.parse(expires_at) - 1000).toISOString(), seller.id);
  });
});

/** As PostgreSQL writes it in JSON. */
const asSql = (instant: string) => instant.replace(/0*Z$/, '+00:00').replace('.+', '+');

describe.each<[string, (by: string | null, as?: Executor) => Promise<unknown>]>([
  ['set_callback_seller_note', (by, as = api) => setNote(as, id, 'Haggles', by)],
  ['snooze_callback_request', (by, as = api) => snooze(as, id, later(1), by)],
])('%s', (_name, act) => {
  test('is for the seller', async () => {
    await expectRefusal(act(buyer.id), 'forbidden');
    await expectRefusal(act((await person(database)).id), 'not_found');
    await expectRefusal(
      asUser(sql, buyer.id, (as) => act(seller.id, as)),
      'forbidden',
    );
    expect(await seen(seller)).toEqual(NOTHING);
    await asUser(sql, seller.id, (as) => act(null, as));
    expect(await seen(seller)).not.toEqual(NOTHING);
  });

  test('is no business of a buyer who is blocked, and stays possible', async () => {
    await sql`insert into blocked_users (blocker_id, blocked_id) values (${seller.id}, ${buyer.id})`;
    await act(seller.id);
    expect(await seen(seller)).not.toEqual(NOTHING);
  });

  test('leaves no trace for the buyer, who hears nothing', async () => {
    const before = await get(api, id, buyer.id);
    const news = async (by: Person) =>
      (
        await asService(
          sql,
          (as) => as`select callback_private.resume_callback_events(${by.id}, ${cursor}, 9) as page`,
        )
      )[0]?.page.events.length;
    const [{ cursor } = { cursor: '' }] = await sql`select pg_current_snapshot()::text as cursor`;
    await act(seller.id);
    expect(await get(api, id, buyer.id)).toEqual(before);
    expect([await news(buyer), await news(seller)]).toEqual([0, 1]);
  });
});

describe('two windows', () => {
  test('that save the same note make one change of it', async () => {
    await Promise.all(Array.from({ length: 6 }, () => setNote(api, id, 'Haggles', seller.id)));
    expect(await eventsOf(seller)).toEqual(['seller_note_changed']);
  });

  test('that save different notes end with one of them, and each change is an event', async () => {
    const notes = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(notes.map((note) => setNote(api, id, note, seller.id)));
    expect(notes).toContain((await seen(seller)).seller_note);
    expect(await eventsOf(seller)).toHaveLength(6);
    expect(await eventsOf(buyer)).toEqual([]);
    await expectInvariants(sql);
  });

  test('that note and snooze keep both', async () => {
    await Promise.all([setNote(api, id, 'Haggles', seller.id), snooze(api, id, later(1), seller.id)]);
    expect(await seen(seller)).toMatchObject({ seller_note: 'Haggles', snoozed_until: expect.any(String) });
  });

  test('that snooze and decline end declined, without a snooze', async () => {
    await Promise.allSettled([snooze(api, id, later(1), seller.id), update(api, id, 'cancelled', seller.id)]);
    expect((await get(api, id, seller.id)).status).toBe('cancelled');
    expect(await seen(seller)).toEqual(NOTHING);
    await expectInvariants(sql);
  });
});

test('they go with their request, and nobody else reads the table', async () => {
  await setNote(api, id, 'Haggles', seller.id);
  const count = (as: Executor) =>
    as`select count(*)::int from callback_private.seller_notes where callback_request_id = ${id}`;
  expect((await count(sql))[0]?.count).toBe(1);
  for (const refused of [asUser(sql, seller.id, count), asService(sql, count)])
    expect(await refused.catch(({ code }) => code)).toBe('42501');
  await sql`delete from callback_requests where id = ${id}`;
  expect((await count(sql))[0]?.count).toBe(0);
});
