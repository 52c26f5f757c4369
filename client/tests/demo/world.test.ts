/** What a demo world has beside the API's rules: its fixtures, time, storage, and windows that share it. */
import { eventually } from '@ringback/testing/eventually.ts';
import { describe, expect, test, vi } from 'vitest';
import { createDemoClient, createDemoWorld, DEMO_BUYER, DEMO_SELLER } from '../../src/demo/index.ts';
import {
  type CallbackEvent,
  CallbackRequestDetail,
  Eligibility,
  NotificationPage,
  Stats,
} from '../../src/index.ts';

const DAY = 86_400_000;

const memory = () => {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  };
};

const bicycle = {
  listing_id: 'bicycle',
  seller_id: 'kwame',
  requester_name: 'Ama',
  requester_phone: '+233242345678',
};

test('begins with something on both sides', async () => {
  const world = createDemoWorld({ delayMs: 0 });
  const [buyer, seller] = [world.as(DEMO_BUYER.id), world.as(DEMO_SELLER.id)];
  expect((await seller.listCallbackRequests({ as: 'seller' })).items.map(({ status }) => status)).toEqual([
    ...['pending', 'acknowledged'],
  ]);
  expect((await buyer.listCallbackRequests({ as: 'buyer' })).items).toMatchObject([{ status: 'completed' }]);
  expect(await seller.getUnreadCount()).toBe(2);
  expect(await createDemoClient({ delayMs: 0 }).getEligibility('bicycle')).toMatchObject({
    can_request: true,
  });
});

test('answers as the schemas promise', async () => {
  const buyer = createDemoClient({ delayMs: 0 });
  const { id } = await buyer.createCallbackRequest({ ...bicycle, preferred_time: 'evening' });
  expect(CallbackRequestDetail.parse(await buyer.getCallbackRequest(id))).toBeDefined();
  expect(Eligibility.parse(await buyer.getEligibility('bicycle'))).toBeDefined();
  expect(NotificationPage.parse(await buyer.listNotifications())).toBeDefined();
  expect(Stats.parse(await buyer.getStats())).toBeDefined();
});

test('masks numbers until the seller asks, where it is made so', async () => {
  const world = createDemoWorld({ delayMs: 0, phoneVisibility: 'on_call' });
  const [buyer, seller] = [world.as(DEMO_BUYER.id), world.as(DEMO_SELLER.id)];
  const { id, requester_phone } = await buyer.createCallbackRequest(bicycle);
  expect(requester_phone).toBe('+233242345678');
  expect(await seller.getCallbackRequest(id)).toMatchObject({
    ...{ requester_phone: null, requester_phone_masked: '+233 •••• ••5678', requester: { phone: null } },
  });
  const found = async (search: string) =>
    (await seller.listCallbackRequests({ as: 'seller', search })).items.some((item) => item.id === id);
  expect([await found('242345678'), await found('345678')]).toEqual([true, false]);
  expect(await seller.revealCallbackPhone(id)).toEqual({ id, requester_phone: '+233242345678' });
});

test('time ends what nobody answers', async () => {
  let now = Date.parse('2026-12-01T10:00:00Z');
  const world = createDemoWorld({ delayMs: 0, now: () => now });
  const buyer = world.as(DEMO_BUYER.id);
  const { id } = await buyer.createCallbackRequest(bicycle);
  now += 8 * DAY;
  expect(await buyer.getCallbackRequest(id)).toMatchObject({ status: 'expired' });
  expect((await buyer.listNotifications()).items[0]).toMatchObject({ notification_type: 'request_expired' });
  const seller = world.as(DEMO_SELLER.id);
  await expect(seller.logCallbackAttempt(id, { outcome: 'busy' })).rejects.toMatchObject({
    code: 'request_expired',
  });
});

