/** One story of a buyer and a seller, in a demo world and with the real API, both held to the same words. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DemoListing } from '../../src/demo/index.ts';
import {
  type CallbackClient,
  type CallbackEvent,
  type CreateCallbackRequest,
  NOTIFICATION_TYPES,
} from '../../src/index.ts';
import { LISTINGS, openApi, openDemo, PEOPLE, type Stage } from './support/stages.ts';

const inputFor = (
  item: DemoListing,
  changes: Partial<CreateCallbackRequest> = {},
): CreateCallbackRequest => ({
  ...{ listing_id: item.id, seller_id: item.seller_id, requester_name: ' Ama Mensah ' },
  ...{ requester_phone: '024 234 5678', phone_region: 'GH', message: 'Is it still there?', ...changes },
});

const refused = (call: Promise<unknown>, code: string, more: object = {}) =>
  expect(call).rejects.toMatchObject({ name: 'CallbackError', code, ...more });

const typesOf = async (reader: CallbackClient) =>
  (await reader.listNotifications()).items.map(({ notification_type }) => notification_type);

const heardBy = (reader: CallbackClient) => {
  const events: CallbackEvent[] = [];
  const stop = reader.subscribe?.((event) => events.push(event));
  return { events, stop };
};

const heard = (events: CallbackEvent[], expected: object) =>
  vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining(expected)), {
    ...{ timeout: 10_000, interval: 10 },
  });

describe.each([
  ['a demo world', openDemo],
  ['the API', openApi],
])('in %s', (_, open) => {
  let stage: Stage;
  let buyer: CallbackClient;
  let seller: CallbackClient;
  let stranger: CallbackClient;
  let id: string;

  beforeAll(async () => {
    stage = await open();
    buyer = stage.clientOf(PEOPLE.buyer);
    seller = stage.clientOf(PEOPLE.seller);
    stranger = stage.clientOf(PEOPLE.stranger);
  });
  afterAll(() => stage.close());

  test.each([
    ['a short number', LISTINGS.bicycle, { requester_phone: '12' }, 'invalid_phone', 'requester_phone'],
    ['a premium one', LISTINGS.bicycle, { requester_phone: '+449098790000' }, 'phone_not_allowed', undefined],
    ['no name', LISTINGS.bicycle, { requester_name: '' }, 'invalid_input', 'requester_name'],
    ['another seller', LISTINGS.bicycle, { seller_id: PEOPLE.silent.id }, 'invalid_input', 'seller_id'],
    ['no such listing', LISTINGS.bicycle, { listing_id: randomUUID() }, 'not_found', undefined],
    ['their own listing', LISTINGS.own, {}, 'own_listing', undefined],
    ['what is sold', LISTINGS.sold, {}, 'listing_unavailable', undefined],
    ['a seller without a number', LISTINGS.lamp, {}, 'seller_unreachable', undefined],
  ])('a buyer cannot request a callback with or about %s', async (_what, item, changes, code, field) => {
    await refused(buyer.createCallbackRequest(inputFor(item, changes)), code, field ? { field } : {});
    expect((await buyer.listCallbackRequests({ as: 'buyer' })).items).toEqual([]);
  });

  test('the button learns beforehand what stands in the way', async () => {
    expect(await buyer.getEligibility(LISTINGS.sold.id)).toMatchObject({
      ...{ can_request: false, reason: 'listing_unavailable', existing_request: null, retry_at: null },
    });
    expect(await buyer.getEligibility(LISTINGS.bicycle.id, PEOPLE.seller.id)).toMatchObject({
      ...{ can_request: true, reason: null, message: null, urgent_left: 3, existing_request: null },
      seller: { name: 'Kwame Addo', is_verified: false, usual_response_minutes: null },
      listing: { title: 'Road bicycle', price: 420, currency: 'GHS' },
    });
  });

  test('a request reaches the seller, once', async () => {
    const { events, stop } = heardBy(seller);
    await heard(events, { type: 'notifications', unread: 0 });
    const input = inputFor(LISTINGS.bicycle, { preferred_days: ['Monday'], time_zone: 'Africa/Accra' });
    const request = await buyer.createCallbackRequest(input, { idempotencyKey: 'first' });
    ({ id } = request);
    expect(request).toMatchObject({
      ...{ status: 'pending', priority: 'normal', requester_phone: '+233242345678', can_extend: true },
      ...{ requester_name: 'Ama Mensah', preferred_time: null, attempts: [], undo_until: null },
      ...{ requester_id: PEOPLE.buyer.id, seller: { id: PEOPLE.seller.id, name: 'Kwame Addo' } },
      history: [{ event_type: 'request_created', actor: 'buyer', from_status: null, to_status: 'pending' }],
    });
    await heard(events, { type: 'request', event_type: 'request_created', callback_request_id: id });
    await heard(events, { type: 'notifications', unread: 1 });
    stop?.();
    expect((await buyer.createCallbackRequest(input, { idempotencyKey: 'first' })).id).toBe(id);
    await refused(
      buyer.createCallbackRequest(inputFor(LISTINGS.camera), { idempotencyKey: 'first' }),
      'idempotency_key_reused',
    );
    await refused(buyer.createCallbackRequest(input), 'duplicate_request', { existingRequestId: id });
    expect(await buyer.getEligibility(LISTINGS.bicycle.id)).toMatchObject({
      ...{ can_request: false, reason: 'duplicate_request', existing_request: { id } },
    });
  });

  test('each side reads its own, and nobody else does', async () => {
    expect((await seller.listCallbackRequests({ as: 'seller' })).items).toMatchObject([{ id }]);
    expect((await seller.listCallbackRequests({ as: 'buyer' })).items).toEqual([]);
    for (const search of ['STILL there', 'ama', 'bicycle', '242 345', 'bicycle ama', 'ama 345 678'])
      expect((await seller.listCallbackRequests({ as: 'seller', search })).items, search).toHaveLength(1);
    expect((await seller.listCallbackRequests({ as: 'seller', search: 'ama sofa' })).items).toEqual([]);
    const byNeed = { as: 'seller', order: 'needs_action', listing_id: LISTINGS.bicycle.id } as const;
    expect((await seller.listCallbackRequests(byNeed)).items).toMatchObject([{ id }]);
    expect((await seller.listCallbackRequests({ ...byNeed, listing_id: LISTINGS.camera.id })).items).toEqual(
      [],
    );
    await refused(buyer.listCallbackRequests({ as: 'buyer', order: 'needs_action' }), 'invalid_input');
    await refused(stranger.getCallbackRequest(id), 'not_found');
    await refused(stranger.updateCallbackRequestStatus(id, { status: 'cancelled' }), 'not_found');
    const [range] = (await seller.getCallbackRequest(id)).preferred_ranges;
    expect(new Date(range?.end ?? '').getTime() - new Date(range?.start ?? '').getTime()).toBeLessThanOrEqual(
      24 * 3_600_000,
    );
    expect(new Date(range?.start ?? '').getUTCDay()).toBe(1);
  });

  test('a seller keeps a note and snoozes, and the buyer sees neither', async () => {
    await refused(buyer.setSellerNote(id, { note: 'Mine?' }), 'forbidden');
    await refused(buyer.snoozeCallbackRequest(id, { until: null }), 'forbidden');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await refused(seller.snoozeCallbackRequest(id, { until: '2020-01-01T00:00:00Z' }), 'invalid_input');
    await seller.setSellerNote(id, { note: ' Has cash ' });
    const snoozed = await seller.snoozeCallbackRequest(id, { until });
    expect(snoozed).toMatchObject({ seller_note: 'Has cash', history: { length: 3 } });
    expect(Date.parse(snoozed.snoozed_until ?? '')).toBe(Date.parse(until));
    const seen = await buyer.getCallbackRequest(id);
    expect(seen).toMatchObject({ seller_note: null, snoozed_until: null, history: { length: 1 } });
    expect(await seller.snoozeCallbackRequest(id, { until: null })).toMatchObject({ snoozed_until: null });
  });

  test('the seller asks for the number', async () => {
    expect(await seller.revealCallbackPhone(id)).toEqual({ id, requester_phone: '+233242345678' });
    await refused(buyer.revealCallbackPhone(id), 'forbidden');
    await refused(stranger.revealCallbackPhone(id), 'not_found');
  });

  test('the seller acknowledges, takes it back and acknowledges again', async () => {
    await refused(buyer.updateCallbackRequestStatus(id, { status: 'acknowledged' }), 'forbidden');
    await refused(
      seller.updateCallbackRequestStatus(id, { status: 'acknowledged', reason: 'Why' }),
      'invalid_input',
    );
    const acknowledged = await seller.updateCallbackRequestStatus(id, { status: 'acknowledged' });
    expect(acknowledged).toMatchObject({ status: 'acknowledged', undo_until: expect.any(String) });
    expect(await typesOf(buyer)).toEqual(['request_acknowledged']);
    await refused(buyer.undoAcknowledgement(id), 'forbidden');
    expect(await seller.undoAcknowledgement(id)).toMatchObject({ status: 'pending', acknowledged_at: null });
    expect(await typesOf(buyer)).toEqual([]);
    await refused(seller.undoAcknowledgement(id), 'invalid_transition');
    await seller.updateCallbackRequestStatus(id, { status: 'acknowledged' });
    expect(await seller.updateCallbackRequestStatus(id, { status: 'acknowledged' })).toMatchObject({
      status: 'acknowledged',
    });
    expect(await typesOf(buyer)).toEqual(['request_acknowledged']);
  });

  test('the seller logs an attempt', async () => {
    await refused(buyer.logCallbackAttempt(id, { outcome: 'busy' }), 'forbidden');
    const late = new Date(Date.now() + 30 * 86_400_000).toISOString();
    await refused(
      seller.logCallbackAttempt(id, { outcome: 'busy', next_attempt_at: late }),
      'invalid_input',
      {
        field: 'next_attempt_at',
      },
    );
    const called = await seller.logCallbackAttempt(id, { outcome: 'wrong_number' });
    expect(called).toMatchObject({ status: 'acknowledged', attempts_count: 1, undo_until: null });
    expect(called.paused_at).not.toBeNull();
    expect((await seller.logCallbackAttempt(id, { outcome: 'wrong_number' })).attempts_count).toBe(1);
    expect((await typesOf(buyer))[0]).toBe('wrong_number');
  });

  test('the buyer edits', async () => {
    await refused(seller.editCallbackRequest(id, { message: 'Mine' }), 'forbidden');
    await refused(buyer.editCallbackRequest(id, { requester_phone: '000' }), 'invalid_phone');
    const { edited_at } = await buyer.editCallbackRequest(id, { message: 'Is it still there?' });
    expect(edited_at).toBeNull();
    const edited = await buyer.editCallbackRequest(id, {
      requester_phone: '+233 24 234 5679',
      message: null,
    });
    expect(edited).toMatchObject({ requester_phone: '+233242345679', message: null, paused_at: null });
    expect(edited.history.at(-1)).toMatchObject({ event_type: 'request_edited', actor: 'buyer' });
    expect([...(edited.history.at(-1)?.data.fields ?? [])].sort()).toEqual(['message', 'requester_phone']);
    expect((await typesOf(seller))[0]).toBe('request_edited');
    expect((await buyer.extendCallbackRequest(id)).can_extend).toBe(true);
    expect((await buyer.extendCallbackRequest(id)).can_extend).toBe(false);
    await refused(buyer.extendCallbackRequest(id), 'rate_limited', { limit: 'extensions_per_request' });
  });

  test('the seller completes, which is an end', async () => {
    await refused(buyer.confirmCallbackRequest(id, { answer: 'talked' }), 'invalid_transition');
    const done = await seller.logCallbackAttempt(id, { outcome: 'reached' });
    expect(done).toMatchObject({ status: 'completed', requester_phone: null, attempts_count: 2 });
    expect(done.history.map(({ event_type }) => event_type).slice(-2)).toEqual([
      'call_attempted',
      'status_changed',
    ]);
    await refused(seller.updateCallbackRequestStatus(id, { status: 'cancelled' }), 'invalid_transition');
    await refused(buyer.editCallbackRequest(id, { message: 'Late' }), 'invalid_transition');
    await refused(buyer.extendCallbackRequest(id), 'invalid_transition');
    await refused(seller.logCallbackAttempt(id, { outcome: 'busy' }), 'invalid_transition');
    expect((await typesOf(buyer))[0]).toBe('request_completed');
  });

  test('the buyer confirms, or answers otherwise', async () => {
    await refused(seller.confirmCallbackRequest(id, { answer: 'talked' }), 'forbidden');
    await refused(buyer.confirmCallbackRequest(id, { answer: 'not_called', rating: 5 }), 'invalid_input', {
      field: 'rating',
    });
    const contradicted = await buyer.confirmCallbackRequest(id, { answer: 'not_called' });
    expect(contradicted.confirmation).toMatchObject({ answer: 'not_called', rating: null });
    expect((await typesOf(seller))[0]).toBe('completion_contradicted');
    const confirmed = await buyer.confirmCallbackRequest(id, { answer: 'talked', rating: 5 });
    expect(confirmed.confirmation).toMatchObject({ answer: 'talked', rating: 5 });
    expect(confirmed.can_confirm_until).not.toBeNull();
    expect((await seller.getCallbackRequest(id)).can_confirm_until).toBeNull();
  });

  test('declined with a reason; withdrawn, and requested again', async () => {
    const declined = await buyer.createCallbackRequest(inputFor(LISTINGS.camera, { priority: 'urgent' }));
    await seller.updateCallbackRequestStatus(declined.id, { status: 'cancelled', reason: 'It is sold.' });
    expect(await buyer.getCallbackRequest(declined.id)).toMatchObject({
      ...{ status: 'cancelled', cancelled_by: 'seller', cancel_reason: 'It is sold.' },
    });
    await refused(buyer.createCallbackRequest(inputFor(LISTINGS.camera)), 'duplicate_request');

    const withdrawn = await buyer.createCallbackRequest(inputFor(LISTINGS.mirror));
    await buyer.updateCallbackRequestStatus(withdrawn.id, { status: 'cancelled' });
    const again = await buyer.createCallbackRequest(inputFor(LISTINGS.mirror));
    await buyer.updateCallbackRequestStatus(again.id, { status: 'cancelled' });
    await refused(buyer.createCallbackRequest(inputFor(LISTINGS.mirror)), 'duplicate_request');
  });

  test('lists page, and figures add up', async () => {
    const first = await buyer.listCallbackRequests({ as: 'buyer', limit: 3 });
    const cursor = first.next_cursor ?? undefined;
    const second = await buyer.listCallbackRequests({ as: 'buyer', limit: 3, cursor });
    expect([...first.items, ...second.items].map(({ status }) => status)).toEqual([
      ...['cancelled', 'cancelled', 'cancelled', 'completed'],
    ]);
    expect(second.next_cursor).toBeNull();
    const { as_requester } = await buyer.getStats();
    expect(as_requester).toEqual({
      ...{ total_sent: 4, pending_sent: 0, acknowledged_sent: 0, completed_sent: 1, cancelled_sent: 3 },
      ...{ expired_sent: 0, success_rate: 25 },
    });
    expect((await seller.getStats()).as_seller).toMatchObject({
      ...{ total_received: 4, completed: 1, cancelled: 3, response_rate: 25, answer_rate: null },
    });
  });

  test('notifications are read one by one, or all', async () => {
    const { items } = await buyer.listNotifications({ unreadOnly: true });
    expect(await buyer.getUnreadCount()).toBe(items.length);
    expect(items[0]).toMatchObject({
      ...{ notification_type: 'request_cancelled', as: 'buyer', other_name: 'Kwame Addo', read_at: null },
      ...{ listing_title: 'Camera', cancelled_by: 'seller', data: { reason: 'It is sold.' } },
    });
    const [first] = items;
    await refused(seller.markNotificationRead(first?.id ?? ''), 'not_found');
    await buyer.markNotificationRead(first?.id ?? '');
    expect(await buyer.getUnreadCount()).toBe(items.length - 1);
    expect(await buyer.markAllNotificationsRead()).toBe(items.length - 1);
    expect(await buyer.getUnreadCount()).toBe(0);
  });

  test('notification settings and devices are kept, each person’s own', async () => {
    const { channels: _channels, ...before } = await buyer.getPreferences();
    expect(before.email.toSorted()).toEqual(NOTIFICATION_TYPES.toSorted());
    const wanted = { ...before, email: ['new_request'], quiet_hours: { from: '22:00', until: '07:00' } };
    await buyer.putPreferences(wanted);
    expect(await buyer.getPreferences()).toMatchObject(wanted);
    expect((await seller.getPreferences()).quiet_hours).toBeNull();
    await refused(buyer.putPreferences({ ...wanted, sms: ['no_such_type'] }), 'invalid_input', {
      field: 'sms',
    });

    await buyer.registerDevice('ExponentPushToken[demo]', { kind: 'expo', locale: 'fr' });
    expect(await buyer.listDevices()).toMatchObject([{ token: 'ExponentPushToken[demo]', locale: 'fr' }]);
    await refused(seller.retireDevice('ExponentPushToken[demo]'), 'not_found');
    await buyer.retireDevice('ExponentPushToken[demo]');
    expect(await buyer.listDevices()).toEqual([]);
  });
});
