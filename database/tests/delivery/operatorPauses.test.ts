/** A channel that is paused: its deliveries wait, and what is still true leaves when it is resumed. */
import { claim, record, serve, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import { expectRefusal, VERSIONS } from '@ringback/testing/database/index.ts';
import { appoint, auditOf, pause } from '@ringback/testing/database/operators.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { beforeEach, describe, expect, test } from 'vitest';

describe.each(VERSIONS)('a pause on PostgreSQL %i', (version) => {
  const outbox = outboxOn(version);
  let admin: string;
  beforeEach(async () => {
    admin = await appoint(outbox.sql, 'admin');
    await outbox.sql`delete from callback_private.channel_pauses`;
  });
  const due = async () => {
    const [row] = await outbox.api`select callback_private.list_due_channels('["email", "sms"]') as channels`;
    return row?.channels;
  };

  test('keeps deliveries waiting, of this channel alone, until it ends', async () => {
    await serve(outbox.sql, 'email', 'sms');
    await outbox.prefer({ email: ['new_request'], push: [], sms: ['new_request'] });
    const acknowledged = await outbox.ask('urgent');
    await outbox.ask('urgent');
    expect(await due()).toEqual(['email', 'sms']);
    const paused = await pause(outbox.api, admin, 'email', true, ' The server is being replaced. ');
    expect(paused).toMatchObject({ channel: 'email', paused: true, reason: 'The server is being replaced.' });
    expect(await due()).toEqual(['sms']);
    expect(await claim(outbox.api)).toEqual([]);
    expect(await claim(outbox.api, 'sms')).toHaveLength(2);
    await outbox.api`select update_callback_request_status(${acknowledged}, 'acknowledged', ${outbox.seller.id})`;
    expect(await pause(outbox.api, admin, 'email', false)).toEqual({
      ...{ channel: 'email', paused: false, since: null, reason: null },
    });
    expect((await claim(outbox.api)).filter((each) => each.notification_type === 'new_request')).toHaveLength(
      1,
    );
    const [outdated] = await outbox.sql`select error_code from callback_private.deliveries d
      join public.callback_request_notifications n on n.id = d.notification_id
      where n.callback_request_id = ${acknowledged} and n.notification_type = 'new_request' and d.channel = 'email'`;
    expect(outdated?.error_code).toBe('outdated');
  });

  test('does not count as time in which a delivery was retried', async () => {
    await outbox.ask();
    await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'ECONNREFUSED' });
    await pause(outbox.api, admin, 'email');
    await outbox.sql`update callback_private.deliveries set first_attempt_at = now() - interval '3 days'`;
    await pause(outbox.api, admin, 'email', false);
    await waitingIsOver(outbox.sql);
    await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'ECONNREFUSED' });
    expect(await outbox.deliveries()).toMatchObject([{ status: 'pending' }]);
    await outbox.sql`update callback_private.channel_pauses set ended_at = now() - interval '2 days'`;
    await waitingIsOver(outbox.sql);
    await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'ECONNREFUSED' });
    expect(await outbox.deliveries()).toMatchObject([{ status: 'failed' }]);
  });

  test('the same twice changes nothing, and each change stands in the audit', async () => {
    const before = (await auditOf(outbox.sql)).length;
    const first = await pause(outbox.api, admin, 'sms', true, 'Too costly');
    expect(await pause(outbox.api, admin, 'sms', true, 'Otherwise')).toEqual(first);
    await pause(outbox.api, admin, 'sms', false);
    await pause(outbox.api, admin, 'sms', false);
    expect((await auditOf(outbox.sql)).slice(before)).toEqual([
      { action: 'pause_channel', subject_kind: 'channel', subject_id: 'sms', data: { reason: 'Too costly' } },
      { action: 'resume_channel', subject_kind: 'channel', subject_id: 'sms', data: {} },
    ]);
  });

  test('is for admins, of a channel that there is, with a plain reason', async () => {
    const support = await appoint(outbox.sql, 'support');
    await expectRefusal(pause(outbox.api, support, 'email'), 'forbidden');
    await expectRefusal(pause(outbox.api, admin, 'pigeon'), 'invalid_input');
    await expectRefusal(pause(outbox.api, admin, 'email', true, 'a\u202eb'), 'invalid_input');
    expect((await pause(outbox.api, admin, 'email')).paused).toBe(true);
  });
});