test.each([
  ['evening', null, 'Africa/Accra', '2026-12-01T17:00:00.000Z', '2026-12-01T21:00:00.000Z'],
  ['evening', null, 'Europe/Berlin', '2026-12-01T16:00:00.000Z', '2026-12-01T20:00:00.000Z'],
  ['22:00-02:00', ['Monday'], 'Africa/Accra', '2026-12-07T22:00:00.000Z', '2026-12-08T02:00:00.000Z'],
  [null, ['Tuesday'], 'Asia/Kolkata', '2026-11-30T18:30:00.000Z', '2026-12-01T18:30:00.000Z'],
] as const)('%s on %s in %s', async (preferred_time, days, time_zone, start, end) => {
  const buyer = createDemoClient({ delayMs: 0, now: () => Date.parse('2026-12-01T10:00:00Z') });
  const preferred_days = days ? [...days] : null;
  const { preferred_ranges } = await buyer.createCallbackRequest({
    ...bicycle,
    ...{ preferred_time, preferred_days, time_zone },
  });
  expect(preferred_ranges[0]).toEqual({ start, end });
});

test('a storage keeps it over a reload, and windows share it', async () => {
  const storage = memory();
  const first = createDemoWorld({ storage, delayMs: 0 });
  const { id } = await first.as(DEMO_BUYER.id).createCallbackRequest(bicycle);
  const second = createDemoWorld({ storage, delayMs: 0 });
  expect(await second.as(DEMO_SELLER.id).getCallbackRequest(id)).toMatchObject({ status: 'pending' });
  await second.as(DEMO_SELLER.id).updateCallbackRequestStatus(id, { status: 'acknowledged' });
  expect(await first.as(DEMO_BUYER.id).getCallbackRequest(id)).toMatchObject({ status: 'acknowledged' });
});

describe('live', () => {
  test('another window has written', async () => {
    const target = new EventTarget();
    vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
    const events: CallbackEvent[] = [];
    createDemoWorld({ storage: memory() })
      .as(DEMO_BUYER.id)
      .subscribe?.((event) => events.push(event));
    target.dispatchEvent(Object.assign(new Event('storage'), { key: 'ringback-demo' }));
    target.dispatchEvent(Object.assign(new Event('storage'), { key: 'another' }));
    await eventually(() => expect(events.filter(({ type }) => type === 'reset')).toHaveLength(1));
    vi.unstubAllGlobals();
  });

  test('nobody hears of others, of what is refused, or after the end', async () => {
    const world = createDemoWorld({ delayMs: 0 });
    const events: CallbackEvent[] = [];
    const stop = world.as('grace').subscribe?.((event) => events.push(event));
    await eventually(() => expect(events).toHaveLength(1));
    await world.as(DEMO_BUYER.id).createCallbackRequest(bicycle);
    const gone = { ...bicycle, listing_id: 'gone' };
    await expect(world.as('grace').createCallbackRequest(gone)).rejects.toMatchObject({ code: 'not_found' });
    stop?.();
    await world.as('grace').markAllNotificationsRead();
    expect(events).toEqual([{ type: 'notifications', unread: 0 }]);
  });
});

test('nobody signed in, and a call that is given up', async () => {
  const nobody = createDemoWorld({ delayMs: 0 }).as(null);
  await expect(nobody.getEligibility('bicycle')).rejects.toMatchObject({ code: 'unauthenticated' });
  const signal = AbortSignal.abort();
  await expect(createDemoClient({ delayMs: 0 }).getStats({ signal })).rejects.toMatchObject({
    code: 'aborted',
  });
});

test('takes no requests about what the operator has turned off, and gives the notice', async () => {
  const listings = [
    { id: 'boat', seller_id: 'kwame', title: 'Boat', callbacks_off: { notice: 'Back on Monday.' } },
    { id: 'car', seller_id: 'kwame', title: 'Car', callbacks_off: {} },
  ];
  const people = [
    { id: 'kwame', name: 'Kwame', phone: '+233241234567' },
    { id: 'ama', name: 'Ama' },
  ];
  const ama = createDemoWorld({ delayMs: 0, people, listings }).as('ama');
  expect(await ama.getEligibility('boat')).toMatchObject({
    ...{ can_request: false, reason: 'callbacks_off', notice: 'Back on Monday.' },
  });
  expect(await ama.getEligibility('car')).toMatchObject({ reason: 'callbacks_off', notice: null });
  await expect(ama.createCallbackRequest({ ...bicycle, listing_id: 'boat' })).rejects.toMatchObject({
    ...{ code: 'callbacks_off', message: 'Back on Monday.', notice: 'Back on Monday.' },
  });
});
