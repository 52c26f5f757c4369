/** The state machine and the clock: what is over stays over, time alone ends what is open, and the day is the marketplace's. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import type { Stage, Who } from '../support/stage.ts';

const change = ({ ask, requestId }: Stage, who: Who, status: string, reason: string | null = null) =>
  ask(who)`select public.update_callback_request_status(${requestId}, ${status}, p_reason := ${reason})`;

const askAgain = ({ ask, buyer, bike }: Stage) =>
  ask(buyer)`select public.create_callback_request(p_seller_id := ${bike.user_id}, p_listing_id := ${bike.id},
    p_requester_phone := ${buyer.phone}, p_requester_name := 'Grace')`;

/** Moves the request into the past, so that it is overdue. */
const makeOverdue = ({ owner, requestId }: Stage) =>
  owner`update public.callback_requests set requested_at = requested_at - interval '8 days',
    requested_on = requested_on - 8, expires_at = now() - interval '1 second' where id = ${requestId}`;

const moveToYesterday = ({ owner, requestId }: Stage) =>
  owner`update public.callback_requests set requested_at = requested_at - interval '1 day',
    requested_on = requested_on - 1 where id = ${requestId}`;

const countNotifications = async ({ owner, requestId }: Stage, type: string) =>
  (
    await owner`select from public.callback_request_notifications
    where callback_request_id = ${requestId} and notification_type = ${type}`
  ).length;

const revived = (final: 'completed' | 'cancelled', others: string[]) =>
  attack(
    `revives a ${final} request`,
    async (stage) => {
      await change(stage, stage.seller, final);
      for (const status of others) {
        await expectRefusal(change(stage, stage.seller, status), 'invalid_transition');
      }
      await expectRefusal(
        change(stage, stage.buyer, final === 'completed' ? 'cancelled' : 'pending'),
        'invalid_transition',
      );
    },
    (stage) => change(stage, stage.seller, final),
  );

