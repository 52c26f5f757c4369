/** An operator reads a request with what each side sees of it, looks at the number, corrects it, leaves a note. */

import { randomUUID } from 'node:crypto';
import {
  actsOf,
  asOperator,
  close,
  create,
  edit,
  expectInvariants,
  expectRefusal,
  get,
  type Listing,
  listing,
  logAttempt,
  makeItNoon,
  notificationsOf,
  operatorsOf,
  type Person,
  person,
  type RequestJson,
  type Role,
  setNote,
  type TestDatabase,
  testDatabase,
  timeRunsOut,
  update,
} from '@ringback/testing/database/index.ts';
import { visibleText } from '@ringback/testing/visibleText.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

interface Detail {
  id: string;
  phone_masked: string | null;
  request: RequestJson;
  buyer_sees: RequestJson;
  seller_sees: RequestJson;
  history: {
    event_type: string;
    actor: string;
    operator: { id: string; name: string } | null;
    to_status: string;
    data: object;
  }[];
  notes: { note: string; operator: { id: string; name: string } }[];
  notifications: {
    id: string;
    notification_type: string;
    as: string;
    deliveries: { channel: string; state: string; reason: string }[];
  }[];
}

const PHONE = '+442079460123';
const MASKED = '+44 •••• ••0123';

let database: TestDatabase;
let operators: Record<Role, string>;
let buyer: Person;
let seller: Person;
let bike: Listing;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  operators = await operatorsOf(database.sql);
  await database.sql`update callback_private.settings set requests_per_phone_per_day = 1000`;
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
  bike = await listing(database, seller, { title: 'Bike, ring 020 7946 0999' });
  id = await create(database.api, buyer, bike, {
    requester_phone: PHONE,
    requester_name: 'Ama 0244 123 456',
    message: 'Or call 020 7946 0124, ama@example.com',
  });
});

const call = <Result>(role: Role, name: string, args: Record<string, unknown> = {}) =>
  asOperator<Result>(database.api, operators[role], name, { p_request_id: id, ...args });
const read = (role: Role) => call<Detail>(role, 'inspect_callback_request');
const actsOfRequest = async (role: Role) =>
  (await actsOf(database.sql, operators[role])).filter(({ subject_id }) => subject_id === id);

