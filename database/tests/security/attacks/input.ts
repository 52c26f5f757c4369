/** What people send: whom they name, texts that hide or flood, and garbage. */

import { expectRefusal, strangeIds } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { accepted, askForCall, refused } from '../support/ask.ts';
import { type Attack, attack } from '../support/attack.ts';
import { expectDenied, type Stage } from '../support/stage.ts';

const HIDDEN = ['\u0001', '\u0007', '\u001b[31m', '\u007f', '\u0084', '\u202d', '\u202e', '\ufff9'];
const MEGABYTE = 'x'.repeat(1_048_576);

export const input: Attack[] = [
  attack(
    'names an accomplice as the seller of someone else’s listing',
    (stage) =>
      expectRefusal(
        askForCall(stage, { listing_id: stage.boat.id, seller_id: stage.seller.id }),
        'invalid_input',
      ),
    (stage) => askForCall(stage, { listing_id: stage.boat.id, seller_id: stage.otherSeller.id }),
  ),
  attack(
    'asks about the own listing, as oneself or through an accomplice',
    async (stage) => {
      const own = { listing_id: stage.chair.id };
      await expectRefusal(askForCall(stage, { ...own, seller_id: stage.buyer.id }), 'own_listing');
      await expectRefusal(askForCall(stage, { ...own, seller_id: stage.seller.id }), 'invalid_input');
    },
    (stage) => askForCall(stage, { listing_id: stage.chair.id, seller_id: stage.buyer.id }, stage.otherBuyer),
  ),
  attack(
    'asks a seller who has no phone',
    async (stage) => {
      for (const phone of [null, '', '  ']) {
        await stage.owner`update public.profiles set phone = ${phone} where id = ${stage.seller.id}`;
        await expectRefusal(askForCall(stage), 'seller_unreachable');
      }
    },
    accepted(),
  ),
  attack(
    'asks about a listing that is sold or withdrawn',
    async (stage) => {
      for (const status of ['sold', 'inactive']) {
        await stage.owner`update public.listings set status = ${status} where id = ${stage.spare.id}`;
        await expectRefusal(askForCall(stage), 'listing_unavailable');
      }
    },
    accepted(),
  ),
  attack(
    'asks about a listing that does not exist',
    (stage) =>
      expectRefusal(askForCall(stage, { listing_id: strangeIds(stage.database.ids).missing }), 'not_found'),
    accepted(),
  ),
  attack(
    'asks without a profile',
    (stage) =>
      expectRefusal(askForCall(stage, {}, { id: strangeIds(stage.database.ids).missing }), 'forbidden'),
    accepted(),
  ),
  attack(
    'hides control and text-direction characters in a name',
    refused('invalid_input', 'requester_name', [
      ...HIDDEN.map((hidden) => `Grace${hidden}Hopper`),
      'Grace\nHopper',
      'Grace\tHopper',
    ]),
    accepted({ requester_name: 'Grâce O’Hopper-Ñandú 李' }),
  ),
  attack(
    'hides control and text-direction characters in the other texts',
    async (stage) => {
      await refused(
        'invalid_input',
        'message',
        HIDDEN.map((hidden) => `Call${hidden}me`),
      )(stage);
      await refused('invalid_input', 'preferred_time', [...HIDDEN.map((hidden) => `9${hidden}am`), '9\nam'])(
        stage,
      );
      for (const hidden of HIDDEN) {
        await expectRefusal(
          stage.ask(
            stage.buyer,
          )`select public.update_callback_request_status(${stage.requestId}, 'cancelled', p_reason := ${`No${hidden}way`})`,
          'invalid_input',
        );
      }
    },
    accepted({ message: 'Two lines\nand a tab\t.', preferred_time: '9–11 am' }),
  ),
  attack(
    'stacks marks until a text covers its neighbours',
    async (stage) => {
      await refused('invalid_input', 'requester_name', [
        `G${'\u0300'.repeat(4)}race`,
        `G${'\u0489'.repeat(50)}`,
      ])(stage);
      await refused('invalid_input', 'message', [`Z${'\u0336\u0322'.repeat(20)}`])(stage);
    },
    accepted({ requester_name: 'Nguye\u0302\u0303n' }),
  ),
  attack(
    'sends a megabyte of text in every place',
    async (stage) => {
      for (const field of [
        'requester_name',
        'message',
        'preferred_time',
        'callback_reason',
        'priority',
      ] as const)
        await refused('invalid_input', field, [MEGABYTE])(stage);
      const { ask, buyer, requestId } = stage;
      for (const call of [
        () =>
          ask(
            buyer,
          )`select public.update_callback_request_status(${requestId}, 'cancelled', p_reason := ${MEGABYTE})`,
        () => ask(buyer)`select public.update_callback_request_status(${requestId}, ${MEGABYTE})`,
        () => ask(buyer)`select public.list_callback_requests(${MEGABYTE})`,
        () => ask(buyer)`select public.list_callback_requests('seller', p_status := ${MEGABYTE})`,
        () => ask(buyer)`select public.list_callback_requests('seller', p_cursor := ${MEGABYTE})`,
      ]) {
        const { message } = await expectRefusal(call(), 'invalid_input');
        expect(message.length).toBeLessThan(300);
      }
    },
    accepted({ message: 'x'.repeat(1_000), requester_name: 'x'.repeat(100), preferred_time: 'x'.repeat(60) }),
  ),
  attack(
    'leaves out or blanks what is required',
    async (stage) => {
      await refused('invalid_input', 'requester_name', [
        null,
        '',
        '   ',
        '\t\n',
        '\u00a0\u3000',
        '\u2800',
        '\u3164',
      ])(stage);
      await refused('invalid_input', 'requester_phone', [null, '', '  '])(stage);
      await refused('invalid_input', 'seller_id', [null])(stage);
      await refused('invalid_input', 'listing_id', [null])(stage);
    },
    accepted({ message: '  ', preferred_time: '', priority: null }),
  ),
  attack(
    'sends a NUL byte',
    (stage) => expectDenied(askForCall(stage, { requester_name: 'Grace\u0000' }), '22021'),
    accepted(),
  ),
  attack(
    'sends garbage as days',
    async (stage) => {
      await refused('invalid_input', 'preferred_days', [
        '{NULL}',
        '{Monday,NULL}',
        '{""}',
        '{monday}',
        '{Mon}',
        '{"Monday "}',
        '{Monday,Someday}',
        '{{Monday,NULL}}',
        `{${Array(10_000).fill('Monday').join(',')}}`,
        `{${Array(10_000).fill('NULL').join(',')}}`,
        `{${'x'.repeat(1_000_000)}}`,
      ])(stage);
    },
    async (stage) => {
      const id = await askForCall(stage, { preferred_days: '[3:7]={Friday,Monday,Friday,Monday,Friday}' });
      const [row] =
        await stage.owner`select preferred_days::text as days from public.callback_requests where id = ${id}`;
      expect(row?.days).toBe('{Friday,Monday}');
    },
  ),
  attack(
    'nests the days, or sends none',
    async (stage) => {
      await expectStored(stage, '{{Monday},{Tuesday}}', '{Monday,Tuesday}');
      await expectStored(stage, '{}', null);
    },
    accepted({ preferred_days: '{Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday}' }),
  ),
  attack(
    'makes up a reason, a priority or a status',
    async (stage) => {
      await refused('invalid_input', 'callback_reason', ['spam', '', 'OTHER'])(stage);
      await refused('invalid_input', 'priority', ['highest', '', 'URGENT'])(stage);
      for (const status of [null, '', 'done', 'PENDING'])
        await expectRefusal(
          stage.ask(
            stage.seller,
          )`select public.update_callback_request_status(${stage.requestId}, ${status})`,
          'invalid_input',
        );
    },
    accepted({ callback_reason: 'other', priority: 'urgent' }),
  ),
  attack(
    'injects SQL, format strings and markup',
    async (stage) => {
      const text = `'); drop table callback_requests; -- %s %I $1 \\ <b>{{x}}</b>`;
      const id = await askForCall(stage, { message: text, requester_name: `O'Brien "%s"` });
      const shown = await stage.ask(stage.seller)`select public.get_callback_request(${id})`;
      expect(shown).toMatchObject({ message: text, requester_name: `O'Brien "%s"` });
    },
    accepted({ message: 'Plain.' }),
  ),
];

/** What valid content in an odd shape is stored as. */
async function expectStored(stage: Stage, days: string, expected: string | null): Promise<void> {
  const stored = await stage.undone(async () => {
    const id = await askForCall(stage, { preferred_days: days });
    const [row] =
      await stage.owner`select preferred_days::text as days from public.callback_requests where id = ${id}`;
    return row?.days;
  });
  expect(stored).toBe(expected);
}
