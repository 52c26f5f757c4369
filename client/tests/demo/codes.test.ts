/** A demo world that asks for codes does as the database: the seller sees nothing before, tries and time run out. */
import { expect, test } from 'vitest';
import { createDemoWorld, DEMO_BUYER, DEMO_CODE, DEMO_LISTINGS } from '../../src/demo/index.ts';

const MINUTE = 60_000;

function worldThatAsks() {
  const clock = { now: Date.parse('2026-11-30T10:00:00Z') };
  const people = [
    { id: 'buyer', name: 'Ama' },
    { id: 'seller', name: 'Kofi', phone: '+442079460018' },
  ];
  const listings = [{ id: 'bike', seller_id: 'seller', title: 'Bike' }];
  const world = createDemoWorld({ people, listings, asksForCodes: true, delayMs: 0, now: () => clock.now });
  const [buyer, seller] = [world.as('buyer'), world.as('seller')];
  const ask = (requester_phone = '+442079460123') =>
    buyer.createCallbackRequest({
      ...{ listing_id: 'bike', seller_id: 'seller', requester_name: 'Ama', requester_phone },
    });
  const received = async () => (await seller.listCallbackRequests({ as: 'seller' })).items;
  return { buyer, seller, ask, received, pass: (ms: number) => (clock.now += ms) };
}

test('the seller sees nothing until the code is entered, and the number is known then', async () => {
  const { buyer, seller, ask, received } = worldThatAsks();
  const { id, is_waiting_for_code, phone_code } = await ask();
  expect({ is_waiting_for_code, phone_code }).toMatchObject({
    ...{ is_waiting_for_code: true, phone_code: { tries_left: 5 } },
  });
  expect(await received()).toEqual([]);
  expect(await seller.getUnreadCount()).toEqual(0);
  await expect(seller.getCallbackRequest(id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(buyer.editCallbackRequest(id, { message: 'x' })).rejects.toMatchObject({ code: 'conflict' });
  const confirmed = await buyer.confirmCallbackCode(id, {
    code: `${DEMO_CODE.slice(0, 3)} ${DEMO_CODE.slice(3)}`,
  });
  expect(confirmed).toMatchObject({ is_waiting_for_code: false, phone_code: null });
  expect(await received()).toMatchObject([{ id }]);
  await buyer.updateCallbackRequestStatus(id, { status: 'cancelled' });
  expect((await ask()).is_waiting_for_code).toBe(false);
});

test('wrong codes count, a resend brings new tries', async () => {
  const { buyer, ask, pass } = worldThatAsks();
  const { id } = await ask();
  for (const triesLeft of [4, 3, 2, 1, 0])
    await expect(buyer.confirmCallbackCode(id, { code: '000000' })).rejects.toMatchObject({
      ...{ code: 'wrong_code', triesLeft },
    });
  await expect(buyer.confirmCallbackCode(id, { code: DEMO_CODE })).rejects.toMatchObject({
    code: 'no_tries_left',
  });
  pass(MINUTE / 2);
  expect((await buyer.resendCallbackCode(id)).phone_code?.tries_left).toBe(5);
  await buyer.confirmCallbackCode(id, { code: DEMO_CODE });
});

test('a withdrawal and the end of its time free the listing, and the seller never knew', async () => {
  const { buyer, ask, received, pass } = worldThatAsks();
  const first = await ask();
  await buyer.updateCallbackRequestStatus(first.id, { status: 'cancelled' });
  const second = await ask('+442079460124');
  pass(5 * MINUTE);
  await expect(buyer.confirmCallbackCode(second.id, { code: DEMO_CODE })).rejects.toMatchObject({
    code: 'code_expired',
  });
  pass(11 * MINUTE);
  expect(await buyer.getCallbackRequest(second.id)).toMatchObject({
    status: 'cancelled',
    cancelled_by: 'system',
  });
  expect((await ask()).is_waiting_for_code).toBe(true);
  expect(await received()).toEqual([]);
});

test('without the option nobody is asked', async () => {
  const buyer = createDemoWorld({ delayMs: 0 }).as(DEMO_BUYER.id);
  const { items } = await buyer.listCallbackRequests({ as: 'buyer' });
  expect(items.every((request) => !request.is_waiting_for_code)).toBe(true);
  expect(DEMO_LISTINGS.length).toBeGreaterThan(0);
});

test('an edit takes a confirmed number, and no other', async () => {
  const { buyer, ask } = worldThatAsks();
  const { id } = await ask();
  await buyer.confirmCallbackCode(id, { code: DEMO_CODE });
  const edit = buyer.editCallbackRequest(id, { requester_phone: '+442079460124' });
  await expect(edit).rejects.toMatchObject({ code: 'not_accepted', field: 'requester_phone' });
  const edited = await buyer.editCallbackRequest(id, {
    requester_phone: '+442079460123',
    message: 'After six',
  });
  expect(edited).toMatchObject({ message: 'After six' });
});
