/** Around what abuse prevention keeps: held requests, reviews, lists of people and numbers, reports and a seller's own blocks. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { operatorsOf, type Role } from '@ringback/testing/database/operatorCalls.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import type { Stage, Who } from '../support/stage.ts';

const MESSAGE = 'Look at www.example.com/held before you call';

interface Content {
  message?: string;
  asks?: boolean;
  by?: Stage['buyer'];
  listing?: Stage['spare'];
}

/** What the API or PostgREST is answered. */
const send = (stage: Stage, given: Content = {}) => {
  const { message = MESSAGE, by = stage.buyer, listing = stage.spare, asks } = given;
  const content = {
    ...(asks && { asks_for_review: true }),
    ...{ listing_id: listing.id, seller_id: listing.user_id, message },
    ...{ requester_phone: by.phone, requester_name: 'Grace' },
  };
  return stage.ask(by)`select public.submit_callback_request(${JSON.stringify(content)}::text::jsonb)`;
};

/** A request with a link that waits for an operator; its id. */
async function hold(stage: Stage, content: Content = {}): Promise<string> {
  await operatorsOf(stage.owner);
  await stage.owner`update callback_private.settings set risk_mode = 'on', risk_hold_at = 40, risk_refuse_at = 1000`;
  const { request } = await send(stage, content);
  expect(request.is_being_checked).toBe(true);
  return request.id;
}

/** A request whose buyer asks for a review of its refusal; its answer. */
async function askForReview(stage: Stage, content: Content = {}) {
  await operatorsOf(stage.owner);
  await stage.owner`update callback_private.settings set risk_mode = 'on', risk_hold_at = 40, risk_refuse_at = 40`;
  return send(stage, { asks: true, ...content });
}

const decide = async (stage: Stage, role: Role, id: string, decision: string, more: object = {}) => {
  const { [role]: operator } = await operatorsOf(stage.owner);
  const body = JSON.stringify({ ids: [id], decision, ...more });
  const answer = await stage.ask(
    'service',
  )`select public.decide_callback_reviews(${body}::text::jsonb, ${operator})`;
  return answer.results[0].outcome;
};
const listed = async (stage: Stage, role: Role, call: 'reviews' | 'entries') => {
  const { [role]: operator } = await operatorsOf(stage.owner);
  return call === 'reviews'
    ? stage.ask('service')`select public.list_callback_reviews('waiting', p_operator_id := ${operator})`
    : stage.ask('service')`select public.list_callback_trust_entries(p_operator_id := ${operator})`;
};
const enter = async (stage: Stage, role: Role, entry: object) => {
  const { [role]: operator } = await operatorsOf(stage.owner);
  const body = JSON.stringify({ list: 'block', reason: 'Spam', ...entry });
  return stage.ask('service')`select public.add_callback_trust_entry(${body}::text::jsonb, ${operator})`;
};
const remove = async (stage: Stage, role: Role, id: string) => {
  const { [role]: operator } = await operatorsOf(stage.owner);
  const body = JSON.stringify({ ids: [id] });
  return stage.ask('service')`select public.remove_callback_trust_entries(${body}::text::jsonb, ${operator})`;
};
const change = ({ ask }: Stage, who: Who, id: string, status: string) =>
  ask(who)`select public.update_callback_request_status(${id}, ${status})`;
const read = ({ ask }: Stage, who: Who, id: string) => ask(who)`select public.get_callback_request(${id})`;
const report = ({ ask, requestId }: Stage, who: Who, content: object = { reason: 'spam' }) =>
  ask(who)`select public.report_callback_request(${requestId}, ${JSON.stringify(content)}::text::jsonb)`;
const withdrawConsent = ({ ask, buyer }: Stage) => ask(buyer)`select public.withdraw_callback_consent()`;

const expectScrubbed = async ({ owner }: Stage, id: string) => {
  const [kept] = await owner`
    select requester_phone, request::text as request, decision from callback_private.held_requests where id = ${id}`;
  expect(kept).toMatchObject({ requester_phone: null, decision: 'lapsed' });
  expect(kept?.request).not.toContain('example.com');
  expect(
    await owner`select from callback_private.request_facts where callback_request_id = ${id}`,
  ).toHaveLength(0);
};

