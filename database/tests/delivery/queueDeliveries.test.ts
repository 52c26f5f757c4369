/** Which deliveries a change writes, by what the recipient prefers and what is served. */

import { expectConservation, serve } from '@ringback/testing/database/deliveries.ts';
import { create, expectInvariants, person, timeRunsOut, VERSIONS } from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { describe, expect, test } from 'vitest';

describe.each(VERSIONS)('a change writes, on PostgreSQL %i:', (version) => {
  const outbox = outboxOn(version);

  test('nothing more than the notification where no channel is served', async () => {
    await serve(outbox.sql);
    await outbox.ask();
    expect(await outbox.deliveries()).toEqual([]);
    expect(await outbox.notification()).toMatchObject({ status: 'sent', email_sent: false, has_left: true });
  });

  test('mail and push to every device by default, and no SMS', async () => {
    await serve(outbox.sql, 'email', 'sms', 'expo_push', 'web_push');
    await outbox.addPhone('phone');
    await outbox.addPhone('tablet');
    await outbox.ask('urgent');
    expect((await outbox.deliveries()).map(({ channel }) => channel)).toEqual([
      'email',
      'expo_push',
      'expo_push',
    ]);
    expect(await outbox.notification()).toMatchObject({ status: 'pending', has_left: false });
    await expectInvariants(outbox.sql);
  });

  test('what the recipient’s preferences ask for; an SMS only about what is urgent', async () => {
    await serve(outbox.sql, 'email', 'sms');
    await outbox.prefer({ email: ['request_cancelled'], sms: ['new_request'] });
    await outbox.ask();
    expect(await outbox.deliveries()).toEqual([]);
    await outbox.ask('urgent');
    expect(await outbox.deliveries()).toMatchObject([{ channel: 'sms' }]);
    await expectInvariants(outbox.sql);
  });

  test('nothing when it is undone', async () => {
    const buyer = await person(outbox.database);
    const undone = outbox.api.begin(async (transaction) => {
      await create(transaction, buyer, outbox.bike);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await outbox.deliveries()).toEqual([]);
  });

  test('a delivery to each side when time runs out', async () => {
    const id = await outbox.ask();
    await timeRunsOut(outbox.sql, [id]);
    await outbox.api`select expire_callback_requests()`;
    await outbox.api`select expire_callback_requests()`;
    const rows = await outbox.sql<{ kind: string }[]>`
      select n.notification_type as kind from callback_private.deliveries d join callback_request_notifications n on n.id = d.notification_id`;
    expect(rows.map(({ kind }) => kind).sort()).toEqual([
      'new_request',
      'request_expired',
      'request_expired',
    ]);
    await expectConservation(outbox.sql);
  });
});
