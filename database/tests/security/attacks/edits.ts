/** Edits, calls and searches turned to other ends: someone else's words, a victim's number, a number that is hidden. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import type { Stage, Who } from '../support/stage.ts';

const edit = (
  { ask, requestId }: Stage,
  who: Who,
  changes: object = { message: 'At noon' },
  name: string | null = null,
) =>
  ask(
    who,
  )`select public.edit_callback_request(${requestId}, ${JSON.stringify(changes)}::text::jsonb, null, ${name})`;

const logCall = ({ ask, requestId }: Stage, who: Who, outcome = 'busy', name: string | null = null) =>
  ask(who)`select public.log_callback_attempt(${requestId}, ${outcome}, null, ${name})`;

const find = async ({ ask }: Stage, who: Who, search: string, as = 'seller'): Promise<unknown[]> =>
  (await ask(who)`select public.list_callback_requests(${as}, p_search := ${search})`).items;

const change = ({ ask, requestId }: Stage, who: Who, status: string) =>
  ask(who)`select public.update_callback_request_status(${requestId}, ${status})`;

const makeOverdue = ({ owner, requestId }: Stage) =>
  owner`update public.callback_requests set expires_at = requested_at + interval '1 microsecond' where id = ${requestId}`;

const over: [how: string, end: (stage: Stage) => Promise<unknown>, code: string][] = [
  ['is completed', (stage) => change(stage, stage.seller, 'completed'), 'invalid_transition'],
  ['is cancelled', (stage) => change(stage, stage.buyer, 'cancelled'), 'invalid_transition'],
  ['has run out, before the job has run', makeOverdue, 'request_expired'],
];

export const edits: Attack[] = [
  attack(
    'edits a request in the buyer’s name',
    (stage) => expectRefusal(edit(stage, stage.otherBuyer, {}, stage.buyer.id), 'forbidden'),
    (stage) => edit(stage, stage.buyer, {}, stage.buyer.id),
  ),
  attack(
    'edits another buyer’s request',
    (stage) => expectRefusal(edit(stage, stage.otherBuyer), 'not_found'),
    (stage) => edit(stage, stage.buyer),
  ),
  attack(
    'the seller rewrites the buyer’s words',
    (stage) => expectRefusal(edit(stage, stage.seller), 'forbidden'),
    (stage) => edit(stage, stage.buyer),
  ),
  ...over.flatMap(([how, end, code]) => [
    attack(
      `edits a request that ${how}`,
      async (stage) => {
        await end(stage);
        await expectRefusal(edit(stage, stage.buyer), code);
      },
      (stage) => edit(stage, stage.buyer),
    ),
    attack(
      `notes a call for a request that ${how}`,
      async (stage) => {
        await end(stage);
        await expectRefusal(logCall(stage, stage.seller), code);
      },
      (stage) => logCall(stage, stage.seller),
    ),
  ]),
  attack(
    'slips a status, a seller or a time into an edit',
    async (stage) => {
      for (const changes of [
        { status: 'completed' },
        { seller_id: stage.otherSeller.id },
        { expires_at: 'infinity' },
        { extensions: 0 },
      ])
        await expectRefusal(edit(stage, stage.buyer, changes), 'invalid_input');
    },
    (stage) => edit(stage, stage.buyer),
  ),
  attack(
    'turns a day’s requests to a victim’s number one by one',
    async (stage) => {
      await stage.owner`update callback_private.settings set requests_per_phone_per_day = 1`;
      await expectRefusal(
        edit(stage, stage.buyer, { requester_phone: stage.otherBuyer.phone }),
        'rate_limited',
      );
    },
    (stage) => edit(stage, stage.buyer, { requester_phone: '+12133734253' }),
  ),
  attack(
    'edits to a premium number',
    (stage) =>
      expectRefusal(edit(stage, stage.buyer, { requester_phone: '+19002345678' }), 'phone_not_allowed'),
    (stage) => edit(stage, stage.buyer, { requester_phone: '+12133734253' }),
  ),
  attack(
    'writes to a seller who has blocked the buyer, through an earlier request',
    async (stage) => {
      const { owner, seller, buyer } = stage;
      await owner`insert into public.blocked_users (blocker_id, blocked_id) values (${seller.id}, ${buyer.id})`;
      await expectRefusal(edit(stage, stage.buyer), 'forbidden');
    },
    (stage) => edit(stage, stage.buyer),
  ),
  attack(
    'floods the history with edits',
    async (stage) => {
      for (let time = 0; time < 20; time++) await edit(stage, stage.buyer, { message: `${time}` });
      await expectRefusal(edit(stage, stage.buyer, { message: 'more' }), 'rate_limited');
    },
    (stage) => edit(stage, stage.buyer),
  ),
  attack(
    'floods a request with calls',
    async (stage) => {
      const { owner, requestId, seller } = stage;
      await owner`insert into callback_private.attempts (callback_request_id, seller_id, outcome, attempted_at)
        select ${requestId}, ${seller.id}, 'busy', now() - interval '1 hour' from generate_series(1, 50)`;
      await expectRefusal(logCall(stage, seller), 'rate_limited');
    },
    (stage) => logCall(stage, stage.seller),
  ),
  attack(
    'notes a call for another seller’s request',
    (stage) => expectRefusal(logCall(stage, stage.otherSeller), 'not_found'),
    (stage) => logCall(stage, stage.seller),
  ),
  attack(
    'notes a call in the seller’s name',
    async (stage) => {
      await change(stage, stage.seller, 'acknowledged');
      await expectRefusal(logCall(stage, stage.otherBuyer, 'busy', stage.seller.id), 'forbidden');
    },
    (stage) => logCall(stage, stage.seller, 'busy', stage.seller.id),
  ),
  attack(
    'the buyer notes a call, or ends the request by one',
    async (stage) => {
      await expectRefusal(logCall(stage, stage.buyer, 'reached'), 'forbidden');
      await change(stage, stage.seller, 'acknowledged');
      await expectRefusal(logCall(stage, stage.buyer), 'forbidden');
    },
    (stage) => logCall(stage, stage.seller, 'reached'),
  ),
  attack(
    'counts one call many times',
    async (stage) => {
      for (let time = 0; time < 3; time++) await logCall(stage, stage.seller);
      expect(
        await stage.owner`select from callback_private.attempts where callback_request_id = ${stage.requestId}`,
      ).toHaveLength(1);
    },
    (stage) => logCall(stage, stage.seller),
  ),
  attack(
    'finds a number by its digits after the end',
    async (stage) => {
      await change(stage, stage.seller, 'completed');
      expect(await find(stage, stage.seller, '5550101')).toEqual([]);
    },
    async (stage) => expect(await find(stage, stage.seller, '5550101')).toHaveLength(1),
  ),
  attack(
    'finds the numbers of both sides as the buyer',
    async (stage) => {
      const phones = [stage.buyer.phone, stage.seller.phone].map((phone) => phone ?? '');
      for (const phone of phones) expect(await find(stage, stage.buyer, phone, 'buyer')).toEqual([]);
    },
    async (stage) => expect(await find(stage, stage.buyer, 'mary', 'buyer')).toHaveLength(1),
  ),
  attack(
    'searches with wildcards',
    async (stage) => {
      for (const search of ['%', '_', 'gr%', '.*', '\\'])
        expect(await find(stage, stage.seller, search)).toEqual([]);
    },
    async (stage) => expect(await find(stage, stage.seller, 'GRACE')).toHaveLength(1),
  ),
  attack(
    'searches with a megabyte, or with nothing',
    async (stage) => {
      for (const search of ['x'.repeat(1_048_576), 'x'.repeat(101), '', ' \n'])
        await expectRefusal(find(stage, stage.seller, search), 'invalid_input');
    },
    (stage) => find(stage, stage.seller, 'x'.repeat(100)),
  ),
  attack(
    'a user reads the operator’s overview',
    async ({ ask, buyer }) => {
      await expectRefusal(ask(buyer)`select public.get_callback_overview()`, 'forbidden');
      await expectRefusal(ask(buyer)`select callback_private.get_callback_overview(30, null)`, 'forbidden');
    },
    ({ ask }) => ask('service')`select public.get_callback_overview()`,
  ),
];