export const trust: Attack[] = [
  attack(
    'the seller or a stranger reads a request that is held',
    async (stage) => {
      const id = await hold(stage);
      // Who holds one of their own is looked up among the held.
      await hold(stage, { by: stage.seller, listing: stage.chair });
      await hold(stage, { by: stage.otherBuyer });
      for (const who of [stage.seller, stage.otherBuyer])
        await expectRefusal(read(stage, who, id), 'not_found');
      for (const as of ['seller', 'buyer'])
        for (const who of [stage.seller, stage.otherBuyer])
          expect(
            JSON.stringify(await stage.ask(who)`select public.list_callback_requests(${as})`),
          ).not.toContain(id);
    },
    async (stage) => {
      const id = await hold(stage);
      expect(await read(stage, stage.buyer, id)).toMatchObject({ is_being_checked: true, message: MESSAGE });
    },
  ),
  attack(
    'the seller or a stranger changes a request that is held',
    async (stage) => {
      const id = await hold(stage);
      for (const who of [stage.seller, stage.otherBuyer])
        for (const status of ['acknowledged', 'completed', 'cancelled'])
          await expectRefusal(change(stage, who, id, status), 'not_found');
    },
    async (stage) => {
      const id = await hold(stage);
      await change(stage, stage.buyer, id, 'cancelled');
      expect((await read(stage, stage.buyer, id)).status).toBe('cancelled');
    },
  ),
  attack(
    'what a buyer wrote in a held request outlives their erasure',
    async (stage) => {
      const id = await hold(stage);
      await stage.undone(async () => {
        await stage.ask(stage.buyer)`select public.erase_callback_data('erase')`;
        await expectScrubbed(stage, id);
      });
      // The marketplace deletes them.
      await stage.owner`delete from public.profiles where id = ${stage.buyer.id}`;
      await expectScrubbed(stage, id);
    },
    async (stage) => {
      const id = await hold(stage);
      const [kept] = await stage.owner`
        select request ->> 'message' as message from callback_private.held_requests where id = ${id}`;
      expect(kept).toEqual({ message: MESSAGE });
    },
  ),
  attack(
    'a held request reaches the seller after its buyer withdrew consent',
    async (stage) => {
      const id = await hold(stage);
      await stage.undone(async () => {
        await withdrawConsent(stage);
        expect((await read(stage, stage.buyer, id)).status).toBe('cancelled');
        expect(await decide(stage, 'support', id, 'approve')).toBe('unchanged');
      });
      expect(await decide(stage, 'support', id, 'reject')).toBe('rejected');
      await withdrawConsent(stage);
      expect(await decide(stage, 'support', id, 'reopen')).toBe('reopened');
      expect(await decide(stage, 'support', id, 'approve')).toBe('conflict');
    },
    async (stage) => {
      const id = await hold(stage);
      expect(await decide(stage, 'support', id, 'approve')).toBe('approved');
      expect((await read(stage, stage.seller, id)).message).toBe(MESSAGE);
    },
  ),
  attack(
    'the seller or a stranger reads or changes what a buyer asked a review for',
    async (stage) => {
      const { id } = (await askForReview(stage)).request;
      await askForReview(stage, { by: stage.otherBuyer });
      for (const who of [stage.seller, stage.otherBuyer]) {
        await expectRefusal(read(stage, who, id), 'not_found');
        await expectRefusal(change(stage, who, id, 'cancelled'), 'not_found');
      }
    },
    async (stage) => {
      const { id } = (await askForReview(stage)).request;
      expect(await read(stage, stage.buyer, id)).toMatchObject({ is_being_checked: true });
      await change(stage, stage.buyer, id, 'cancelled');
    },
  ),
  attack(
    'a buyer asks for a second review on the same day',
    async (stage) => {
      const { id } = (await askForReview(stage)).request;
      await stage.undone(async () =>
        expect(await askForReview(stage, { listing: stage.boat })).toHaveProperty('refusal'),
      );
      expect(await decide(stage, 'support', id, 'reject')).toBe('rejected');
      expect(await askForReview(stage, { listing: stage.boat })).toHaveProperty('refusal');
    },
    async (stage) => {
      const { id } = (await askForReview(stage)).request;
      expect(await decide(stage, 'support', id, 'reject')).toBe('rejected');
      await stage.owner`update callback_private.held_requests set asked_at = asked_at - interval '25 hours'`;
      expect((await askForReview(stage, { listing: stage.boat })).request.is_being_checked).toBe(true);
    },
  ),
  attack(
    'who is blocked reaches a seller by asking for a review, or learns of the block',
    async (stage) => {
      await enter(stage, 'admin', { person_id: stage.buyer.id });
      const offers = async (by: Stage['buyer']) => {
        const { refusal } = await askForReview(stage, { by, asks: false });
        return { code: refusal.code, review: refusal.detail.can_ask_for_review };
      };
      expect(await offers(stage.buyer)).toEqual(await offers(stage.otherBuyer));
      const { id } = (await askForReview(stage)).request;
      expect(await decide(stage, 'support', id, 'approve')).toBe('conflict');
    },
    async (stage) => {
      const { id } = (await askForReview(stage)).request;
      expect(await decide(stage, 'support', id, 'approve')).toBe('approved');
    },
  ),
  attack(
    'a viewer decides a review, or support blocks the sender',
    async (stage) => {
      const id = await hold(stage);
      await expectRefusal(decide(stage, 'viewer', id, 'approve'), 'forbidden');
      await expectRefusal(decide(stage, 'support', id, 'reject', { block: 'person' }), 'forbidden');
    },
    async (stage) => {
      const id = await hold(stage);
      expect(await decide(stage, 'support', id, 'reject')).toBe('rejected');
      expect(await decide(stage, 'support', id, 'reopen')).toBe('reopened');
      expect(await decide(stage, 'admin', id, 'reject', { block: 'person' })).toBe('rejected');
    },
  ),
  attack(
    'support blocks a number, or takes it off the list',
    async (stage) => {
      const { id } = await enter(stage, 'admin', { phone: '+12125550177' });
      await expectRefusal(enter(stage, 'support', { phone: '+12125550178' }), 'forbidden');
      await expectRefusal(remove(stage, 'support', id), 'forbidden');
    },
    async (stage) => {
      const { id } = await enter(stage, 'admin', { phone: '+12125550177' });
      expect(await remove(stage, 'admin', id)).toEqual({ removed: 1 });
    },
  ),
  attack(
    'a viewer reads a number at the review desk',
    async (stage) => {
      await hold(stage);
      await enter(stage, 'admin', { phone: '+12125550177' });
      for (const call of ['reviews', 'entries'] as const)
        expect((await listed(stage, 'viewer', call)).items[0].phone_masked).toBeNull();
    },
    async (stage) => {
      await hold(stage);
      await enter(stage, 'admin', { phone: '+12125550177' });
      for (const call of ['reviews', 'entries'] as const)
        expect((await listed(stage, 'support', call)).items[0].phone_masked).toMatch(/\d{2}$/);
    },
  ),
  attack(
    'a person or a number on the block list asks',
    async (stage) => {
      for (const entry of [{ person_id: stage.buyer.id }, { phone: stage.buyer.phone }])
        await stage.undone(async () => {
          await enter(stage, 'admin', entry);
          expect(await send(stage)).toHaveProperty('refusal');
        });
    },
    async (stage) => {
      await enter(stage, 'admin', { person_id: stage.buyer.id, ends_at: '2020-01-01T00:00:00Z' }).catch(
        () => {},
      );
      expect(await send(stage)).toHaveProperty('request');
    },
  ),
  attack(
    'the buyer whom a seller has blocked reaches them',
    async (stage) => {
      await report(stage, stage.seller, { block: true });
      await expectRefusal(send(stage), 'seller_unreachable');
      const edit = stage.ask(stage.buyer)`
        select public.edit_callback_request(${stage.requestId}, '{"message": "Call me!"}')`;
      await expectRefusal(edit, 'forbidden');
    },
    async (stage) => {
      await report(stage, stage.seller, { block: true });
      await report(stage, stage.seller, { block: false });
      expect(await send(stage)).toHaveProperty('request');
    },
  ),
  attack(
    'the seller reads the number of a buyer whom they have blocked',
    async (stage) => {
      await report(stage, stage.seller, { block: true });
      expect((await read(stage, stage.seller, stage.requestId)).requester_phone).toBeNull();
    },
    async (stage) =>
      expect((await read(stage, stage.seller, stage.requestId)).requester_phone).toBe(stage.buyer.phone),
  ),
  attack(
    'reports another seller’s request, or one’s own',
    async (stage) => {
      await expectRefusal(report(stage, stage.buyer), 'forbidden');
      await expectRefusal(report(stage, stage.otherSeller), 'not_found');
    },
    async (stage) => expect(await report(stage, stage.seller)).toMatchObject({ reason: 'spam' }),
  ),
];
