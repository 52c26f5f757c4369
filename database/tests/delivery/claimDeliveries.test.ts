/** Who gets to send a delivery, when, and what must not be sent any more. */

import type { Executor } from '@ringback/database';
import { claim, record, serve, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import { expectInvariants, update, VERSIONS } from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { describe, expect, test } from 'vitest';

/** Of deliveries, by this connection. The view may still hold what earlier transactions read, so compare two of them. */
async function rowsReadSoFar(sql: Executor): Promise<number> {
  const [row] = await sql<{ rows: number }[]>`
    select (seq_tup_read + idx_tup_fetch)::int as rows
    from pg_stat_xact_user_tables where relid = 'callback_private.deliveries'::regclass`;
  return row?.rows ?? 0;
}

describe.each(VERSIONS)('a worker gets, on PostgreSQL %i:', (version) => {
  const outbox = outboxOn(version);

  test('what is due with all that the message says, and nobody else gets it until the lease ends', async () => {
    await outbox.ask();
    const [claimed] = await claim(outbox.api);
    expect(claimed).toMatchObject({
      ...{ attempt: 1, address: outbox.seller.email, locale: 'en', notification_type: 'new_request' },
      ...{ subject_kind: 'notification', title: 'New callback request', message: expect.any(String) },
      ...{ other_name: 'Ada Okafor', listing_title: outbox.bike.title },
    });
    expect(JSON.stringify(claimed)).not.toContain('+1212555');
    expect(await claim(outbox.api)).toEqual([]);
    expect((await outbox.deliveries())[0]?.seconds).toBeLessThanOrEqual(30);
    await waitingIsOver(outbox.sql);
    expect(await claim(outbox.api)).toMatchObject([{ id: claimed?.id, attempt: 2 }]);
    await expectInvariants(outbox.sql);
  });

  test('each delivery once, however many ask at the same time', async () => {
    for (let index = 0; index < 20; index++) await outbox.ask();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(outbox.api, 'email', 5)));
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await claim(outbox.api);
    expect(ids.length + rest.length).toBe(20);
  });

  test('no lease beyond a minute, and no unbounded batch', async () => {
    const error = await outbox.api`select callback_private.claim_deliveries('email', 1, '61 seconds')`.catch(
      (e) => e,
    );
    expect(error.hint).toBe('invalid_input');
    const batch = await outbox.api`select callback_private.claim_deliveries('email', 1001, '1 second')`.catch(
      (e) => e,
    );
    expect(batch.hint).toBe('invalid_input');
  });

  test('to know how many were taken, also of those that are not to be sent', async () => {
    await outbox.ask();
    await outbox.prefer({ email: [] });
    const [row] =
      await outbox.api`select callback_private.claim_deliveries('email', 1, '1 second') as claimed`;
    expect(row?.claimed).toEqual({ taken: 1, messages: [] });
    const [rest] =
      await outbox.api`select callback_private.claim_deliveries('email', 1, '1 second') as claimed`;
    expect(rest?.claimed).toEqual({ taken: 0, messages: [] });
  });

  test.each<[string, string, () => Promise<unknown>]>([
    [
      'no_address',
      'the address is gone',
      () => outbox.sql`update profiles set email = null where id = ${outbox.seller.id}`,
    ],
    ['switched_off', 'mail was switched off', () => outbox.prefer({ email: [] })],
    [
      'already_read',
      'it was read in the app',
      () => outbox.api`select mark_all_callback_notifications_read(${outbox.seller.id})`,
    ],
    [
      'outdated',
      'the request is over',
      async () => {
        const [request] = await outbox.sql`select id from callback_requests`;
        await update(outbox.api, request?.id, 'completed', outbox.seller.id);
        await outbox.sql`delete from callback_private.deliveries d using callback_request_notifications n
          where n.id = d.notification_id and n.notification_type <> 'new_request'`;
        await outbox.sql`delete from callback_request_notifications where notification_type <> 'new_request'`;
      },
    ],
  ])('nothing but a suppression (%s) when %s', async (code, _when, happens) => {
    await outbox.ask();
    await happens();
    expect(await claim(outbox.api)).toEqual([]);
    expect(await outbox.deliveries()).toMatchObject([{ status: 'suppressed', error_code: code }]);
    expect(await outbox.notification()).toMatchObject({
      status: code === 'already_read' ? 'delivered' : 'suppressed',
    });
  });

  test('what a provider is asked about later comes up when it is time, and once', async () => {
    await serve(outbox.sql, 'expo_push');
    await outbox.addPhone('ticket');
    await outbox.ask();
    await record(outbox.api, await claim(outbox.api, 'expo_push'), {
      ...{ outcome: 'sent', provider_id: 'ticket-1', check_after_seconds: 900 },
    });
    const checks = async () =>
      (await outbox.api`select callback_private.claim_delivery_checks('expo_push', 10) as due`)[0]?.due;
    expect(await checks()).toEqual([]);
    await waitingIsOver(outbox.sql);
    expect(await checks()).toMatchObject([{ provider_id: 'ticket-1' }]);
    expect(await checks()).toEqual([]);
    expect(await claim(outbox.api, 'expo_push')).toEqual([]);
  });

  test.each([5, 100])('a claim of %i looks at what it takes and not at the whole queue', async (limit) => {
    await outbox.ask();
    await outbox.sql`
      insert into callback_private.devices (user_id, kind, token) select ${outbox.seller.id}, 'expo', 'ExponentPushToken[' || ${limit}::int || '-' || n || ']'
      from generate_series(1, 5000) n`;
    await outbox.sql`
      insert into callback_private.deliveries (subject_kind, notification_id, recipient_kind, person_id, seller_id, channel, device_id)
      select 'notification', n.id, 'person', n.recipient_id, n.seller_id, 'expo_push', d.id from callback_request_notifications n join callback_private.devices d on d.user_id = n.recipient_id`;
    const [taken, rowsRead] = await outbox.sql.begin(async (tx) => {
      const before = await rowsReadSoFar(tx);
      return [await claim(tx, 'expo_push', limit), (await rowsReadSoFar(tx)) - before] as const;
    });
    expect(taken).toHaveLength(limit);
    expect(rowsRead).toBeLessThan(limit * 10);
  });
});
