/** What the buyer learns of call attempts, and the seller of edits: in lists, in the inbox, and a wrong number's pause. */
import { claim, expectConservation, record } from '@ringback/testing/database/deliveries.ts';
import {
  edit,
  expectInvariants,
  expectRefusal,
  get,
  logAttempt,
  type RequestJson,
} from '@ringback/testing/database/index.ts';
import { outboxOn } from '@ringback/testing/database/outbox.ts';
import { beforeEach, describe, expect, test } from 'vitest';

const outbox = outboxOn(18);
let id: string;
let buyer: string;
let seller: string;

beforeEach(async () => {
  id = await outbox.ask();
  seller = outbox.seller.id;
  const [request] = await outbox.sql`select requester_id from callback_requests where id = ${id}`;
  buyer = request?.requester_id;
});

const attempt = (outcome: string, nextAttemptAt: string | null = null, by = seller) =>
  logAttempt(outbox.api, id, outcome, by, null, nextAttemptAt);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const read = () => get(outbox.api, id, buyer);
const editPhone = (phone = '+442079460958') => edit(outbox.api, id, { requester_phone: phone }, buyer);
/** The last notification of a person, as the inbox gives it. */
const newest = async (person: string) => {
  const [row] = await outbox.api`
    select list_callback_notifications(1, null, false, ${person}) #> '{items,0}' as item`;
  return { notification_type: row?.item.notification_type, data: row?.item.data };
};
/** What leaves for a person now. */
const leaving = async (person: string) =>
  (await claim(outbox.api))
    .filter(({ is_to_seller }) => is_to_seller === (person === seller))
    .map(({ notification_type }) => notification_type);

describe('a call attempt', () => {
  test('is in the lists of both sides, the last and how many', async () => {
    await attempt('busy');
    const next = inDays(1);
    await attempt('no_answer', next);
    for (const [side, person] of [
      ['buyer', buyer],
      ['seller', seller],
    ]) {
      const [row] = await outbox.api<{ page: { items: RequestJson[] } }[]>`
        select list_callback_requests(${side as string}, null, 20, null, ${person as string}) as page`;
      expect(row?.page.items[0]).toMatchObject({
        attempts_count: 2,
        last_attempt: { outcome: 'no_answer', attempted_at: expect.any(String) },
      });
      expect(Date.parse(row?.page.items[0]?.last_attempt?.next_attempt_at ?? '')).toBe(Date.parse(next));
    }
  });

  test('notifies the buyer once, with what the text needs, and not of the acknowledgement that comes with it', async () => {
    await attempt('no_answer', inDays(1));
    const [made] = (await read()).attempts ?? [];
    expect(await newest(buyer)).toMatchObject({
      notification_type: 'call_attempted',
      data: {
        outcome: 'no_answer',
        attempted_at: made?.attempted_at,
        next_attempt_at: made?.next_attempt_at,
      },
    });
    expect(await leaving(buyer)).toEqual(['call_attempted']);
    await expectInvariants(outbox.sql);
    await expectConservation(outbox.sql);
  });

  test('leaves without the earlier ones that waited with it', async () => {
    await attempt('no_answer');
    await attempt('busy');
    const [message] = (await claim(outbox.api)).filter(({ is_to_seller }) => !is_to_seller);
    expect(message).toMatchObject({ notification_type: 'call_attempted', data: { outcome: 'busy' } });
  });

  test('that reached the buyer is the completion alone', async () => {
    await attempt('reached');
    expect(await leaving(buyer)).toEqual(['request_completed']);
  });

  test.each([
    ['in the past', 'busy', -1],
    ['after the request expires', 'busy', 8],
    ['of a call that reached the buyer', 'reached', 1],
    ['of a wrong number', 'wrong_number', 1],
  ])('cannot be planned %s', async (_, outcome, days) => {
    const { detail } = await expectRefusal(attempt(outcome, inDays(days)), 'invalid_input');
    expect(detail).toEqual({ field: 'next_attempt_at' });
    expect((await read()).attempts_count).toBe(0);
    await attempt('busy', inDays(6));
    expect((await read()).attempts_count).toBe(1);
  });
});

describe('a wrong number', () => {
  beforeEach(() => attempt('wrong_number'));

  test('pauses the request until the number is edited; another edit does not end the pause', async () => {
    const { paused_at, last_attempt, edited_at } = await read();
    expect([paused_at, edited_at]).toEqual([last_attempt?.attempted_at, null]);
    await edit(outbox.api, id, { message: 'Please call.' }, buyer);
    expect((await read()).paused_at).not.toBeNull();
    await editPhone();
    const after = await read();
    expect(after).toMatchObject({ paused_at: null, edited_at: after.updated_at });
    await expectInvariants(outbox.sql);
  });

  test('is over when the seller gets through, or ends the request', async () => {
    await attempt('busy');
    expect((await read()).paused_at).toBeNull();
    await attempt('reached');
    expect(await read()).toMatchObject({ status: 'completed', paused_at: null });
    await expectInvariants(outbox.sql);
  });

  test('is what the buyer reads, as long as it is wrong', async () => {
    expect(await newest(buyer)).toMatchObject({
      notification_type: 'wrong_number',
      data: { outcome: 'wrong_number' },
    });
    await editPhone();
    expect(await leaving(buyer)).toEqual([]);
  });

  test('leaves while it is, and the seller reads of the new number', async () => {
    const messages = await claim(outbox.api);
    expect(messages.map(({ notification_type }) => notification_type)).toEqual(['wrong_number']);
    await record(outbox.api, messages, { outcome: 'sent' });
    await editPhone();
    expect(await newest(seller)).toEqual({
      notification_type: 'request_edited',
      data: { fields: ['requester_phone'] },
    });
    expect(await leaving(seller)).toEqual(['request_edited']);
    await expectConservation(outbox.sql);
  });

  test('the rules for numbers hold for the new one', async () => {
    await expectRefusal(editPhone('+19002345678'), 'phone_not_allowed');
    expect((await read()).paused_at).not.toBeNull();
  });
});

test('several edits that waited together are one message', async () => {
  await record(outbox.api, await claim(outbox.api), { outcome: 'sent' });
  await edit(outbox.api, id, { message: 'One' }, buyer);
  await edit(outbox.api, id, { message: 'Two' }, buyer);
  expect(await leaving(seller)).toEqual(['request_edited']);
});
