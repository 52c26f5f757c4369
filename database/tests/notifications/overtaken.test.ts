/** What has waited, for quiet hours or a mail server, leaves only if it still holds: the last word about a request, once. */
import { claim, expectConservation, record, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import { expectInvariants, timeRunsOut, update } from '@ringback/testing/database/index.ts';
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

/** The types that leave by mail now, to that person. */
const leaving = async (person: string) => {
  const messages = await claim(outbox.api);
  const rows = await outbox.sql`
    select n.notification_type from callback_private.deliveries d
    join callback_request_notifications n on n.id = d.notification_id
    where d.id = any (${messages.map((message) => message.id)}) and d.person_id = ${person} order by d.created_at, d.id`;
  return rows.map((row) => row.notification_type);
};
const suppressed = async () =>
  (
    await outbox.sql`
      select n.notification_type from callback_private.deliveries d
      join callback_request_notifications n on n.id = d.notification_id
      where d.status = 'suppressed' and d.error_code = 'outdated' order by n.notification_type`
  ).map((row) => row.notification_type);
const remind = async () => {
  await outbox.sql`update callback_requests set requested_at = now() - interval '2 days', requested_on = requested_on - 2`;
  await outbox.api`select remind_callback_sellers()`;
};
const expire = async () => {
  await timeRunsOut(outbox.sql, [id]);
  await outbox.api`select expire_callback_requests()`;
};

describe('acknowledged', () => {
  beforeEach(async () => {
    await update(outbox.api, id, 'acknowledged', seller);
    await waitingIsOver(outbox.sql); // it can no longer be taken back
  });

  test('and no more: both sides’ notices hold, but the seller knows of the request', async () => {
    expect(await leaving(buyer)).toEqual(['request_acknowledged']);
    expect(await suppressed()).toEqual(['new_request']);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['declined', () => update(outbox.api, id, 'cancelled', seller), 'request_cancelled'],
    ['completed', () => update(outbox.api, id, 'completed', seller), 'request_completed'],
    ['expired', expire, 'request_expired'],
  ])('then %s while nothing could leave: the buyer reads the last alone', async (_, happens, type) => {
    await happens();
    expect(await leaving(buyer)).toEqual([type]);
    expect(await suppressed()).toEqual(['new_request', 'request_acknowledged']);
    await expectConservation(outbox.sql);
    await expectInvariants(outbox.sql);
  });

  test('then overdue: nobody reads of a call that will not come, before the expiry is written', async () => {
    await timeRunsOut(outbox.sql, [id]);
    expect(await leaving(buyer)).toEqual([]);
    expect(await suppressed()).toEqual(['new_request', 'request_acknowledged']);
  });

  test('then declined after it has left: both were true when they left', async () => {
    await record(outbox.api, await claim(outbox.api), { outcome: 'sent' });
    await update(outbox.api, id, 'cancelled', seller);
    expect(await leaving(buyer)).toEqual(['request_cancelled']);
  });
});

test('withdrawn before the seller could be reached: they read of the end alone', async () => {
  await update(outbox.api, id, 'cancelled', buyer);
  expect(await leaving(seller)).toEqual(['request_cancelled']);
  expect(await suppressed()).toEqual(['new_request']);
});

describe('a reminder', () => {
  test('that falls due together with its request is one message', async () => {
    await remind();
    expect(await leaving(seller)).toEqual(['request_reminder']);
    expect(await suppressed()).toEqual(['new_request']);
    await expectConservation(outbox.sql);
    await expectInvariants(outbox.sql);
  });

  test('follows a request that has left', async () => {
    await record(outbox.api, await claim(outbox.api), { outcome: 'sent' });
    await remind();
    expect(await leaving(seller)).toEqual(['request_reminder']);
    expect(await suppressed()).toEqual([]);
  });

  test('that the seller does not want by mail does not keep the request from leaving', async () => {
    await outbox.prefer({ email: ['new_request'] });
    await remind();
    expect(await leaving(seller)).toEqual(['new_request']);
  });

  test('that was switched off while both waited does not either', async () => {
    await remind();
    await outbox.prefer({ email: ['new_request'] });
    expect(await leaving(seller)).toEqual(['new_request']);
  });

  test('is out of date once the request is acknowledged', async () => {
    await remind();
    await update(outbox.api, id, 'acknowledged', seller);
    expect(await leaving(seller)).toEqual([]);
    expect(await suppressed()).toEqual(['new_request', 'request_reminder']);
  });
});
