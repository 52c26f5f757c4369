/** Both sides are warned before a request expires, once for each expiry; the buyer may put it off. */
import { claim, expectConservation, record } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  expectInvariants,
  expectRefusal,
  extend,
  get,
  logAttempt,
  notificationsOf,
  person,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { AT_ONCE } from '@ringback/testing/full.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/index.ts';

const outbox = outboxOn(18);
let id: string;
let buyer: string;
let seller: string;

beforeEach(async () => {
  id = await outbox.ask();
  seller = outbox.seller.id;
  const [request] = await outbox.sql`select requester_id from callback_requests where id = ${id}`;
  buyer = request?.requester_id;
});

const warn = async (limit = 100) =>
  (await outbox.sql`select callback_private.warn_of_expiry(${limit}) as count`)[0]?.count;
const lastDay = () =>
  outbox.sql`update callback_requests set expires_at = now() + interval '23 hours' where id = ${id}`;
const warned = async (who: string) =>
  (await notificationsOf(outbox.sql, id, who)).filter((type) => type === 'request_expiring').length;
const week = 7 * 86_400_000;
const expiry = async () => Date.parse((await get(outbox.api, id, buyer)).expires_at);

describe('the warning', () => {
  test('comes a day before, to both sides, once', async () => {
    expect(await warn()).toBe(0);
    await lastDay();
    expect([await warn(), await warn()]).toEqual([1, 0]);
    expect([await warned(buyer), await warned(seller)]).toEqual([1, 1]);
    const [message] = (await claim(outbox.api)).filter(({ is_to_seller }) => !is_to_seller);
    expect(message?.data).toEqual({ expires_at: (await get(outbox.api, id, buyer)).expires_at });
    await expectInvariants(outbox.sql);
    await expectConservation(outbox.sql);
  });

  test('comes in steps, and four at once warn once', async () => {
    await lastDay();
    const other = await outbox.ask();
    await outbox.sql`update callback_requests set expires_at = now() + interval '1 hour' where id = ${other}`;
    expect(await warn(1)).toBe(1);
    const pool = connect(outbox.database.url, { max: 4 });
    const counts = await Promise.all(
      Array.from({ length: 4 }, () => pool`select callback_private.warn_of_expiry(100) as count`),
    );
    await pool.end();
    expect(counts.reduce((sum, [row]) => sum + row?.count, 0)).toBe(1);
    await expectInvariants(outbox.sql);
  });

  test('is part of maintenance, and off where the policy has none', async () => {
    await lastDay();
    await outbox.sql`update callback_private.settings set warn_before_expiry = null`;
    expect(await warn()).toBe(0);
    await outbox.sql`update callback_private.settings set warn_before_expiry = '1 day'`;
    const [row] = await outbox.api`select run_callback_maintenance() as done`;
    expect(row?.done.warned_of_expiry).toBe(1);
  });

  test('is for nobody whose request has ended', async () => {
    await lastDay();
    await update(outbox.api, id, 'cancelled', seller);
    expect(await warn()).toBe(0);
  });

  test('of a request with a wrong number is for the buyer alone', async () => {
    await logAttempt(outbox.api, id, 'wrong_number', seller);
    await lastDay();
    await warn();
    expect([await warned(buyer), await warned(seller)]).toEqual([1, 0]);
    await expectInvariants(outbox.sql);
    await expectConservation(outbox.sql);
  });

  test('comes again for the next expiry, and an old one does not leave after an extension', async () => {
    await record(outbox.api, await claim(outbox.api), { outcome: 'sent' });
    await lastDay();
    await warn();
    await extend(outbox.api, id, buyer);
    expect((await claim(outbox.api)).map(({ notification_type }) => notification_type)).toEqual([
      'request_extended',
    ]);
    await lastDay();
    expect(await warn()).toBe(1);
    await expectConservation(outbox.sql);
  });
});

