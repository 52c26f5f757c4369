/** The whole way of a request where the marketplace's ids are no UUIDs: over SQL as a signed-in user, and over HTTP with the client. */
import { type CallbackEvent, createCallbackClient } from '@ringback/client';
import {
  asUser,
  create,
  get,
  ID_TYPES,
  type IdType,
  listing,
  person,
  requestValues,
  strangeIds,
  submit,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { call, testApp, token } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { App } from '../../src/http/types.ts';

const OTHER_TYPES = [...new Set<IdType>(['bigint', ...ID_TYPES])].filter((ids) => ids !== 'uuid');

describe.each(OTHER_TYPES)('with %s ids', (ids) => {
  let database: TestDatabase;
  let app: App;

  beforeAll(async () => {
    database = await testDatabase({ ids });
    app = await testApp(database);
  });
  afterAll(() => app.close());

  async function market() {
    const [buyer, seller] = [await person(database), await person(database)];
    return { buyer, seller, bike: await listing(database, seller) };
  }

  test('over SQL, as the people concerned', async () => {
    const { buyer, seller, bike } = await market();
    const id = await asUser(database.sql, buyer.id, (sql) =>
      create(sql, buyer, bike, { requester_id: null }),
    );
    const shown = await asUser(database.sql, seller.id, (sql) => get(sql, id, null));
    expect(shown).toMatchObject({
      ...{ requester_id: buyer.id, seller_id: seller.id, listing_id: bike.id },
      ...{ requester: { id: buyer.id }, seller: { id: seller.id }, listing: { id: bike.id } },
    });
    await asUser(database.sql, seller.id, (sql) => update(sql, id, 'completed', null));
    const [row] = await asUser(
      database.sql,
      buyer.id,
      (sql) => sql`select status from public.callback_requests`,
    );
    expect(row).toEqual({ status: 'completed' });
    const other = await person(database);
    expect(
      await asUser(database.sql, other.id, (sql) => sql`select id from public.callback_requests`),
    ).toEqual([]);
  });

  test('one key is one request, and other content with it is refused', async () => {
    const { buyer, bike } = await market();
    const { requester_id, ...content } = requestValues(buyer, bike);
    const [first, second] = [
      await submit(database.api, requester_id, content, 'a key'),
      await submit(database.api, requester_id, content, 'a key'),
    ];
    expect([first.replayed, second.replayed]).toEqual([false, true]);
    expect(second.request).toEqual(first.request);
    await expect(
      submit(database.api, requester_id, { ...content, message: 'Hi' }, 'a key'),
    ).rejects.toMatchObject({
      hint: 'idempotency_key_reused',
    });
  });

  test('over HTTP, with live updates', async () => {
    const { buyer, seller, bike } = await market();
    const baseUrl = app.server.listening
      ? `http://127.0.0.1:${(app.server.address() as { port: number }).port}`
      : await app.listen({ port: 0, host: '127.0.0.1' });
    const clientOf = ({ id }: { id: string }) => createCallbackClient({ baseUrl, getToken: () => token(id) });
    const heard: CallbackEvent[] = [];
    const stop = clientOf(seller).subscribe?.((event) => heard.push(event));
    await vi.waitFor(() => expect(heard).toMatchObject([{ type: 'notifications', unread: 0 }]), 15_000);

    expect(await clientOf(buyer).getEligibility(bike.id, seller.id)).toMatchObject({ can_request: true });
    const request = await clientOf(buyer).createCallbackRequest({
      ...{ listing_id: bike.id, seller_id: seller.id },
      ...{ requester_phone: '+442079460958', requester_name: 'Ada' },
    });
    expect(request).toMatchObject({ requester_id: buyer.id, seller_id: seller.id, listing_id: bike.id });
    await vi.waitFor(
      () =>
        expect(heard).toMatchObject([
          { type: 'notifications' },
          { type: 'request', callback_request_id: request.id },
          { type: 'notifications', unread: 1 },
        ]),
      15_000,
    );
    stop?.();
    await clientOf(seller).updateCallbackRequestStatus(request.id, { status: 'acknowledged' });
    expect((await clientOf(buyer).listCallbackRequests({ as: 'buyer' })).items).toMatchObject([
      { id: request.id, status: 'acknowledged', seller: { id: seller.id } },
    ]);
    expect(await clientOf(seller).getStats()).toMatchObject({ as_seller: { total_received: 1 } });
  });

  test('deliveries name the listing by a string', async () => {
    const { buyer, bike } = await market();
    await database.sql`update callback_private.settings set channels = '{email}'`;
    await create(database.api, buyer, bike);
    const [row] = await database.api<{ claimed: { messages: { listing_id: string }[] } }[]>`
      select callback_private.claim_deliveries('email', 10, interval '30 seconds') as claimed`;
    expect(row?.claimed.messages.map(({ listing_id }) => listing_id)).toContain(bike.id);
  });

  test('what is no id there is nobody, never an error of the server', async () => {
    const { buyer, seller, bike } = await market();
    const { missing, malformed } = strangeIds(ids);
    const body = {
      requester_phone: '+442079460958',
      requester_name: 'Ada',
      seller_id: seller.id,
      listing_id: bike.id,
    };
    const send = (changes: object) =>
      call(app, { method: 'POST', url: '/v1/callback-requests', as: buyer, body: { ...body, ...changes } });
    expect((await send({ listing_id: missing })).body.code).toBe('not_found');
    expect((await send({ seller_id: missing })).body).toMatchObject({
      code: 'invalid_input',
      field: 'seller_id',
    });
    expect((await call(app, { url: '/v1/stats', as: { id: malformed } })).body.code).toBe('unauthenticated');
    for (const [field, code] of [
      ['listing_id', ids === 'text' ? 'invalid_input' : 'not_found'],
      ['seller_id', 'invalid_input'],
    ] as const)
      expect((await send({ [field]: malformed })).body.code).toBe(code);
    const url = `/v1/listings/${bike.id}/eligibility?seller_id=${malformed}`;
    expect((await call(app, { url, as: buyer })).body).toMatchObject({ code: 'invalid_input' });
    const asService = async (named: string) =>
      call(app, {
        url: '/v1/stats',
        headers: {
          authorization: `Bearer ${await token(undefined, { role: 'service_role' })}`,
          'ringback-user': named,
        },
      });
    expect((await asService(malformed)).body).toMatchObject({
      code: 'invalid_input',
      field: 'Ringback-User',
    });
    expect((await asService(buyer.id)).status).toBe(200);
  });
});
