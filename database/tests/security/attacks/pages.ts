/** Pages without bounds, and cursors that were made up or are someone else's. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { everythingOf, type Stage } from '../support/stage.ts';

export const pages: Attack[] = [
  attack(
    'asks for a page without bounds',
    async ({ ask, seller }) => {
      for (const limit of [0, -1, 101, 2_147_483_647, -2_147_483_648]) {
        await expectRefusal(
          ask(seller)`select public.list_callback_requests('seller', p_limit := ${limit})`,
          'invalid_input',
        );
        await expectRefusal(
          ask(seller)`select public.get_seller_callback_requests(p_limit := ${limit})`,
          'invalid_input',
        );
        await expectRefusal(
          ask(seller)`select public.get_requester_callback_requests(p_limit := ${limit})`,
          'invalid_input',
        );
        await expectRefusal(
          ask(seller)`select public.list_callback_notifications(p_limit := ${limit})`,
          'invalid_input',
        );
      }
      for (const offset of [-1, 10_001, 2_147_483_647])
        await expectRefusal(
          ask(seller)`select public.get_seller_callback_requests(p_offset := ${offset})`,
          'invalid_input',
        );
    },
    async ({ ask, seller }) =>
      expect(
        await ask(seller)`select public.get_seller_callback_requests(p_limit := 100, p_offset := 0)`,
      ).toHaveLength(1),
  ),
  attack(
    'asks for NULL rows to get them all',
    async (stage) => {
      await fill(stage, 25);
      const { ask, seller } = stage;
      expect(
        await ask(seller)`select public.get_seller_callback_requests(null, null, null, null)`,
      ).toHaveLength(20);
      expect(
        (await ask(seller)`select public.list_callback_requests('seller', null, null, null)`).items,
      ).toHaveLength(20);
      expect(
        (await ask(seller)`select public.list_callback_notifications(null)`).items.length,
      ).toBeLessThanOrEqual(20);
    },
    async (stage) => {
      await fill(stage, 25);
      expect(
        await stage.ask(stage.seller)`select public.get_seller_callback_requests(p_limit := 25)`,
      ).toHaveLength(25);
    },
  ),
  attack(
    'tampers with a cursor',
    async (stage) => {
      const good = await cursorOf(stage);
      for (const cursor of [
        '',
        'x',
        `${good}x`,
        good.slice(1),
        `${good}\n`,
        `${good.slice(0, 31)}=`,
        '\u0661'.repeat(32),
        `' or 1=1 --`,
        '_'.repeat(32),
        `f${'_'.repeat(31)}`,
      ]) {
        for (const call of [
          () =>
            stage.ask(stage.seller)`select public.list_callback_requests('seller', p_cursor := ${cursor})`,
          () => stage.ask(stage.seller)`select public.list_callback_notifications(p_cursor := ${cursor})`,
        ]) {
          const answer = await call().catch(everythingOf);
          if ('code' in answer) expect([answer.code, answer.hint]).toEqual(['PT422', 'invalid_input']);
          else
            for (const item of answer.items) expect(item.seller_id ?? stage.seller.id).toBe(stage.seller.id);
        }
      }
    },
    async (stage) => {
      const cursor = await cursorOf(stage);
      const page = await stage.ask(
        stage.seller,
      )`select public.list_callback_requests('seller', p_cursor := ${cursor})`;
      expect(page.items.length).toBeGreaterThan(0);
    },
  ),
  attack(
    'uses the cursor of another user',
    async (stage) => {
      const cursor = await cursorOf(stage);
      const page = await stage.ask(
        stage.otherSeller,
      )`select public.list_callback_requests('seller', p_cursor := ${cursor})`;
      for (const { seller_id } of page.items) expect(seller_id).toBe(stage.otherSeller.id);
    },
    (stage) => cursorOf(stage),
  ),
];

/** Gives the seller `count` requests in all, straight into the table. */
const fill = ({ owner, seller, buyer, bike, requestId }: Stage, count: number) =>
  owner`insert into public.callback_requests (requester_id, seller_id, listing_id, requester_phone, requester_name, requested_at, requested_on, expires_at)
    select ${buyer.id}, ${seller.id}, ${bike.id}, ${buyer.phone}, 'Grace', r.requested_at - day * interval '1 day',
      r.requested_on - day, r.expires_at
    from public.callback_requests r, generate_series(1, ${count}::int - 1) day where r.id = ${requestId}`;

async function cursorOf(stage: Stage): Promise<string> {
  await stage.owner`delete from public.callback_requests where id not in (${stage.requestId}, ${stage.otherRequestId})`;
  await fill(stage, 5);
  const page = await stage.ask(stage.seller)`select public.list_callback_requests('seller', p_limit := 2)`;
  expect(page.next_cursor).toMatch(/^[\w-]{32}$/);
  return page.next_cursor;
}
