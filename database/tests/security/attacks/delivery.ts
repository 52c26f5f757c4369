/** Deliveries: what is sent twice, too late, at night or against someone's will; and what strangers can do with devices and links. */

import { randomUUID } from 'node:crypto';
import { expectRefusal } from '@ringback/testing/database/index.ts';
import { PUSH_KEYS } from '@ringback/testing/database/pushKeys.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import type { Stage } from '../support/stage.ts';

const DEVICE = 'ExponentPushToken[attacked]';
const saveDevice = ({ ask, seller }: Stage) =>
  ask(seller)`select public.save_callback_device(${DEVICE}, '{"kind": "expo"}')`;

/** The seller's notification as it is delivered by one channel, in some state; returns the delivery's id. */
async function deliver({ owner, seller, notificationId }: Stage, changes: object = {}): Promise<string> {
  const row = {
    ...{ id: randomUUID(), subject_kind: 'notification', notification_id: notificationId },
    ...{ seller_id: seller.id, recipient_kind: 'person', person_id: seller.id },
    ...{ channel: 'email', ...changes },
  };
  await owner`insert into callback_private.deliveries ${owner(row)}`;
  return row.id;
}

const claim = ({ ask }: Stage, channel = 'email') =>
  ask('service')`select callback_private.claim_deliveries(${channel}, 10, '30 seconds') -> 'messages'`;
const settle = ({ ask }: Stage, id: string, status: string) =>
  ask('service')`select callback_private.settle_delivery(${id}, 'SM1', ${status}, null)`;
const statusOf = async ({ owner }: Stage, id: string) =>
  (await owner`select status from callback_private.deliveries where id = ${id}`)[0]?.status;

async function prefer({ owner, seller }: Stage, values: object): Promise<void> {
  const row = {
    ...{ user_id: seller.id, email_types: ['new_request'], push_types: [], sms_types: ['new_request'] },
    ...values,
  };
  await owner`insert into callback_private.preferences ${owner(row)}`;
}

const DAY_AND_NIGHT = { quiet_from: '00:00', quiet_until: '23:59', time_zone: 'UTC' };
/** A zone in which it is noon or so now, whatever the hour. */
const noon = () => ({
  time_zone: `Etc/GMT${new Date().getUTCHours() - 12 >= 0 ? '+' : ''}${new Date().getUTCHours() - 12}`,
});

