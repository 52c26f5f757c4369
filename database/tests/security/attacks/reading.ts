/** What must not be read: the difference between missing and foreign, and above all the phone numbers. */

import { expectRefusal } from '@ringback/testing/database/index.ts';
import { MISSING } from '@ringback/testing/security/world.ts';
import { expect } from 'vitest';
import { askForCall } from '../support/ask.ts';
import { type Attack, attack } from '../support/attack.ts';
import { everythingOf, expectDenied, type Stage, type Who } from '../support/stage.ts';

const read = ({ ask, requestId }: Stage, who: Who) =>
  ask(who)`select public.get_callback_request(${requestId})`;
const end = ({ ask, seller, requestId }: Stage, status: string) =>
  ask(seller)`select public.update_callback_request_status(${requestId}, ${status})`;

const phoneIsShown = async (stage: Stage) => {
  const shown = await read(stage, stage.seller);
  expect([shown.requester_phone, shown.requester.phone]).toEqual([stage.buyer.phone, stage.buyer.phone]);
};

/** Everything that someone can read, as one text. */
async function everything(stage: Stage, who: Who & object): Promise<string> {
  const { ask, requestId, otherRequestId, bike, boat } = stage;
  const answers: unknown[] = [
    await ask(who)`select public.get_seller_callback_requests()`,
    await ask(who)`select public.get_requester_callback_requests()`,
    await ask(who)`select public.list_callback_requests('seller')`,
    await ask(who)`select public.list_callback_requests('buyer')`,
    await ask(who)`select public.list_callback_notifications()`,
    await ask(who)`select public.get_callback_request_stats()`,
    await stage.as(
      who,
      (sql) => sql`select id, requester_name, message, cancel_reason from public.callback_requests`,
    ),
    await stage.as(who, (sql) => sql`select title, message from public.callback_request_notifications`),
  ];
  for (const listing of [bike, boat])
    answers.push(await ask(who)`select public.can_request_callback(${listing.id})`);
  for (const id of [requestId, otherRequestId])
    answers.push(await ask(who)`select public.get_callback_request(${id})`.catch(everythingOf));
  return JSON.stringify(answers);
}

async function expectNoPhone(stage: Stage, who: Who & object, phones: (string | null)[]): Promise<void> {
  const text = await everything(stage, who);
  for (const phone of phones) expect(text).not.toContain(phone?.slice(1));
}

/** Missing and foreign must look the same to every caller: state, hint, sentence and detail. */
const oracle = (
  what: string,
  askFor: (stage: Stage, id: string) => Promise<unknown>,
  foreign: (stage: Stage) => string,
) =>
  attack(
    `tells foreign from missing: ${what}`,
    async (stage) => {
      const refusals = [];
      for (const id of [foreign(stage), MISSING])
        refusals.push(await expectRefusal(askFor(stage, id), 'not_found'));
      expect(refusals[0]).toEqual(refusals[1]);
    },
    (stage) => read(stage, stage.seller),
  );

const afterTheEnd = (status: 'completed' | 'cancelled') =>
  attack(
    `reads the buyer’s phone after the request is ${status}`,
    async (stage) => {
      await end(stage, status);
      await expectNoPhone(stage, stage.seller, [stage.buyer.phone]);
    },
    phoneIsShown,
  );

const once = (stage: Stage, key: string, status = 'acknowledged') =>
  stage.ask('service')`select public.change_callback_request(
    ${stage.requestId}, ${status}, p_idempotency_key := ${key}, p_user_id := ${stage.seller.id})`;