describe('an extension', () => {
  test('puts the expiry off by as long as a request is open, and the seller is notified', async () => {
    const before = await expiry();
    const { request } = await extend(outbox.api, id, buyer);
    expect(Date.parse(request.expires_at) - before).toBe(week);
    expect(await notificationsOf(outbox.sql, id, seller)).toEqual(['new_request', 'request_extended']);
    await expectInvariants(outbox.sql);
  });

  test('is possible twice, and a limit is remembered', async () => {
    expect((await extend(outbox.api, id, buyer)).request.can_extend).toBe(true);
    expect((await extend(outbox.api, id, buyer)).request.can_extend).toBe(false);
    const { refusal } = await extend(outbox.api, id, buyer);
    expect(refusal).toMatchObject({ code: 'rate_limited', detail: { limit: 'extensions_per_request' } });
    expect(
      await outbox.sql`select limit_name from callback_private.refusals where user_id = ${buyer}`,
    ).toEqual([{ limit_name: 'extensions_per_request' }]);
  });

  test('many at once are as many as the limit', async () => {
    const before = await expiry();
    const pool = connect(outbox.database.apiUrl, { max: AT_ONCE });
    await Promise.all(Array.from({ length: AT_ONCE }, () => extend(pool, id, buyer)));
    await pool.end();
    expect((await expiry()) - before).toBe(2 * week);
    await expectInvariants(outbox.sql);
  });

  test('is the buyer’s alone, and of what is open', async () => {
    expect((await get(outbox.api, id, seller)).can_extend).toBe(false);
    await expectRefusal(extend(outbox.api, id, seller), 'forbidden');
    await expectRefusal(extend(outbox.api, id, (await person(outbox.database)).id), 'not_found');
    await timeRunsOut(outbox.sql, [id]);
    await expectRefusal(extend(outbox.api, id, buyer), 'request_expired');
    const other = await outbox.ask();
    const [row] = await outbox.sql`select requester_id from callback_requests where id = ${other}`;
    await update(outbox.api, other, 'completed', seller);
    await expectRefusal(extend(outbox.api, other, row?.requester_id), 'invalid_transition');
  });

  test('is not for a buyer whom the seller has blocked', async () => {
    await outbox.sql`insert into blocked_users values (${seller}, ${buyer})`;
    await expectRefusal(extend(outbox.api, id, buyer), 'forbidden');
    expect((await get(outbox.api, id, buyer)).can_extend).toBe(false);
    await outbox.sql`delete from blocked_users`;
    expect((await extend(outbox.api, id, buyer)).replayed).toBe(false);
  });
});

describe('urgent requests', () => {
  const urgent = async (count: number) => {
    const mine = await person(outbox.database);
    const ids: string[] = [];
    for (let i = 0; i < count; i++)
      ids.push(await create(outbox.api, mine, await otherListing(), { priority: 'urgent' }));
    return { mine, ids };
  };
  const otherListing = async () => {
    const owner = await person(outbox.database);
    const [row] = await outbox.sql<{ id: string; user_id: string }[]>`
      insert into listings (user_id, title) values (${owner.id}, 'Lamp') returning *`;
    return row as { id: string; user_id: string };
  };

  test('are three at once; another priority, or an end, is the cure', async () => {
    const { mine, ids } = await urgent(3);
    const refusal = await expectRefusal(
      create(outbox.api, mine, await otherListing(), { priority: 'urgent' }),
      'rate_limited',
    );
    expect(refusal.detail).toMatchObject({ limit: 'open_urgent_requests_per_user' });
    await create(outbox.api, mine, await otherListing());
    await update(outbox.api, ids[0] as string, 'cancelled', mine.id);
    await create(outbox.api, mine, await otherListing(), { priority: 'urgent' });
  });

  test('ten at once are three', async () => {
    const mine = await person(outbox.database);
    const items = await Promise.all(Array.from({ length: 10 }, otherListing));
    const pool = connect(outbox.database.apiUrl, { max: 10 });
    const results = await Promise.allSettled(
      items.map((item) => create(pool, mine, item, { priority: 'urgent' })),
    );
    await pool.end();
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });
});
