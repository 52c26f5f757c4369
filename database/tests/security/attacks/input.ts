/** What people send: whom they name, numbers that cost or do something, texts that hide or flood, and garbage. */
import { expect } from 'vitest';
import { expectRefusal } from '../../support/index.ts';
import { type Attack, attack } from '../support/attack.ts';
import { expectDenied, type Stage } from '../support/stage.ts';
import { MISSING } from '../support/world.ts';

type Values = {
  seller_id?: string | null;
  listing_id?: string | null;
  requester_phone?: string | null;
  requester_name?: string | null;
  message?: string | null;
  callback_reason?: string | null;
  preferred_time?: string | null;
  preferred_days?: string | null;
  priority?: string | null;
};

/** The buyer asks about the spare listing, with some values changed. `preferred_days` is an array as PostgreSQL writes it. */
export const askForCall = (
  stage: Stage,
  changes: Values = {},
  who: Parameters<Stage['ask']>[0] = stage.buyer,
) => {
  const v = {
    ...{ seller_id: stage.spare.user_id, listing_id: stage.spare.id },
    ...{ requester_phone: stage.buyer.phone, requester_name: 'Grace', message: null, callback_reason: null },
    ...{ preferred_time: null, preferred_days: null, priority: 'normal' },
    ...changes,
  };
  return stage.ask(who)`select public.create_callback_request(
    p_seller_id := ${v.seller_id}, p_listing_id := ${v.listing_id}, p_requester_phone := ${v.requester_phone},
    p_requester_name := ${v.requester_name}, p_message := ${v.message}, p_callback_reason := ${v.callback_reason},
    p_preferred_time := ${v.preferred_time}, p_preferred_days := ${v.preferred_days}::text::text[], p_priority := ${v.priority})`;
};

/** Each of the values is refused with that code, for that field. */
const refused = (code: string, field: keyof Values, values: (string | null)[]) => async (stage: Stage) => {
  for (const value of values) {
    const { detail } = await expectRefusal(askForCall(stage, { [field]: value }), code);
    expect(detail, `${field}: ${value?.slice(0, 50)}`).toEqual({ field });
  }
};

const accepted =
  (changes: Values = {}) =>
  (stage: Stage) =>
    askForCall(stage, changes);

const HIDDEN = [
  '\u0001',
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u200e',
  '\u202e',
  '\u2066',
  '\u2028',
  '\ufeff',
  '\u061c',
];
const MEGABYTE = 'x'.repeat(1_048_576);

export const input: Attack[] = [
  attack(
    'names an accomplice as the seller of somebody else’s listing',
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
    (stage) => expectRefusal(askForCall(stage, { listing_id: MISSING }), 'not_found'),
    accepted(),
  ),
  attack(
    'asks without a profile',
    (stage) => expectRefusal(askForCall(stage, {}, { id: MISSING }), 'forbidden'),
    accepted(),
  ),
  attack(
    'gives a code that a phone would obey (USSD, service codes, pauses)',
    refused('invalid_phone', 'requester_phone', [
      '*21*+12125550101#',
      '##002#',
      '*#06#',
      '+*31#12125550101',
      '+12125550101,,1',
      '+12125550101;ext=1',
      'tel:+12125550101',
      '+1212555w0101',
      '112',
      '911',
    ]),
    accepted({ requester_phone: '+442079460958' }),
  ),
  attack(
    'gives something that is no phone number',
    refused('invalid_phone', 'requester_phone', [
      '+1',
      '+0',
      'hello',
      '2125550101',
      '+02125550101',
      '+1 212 555 0101',
      '+12125550101\n+19005550123',
      '+１２１２５５５０１０１',
      '+٤٤٢٠٧٩٤٦٠٩٥٨',
      `+${'1'.repeat(40)}`,
      MEGABYTE,
      '+12125550101\u202e',
      `+12125550101' or '1'='1`,
    ]),
    accepted({ requester_phone: ' +12125550101 ' }),
  ),
  attack(
    'gives a number that costs whoever calls it',
    refused('phone_not_allowed', 'requester_phone', [
      '+19005550123',
      '+449098790000',
      '+447012345678',
      '+881612345678',
      '+979123456789',
    ]),
    accepted({ requester_phone: '+447911123456' }),
  ),
  attack(
    'gives a number from a country that the marketplace does not serve, with the same calling code',
    async (stage) => {
      await stage.owner`update public.callback_settings set allowed_phone_regions = '{US,GB}'`;
      await refused('phone_not_allowed', 'requester_phone', ['+18765551234', '+18095551234', '+33123456789'])(
        stage,
      );
    },
    async (stage) => {
      await stage.owner`update public.callback_settings set allowed_phone_regions = '{US,GB}'`;
      await askForCall(stage);
    },
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