describe('inspect_callback_request', () => {
  test('shows each side as it reads the request itself, with the number masked', async () => {
    await setNote(database.api, id, 'Wants 50 off', seller.id);
    const detail = await read('support');
    const [asBuyer, asSeller] = await Promise.all(
      [buyer, seller].map(({ id: reader }) => get(database.api, id, reader)),
    );
    const masked = (request: RequestJson | undefined) => ({
      ...request,
      requester_name: 'Ama •••••',
      requester_phone: MASKED,
      message: 'Or call •••••, •••••',
      requester: { ...request?.requester, name: 'Ama •••••', phone: MASKED },
      listing: { ...request?.listing, title: 'Bike, ring •••••' },
    });
    expect(detail.buyer_sees).toEqual(masked(asBuyer));
    expect(detail.seller_sees).toEqual(masked(asSeller));
    expect(detail.seller_sees.seller_note).toBe('Wants 50 off');
    expect(detail.request).toMatchObject({ requester_phone: null, seller_note: null });
    expect(detail.phone_masked).toBe(MASKED);
  });

  test('shows what a side no longer sees as hidden', async () => {
    await update(database.api, id, 'completed', seller.id);
    const detail = await read('admin');
    expect(detail.seller_sees.requester_phone).toBeNull();
    expect(detail.buyer_sees.requester_phone).toBe(MASKED);
  });

  test('shows a viewer no number and no mail address at all', async () => {
    await call('support', 'add_callback_operator_note', { p_note: 'Rang 020 7946 0123' });
    await update(database.api, id, 'cancelled', seller.id, 'Call 020-7946-0777 instead');
    const text = visibleText(await read('viewer'));
    expect(text).not.toMatch(/\d{4}/);
    expect(text).not.toMatch(/@example/);
    expect((await read('viewer')).phone_masked).toBeNull();
  });

  test('has the whole history with who did what, attempts, and what was sent', async () => {
    await logAttempt(database.api, id, 'no_answer', seller.id);
    await close(database.api, id, operators.support, { reason: 'Fraud' });
    const [notification] =
      await database.sql`select id from callback_request_notifications where callback_request_id = ${id} limit 1`;
    await database.sql`
      insert into callback_private.deliveries (subject_kind, notification_id, seller_id, recipient_kind, person_id, channel, status, next_attempt_at, error_code)
      select 'notification', n.id, n.seller_id, 'person', n.recipient_id, 'email', 'failed', null, 'smtp_552'
      from callback_request_notifications n where n.id = ${notification?.id}`;
    const detail = await read('viewer');
    expect(detail.history.map(({ event_type, actor }) => `${event_type} ${actor}`)).toEqual([
      'request_created buyer',
      'call_attempted seller',
      'status_changed seller',
      'status_changed operator',
    ]);
    expect(detail.history.at(-1)?.operator).toEqual({ id: operators.support, name: 'Olu support' });
    expect(detail.request.attempts).toHaveLength(1);
    expect(
      detail.notifications.map(({ as, notification_type }) => `${as} ${notification_type}`).sort(),
    ).toEqual([
      'buyer call_attempted',
      'buyer request_cancelled',
      'seller new_request',
      'seller request_cancelled',
    ]);
    expect(detail.notifications.find((one) => one.id === notification?.id)?.deliveries).toMatchObject([
      { channel: 'email', state: 'failed', reason: 'smtp_552' },
    ]);
    await database.sql`delete from callback_private.deliveries`;
  });

  test('reads an overdue request as expired, with its expiry in the history', async () => {
    await timeRunsOut(database.sql, [id]);
    const detail = await read('viewer');
    expect(detail.request.status).toBe('expired');
    expect(detail.history.at(-1)).toMatchObject({ actor: 'system', to_status: 'expired' });
  });

  test('is refused to people and about what is not there', async () => {
    await expectRefusal(
      call('viewer', 'inspect_callback_request', { p_request_id: randomUUID() }),
      'not_found',
    );
    const stranger = asOperator(database.api, buyer.id, 'inspect_callback_request', { p_request_id: id });
    await expectRefusal(stranger, 'forbidden');
  });
});

describe('reveal_callback_request_phone', () => {
  test('answers the number to support, and the audit keeps who looked and why, without the number', async () => {
    const revealed = await call('support', 'reveal_callback_request_phone', {
      p_reason: ` He says ${PHONE} is wrong `,
    });
    expect(revealed).toEqual({ id, requester_phone: PHONE });
    expect(await actsOfRequest('support')).toMatchObject([
      {
        action: 'reveal_callback_request_phone',
        subject_kind: 'callback_request',
        data: { reason: 'He says +••••• is wrong' },
      },
    ]);
  });

  test('each look is in the audit', async () => {
    for (const reason of ['One', 'Two'])
      await call('admin', 'reveal_callback_request_phone', { p_reason: reason });
    expect(await actsOfRequest('admin')).toHaveLength(2);
  });

  test('is refused to viewers, without a reason, and about what is not there', async () => {
    await expectRefusal(
      call('viewer', 'reveal_callback_request_phone', { p_reason: 'Why not' }),
      'forbidden',
    );
    for (const reason of [null, ' ', 'a\nb', 'x'.repeat(501)])
      await expectRefusal(
        call('support', 'reveal_callback_request_phone', { p_reason: reason }),
        'invalid_input',
      );
    const missing = { p_request_id: randomUUID(), p_reason: 'Why not' };
    await expectRefusal(call('support', 'reveal_callback_request_phone', missing), 'not_found');
    expect(await actsOfRequest('support')).toEqual([]);
  });
});

