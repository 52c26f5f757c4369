/** Erasing a person, by each way there is: what is gone, who is notified, and which totals stay. */
import { serve } from '@ringback/testing/database/deliveries.ts';
import {
  confirm,
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
  type Person,
  person,
  setNote,
  type TestDatabase,
  testDatabase,
  update,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

const PHONE = '+12125550177';

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let buyer: Person;
  let seller: Person;
  let bike: Listing;

  beforeAll(async () => {
    database = await testDatabase({ version });
    await makeItNoon(database.sql);
    await serve(database.sql, 'email');
  });
  beforeEach(async () => {
    buyer = await person(database, { first_name: 'Grace', last_name: 'Sentinel', phone: PHONE });
    seller = await person(database, { first_name: 'Mary' });
    bike = await listing(database, seller);
  });

  const ask = (values = {}) =>
    create(database.api, buyer, bike, {
      requester_name: 'Grace Sentinel',
      message: 'Sentinel words',
      ...values,
    });
  const eraseOneself = ({ id }: Person) =>
    database.api`select erase_callback_data('erase', ${id}) as erasure`.then(([row]) => row?.erasure);
  const requestRow = async (id: string) =>
    (await database.sql`select * from callback_requests where id = ${id}`)[0];

  test('a buyer’s open request is closed, what they wrote is gone, and the seller is notified', async () => {
    const id = await ask();
    await edit(database.api, id, { requester_phone: '+12125550178' }, buyer.id);
    await setNote(database.api, id, 'Sentinel note', seller.id);
    expect(await eraseOneself(buyer)).toMatchObject({
      ...{ requests_made: 1, requests_received: 0, open_requests: 1, notifications: 0, devices: 0 },
      ...{ person_id: buyer.id, held_until: null, erased_at: expect.any(String) },
    });
    expect(await requestRow(id)).toMatchObject({
      ...{ requester_id: null, seller_id: seller.id, status: 'cancelled', cancelled_by: 'system' },
      ...{ requester_phone: null, requester_name: null, message: null, erased_at: expect.any(Date) },
    });
    expect(await notificationsOf(database.sql, id, seller.id)).toEqual([
      'new_request',
      'request_edited',
      'request_cancelled',
    ]);
    const shown = await get(database.api, id, seller.id);
    expect(shown).toMatchObject({
      requester_id: null,
      requester_name: null,
      seller_note: null,
      status: 'cancelled',
    });
    await expectRefusal(get(database.api, id, buyer.id), 'not_found');
    await expectInvariants(database.sql);
  });

  test('of other people nothing goes', async () => {
    const other = await person(database, { first_name: 'Edsger' });
    const kept = await create(database.api, other, bike, { message: 'Other words' });
    await setNote(database.api, kept, 'Other note', seller.id);
    await ask();
    await eraseOneself(buyer);
    expect(await get(database.api, kept, seller.id)).toMatchObject({
      ...{ requester_id: other.id, message: 'Other words', seller_note: 'Other note', status: 'pending' },
    });
  });

  test('a seller’s requests keep what belongs to their buyers', async () => {
    const [open, done] = [await ask(), await create(database.api, await person(database), bike)];
    await logAttempt(database.api, done, 'reached', seller.id);
    await eraseOneself(seller);
    expect(await requestRow(open)).toMatchObject({
      ...{ requester_id: buyer.id, seller_id: null, message: 'Sentinel words', status: 'cancelled' },
    });
    expect(await requestRow(done)).toMatchObject({
      seller_id: null,
      status: 'completed',
      cancelled_by: null,
    });
    expect(await notificationsOf(database.sql, open, buyer.id)).toEqual(['request_cancelled']);
    await expectInvariants(database.sql);
  });

  test('an overdue request is expired, not closed', async () => {
    const id = await ask();
    await database.sql`update callback_requests set expires_at = requested_at + interval '1 microsecond' where id = ${id}`;
    await eraseOneself(buyer);
    expect(await requestRow(id)).toMatchObject({ status: 'expired', cancelled_by: null });
    await expectInvariants(database.sql);
  });

  test.each([
    ['buyer', () => buyer],
    ['seller', () => seller],
  ])('no total falls when the %s is erased', async (_, who) => {
    const ids = [await ask(), await create(database.api, await person(database), bike)];
    for (const id of ids) await logAttempt(database.api, id, 'reached', seller.id);
    await confirm(database.api, String(ids[0]), 'not_called', buyer.id);
    const totals = async () => {
      const [row] = await database.sql`select get_callback_overview(30) as overview`;
      const left = who() === buyer ? seller : buyer;
      const [stats] = await database.sql`select get_callback_request_stats(${left.id}) as stats`;
      return [row?.overview, stats?.stats];
    };
    const before = await totals();
    await eraseOneself(who());
    expect(await totals()).toEqual(before);
    await database.sql`select rollup_callback_stats()`;
    expect(await totals()).toEqual(before);
  });

  test('the marketplace’s own delete does the same', async () => {
    const [open, withdrawn] = [
      await ask(),
      await create(database.api, buyer, await listing(database, seller)),
    ];
    await update(database.api, withdrawn, 'cancelled', buyer.id, 'Sentinel reason');
    await database.sql`delete from profiles where id = ${buyer.id}`;
    expect(await requestRow(open)).toMatchObject({
      requester_id: null,
      requester_name: null,
      status: 'cancelled',
    });
    expect(await requestRow(withdrawn)).toMatchObject({ cancel_reason: null, cancelled_by: 'buyer' });
    expect(await notificationsOf(database.sql, open, seller.id)).toContain('request_cancelled');
    const [erased] = await database.sql`
      select count(*)::int as count from callback_private.erasures where person_hash = callback_private.person_hash(${buyer.id})`;
    expect(erased?.count).toBe(1);
    await expectInvariants(database.sql);
  });

  test('both sides may go at once, and everyone', async () => {
    const id = await ask();
    await database.sql`delete from profiles where id in (${buyer.id}, ${seller.id})`;
    expect(await requestRow(id)).toMatchObject({ requester_id: null, seller_id: null, status: 'cancelled' });
    await database.sql`delete from profiles`;
    await expectInvariants(database.sql);
  });

  test('a listing that goes closes its open requests, and both sides are notified', async () => {
    const id = await ask();
    await database.sql`delete from listings where id = ${bike.id}`;
    expect(await requestRow(id)).toMatchObject({
      ...{
        listing_id: null,
        requester_id: buyer.id,
        message: 'Sentinel words',
        status: 'cancelled',
        erased_at: null,
      },
    });
    for (const { id: reader } of [buyer, seller])
      expect(await notificationsOf(database.sql, id, reader)).toContain('request_cancelled');
    await expectInvariants(database.sql);
  });

  test('on the same day they cannot start over, from the next day on they can', async () => {
    await ask();
    await eraseOneself(buyer);
    await expectRefusal(ask(), 'rate_limited');
    await database.sql`update callback_private.erasures set erased_at = erased_at - interval '1 day'`;
    expect(await ask()).toEqual(expect.any(String));
  });

  test('the word must be there', async () => {
    const id = await ask();
    await expectRefusal(database.api`select erase_callback_data('delete', ${buyer.id})`, 'invalid_input');
    expect(await requestRow(id)).toMatchObject({ requester_id: buyer.id });
  });
});
