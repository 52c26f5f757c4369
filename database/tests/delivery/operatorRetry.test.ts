/** Dead letters that operators have tried again, notifications that they have sent again, and what never goes twice. */

import {
  claim,
  expectConservation,
  type Outcome,
  record,
  serve,
  waitingIsOver,
} from '@ringback/testing/database/deliveries.ts';
import { asUser, expectInvariants, expectRefusal, VERSIONS } from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { appoint, auditOf, resend, retry } from '@ringback/testing/database/operators.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { beforeEach, describe, expect, test } from 'vitest';

const EVERYTHING = { channel: 'email' };

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  const outbox = outboxOn(version);
  let support: string;
  beforeEach(async () => {
    support = await appoint(outbox.sql, 'support');
  });

  /** A new request whose mail ends so. */
  async function askAnd(outcome: Outcome): Promise<void> {
    await outbox.ask();
    await record(outbox.api, await claim(outbox.api), outcome);
  }
  const notificationId = async () => {
    const [row] = await outbox.sql<
      { id: string }[]
    >`select id from public.callback_request_notifications limit 1`;
    return row?.id ?? '';
  };

  describe('a retry', () => {
    test('makes due what has failed, first counts it, and takes nothing twice', async () => {
      await askAnd({ outcome: 'failed', error_code: 'smtp_554' });
      await askAnd({ outcome: 'failed', error_code: 'smtp_554' });
      await askAnd({ outcome: 'sent' });
      expect(await retry(outbox.api, support, { ...EVERYTHING, preview: true })).toEqual({
        ...{ matched: 2, retried: 0, uncertain: 0 },
      });
      expect(await claim(outbox.api)).toEqual([]);
      expect(await retry(outbox.api, support, EVERYTHING)).toMatchObject({ matched: 2, retried: 2 });
      expect(await retry(outbox.api, support, EVERYTHING)).toMatchObject({ matched: 0, retried: 0 });
      const again = await claim(outbox.api);
      expect(again).toHaveLength(2);
      await record(outbox.api, again, { outcome: 'sent' });
      expect((await outbox.deliveries()).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
      await expectConservation(outbox.sql);
      await expectInvariants(outbox.sql);
    });

    test('by reason, by time and by ids takes those alone', async () => {
      await askAnd({ outcome: 'failed', error_code: 'smtp_554' });
      await askAnd({ outcome: 'failed', error_code: 'smtp_552_5.2.2' });
      const [, later] = await outbox.sql<{ id: string; at: Date }[]>`
        select id, created_at as at from callback_private.deliveries order by id`;
      const count = async (which: object) =>
        (await retry(outbox.api, support, { ...which, preview: true })).matched;
      expect(await count({ channel: 'sms' })).toBe(0);
      expect(await count({ ...EVERYTHING, reason: 'smtp_554' })).toBe(1);
      expect(await count({ ...EVERYTHING, from: later?.at })).toBe(1);
      expect(await count({ ...EVERYTHING, to: later?.at })).toBe(1);
      expect(await count({ ids: [later?.id] })).toBe(1);
      expect(await retry(outbox.api, support, { ids: [later?.id] })).toMatchObject({
        matched: 1,
        retried: 1,
      });
    });

    test('lets one that fails again be tried as long as a new one', async () => {
      await askAnd({ outcome: 'failed', error_code: 'EAUTH' });
      await outbox.sql`update callback_private.deliveries set first_attempt_at = now() - interval '2 days'`;
      await retry(outbox.api, support, EVERYTHING);
      await record(outbox.api, await claim(outbox.api), { outcome: 'retry', error_code: 'EAUTH' });
      expect(await outbox.deliveries()).toMatchObject([{ status: 'pending', error_code: 'EAUTH' }]);
    });

    test('leaves out a mail that may have arrived, and takes it on demand, with that in its code', async () => {
      await askAnd({ outcome: 'failed', error_code: 'fate_unknown' });
      await outbox.ask();
      for (let died = 0; died < 5; died += 1) {
        await claim(outbox.api);
        await waitingIsOver(outbox.sql);
      }
      await claim(outbox.api);
      expect((await outbox.deliveries()).map(({ error_code }) => error_code)).toEqual([
        'fate_unknown',
        'unfinished',
      ]);
      expect(await retry(outbox.api, support, EVERYTHING)).toEqual({ matched: 0, retried: 0, uncertain: 2 });
      const uncertain = { ...EVERYTHING, include_uncertain: true };
      expect(await retry(outbox.api, support, uncertain)).toEqual({ matched: 2, retried: 2, uncertain: 0 });
      const [first] = await claim(outbox.api);
      expect(first).toMatchObject({ last_error: 'fate_unknown' });
    });

    test('leaves out what a provider accepted and later could not hand on', async () => {
      await askAnd({ outcome: 'sent', provider_id: 'm1' });
      await outbox.api`select callback_private.settle_delivery(null, 'm1', 'failed', 'DeviceNotRegistered')`;
      expect(await outbox.deliveries()).toMatchObject([{ status: 'failed' }]);
      expect(await retry(outbox.api, support, { ...EVERYTHING, include_uncertain: true })).toMatchObject({
        ...{ matched: 0, retried: 0 },
      });
    });

    test('never takes an SMS of unknown fate; one that was refused, it does', async () => {
      await serve(outbox.sql, 'sms');
      await outbox.prefer({ email: [], push: [], sms: ['new_request'] });
      const send = async (outcome: Outcome) => {
        await outbox.ask('urgent');
        const [sms] = await claim(outbox.api, 'sms');
        await outbox.api`select callback_private.begin_sms(${sms?.id ?? null}, ${sms?.attempt ?? null}, '+12125550144')`;
        await record(outbox.api, sms ? [sms] : [], outcome);
      };
      await send({ outcome: 'parked', error_code: 'ECONNRESET' });
      await waitingIsOver(outbox.sql);
      await maintainAll(outbox.api);
      expect(await outbox.deliveries()).toMatchObject([
        { status: 'failed', error_code: 'fate_unknown:ECONNRESET' },
      ]);
      const uncertain = { channel: 'sms', include_uncertain: true };
      expect(await retry(outbox.api, support, uncertain)).toEqual({ matched: 0, retried: 0, uncertain: 1 });
      await send({ outcome: 'failed', error_code: '21211' });
      expect(await retry(outbox.api, support, uncertain)).toEqual({ matched: 1, retried: 1, uncertain: 1 });
      const [again] = await claim(outbox.api, 'sms');
      const [begun] = await outbox.api`
        select callback_private.begin_sms(${again?.id ?? null}, ${again?.attempt ?? null}, '+12125550144') as refusal`;
      expect(begun?.refusal).toBeNull();
    });

    test('is judged when it leaves: what is no longer true is not sent', async () => {
      const id = await outbox.ask();
      await record(outbox.api, await claim(outbox.api), { outcome: 'failed', error_code: 'smtp_554' });
      await outbox.api`select update_callback_request_status(${id}, 'acknowledged', ${outbox.seller.id})`;
      await outbox.sql`delete from callback_private.deliveries where status = 'pending'`;
      await retry(outbox.api, support, EVERYTHING);
      expect(await claim(outbox.api)).toEqual([]);
      expect(await outbox.deliveries()).toMatchObject([{ status: 'suppressed', error_code: 'outdated' }]);
    });

    test('is for support and admin, and stands in the audit with what was meant', async () => {
      await askAnd({ outcome: 'failed', error_code: 'smtp_554' });
      const viewer = await appoint(outbox.sql, 'viewer');
      await expectRefusal(retry(outbox.api, viewer, EVERYTHING), 'forbidden');
      await expectRefusal(
        asUser(outbox.sql, outbox.seller.id, (user) => retry(user as never, support, EVERYTHING)),
        'forbidden',
      );
      await expectRefusal(retry(outbox.api, support, {}), 'invalid_input');
      await expectRefusal(retry(outbox.api, support, { ...EVERYTHING, ids: [support] }), 'invalid_input');
      await retry(outbox.api, support, { ...EVERYTHING, reason: 'smtp_554' });
      expect((await auditOf(outbox.sql)).at(-1)).toEqual({
        ...{ action: 'retry_deliveries', subject_kind: 'channel', subject_id: 'email' },
        data: { reason: 'smtp_554', retried: 1 },
      });
    });

    test('takes a thousand a call, and others meanwhile take the rest', async () => {
      await askAnd({ outcome: 'failed', error_code: 'smtp_554' });
      await outbox.sql`
        insert into callback_private.alerts (id, kind, subject, figure) values (${support}, 'flood', 'test', '{}')`;
      await outbox.sql`
        insert into callback_private.deliveries (
          id, subject_kind, alert_id, alert_event, recipient_kind, channel, operator_address, status, next_attempt_at, error_code)
        select callback_private.uuid_v7(), 'alert', ${support}, 'raised', 'operators', 'email', 'a' || n || '@example.com',
          'failed', null, 'smtp_554' from generate_series(1, 1499) n`;
      const results = await Promise.all([
        retry(outbox.api, support, EVERYTHING),
        retry(outbox.api, support, EVERYTHING),
      ]);
      const last = await retry(outbox.api, support, EVERYTHING);
      const retried = [...results, last].reduce((sum, result) => sum + result.retried, 0);
      expect(results.every((result) => result.retried <= 1000)).toBe(true);
      expect(retried).toBe(1500);
      await outbox.sql`delete from callback_private.alerts where id = ${support}`;
    });
  });

  describe('a resend', () => {
    test('of what was sent has to be meant, and waits a minute', async () => {
      await askAnd({ outcome: 'sent' });
      const id = await notificationId();
      await expectRefusal(resend(outbox.api, support, id, 'email'), 'invalid_transition');
      await expectRefusal(resend(outbox.api, support, id, 'email', true), 'rate_limited');
      await outbox.sql`update callback_private.deliveries set sent_at = sent_at - interval '2 minutes'`;
      expect(await resend(outbox.api, support, id, 'email', true)).toBe(1);
      const [again] = await claim(outbox.api);
      expect(again).toMatchObject({ resends: 1, attempt: 2 });
      await record(outbox.api, again ? [again] : [], { outcome: 'sent' });
      expect(await outbox.notification()).toMatchObject({ status: 'sent', email_sent: true });
      expect((await auditOf(outbox.sql)).at(-1)).toMatchObject({
        ...{ action: 'resend_notification', subject_kind: 'notification', subject_id: id },
        data: { channel: 'email' },
      });
      await expectInvariants(outbox.sql);
    });

    test('of what has failed is no more than another try', async () => {
      await askAnd({ outcome: 'failed', error_code: 'smtp_554' });
      expect(await resend(outbox.api, support, await notificationId(), 'email')).toBe(1);
      expect(await claim(outbox.api)).toMatchObject([{ resends: 0 }]);
    });

    test('of an SMS that may have arrived has to be meant', async () => {
      await serve(outbox.sql, 'sms');
      await outbox.prefer({ email: [], push: [], sms: ['new_request'] });
      await outbox.ask('urgent');
      await record(outbox.api, await claim(outbox.api, 'sms'), { outcome: 'parked', error_code: 'timeout' });
      const id = await notificationId();
      await expectRefusal(resend(outbox.api, support, id, 'sms'), 'invalid_transition');
      expect(await resend(outbox.api, support, id, 'sms', true)).toBe(1);
      expect(await claim(outbox.api, 'sms')).toHaveLength(1);
    });

    test('by a channel that it did not leave by writes its delivery, judged by what the person wants', async () => {
      await askAnd({ outcome: 'sent' });
      await serve(outbox.sql, 'email', 'sms');
      const id = await notificationId();
      expect(await resend(outbox.api, support, id, 'sms')).toBe(1);
      expect(await claim(outbox.api, 'sms')).toEqual([]);
      expect(await outbox.deliveries()).toMatchObject([
        { channel: 'email', status: 'sent' },
        { channel: 'sms', status: 'suppressed', error_code: 'switched_off' },
      ]);
      await expectRefusal(resend(outbox.api, support, id, 'expo_push'), 'invalid_transition');
    });

    test('is for support and admin, of a notification that there is', async () => {
      await askAnd({ outcome: 'failed', error_code: 'smtp_554' });
      const viewer = await appoint(outbox.sql, 'viewer');
      await expectRefusal(resend(outbox.api, viewer, await notificationId(), 'email'), 'forbidden');
      await expectRefusal(resend(outbox.api, support, support, 'email'), 'not_found');
    });
  });
});
