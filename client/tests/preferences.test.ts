/** Preferences and devices with both clients: over HTTP to a server that notes what it is asked, by supabase-js to a real database. */

import { type Handler, json, problem, raw, startServer } from '@ringback/testing/client/server.ts';
import { person, testDatabase } from '@ringback/testing/database/index.ts';
import { PUSH_KEYS } from '@ringback/testing/database/pushKeys.ts';
import { createClient } from '@supabase/supabase-js';
import { describe, expect, test } from 'vitest';
import {
  type CallbackClient,
  createCallbackClient,
  createSupabaseCallbackClient,
  type Device,
  NOTIFICATION_TYPES,
  type PutPreferences,
} from '../src/index.ts';
import { postgrest } from './support/postgrest.ts';

const WANTED: PutPreferences = {
  ...{ email: ['new_request'], push: [], sms: [], quiet_hours: { from: '22:00', until: '07:00' } },
  ...{ urgent_overrides_quiet_hours: false, time_zone: 'Europe/Paris', locale: 'fr' },
  requests_from: 'everyone',
};
const PREFERENCES = { ...WANTED, channels: ['email', 'push'] };
const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/a:b/c';
const BROWSER: Device = { kind: 'web', ...PUSH_KEYS, locale: 'fr' };
const EXPO_TOKEN = 'ExponentPushToken[abc-123]';
const REGISTERED = {
  ...{ kind: 'web', token: ENDPOINT, locale: 'fr', registered_at: '2026-11-22T14:52:15.123456+00:00' },
};

describe('over HTTP', () => {
  async function serving(handler: Handler) {
    const { url, requests } = await startServer(handler);
    return { client: createCallbackClient({ baseUrl: url, getToken: () => 'token' }), requests };
  }

  const calls: [string, (client: CallbackClient) => Promise<unknown>, string, Handler, unknown][] = [
    ['preferences', (c) => c.getPreferences(), 'GET /v1/preferences', json(200, PREFERENCES), PREFERENCES],
    [
      'setting them',
      (c) => c.putPreferences(WANTED),
      `PUT /v1/preferences ${JSON.stringify(WANTED)}`,
      json(200, PREFERENCES),
      PREFERENCES,
    ],
    ['key', (c) => c.getWebPushKey(), 'GET /v1/web-push-key', json(200, { public_key: 'BA' }), 'BA'],
    ['no key', (c) => c.getWebPushKey(), 'GET /v1/web-push-key', json(200, { public_key: null }), null],
    ['devices', (c) => c.listDevices(), 'GET /v1/devices', json(200, { items: [REGISTERED] }), [REGISTERED]],
    [
      'registering a browser',
      (c) => c.registerDevice(ENDPOINT, BROWSER),
      `PUT /v1/devices/${encodeURIComponent(ENDPOINT)} ${JSON.stringify(BROWSER)}`,
      raw(204, ''),
      undefined,
    ],
    [
      'registering a telephone',
      (c) => c.registerDevice(EXPO_TOKEN, { kind: 'expo' }),
      'PUT /v1/devices/ExponentPushToken%5Babc-123%5D {"kind":"expo"}',
      raw(204, ''),
      undefined,
    ],
    [
      'retiring',
      (c) => c.retireDevice(EXPO_TOKEN),
      'DELETE /v1/devices/ExponentPushToken%5Babc-123%5D',
      raw(204, ''),
      undefined,
    ],
  ];

  test.each(calls)('%s', async (_, call, expected, handler, answer) => {
    const { client, requests } = await serving(handler);
    expect(await call(client)).toEqual(answer);
    expect(requests.map(({ method, path, body }) => `${method} ${path} ${body}`.trim())).toEqual([expected]);
    expect(requests[0]?.headers.authorization).toBe('Bearer token');
  });

  test('what the API would refuse is not sent', async () => {
    const { client, requests } = await serving(json(200, PREFERENCES));
    const night = { from: '24:00', until: '7' };
    await expect(client.putPreferences({ ...WANTED, quiet_hours: night })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'quiet_hours',
    });
    await expect(client.registerDevice('', BROWSER)).rejects.toMatchObject({ field: 'token' });
    expect(requests).toEqual([]);
  });

  test('a device that never was one', async () => {
    const { client } = await serving(problem(404, 'not_found'));
    await expect(client.retireDevice(EXPO_TOKEN)).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('with Supabase they are kept, and belong to their person', async () => {
  const database = await testDatabase({ kind: 'supabase' });
  await database.sql`update callback_private.settings set channels = '{email,web_push}'`;
  const [{ url }, me, other] = await Promise.all([
    startServer(postgrest(database.sql)),
    person(database),
    person(database),
  ]);
  const as = ({ id }: { id: string }) =>
    createSupabaseCallbackClient(createClient(url, 'publishable-key', { accessToken: async () => id }), {
      webPushKey: 'BA',
    });

  const before = await as(me).getPreferences();
  expect(before).toMatchObject({ sms: [], quiet_hours: null, channels: ['email', 'push'] });
  expect(before.email.toSorted()).toEqual(NOTIFICATION_TYPES.toSorted());
  expect(await as(me).putPreferences(WANTED)).toEqual(PREFERENCES);
  expect(await as(me).getPreferences()).toEqual(PREFERENCES);
  expect((await as(other).getPreferences()).quiet_hours).toBeNull();

  expect(await as(me).getWebPushKey()).toBe('BA');
  await as(me).registerDevice(ENDPOINT, BROWSER);
  expect(await as(me).listDevices()).toMatchObject([{ kind: 'web', token: ENDPOINT, locale: 'fr' }]);
  await expect(as(other).retireDevice(ENDPOINT)).rejects.toMatchObject({ code: 'not_found' });
  await as(me).retireDevice(ENDPOINT);
  expect(await as(me).listDevices()).toEqual([]);
});
