/** The job that tidies up what time has ended: who is told, how many at once, and that it is never needed for a right answer. */

import {
  asUser,
  create,
  daysPass,
  expectInvariants,
  expectRefusal,
  get,
  type Listing,
  listing,
  makeItNoon,
  notificationsOf,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

describe.each(VERSIONS)('expire_callback_requests on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let seller: Person;
  let bike: Listing;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    await makeItNoon(sql);
    seller = await person(database);
    bike = await listing(database, seller);
  });
  beforeEach(() => sql`delete from callback_requests`);

  const expire = async (limit: number | null = 1000) => {
    const [row] = await api<{ count: number }[]>`select expire_callback_requests(${limit}) as count`;
    return row?.count;
  };
  const ask = async () => {
    const buyer = await person(database);
    return { buyer, id: await create(api, buyer, bike) };
  };
  const statuses = async () => {
    const rows = await sql<
      { status: string }[]
    >`select status from callback_requests order by requested_at desc, id desc`;
    return rows.map((row) => row.status);
  };

  test('tells both sides, once, and writes an event of the system', async () => {
    const { buyer, id } = await ask();
    await timeRunsOut(sql, [id]);
    expect(await expire()).toBe(1);
    expect(await expire()).toBe(0);
    expect(await notificationsOf(sql, id, seller.id)).toEqual(['new_request', 'request_expired']);
    expect(await notificationsOf(sql, id, buyer.id)).toEqual(['request_expired']);
    const [{ message } = { message: '' }] = await sql<{ message: string }[]>`
      select message from callback_request_notifications where recipient_id = ${buyer.id}`;
    expect(message).toBe(
      `The callback request with ${seller.first_name} ${seller.last_name} about “${bike.title}” has expired.`,
    );
    expect((await get(api, id, buyer.id)).history?.at(-1)).toMatchObject({
      ...{ actor: 'system', from_status: 'pending', to_status: 'expired' },
    });
    await expectInvariants(sql);
  });

  test('an acknowledged request runs out too and keeps the time of the acknowledgement', async () => {
    const { buyer, id } = await ask();
    await update(api, id, 'acknowledged', seller.id);
    await daysPass(sql, 7, [id]);
    const { acknowledged_at, expires_at } = await get(api, id, buyer.id);
    expect(await expire()).toBe(1);
    expect(await get(api, id, buyer.id)).toMatchObject({ status: 'expired', acknowledged_at, expires_at });
  });

  test('what is still open or has ended otherwise is left alone', async () => {
    const made = [await ask(), await ask(), await ask(), await ask()];
    const [, acknowledged, completed, cancelled] = made.map(({ id }) => id) as [
      string,
      string,
      string,
      string,
    ];
    await update(api, acknowledged, 'acknowledged', seller.id);
    await update(api, completed, 'completed', seller.id);
    await update(api, cancelled, 'cancelled', seller.id);
    await timeRunsOut(sql, [completed, cancelled]);
    expect(await expire()).toBe(0);
    expect(await statuses()).toEqual(['cancelled', 'completed', 'acknowledged', 'pending']);
  });

  test('before the job has run, every reader and every writer judges by the time', async () => {
    const { buyer, id } = await ask();
    await timeRunsOut(sql, [id]);
    expect((await get(api, id, buyer.id)).status).toBe('expired');
    await expectRefusal(update(api, id, 'acknowledged', seller.id), 'request_expired');
    await expectRefusal(update(api, id, 'cancelled', buyer.id), 'request_expired');
    expect(await update(api, id, 'expired', buyer.id)).toBe(true);
    expect(await statuses()).toEqual(['pending']);
    const [row] = await api`
      select get_callback_request_stats(${buyer.id}) #>> '{as_requester,expired_sent}' as expired,
        can_request_callback(${bike.id}, null, ${buyer.id}) ->> 'reason' as reason`;
    expect(row).toEqual({ expired: '1', reason: 'duplicate_request' });
  });

  test('takes at most as many as it is told, the longest overdue first', async () => {
    const made = [await ask(), await ask(), await ask()].map(({ id }) => id);
    await daysPass(sql, 9, made.slice(0, 1));
    await daysPass(sql, 8, made.slice(1, 2));
    await timeRunsOut(sql, made.slice(2));
    expect(await expire(2)).toBe(2);
    expect(await statuses()).toEqual(['pending', 'expired', 'expired']);
    expect(await expire(2)).toBe(1);
  });

  test('does not wait for a request that someone is changing', async () => {
    const [busy, idle] = [await ask(), await ask()];
    await sql.begin(async (slow) => {
      await update(slow, busy.id, 'acknowledged', seller.id);
      await timeRunsOut(sql, [idle.id]);
      await slow`update callback_requests set expires_at = requested_at + interval '1 microsecond' where id = ${busy.id}`;
      expect(await expire()).toBe(1);
    });
    expect(await expire()).toBe(1);
    await expectInvariants(sql);
  });

  test.each([null, 0, -1, 100_001])('a limit of %s is refused', async (limit) => {
    const { status, detail } = await expectRefusal(expire(limit), 'invalid_input');
    expect({ status, detail }).toEqual({ status: 422, detail: { field: 'p_limit' } });
    await expire(100_000);
  });

  test('is for the service alone', async () => {
    const error = await asUser(sql, seller.id, (as) => as`select expire_callback_requests()`).catch((e) => e);
    expect(error.code).toBe('42501');
    await api`select expire_callback_requests()`;
  });

  describe('the time that is set', () => {
    test('holds for requests made from then on', async () => {
      const { id } = await ask();
      await sql`update callback_private.settings set expires_after = '1 hour'`;
      const later = await ask();
      const lasts = async (id: string, user: string) => {
        const { expires_at, requested_at } = await get(api, id, user);
        return (Date.parse(expires_at) - Date.parse(requested_at)) / 3_600_000;
      };
      expect(await lasts(id, seller.id)).toBe(7 * 24);
      expect(await lasts(later.id, seller.id)).toBe(1);
      await sql`update callback_private.settings set expires_after = '7 days'`;
    });

    test.each(['59 minutes', '91 days', '-1 day'])('cannot be %s', async (expires_after) => {
      const error = await sql`update callback_private.settings set expires_after = ${expires_after}`.catch(
        (e) => e,
      );
      expect(error.constraint_name).toBe('settings_expires_after_check');
    });
  });
});
