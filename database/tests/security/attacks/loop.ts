/** What follows a request turned to other ends: the other side's answer, time without end, a slip taken back much later. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import type { Stage, Who } from '../support/stage.ts';

const change = ({ ask, requestId }: Stage, who: Who, status: string) =>
  ask(who)`select public.update_callback_request_status(${requestId}, ${status})`;
const confirm = ({ ask, requestId }: Stage, who: Who) =>
  ask(who)`select public.confirm_callback_request(${requestId}, 'talked')`;
const extend = ({ ask, requestId }: Stage, who: Who) =>
  ask(who)`select public.extend_callback_request(${requestId})`;
const undo = ({ ask, requestId }: Stage, who: Who) =>
  ask(who)`select public.undo_callback_acknowledgement(${requestId})`;
const note = ({ ask, requestId }: Stage, who: Who) =>
  ask(who)`select public.set_callback_seller_note(${requestId}, 'Haggles')`;
const snooze = ({ ask, requestId }: Stage, who: Who) =>
  ask(who)`select public.snooze_callback_request(${requestId}, now() + interval '1 hour')`;
const expectHidden = ({ seller_note, snoozed_until }: Record<string, unknown>) =>
  expect([seller_note, snoozed_until]).toEqual([null, null]);

/** Rejects unless the buyer may confirm what the seller has completed. */
const confirms = async (stage: Stage) => {
  await change(stage, stage.seller, 'completed');
  await confirm(stage, stage.buyer);
};
/** Rejects unless the seller may take back what they have just acknowledged. */
const undoes = async (stage: Stage) => {
  await change(stage, stage.seller, 'acknowledged');
  await undo(stage, stage.seller);
};

export const loop: Attack[] = [
  attack(
    'the seller reads the number of a buyer who has blocked them',
    async (stage) => {
      const { owner, ask, buyer, seller, requestId } = stage;
      await owner`insert into public.blocked_users (blocker_id, blocked_id) values (${buyer.id}, ${seller.id})`;
      expect(
        (await ask(seller)`select public.get_callback_request(${requestId})`).requester_phone,
      ).toBeNull();
    },
    async ({ ask, buyer, seller, requestId }) =>
      expect((await ask(seller)`select public.get_callback_request(${requestId})`).requester_phone).toBe(
        buyer.phone,
      ),
  ),
  attack(
    'the seller confirms the call that they claim',
    async (stage) => {
      await change(stage, stage.seller, 'completed');
      await expectRefusal(confirm(stage, stage.seller), 'forbidden');
    },
    confirms,
  ),
  attack(
    'confirms a call that nobody has claimed',
    (stage) => expectRefusal(confirm(stage, stage.buyer), 'invalid_transition'),
    confirms,
  ),
  attack(
    'changes the answer after the two weeks',
    async (stage) => {
      await change(stage, stage.seller, 'completed');
      await stage.owner`update public.callback_requests set requested_at = requested_at - interval '15 days',
        requested_on = requested_on - 15, completed_at = completed_at - interval '14 days' where id = ${stage.requestId}`;
      await expectRefusal(confirm(stage, stage.buyer), 'invalid_transition');
    },
    confirms,
  ),
  attack(
    'the seller keeps the buyer’s number by extending the request',
    (stage) => expectRefusal(extend(stage, stage.seller), 'forbidden'),
    (stage) => extend(stage, stage.buyer),
  ),
  attack(
    'extends a request without end',
    async (stage) => {
      for (let time = 0; time < 2; time++) await extend(stage, stage.buyer);
      expect(await extend(stage, stage.buyer)).toMatchObject({ refusal: { code: 'rate_limited' } });
    },
    (stage) => extend(stage, stage.buyer),
  ),
  attack(
    'the buyer takes back the seller’s acknowledgement',
    async (stage) => {
      await change(stage, stage.seller, 'acknowledged');
      await expectRefusal(undo(stage, stage.buyer), 'forbidden');
    },
    undoes,
  ),
  attack(
    'takes back an acknowledgement that the buyer has long known of',
    async (stage) => {
      await change(stage, stage.seller, 'acknowledged');
      await stage.owner`update public.callback_requests set requested_at = requested_at - interval '1 minute',
        acknowledged_at = acknowledged_at - interval '20 seconds' where id = ${stage.requestId}`;
      await expectRefusal(undo(stage, stage.seller), 'invalid_transition');
    },
    undoes,
  ),
  attack(
    'takes back an acknowledgement after a call',
    async (stage) => {
      await change(stage, stage.seller, 'acknowledged');
      await stage.ask(stage.seller)`select public.log_callback_attempt(${stage.requestId}, 'busy')`;
      await expectRefusal(undo(stage, stage.seller), 'invalid_transition');
    },
    undoes,
  ),
  attack(
    'the buyer writes the seller’s note or snoozes in their place',
    async (stage) => {
      await expectRefusal(note(stage, stage.buyer), 'forbidden');
      await expectRefusal(snooze(stage, stage.buyer), 'forbidden');
    },
    async (stage) => {
      await note(stage, stage.seller);
      await snooze(stage, stage.seller);
    },
  ),
  attack(
    'the buyer reads what the seller notes for themselves',
    async (stage) => {
      const { ask, buyer, seller, requestId } = stage;
      await note(stage, seller);
      await snooze(stage, seller);
      const { history, ...seen } = await ask(buyer)`select public.get_callback_request(${requestId})`;
      expectHidden(seen);
      expect(JSON.stringify(history)).not.toMatch(/note|snooze/);
      const { items } = await ask(buyer)`select public.list_callback_requests('buyer')`;
      items.forEach(expectHidden);
    },
    async (stage) => {
      await note(stage, stage.seller);
      const seen = await stage.ask(stage.seller)`select public.get_callback_request(${stage.requestId})`;
      expect(seen.seller_note).toBe('Haggles');
    },
  ),
  attack(
    'snoozes a request that has ended',
    async (stage) => {
      await change(stage, stage.seller, 'cancelled');
      await expectRefusal(snooze(stage, stage.seller), 'invalid_transition');
    },
    (stage) => snooze(stage, stage.seller),
  ),
];