export const delivery: Attack[] = [
  attack(
    'takes someone’s device away',
    async (stage) => {
      await saveDevice(stage);
      await expectRefusal(
        stage.ask(stage.otherBuyer)`select public.retire_callback_device(${DEVICE})`,
        'not_found',
      );
    },
    async (stage) => {
      await saveDevice(stage);
      await stage.ask(stage.seller)`select public.retire_callback_device(${DEVICE})`;
    },
  ),
  attack(
    'lists someone’s devices',
    async (stage) => {
      await saveDevice(stage);
      expect(await stage.ask(stage.otherBuyer)`select public.list_callback_devices()`).toEqual([]);
    },
    async (stage) => {
      await saveDevice(stage);
      expect(await stage.ask(stage.seller)`select public.list_callback_devices()`).toMatchObject([
        { token: DEVICE },
      ]);
    },
  ),
  attack(
    'takes someone’s device away by naming them',
    async (stage) => {
      await saveDevice(stage);
      await expectRefusal(
        stage.ask(stage.otherBuyer)`select public.retire_callback_device(${DEVICE}, ${stage.seller.id})`,
        'forbidden',
      );
    },
    async (stage) => {
      await saveDevice(stage);
      await stage.ask(stage.seller)`select public.retire_callback_device(${DEVICE}, ${stage.seller.id})`;
    },
  ),
  attack(
    'makes the server call an address of their own',
    async ({ ask, buyer }) => {
      for (const endpoint of [
        'https://169.254.169.254/latest',
        'https://fcm.googleapis.com.evil.example/x',
      ]) {
        const device = JSON.stringify({ kind: 'web', ...PUSH_KEYS });
        await expectRefusal(
          ask(buyer)`select public.save_callback_device(${endpoint}, ${device}::text::jsonb)`,
          'invalid_input',
        );
      }
    },
    ({ ask, buyer }) => {
      const device = JSON.stringify({ kind: 'web', ...PUSH_KEYS });
      return ask(
        buyer,
      )`select public.save_callback_device('https://fcm.googleapis.com/x', ${device}::text::jsonb)`;
    },
  ),
  attack(
    'stops a stranger’s mail with a guessed link',
    async (stage) => {
      const id = await deliver(stage);
      expect(
        await stage.ask('service')`select callback_private.set_mail_types(${id}, ${randomUUID()}, '[]')`,
      ).toBe(null);
    },
    async (stage) => {
      const secret = randomUUID();
      const id = await deliver(stage, { secret });
      expect(
        await stage.ask('service')`select callback_private.set_mail_types(${id}, ${secret}, '[]')`,
      ).toMatchObject({ email: [] });
    },
  ),
  attack(
    'reads a stranger’s mail settings with a guessed link',
    async (stage) => {
      const id = await deliver(stage);
      expect(await stage.ask('service')`select callback_private.get_mail_types(${id}, ${randomUUID()})`).toBe(
        null,
      );
    },
    async (stage) => {
      const secret = randomUUID();
      const id = await deliver(stage, { secret });
      expect(
        await stage.ask('service')`select callback_private.get_mail_types(${id}, ${secret})`,
      ).toMatchObject({ email: expect.arrayContaining(['new_request']) });
    },
  ),
  attack(
    'a delivery is claimed again while its lease lasts',
    async (stage) => {
      await deliver(stage);
      await claim(stage);
      expect(await claim(stage)).toEqual([]);
    },
    async (stage) => {
      await deliver(stage);
      expect(await claim(stage)).toHaveLength(1);
    },
  ),
  attack(
    'an SMS that may have left is sent again',
    async (stage) => {
      const past = { next_attempt_at: new Date(Date.now() - 60_000), send_began_at: new Date() };
      const id = await deliver(stage, { channel: 'sms', status: 'sending', attempts: 1, ...past });
      await claim(stage, 'sms');
      expect(await statusOf(stage, id)).toBe('parked');
    },
    async (stage) => {
      await prefer(stage, {});
      await stage.owner`update public.callback_requests set priority = 'urgent' where id = ${stage.requestId}`;
      const past = { next_attempt_at: new Date(Date.now() - 60_000) };
      await deliver(stage, { channel: 'sms', status: 'sending', attempts: 1, ...past });
      expect(await claim(stage, 'sms')).toHaveLength(1);
    },
  ),
  attack(
    'a delivery’s status goes back',
    async (stage) => {
      const id = await deliver(stage, { channel: 'sms' });
      await settle(stage, id, 'delivered');
      expect(await settle(stage, id, 'failed')).toBe(false);
      expect(await statusOf(stage, id)).toBe('delivered');
    },
    async (stage) =>
      expect(await settle(stage, await deliver(stage, { channel: 'sms' }), 'failed')).toBe(true),
  ),
  attack(
    'a worker whose lease is over fails what another is sending',
    async (stage) => {
      const id = await deliver(stage, { status: 'sending', attempts: 2 });
      const late = JSON.stringify([{ id, attempt: 1, outcome: 'failed', error_code: 'late' }]);
      await stage.ask('service')`select callback_private.record_deliveries(${late}::text::jsonb)`;
      expect(await statusOf(stage, id)).toBe('sending');
    },
    async (stage) => {
      const id = await deliver(stage, { status: 'sending', attempts: 2 });
      const mine = JSON.stringify([{ id, attempt: 2, outcome: 'failed', error_code: 'refused' }]);
      await stage.ask('service')`select callback_private.record_deliveries(${mine}::text::jsonb)`;
      expect(await statusOf(stage, id)).toBe('failed');
    },
  ),
  attack(
    'mail comes in quiet hours',
    async (stage) => {
      await prefer(stage, { ...DAY_AND_NIGHT, ...noon() });
      await deliver(stage);
      expect(await claim(stage)).toEqual([]);
    },
    async (stage) => {
      await prefer(stage, {});
      await deliver(stage);
      expect(await claim(stage)).toHaveLength(1);
    },
  ),
  attack(
    'mail comes that was switched off meanwhile',
    async (stage) => {
      await deliver(stage);
      await prefer(stage, { email_types: [] });
      expect(await claim(stage)).toEqual([]);
    },
    async (stage) => {
      await deliver(stage);
      await prefer(stage, {});
      expect(await claim(stage)).toHaveLength(1);
    },
  ),
  attack(
    'an SMS comes about what is not urgent',
    async (stage) => {
      await prefer(stage, {});
      await deliver(stage, { channel: 'sms' });
      expect(await claim(stage, 'sms')).toEqual([]);
    },
    async (stage) => {
      await prefer(stage, {});
      await stage.owner`update public.callback_requests set priority = 'urgent' where id = ${stage.requestId}`;
      await deliver(stage, { channel: 'sms' });
      expect(await claim(stage, 'sms')).toHaveLength(1);
    },
  ),
  attack(
    'a seller is reminded twice',
    async (stage) => {
      await waitLong(stage);
      await remind(stage);
      expect(await remind(stage)).toBe(0);
    },
    async (stage) => {
      await waitLong(stage);
      expect(await remind(stage)).toBe(1);
    },
  ),
];

const remind = ({ ask }: Stage) => ask('service')`select public.remind_callback_sellers()`;
const waitLong = ({ owner, requestId }: Stage) =>
  owner`update public.callback_requests set requested_at = requested_at - interval '25 hours',
    requested_on = requested_on - 1 where id = ${requestId}`;