describe('edit_callback_request_phone', () => {
  const correct = (role: Role, phone: string, consent: boolean | null = true) =>
    call<Detail>(role, 'edit_callback_request_phone', { p_phone: phone, p_consent: consent });

  test('corrects the number as the buyer’s own edit does; the seller learns of it', async () => {
    await logAttempt(database.api, id, 'wrong_number', seller.id);
    const detail = await correct('support', '+442079460124');
    expect(detail.phone_masked).toBe('+44 •••• ••0124');
    expect(detail.history.at(-1)).toMatchObject({
      event_type: 'request_edited',
      actor: 'operator',
      operator: { id: operators.support },
      data: { fields: ['requester_phone'] },
    });
    expect(await get(database.api, id, seller.id)).toMatchObject({
      requester_phone: '+442079460124',
      paused_at: null,
    });
    expect(await notificationsOf(database.sql, id, seller.id)).toContain('request_edited');
    expect((await actsOfRequest('support')).at(-1)).toMatchObject({
      action: 'edit_callback_request_phone',
      data: { consent: true },
    });
    await expectInvariants(database.sql);
  });

  test('neither side reads which operator it was', async () => {
    await correct('support', '+442079460124');
    for (const reader of [buyer, seller]) {
      const request = await get(database.api, id, reader.id);
      expect(request.history?.at(-1)).toMatchObject({ actor: 'operator' });
      expect(JSON.stringify(request)).not.toContain('Olu');
    }
  });

  test('the same number changes nothing and is no act', async () => {
    await correct('support', PHONE);
    expect(await actsOfRequest('support')).toEqual([]);
  });

  test('keeps the rules of numbers and the limit of edits', async () => {
    await expectRefusal(correct('support', '+4420'), 'invalid_phone');
    await expectRefusal(correct('support', ''), 'invalid_input');
    await expectRefusal(correct('support', '+442999999999'), 'invalid_phone');
    await expectRefusal(correct('support', '+449012345678'), 'phone_not_allowed');
    for (let n = 0; n < 20; n++) await edit(database.api, id, { message: `Edit ${n}` }, buyer.id);
    await expectRefusal(correct('support', '+442079460124'), 'rate_limited');
  });

  test('is refused to viewers, without consent, and once the request has ended', async () => {
    await expectRefusal(correct('viewer', '+442079460124'), 'forbidden');
    await expectRefusal(correct('support', '+442079460124', false), 'invalid_input');
    await expectRefusal(correct('support', '+442079460124', null), 'invalid_input');
    await update(database.api, id, 'completed', seller.id);
    await expectRefusal(correct('support', '+442079460124'), 'invalid_transition');
    expect(await actsOfRequest('support')).toEqual([]);
  });
});

describe('add_callback_operator_note', () => {
  interface Noted {
    request: Detail;
    replayed: boolean;
  }
  const note = (role: Role, text: string | null, key: string | null = null) =>
    call<Noted>(role, 'add_callback_operator_note', { p_note: text, p_idempotency_key: key });

  test('adds it for operators, also after the end, and neither side reads it', async () => {
    await update(database.api, id, 'completed', seller.id);
    await note('support', ' Asked the seller. ');
    const { request } = await note('admin', 'Second');
    expect(request.notes).toMatchObject([
      { note: 'Asked the seller.', operator: { id: operators.support, name: 'Olu support' } },
      { note: 'Second', operator: { id: operators.admin } },
    ]);
    for (const reader of [buyer, seller])
      expect(JSON.stringify(await get(database.api, id, reader.id))).not.toContain('Asked');
    expect(await actsOfRequest('support')).toMatchObject([
      { action: 'add_callback_operator_note', data: {} },
    ]);
  });

  test('with the same key adds one', async () => {
    const first = await note('support', 'Once', 'key');
    const again = await note('support', 'Once', 'key');
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.request.notes).toHaveLength(1);
    await expectRefusal(note('support', 'Other', 'key'), 'idempotency_key_reused');
  });

  test('is refused to viewers, empty, too long, and about what is not there', async () => {
    await expectRefusal(note('viewer', 'No'), 'forbidden');
    for (const text of [null, '  ', 'x'.repeat(2001)])
      await expectRefusal(note('support', text), 'invalid_input');
    const missing = { p_request_id: randomUUID(), p_note: 'No' };
    await expectRefusal(call('support', 'add_callback_operator_note', missing), 'not_found');
  });

  test('goes with its request', async () => {
    await note('support', 'Gone');
    await database.sql`delete from callback_requests where id = ${id}`;
    const [row] =
      await database.sql`select count(*)::int as notes from callback_private.operator_notes where callback_request_id = ${id}`;
    expect(row?.notes).toBe(0);
  });
});

test('what closing answers holds no number either', async () => {
  const { request } = await close(database.api, id, operators.support, { reason: 'Call 020 7946 0123' });
  expect(visibleText(request)).not.toMatch(/7946|0244/);
});
