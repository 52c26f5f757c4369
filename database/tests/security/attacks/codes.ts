/** A number that must be confirmed by a code: guessing it, confirming another's request, looking for it as its seller. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { askForCall } from '../support/ask.ts';
import { type Attack, attack } from '../support/attack.ts';
import { expectDenied, type Stage, type Who } from '../support/stage.ts';

/** The buyer's request, and the digits that were texted. */
async function waitingRequest(stage: Stage): Promise<{ id: string; code: string }> {
  await stage.owner`
    update callback_private.settings set channels = '{sms}', risk_mode = 'on', risk_code_at = 40, risk_hold_at = 1000,
      risk_refuse_at = 1000, risk_weights = '{"link": 200}'`;
  const id = await askForCall(stage, { message: 'See www.example.com/offer' });
  const [row] = await stage.owner`
    select callback_private.code_digits(callback_private.latest_code(${id})) as code`;
  return { id, code: row?.code };
}

const confirm = (stage: Stage, id: string, code: string, who: Who = stage.buyer) =>
  stage.ask(who)`select public.confirm_callback_code(${id}, ${code})`;

async function confirmed(stage: Stage) {
  const { id, code } = await waitingRequest(stage);
  expect(await confirm(stage, id, code)).toMatchObject({ id, is_waiting_for_code: false });
}

export const codes: Attack[] = [
  attack(
    'guesses a code more than five times',
    async (stage) => {
      const { id, code } = await waitingRequest(stage);
      const wrong = code === '000000' ? '000001' : '000000';
      for (const tries_left of [4, 3, 2, 1, 0]) {
        const { refusal } = await confirm(stage, id, wrong);
        expect(refusal).toMatchObject({ code: 'wrong_code', detail: { tries_left } });
      }
      await expectRefusal(confirm(stage, id, code), 'no_tries_left');
    },
    confirmed,
  ),
  attack(
    'has codes sent over and over',
    async (stage) => {
      const { id } = await waitingRequest(stage);
      const { refusal } = await stage.ask(stage.buyer)`select public.resend_callback_code(${id})`;
      expect(refusal).toMatchObject({ code: 'rate_limited', detail: { limit: 'code_resend' } });
    },
    confirmed,
  ),
  attack(
    'confirms the number of someone else’s request',
    async (stage) => {
      const { id, code } = await waitingRequest(stage);
      await expectRefusal(confirm(stage, id, code, stage.seller), 'not_found');
      await expectRefusal(stage.ask(stage.seller)`select public.resend_callback_code(${id})`, 'not_found');
      await expectDenied(confirm(stage, id, code, 'anon'));
    },
    confirmed,
  ),
  attack(
    'reads the codes, or what confirms a number',
    async (stage) => {
      await waitingRequest(stage);
      for (const who of [stage.buyer, 'service'] as const)
        for (const table of ['phone_codes', 'confirmed_phones', 'hash_keys'])
          await expectDenied(stage.as(who, (sql) => sql`select * from callback_private.${sql(table)}`));
    },
    confirmed,
  ),
  attack(
    'the seller looks for a request whose number is not confirmed',
    async (stage) => {
      const seen = () => stage.ask(stage.seller)`select public.list_callback_requests('seller')`;
      const before = await seen();
      const { id } = await waitingRequest(stage);
      expect(await seen()).toEqual(before);
      await expectRefusal(stage.ask(stage.seller)`select public.get_callback_request(${id})`, 'not_found');
    },
    async (stage) => {
      const { id, code } = await waitingRequest(stage);
      await confirm(stage, id, code);
      expect(await stage.ask(stage.seller)`select public.get_callback_request(${id})`).toMatchObject({ id });
    },
  ),
];