export const states: Attack[] = [
  revived('completed', ['pending', 'acknowledged', 'cancelled', 'expired']),
  revived('cancelled', ['pending', 'acknowledged', 'completed', 'expired']),

  attack(
    'revives an expired request',
    async (stage) => {
      await makeOverdue(stage);
      await stage.ask('service')`select public.expire_callback_requests()`;
      for (const status of ['pending', 'acknowledged', 'completed', 'cancelled'])
        await expectRefusal(change(stage, stage.seller, status), 'request_expired');
    },
    (stage) => change(stage, stage.seller, 'acknowledged'),
  ),
  attack(
    'handles an overdue request before the job has tidied it up',
    async (stage) => {
      await makeOverdue(stage);
      for (const status of ['acknowledged', 'completed', 'cancelled'])
        await expectRefusal(change(stage, stage.seller, status), 'request_expired');
      await expectRefusal(change(stage, stage.buyer, 'cancelled'), 'request_expired');
    },
    (stage) => change(stage, stage.seller, 'completed'),
  ),
  attack(
    'sets expired or pending by hand',
    async (stage) => {
      for (const who of [stage.buyer, stage.seller]) {
        await expectRefusal(change(stage, who, 'expired'), 'invalid_transition');
      }
      await change(stage, stage.seller, 'acknowledged');
      await expectRefusal(change(stage, stage.seller, 'pending'), 'invalid_transition');
      await expectRefusal(change(stage, stage.buyer, 'pending'), 'invalid_transition');
    },
    async (stage) => {
      await makeOverdue(stage);
      expect(await stage.ask('service')`select public.expire_callback_requests()`).toBe(1);
    },
  ),
  attack(
    'the buyer acknowledges or completes the request',
    async (stage) => {
      await expectRefusal(change(stage, stage.buyer, 'acknowledged'), 'forbidden');
      await expectRefusal(change(stage, stage.buyer, 'completed'), 'forbidden');
    },
    async (stage) => {
      await change(stage, stage.seller, 'acknowledged');
      await change(stage, stage.buyer, 'cancelled');
    },
  ),
  attack(
    'withdraws another buyer’s request',
    (stage) => expectRefusal(change(stage, stage.otherBuyer, 'cancelled'), 'not_found'),
    async (stage) => {
      await change(stage, stage.buyer, 'cancelled', 'Found another one');
      const [row] =
        await stage.owner`select cancelled_by, cancel_reason from public.callback_requests where id = ${stage.requestId}`;
      expect(row).toEqual({ cancelled_by: 'buyer', cancel_reason: 'Found another one' });
    },
  ),
  attack(
    'another seller handles the request',
    async (stage) => {
      for (const status of ['acknowledged', 'completed', 'cancelled'])
        await expectRefusal(change(stage, stage.otherSeller, status), 'not_found');
    },
    (stage) => change(stage, stage.seller, 'acknowledged'),
  ),
  attack(
    'repeats a status to notify again',
    async (stage) => {
      for (let time = 0; time < 3; time++) await change(stage, stage.seller, 'acknowledged');
      expect(await countNotifications(stage, 'request_acknowledged')).toBe(1);
      for (let time = 0; time < 3; time++) await change(stage, stage.buyer, 'cancelled');
      expect(await countNotifications(stage, 'request_cancelled')).toBe(1);
    },
    async (stage) => {
      await change(stage, stage.seller, 'acknowledged');
      expect(await countNotifications(stage, 'request_acknowledged')).toBe(1);
    },
  ),
  attack(
    'repeats a status to move its time or its reason',
    async (stage) => {
      const state = async () =>
        (
          await stage.owner`select to_jsonb(r) as row from public.callback_requests r where r.id = ${stage.requestId}`
        )[0]?.row;
      await change(stage, stage.buyer, 'cancelled', 'First');
      const before = await state();
      await change(stage, stage.buyer, 'cancelled', 'Second');
      await change(stage, stage.seller, 'cancelled', 'Third');
      expect(await state()).toEqual(before);
    },
    (stage) => change(stage, stage.seller, 'cancelled', 'Sold'),
  ),
  attack(
    'an maintenance that runs twice tells everybody twice',
    async (stage) => {
      await makeOverdue(stage);
      await stage.ask('service')`select public.expire_callback_requests()`;
      expect(await stage.ask('service')`select public.expire_callback_requests()`).toBe(0);
      expect(await countNotifications(stage, 'request_expired')).toBe(2);
    },
    (stage) => stage.ask('service')`select public.expire_callback_requests()`,
  ),
  attack(
    'a second request the same day in another time zone (Prefer: timezone)',
    async (stage) => {
      const zones = Array.from({ length: 2 * 15 * 4 + 1 }, (_, quarter) => {
        const minutes = Math.abs(quarter * 15 - 900);
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        return `${quarter * 15 < 900 ? '-' : '+'}${clock}`;
      });
      for (const zone of [
        ...zones,
        '-15:59',
        '+15:59',
        'Etc/GMT+12',
        'Etc/GMT-14',
        'Pacific/Kiritimati',
        'Europe/Paris',
      ]) {
        await stage.owner`select set_config('TimeZone', ${zone}, true)`;
        await expectRefusal(askAgain(stage), 'duplicate_request');
      }
    },
    async (stage) => {
      await moveToYesterday(stage);
      await stage.owner`set local timezone = '+15:59'`;
      expect(await askAgain(stage)).toMatch(/^[0-9a-f-]{36}$/);
    },
  ),
  attack(
    'a time zone or date style that moves the expiry or the day',
    async (stage) => {
      await moveToYesterday(stage);
      await stage.owner`set local timezone = '-15:59'`;
      await stage.owner`set local datestyle = 'SQL, DMY'`;
      await stage.owner`set local intervalstyle = 'sql_standard'`;
      const id = await askAgain(stage);
      const [row] =
        await stage.owner`select expires_at = requested_at + interval '168 hours' as week, requested_at = now() as now,
        requested_on = (now() at time zone 'UTC')::date as today from public.callback_requests where id = ${id}`;
      expect(row).toEqual({ week: true, now: true, today: true });
    },
    async (stage) => {
      await moveToYesterday(stage);
      await askAgain(stage);
    },
  ),
  attack(
    'withdraws and asks again more than once a day',
    async (stage) => {
      await change(stage, stage.buyer, 'cancelled');
      const again = await askAgain(stage);
      await change({ ...stage, requestId: again }, stage.buyer, 'cancelled');
      const { detail } = await expectRefusal(askAgain(stage), 'duplicate_request');
      expect(detail).toEqual({ existing_request_id: again });
    },
    async (stage) => {
      await change(stage, stage.buyer, 'cancelled');
      await askAgain(stage);
    },
  ),
  attack(
    'asks again the same day after the seller has declined',
    async (stage) => {
      await change(stage, stage.seller, 'cancelled');
      const { detail } = await expectRefusal(askAgain(stage), 'duplicate_request');
      expect(detail).toEqual({ existing_request_id: stage.requestId });
    },
    async (stage) => {
      await change(stage, stage.seller, 'cancelled');
      await moveToYesterday(stage);
      await askAgain(stage);
    },
  ),
  attack(
    'slips a reason into what is no cancellation',
    async (stage) => {
      const slip = change(stage, stage.seller, 'completed', 'https://evil.example');
      expect((await expectRefusal(slip, 'invalid_input')).detail).toEqual({ field: 'reason' });
    },
    (stage) => change(stage, stage.seller, 'cancelled', 'Sold already'),
  ),
];
