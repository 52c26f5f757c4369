/** Many requests, many accounts, one victim; and people who have blocked each other. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { askForCall } from '../support/ask.ts';
import { type Attack, attack } from '../support/attack.ts';
import { expectDenied, type Stage } from '../support/stage.ts';

type Limit = 'requests_per_user_per_day' | 'requests_per_phone_per_day' | 'requests_per_seller_per_day';

/** Each buyer has made one request already, so the limit of one is reached. */
const limit = ({ owner }: Stage, name: Limit, value: number) =>
  owner.unsafe(`update callback_private.settings set ${name} = ${value}`);

async function expectLimited(call: Promise<unknown>, name: Limit): Promise<void> {
  const { detail } = await expectRefusal(call, 'rate_limited');
  expect(detail).toEqual({ limit: name, retry_after_seconds: expect.any(Number) });
  expect(detail?.retry_after_seconds).toBeGreaterThan(0);
  expect(detail?.retry_after_seconds).toBeLessThanOrEqual(86_400);
}

const limited = (name: Limit, what: string, call: (stage: Stage) => Promise<unknown>) =>
  attack(
    what,
    async (stage) => {
      await limit(stage, name, 1);
      await expectLimited(call(stage), name);
    },
    async (stage) => {
      await limit(stage, name, 2);
      await call(stage);
    },
  );

/** Makes it noon where the marketplace is, and the request one of just after midnight. */
async function moveToMorning({ owner, requestId }: Stage): Promise<void> {
  const hoursBehind = new Date().getUTCHours() - 12;
  const zone = `Etc/GMT${hoursBehind < 0 ? '' : '+'}${hoursBehind}`;
  await owner`update callback_private.settings set time_zone = ${zone}`;
  await owner`update public.callback_requests set
    requested_at = date_trunc('day', now() at time zone ${zone}) at time zone ${zone} + interval '1 second',
    requested_on = (now() at time zone ${zone})::date where id = ${requestId}`;
}

/** The row that a second call would write which saw nothing of the first, or one of some days before. */
const copyOf = (owner: Stage['owner'], requestId: string, daysBefore: number) => owner`
  insert into public.callback_requests (
    id, requester_id, seller_id, listing_id, requester_phone, requester_name, requested_at, requested_on)
  select gen_random_uuid(), requester_id, seller_id, listing_id, requester_phone, requester_name,
    requested_at - ${daysBefore}::int * interval '1 day', requested_on - ${daysBefore}::int
  from public.callback_requests where id = ${requestId}`;

const block = ({ owner }: Stage, blocker: { id: string }, blocked: { id: string }) =>
  owner`insert into public.blocked_users values (${blocker.id}, ${blocked.id})`;

const blocked = (what: string, lay: (stage: Stage) => Promise<unknown>) =>
  attack(
    what,
    async (stage) => {
      await lay(stage);
      await expectRefusal(askForCall(stage), 'seller_unreachable');
      const { can_request, reason } = await stage.ask(
        stage.buyer,
      )`select public.can_request_callback(${stage.spare.id})`;
      expect({ can_request, reason }).toEqual({ can_request: false, reason: 'seller_unreachable' });
    },
    async (stage) => {
      await block(stage, stage.seller, stage.otherBuyer);
      await askForCall(stage);
    },
  );