export const reading: Attack[] = [
  oracle(
    'reading',
    ({ ask, buyer }, id) => ask(buyer)`select public.get_callback_request(${id})`,
    (s) => s.otherRequestId,
  ),
  oracle(
    'changing',
    ({ ask, buyer }, id) => ask(buyer)`select public.update_callback_request_status(${id}, 'cancelled')`,
    (s) => s.otherRequestId,
  ),
  oracle(
    'changing to what cannot be',
    ({ ask, buyer }, id) =>
      ask(buyer)`select public.update_callback_request_status(${id}, 'nonsense', p_reason := 'x')`,
    (s) => s.otherRequestId,
  ),
  oracle(
    'marking',
    ({ ask, buyer }, id) => ask(buyer)`select public.mark_callback_notification_read(${id})`,
    (s) => s.otherNotificationId,
  ),
  afterTheEnd('completed'),
  afterTheEnd('cancelled'),

  attack(
    'reads the buyer’s phone after the request has run out, before the job has run',
    async (stage) => {
      await stage.owner`update public.callback_requests set requested_at = now() - interval '8 days',
        requested_on = requested_on - 8, expires_at = now() where id = ${stage.requestId}`;
      await expectNoPhone(stage, stage.seller, [stage.buyer.phone]);
    },
    phoneIsShown,
  ),
  attack(
    'the other side of the market reads phones',
    async (stage) => {
      await expectNoPhone(stage, stage.buyer, [stage.otherBuyer.phone]);
      await expectNoPhone(stage, stage.otherSeller, [stage.buyer.phone]);
      await expectNoPhone(stage, stage.otherBuyer, [stage.buyer.phone]);
    },
    phoneIsShown,
  ),
  attack(
    'finds a seller’s phone anywhere',
    async (stage) => {
      for (const who of [stage.buyer, stage.seller, stage.otherBuyer, stage.otherSeller])
        await expectNoPhone(stage, who, [stage.seller.phone, stage.otherSeller.phone]);
    },
    async (stage) => expect(await everything(stage, stage.buyer)).toContain('"name":"Mary Okafor"'),
  ),
  attack(
    'reads the phone by repeating an Idempotency-Key after the end',
    async (stage) => {
      const first = await once(stage, 'key');
      expect(first.request.requester_phone).toBe(stage.buyer.phone);
      await end(stage, 'cancelled');
      const again = await once(stage, 'key');
      expect(again.replayed).toBe(true);
      expect(JSON.stringify(again)).not.toContain(stage.buyer.phone);
    },
    async (stage) => {
      await once(stage, 'key');
      const again = await once(stage, 'key');
      expect([again.replayed, again.request.requester_phone]).toEqual([true, stage.buyer.phone]);
    },
  ),
  attack(
    'finds the phone in the answers that are kept',
    async (stage) => {
      await once(stage, 'key');
      const [kept] = await stage.owner`select answer::text as answer from callback_private.idempotency_keys`;
      expect(kept?.answer).toContain(stage.requestId);
      expect(kept?.answer).not.toContain(stage.buyer.phone);
    },
    (stage) => once(stage, 'key'),
  ),
  attack(
    'repeats the key of another user',
    async (stage) => {
      await once(stage, 'key');
      const { ask, otherSeller, requestId } = stage;
      await expectRefusal(
        ask('service')`select public.change_callback_request(
          ${requestId}, 'acknowledged', p_idempotency_key := 'key', p_user_id := ${otherSeller.id})`,
        'not_found',
      );
    },
    async (stage) => {
      await once(stage, 'key');
      expect((await once(stage, 'key')).replayed).toBe(true);
    },
  ),
  attack(
    'repeats a key with other content',
    async (stage) => {
      await once(stage, 'key');
      await expectRefusal(once(stage, 'key', 'completed'), 'idempotency_key_reused');
    },
    async (stage) => {
      await once(stage, 'key');
      await once(stage, 'another key', 'completed');
    },
  ),
  attack(
    'reads the phone in an error',
    async (stage) => {
      const errors = [];
      for (const changes of [
        { requester_name: '\u202e' },
        { message: 'x'.repeat(1_001) },
        { priority: 'x' },
        { preferred_days: '{x}' },
        { listing_id: stage.bike.id, seller_id: stage.bike.user_id },
        { requester_phone: `${stage.buyer.phone}00000` },
        { callback_reason: 'x' },
      ])
        errors.push(
          everythingOf(
            await askForCall(stage, changes).then(
              () => new Error('accepted'),
              (error) => error,
            ),
          ),
        );
      errors.push(
        everythingOf(await expectDenied(stage.ask(stage.seller)`select * from public.callback_requests`)),
      );
      expect(JSON.stringify(errors)).not.toContain(stage.buyer.phone?.slice(1));
    },
    (stage) => askForCall(stage),
  ),
  attack(
    'finds a phone in notifications and events',
    async (stage) => {
      await end(stage, 'completed');
      const rows = await stage.owner`
        select to_jsonb(n)::text as row from public.callback_request_notifications n
        union all select to_jsonb(e)::text from callback_private.events e`;
      expect(rows.length).toBeGreaterThan(4);
      expect(JSON.stringify(rows)).not.toMatch(/\+?1[23]125550\d{3}/);
    },
    phoneIsShown,
  ),
  attack(
    'becomes the listing’s owner to read the requests that came before',
    async (stage) => {
      await stage.owner`update public.listings set user_id = ${stage.otherSeller.id} where id = ${stage.bike.id}`;
      await expectRefusal(read(stage, stage.otherSeller), 'not_found');
      await expectNoPhone(stage, stage.otherSeller, [stage.buyer.phone]);
    },
    phoneIsShown,
  ),
  attack(
    'reads the notifications of others',
    async ({ ask, buyer, otherSeller, notificationId }) => {
      for (const who of [buyer, otherSeller]) {
        const { items } = await ask(who)`select public.list_callback_notifications(p_limit := 100)`;
        expect(items.map(({ id }: { id: string }) => id)).not.toContain(notificationId);
      }
      expect(await ask(buyer)`select public.get_unread_callback_notification_count()`).toBe(0);
    },
    async ({ ask, seller, notificationId }) => {
      const { items } = await ask(seller)`select public.list_callback_notifications(p_limit := 100)`;
      expect(items.map(({ id }: { id: string }) => id)).toEqual([notificationId]);
      expect(await ask(seller)`select public.get_unread_callback_notification_count()`).toBe(1);
    },
  ),
  attack(
    'marks the notifications of others',
    async ({ ask, owner, buyer, otherSeller, notificationId }) => {
      for (const who of [buyer, otherSeller])
        await ask(who)`select public.mark_all_callback_notifications_read()`;
      const [row] =
        await owner`select read_at from public.callback_request_notifications where id = ${notificationId}`;
      expect(row?.read_at).toBeNull();
    },
    async ({ ask, seller }) =>
      expect(await ask(seller)`select public.mark_all_callback_notifications_read()`).toBe(1),
  ),
  attack(
    'reads the requests of others in the own lists',
    async ({ ask, otherSeller, otherBuyer, otherRequestId }) => {
      const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
      for (const status of [null, 'pending']) {
        expect(
          ids(await ask(otherSeller)`select public.get_seller_callback_requests(p_status := ${status})`),
        ).toEqual([otherRequestId]);
        expect(
          ids(await ask(otherBuyer)`select public.get_requester_callback_requests(p_status := ${status})`),
        ).toEqual([otherRequestId]);
      }
      for (const status of ['expired', 'completed'])
        expect(
          await ask(otherSeller)`select public.get_seller_callback_requests(p_status := ${status})`,
        ).toEqual([]);
    },
    phoneIsShown,
  ),
  attack(
    'sees the request of another buyer as an own one',
    async ({ ask, otherBuyer, bike }) => {
      const answer = await ask(otherBuyer)`select public.can_request_callback(${bike.id})`;
      expect(answer).toMatchObject({ can_request: true, reason: null, existing_request: null });
    },
    async ({ ask, buyer, bike, requestId }) =>
      expect(await ask(buyer)`select public.can_request_callback(${bike.id})`).toMatchObject({
        reason: 'duplicate_request',
        existing_request: { id: requestId },
      }),
  ),
  attack(
    'counts what others have',
    async ({ ask, buyer, seller }) => {
      const { as_seller, as_requester } = await ask(buyer)`select public.get_callback_request_stats()`;
      expect([as_seller.total_received, as_requester.total_sent]).toEqual([0, 1]);
      await ask('service')`select public.rollup_callback_stats()`;
      const sellers = await ask(seller)`select public.get_callback_request_stats()`;
      expect([sellers.as_seller.total_received, sellers.as_requester.total_sent]).toEqual([1, 0]);
    },
    async ({ ask, seller }) =>
      expect(await ask(seller)`select public.get_callback_request_stats()`).toMatchObject({
        as_seller: { total_received: 1, pending: 1 },
      }),
  ),
  attack(
    'an internal event shows to a side that its audience leaves out',
    async (stage) => {
      await happens(stage, 'under_review', '{operator}');
      expect(await seenBy(stage, stage.buyer)).not.toContain('under_review');
      expect(await seenBy(stage, stage.seller)).not.toContain('under_review');
    },
    async (stage) => {
      await happens(stage, 'looked_at', '{buyer,seller}');
      expect(await seenBy(stage, stage.buyer)).toContain('looked_at');
      expect(await seenBy(stage, stage.seller)).toContain('looked_at');
    },
  ),
];

/** An event of a new type happens to the request. */
async function happens({ owner, requestId }: Stage, type: string, audience: string): Promise<void> {
  await owner`insert into callback_private.event_types (name, audience) values (${type}, ${audience}::text::text[])`;
  await owner`select callback_private.record_event(${type}, r, 'system') from public.callback_requests r where id = ${requestId}`;
}

/** What a reader sees of the request's events: its history, and live updates, which here count this transaction as committed. */
async function seenBy({ ask, owner, requestId }: Stage, who: Who & object): Promise<string> {
  const history = await ask(who)`select public.get_callback_request(${requestId})`;
  const [live] = await owner`select callback_private.own_events_after(${who.id}, '1:1:',
    format('%1$s:%1$s:', pg_current_xact_id()::text::bigint + 1)::pg_snapshot, 1000) as events`;
  return JSON.stringify([history, live?.events]);
}
