/** What becomes of a delivery by the result of an attempt, and that its notification tells the truth. */

import {
  claim,
  expectConservation,
  record,
  serve,
  waitingIsOver,
} from '@ringback/testing/database/deliveries.ts';
import { expectInvariants, VERSIONS } from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { describe, expect, test } from 'vitest';

describe.each(VERSIONS)('the result, on PostgreSQL %i:', (version) => {
  const outbox = outboxOn(version);

  test('sent: the notification says so', async () => {
    await outbox.ask();
    expect(await record(outbox.api, await claim(outbox.api), { outcome: 'sent', provider_id: 'm1' })).toBe(1);
    expect(await outbox.notification()).toEqual({
      ...{
        status: 'sent',
        email_sent: true,
        push_sent: false,
        sms_sent: false,
        has_left: true,
        has_arrived: false,
      },
    });
    expect(await expectConservation(outbox.sql)).toMatchObject({ asked: 1, sent: 1 });
    await expectInvariants(outbox.sql);
  });

  test('retry: later each time, with chance in it, and not before the provider wants', async () => {
    await outbox.ask();
    for (const [least, most] of [
      [3.3, 5],
      [6.6, 10],
      [13.3, 20],
    ] as const) {
      await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'timeout' });
      const [row] = await outbox.deliveries();
      expect(row).toMatchObject({ status: 'pending', error_code: 'timeout' });
      expect(row?.seconds).toBeGreaterThan(least - 1);
      expect(row?.seconds).toBeLessThan(most + 0.1);
      await waitingIsOver(outbox.sql);
    }
    await record(outbox.api, await claim(outbox.api), {
      outcome: 'retry',
      error_code: '429',
      retry_after_seconds: 900,
    });
    expect((await outbox.deliveries())[0]?.seconds).toBeGreaterThan(890);
    expect(await outbox.notification()).toMatchObject({ status: 'pending', email_sent: false });
  });

  test('retry ends where the setting says, counted from the first attempt, with the last reason', async () => {
    await outbox.ask();
    await outbox.sql`update callback_private.deliveries set created_at = created_at - interval '25 hours'`;
    await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: '450' });
    expect(await outbox.deliveries()).toMatchObject([{ status: 'pending', error_code: '450' }]);
    await waitingIsOver(outbox.sql);
    await outbox.sql`update callback_private.deliveries set first_attempt_at = first_attempt_at - interval '25 hours'`;
    await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'timeout' });
    expect(await outbox.deliveries()).toMatchObject([{ status: 'failed', error_code: 'timeout' }]);
    expect(await outbox.notification()).toMatchObject({ status: 'failed' });
    await expectInvariants(outbox.sql);
  });

  test('failed stops at once', async () => {
    await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'failed', error_code: '550' });
    await waitingIsOver(outbox.sql);
    expect(await claim(outbox.api)).toEqual([]);
    expect(await expectConservation(outbox.sql)).toMatchObject({ failed: 1 });
    await expectInvariants(outbox.sql);
  });

  test('a late failure of a worker whose lease is over changes nothing; a late success counts', async () => {
    await outbox.ask();
    const late = await claim(outbox.api);
    await waitingIsOver(outbox.sql);
    const mine = await claim(outbox.api);
    expect(await record(outbox.api, late, { outcome: 'failed', error_code: '550' })).toBe(0);
    expect(await record(outbox.api, late, { outcome: 'sent' })).toBe(1);
    expect(await record(outbox.api, mine, { outcome: 'failed', error_code: '550' })).toBe(0);
    expect(await outbox.deliveries()).toMatchObject([{ status: 'sent' }]);
  });

  test('a job that kills its workers is put away', async () => {
    await outbox.ask();
    for (let crash = 0; crash < 5; crash++) {
      expect(await claim(outbox.api)).toHaveLength(1);
      await waitingIsOver(outbox.sql);
    }
    expect(await claim(outbox.api)).toEqual([]);
    expect(await outbox.deliveries()).toMatchObject([
      { status: 'failed', error_code: 'unfinished', attempts: 5 },
    ]);
    await expectInvariants(outbox.sql);
  });

  test('of two channels recorded at once, both are in the notification', async () => {
    await serve(outbox.sql, 'email', 'expo_push');
    await outbox.addPhone('two');
    for (let round = 0; round < 10; round++) {
      await outbox.ask();
      const [mails, pushes] = [await claim(outbox.api), await claim(outbox.api, 'expo_push')];
      await Promise.all([
        record(outbox.api, mails, { outcome: 'sent' }),
        record(outbox.api, pushes, { outcome: 'sent' }),
      ]);
    }
    const rows = await outbox.sql`select from callback_request_notifications where email_sent and push_sent`;
    expect(rows.length).toBe(10);
    await expectInvariants(outbox.sql);
  });

  test('a device that is gone gets nothing more, also not what was already written', async () => {
    await serve(outbox.sql, 'expo_push');
    await outbox.addPhone('gone');
    await outbox.ask();
    const first = await claim(outbox.api, 'expo_push');
    await outbox.ask();
    await record(outbox.api, first, { outcome: 'failed', error_code: 'device_gone' });
    expect(await claim(outbox.api, 'expo_push')).toEqual([]);
    expect((await outbox.deliveries()).map(({ error_code }) => error_code)).toEqual([
      'device_gone',
      'no_address',
    ]);
    await outbox.ask();
    expect(await outbox.deliveries()).toHaveLength(2);
    await expectInvariants(outbox.sql);
  });
});
