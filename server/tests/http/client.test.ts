/** The typed client against the real API on a real database, with a bad network between them. */
import {
  type CallbackClient,
  type CallbackEvent,
  type CreateCallbackRequest,
  createCallbackClient,
  createOperatorClient,
} from '@ringback/client';
import { each, lossy } from '@ringback/testing/client/lossy.ts';
import { startServer } from '@ringback/testing/client/server.ts';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import { testApp, token, withoutDailyLimits } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../../src/http/types.ts';

const PATIENCE = { timeout: 15_000, interval: 5 };
const CREATES = byForm(30, 1_000);

let database: TestDatabase;
let app: App;
let api: string;
let seller: Person;
let buyer: Person;

beforeAll(async () => {
  database = await testDatabase();
  await withoutDailyLimits(database);
  app = await testApp(database);
  api = await app.listen({ port: 0, host: '127.0.0.1' });
  [seller, buyer] = await Promise.all([person(database), person(database)]);
});

afterAll(() => app.close());

const clientOf = (someone: Pick<Person, 'id'>, baseUrl = api): CallbackClient =>
  createCallbackClient({ baseUrl, getToken: () => token(someone.id), maxRetries: 10, timeoutMs: 20_000 });

const inputFor = (item: Listing, changes: Partial<CreateCallbackRequest> = {}): CreateCallbackRequest => ({
  listing_id: item.id,
  seller_id: item.user_id,
  requester_phone: '+1 212 555 0123',
  requester_name: 'Grace Buyer',
  preferred_days: ['Monday'],
  ...changes,
});

test('who subscribes hears of what the other does', async () => {
  const heard: CallbackEvent[] = [];
  const item = await listing(database, await person(database));
  const stop = clientOf({ id: item.user_id }).subscribe?.((event) => heard.push(event));
  await vi.waitFor(() => expect(heard).toMatchObject([{ type: 'notifications' }]), PATIENCE);
  const { id } = await clientOf(buyer).createCallbackRequest(inputFor(item));
  await vi.waitFor(
    () => expect(heard).toContainEqual(expect.objectContaining({ type: 'request', callback_request_id: id })),
    PATIENCE,
  );
  stop?.();
});

test('every function of the client meets its route', async () => {
  const [sells, buys] = [clientOf(seller), clientOf(buyer)];
  const item = await listing(database, seller);
  expect(await buys.getEligibility(item.id, seller.id)).toMatchObject({ can_request: true, reason: null });
  const { id } = await buys.createCallbackRequest(inputFor(item));
  expect((await sells.listCallbackRequests({ as: 'seller', status: 'pending' })).items).toMatchObject([
    { id },
  ]);
  await buys.editCallbackRequest(id, { message: 'At noon', time_zone: 'Africa/Accra' });
  expect((await sells.listCallbackRequests({ as: 'seller', search: 'NOON' })).items).toMatchObject([
    { id, time_zone: 'Africa/Accra' },
  ]);
  const called = await sells.logCallbackAttempt(id, { outcome: 'voicemail' });
  expect(called).toMatchObject({ status: 'acknowledged', attempts: [{ outcome: 'voicemail' }] });
  await sells.updateCallbackRequestStatus(id, { status: 'completed' });
  expect(await buys.getCallbackRequest(id)).toMatchObject({ status: 'completed' });
  expect((await buys.getStats()).as_requester.completed_sent).toBe(1);

  const { items } = await buys.listNotifications({ unreadOnly: true });
  expect(items.map(({ notification_type }) => notification_type)).toEqual([
    'request_completed',
    'call_attempted',
  ]);
  expect(await buys.getUnreadCount()).toBe(2);
  await buys.markNotificationRead(items[0]?.id ?? '');
  expect(await buys.markAllNotificationsRead()).toBe(1);

  const { channels, ...preferences } = await buys.getPreferences();
  expect(channels).toEqual([]);
  const wanted = { ...preferences, email: [], quiet_hours: { from: '22:00', until: '07:00' } };
  expect(await buys.putPreferences(wanted)).toMatchObject({ email: [], quiet_hours: { from: '22:00' } });
  await buys.registerDevice('ExponentPushToken[client]', { kind: 'expo', locale: 'fr' });
  expect(await buys.listDevices()).toMatchObject([{ token: 'ExponentPushToken[client]', locale: 'fr' }]);
  expect(await sells.listDevices()).toEqual([]);
  await buys.retireDevice('ExponentPushToken[client]');
  expect(await buys.listDevices()).toEqual([]);
  expect(await buys.getWebPushKey()).toBeNull();
});

test("the operator's client meets its route, and no one else does", async () => {
  const operator = createOperatorClient({
    baseUrl: api,
    getToken: () => token(seller.id, { desk: 'looks' }),
  });
  await expect(operator.getOverview()).rejects.toMatchObject({ code: 'forbidden' });
  await database.sql`update callback_private.settings
    set operator_claim = 'desk', operator_roles = '{"looks": "viewer"}'`;
  const overview = await operator.getOverview({ days: 7 });
  expect(overview.per_day).toHaveLength(7);
  expect(overview.received).toBeGreaterThan(0);
  const person = createOperatorClient({ baseUrl: api, getToken: () => token(seller.id) });
  await expect(person.getOverview()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a refusal arrives with its code and its details', async () => {
  const item = await listing(database, seller);
  const { id } = await clientOf(buyer).createCallbackRequest(inputFor(item));
  await expect(clientOf(buyer).createCallbackRequest(inputFor(item))).rejects.toMatchObject({
    code: 'duplicate_request',
    status: 409,
    existingRequestId: id,
  });
  const premium = inputFor(item, { requester_phone: '+44 909 879 0000' });
  await expect(clientOf(buyer).createCallbackRequest(premium)).rejects.toMatchObject({
    code: 'phone_not_allowed',
    field: 'requester_phone',
  });
  const { getStats } = createCallbackClient({ baseUrl: api, getToken: () => 'forged' });
  await expect(getStats()).rejects.toMatchObject({ code: 'unauthenticated', status: 401 });
});

test('over a network that loses one call in ten, every call takes effect once', {
  timeout: 120_000,
}, async () => {
  const network = await startServer(lossy(api, 0.1));
  const items = await each(CREATES, 5, () => listing(database, seller));

  const ids = await each(CREATES, 10, async (index) => {
    const input = inputFor(items[index] as (typeof items)[number]);
    const { id } = await clientOf(buyer, network.url).createCallbackRequest(input);
    await clientOf(seller, network.url).updateCallbackRequestStatus(id, { status: 'acknowledged' });
    return id;
  });

  const rows = await database.sql`
    select r.id, r.status,
      (select count(*)::integer from public.callback_request_notifications n where n.callback_request_id = r.id) as notices,
      (select count(*)::integer from callback_private.events e where e.callback_request_id = r.id) as events
    from public.callback_requests r where r.listing_id = any(${items.map(({ id }) => id)})`;
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const row of rows) expect(row).toMatchObject({ status: 'acknowledged', notices: 2, events: 2 });
  expect(network.requests.length, 'some calls were made again').toBeGreaterThan(2 * CREATES);
});