export const abuse: Attack[] = [
  limited('requests_per_user_per_day', 'asks without end', (stage) => askForCall(stage)),
  limited('requests_per_phone_per_day', 'many accounts give one victim’s number', (stage) =>
    askForCall(stage, { requester_phone: stage.buyer.phone }, stage.otherBuyer),
  ),
  limited('requests_per_seller_per_day', 'many accounts flood one seller', (stage) =>
    askForCall(stage, {}, stage.otherBuyer),
  ),

  attack(
    'gives the victim’s number in another spelling',
    async (stage) => {
      await limit(stage, 'requests_per_phone_per_day', 1);
      await expectLimited(
        askForCall(stage, { requester_phone: `  ${stage.buyer.phone}\n` }, stage.otherBuyer),
        'requests_per_phone_per_day',
      );
      for (const spelling of [
        '0012125550101',
        '+1-212-555-0101',
        '+1(212)5550101',
        '＋12125550101',
        '+12125550101x',
      ])
        await expectRefusal(
          askForCall(stage, { requester_phone: spelling }, stage.otherBuyer),
          'invalid_phone',
        );
    },
    (stage) => askForCall(stage, { requester_phone: '+12125550155' }, stage.otherBuyer),
  ),
  attack(
    'withdraws to make room under the limit',
    async (stage) => {
      await limit(stage, 'requests_per_user_per_day', 1);
      await stage.ask(
        stage.buyer,
      )`select public.update_callback_request_status(${stage.requestId}, 'cancelled')`;
      await expectLimited(askForCall(stage), 'requests_per_user_per_day');
    },
    (stage) => askForCall(stage),
  ),
  attack(
    'moves the day under the limit by a time zone',
    async (stage) => {
      await limit(stage, 'requests_per_user_per_day', 1);
      await moveToMorning(stage);
      for (let hours = -15; hours <= 15; hours++) {
        await stage.owner`select set_config('TimeZone', ${`${hours < 0 ? '-' : '+'}${Math.abs(hours)}`}, true)`;
        await expectLimited(askForCall(stage), 'requests_per_user_per_day');
      }
    },
    (stage) => askForCall(stage),
  ),
  attack(
    'names another seller so that the locks of two requests differ',
    async (stage) => {
      await limit(stage, 'requests_per_seller_per_day', 1);
      await expectRefusal(
        askForCall(stage, { seller_id: stage.otherSeller.id }, stage.otherBuyer),
        'invalid_input',
      );
    },
    (stage) => askForCall(stage, {}, stage.otherBuyer),
  ),
  attack(
    'two at once pass a limit together: who counts holds the locks of buyer, phone and seller',
    async (stage) => {
      await askForCall(stage);
      const locks = await stage.owner`select classid::int as kind, objid::bigint as key from pg_locks
        where locktype = 'advisory' and pid = pg_backend_pid() and classid::int between 1919 and 1921 order by 1`;
      const [keys] =
        await stage.owner`select array[hashtext(${stage.buyer.id}), hashtext(${stage.buyer.phone}),
        hashtext(${stage.seller.id})]::int[] as keys`;
      expect(locks.map(({ kind, key }) => [kind, key | 0])).toEqual([
        [1919, keys?.keys[0]],
        [1920, keys?.keys[1]],
        [1921, keys?.keys[2]],
      ]);
    },
    (stage) => askForCall(stage),
  ),
  attack(
    'two at once ask about one listing: the unique index has the last word',
    ({ owner, requestId }) => expectDenied(copyOf(owner, requestId, 0), '23505'),
    ({ owner, requestId }) => copyOf(owner, requestId, 1),
  ),
  attack(
    'two at once change one request: who changes holds its row',
    async (stage) => {
      const { owner, ask, seller, requestId } = stage;
      const lockOf = async () => {
        const [row] =
          await owner`select xmax::text as holder from public.callback_requests where id = ${requestId}`;
        return row?.holder;
      };
      const before = await lockOf();
      await ask(seller)`select public.update_callback_request_status(${requestId}, 'pending')`;
      expect(await lockOf()).not.toBe(before);
    },
    ({ ask, seller, requestId }) =>
      ask(seller)`select public.update_callback_request_status(${requestId}, 'pending')`,
  ),
  blocked('the blocked buyer asks', (stage) => block(stage, stage.seller, stage.buyer)),
  blocked('the blocking buyer asks', (stage) => block(stage, stage.buyer, stage.seller)),

  attack(
    'the name of someone else’s listing breaks out of a notification',
    async (stage) => {
      const title = `Bike\r\nBcc: x@example.com\u202e${'z'.repeat(300)}`;
      await stage.owner`update public.listings set title = ${title} where id = ${stage.spare.id}`;
      const id = await askForCall(stage);
      const [told] =
        await stage.owner`select message from public.callback_request_notifications where callback_request_id = ${id}`;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(told?.message).not.toMatch(/[\u0000-\u001f\u202e]/);
      expect(told?.message.length).toBeLessThan(300);
    },
    (stage) => askForCall(stage),
  ),
];
