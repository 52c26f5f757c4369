/** Preferences and devices over HTTP. */

import { type Person, person, type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { PUSH_KEYS } from '@ringback/testing/database/pushKeys.ts';
import { call, testApp, testAppForTest } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import webPush from 'web-push';
import type { App } from '../../src/http/types.ts';

let database: TestDatabase;
let app: App;
let user: Person;
beforeAll(async () => {
  database = await testDatabase();
  await database.sql`update callback_private.settings set channels = '{email,expo_push,web_push}'`;
  app = await testApp(database);
});
afterAll(() => app.close());
beforeEach(async () => {
  user = await person(database);
});

const PREFERENCES = {
  ...{ email: ['new_request'], push: [], sms: [], quiet_hours: { from: '22:00', until: '07:00' } },
  ...{ urgent_overrides_quiet_hours: false, time_zone: 'Europe/Paris', locale: 'fr' },
};
const get = () => call(app, { url: '/v1/preferences', as: user });
const put = (body: object) => call(app, { method: 'PUT', url: '/v1/preferences', as: user, body });

describe('preferences', () => {
  test('are read, set as a whole, and name the channels there are', async () => {
    expect((await get()).body).toMatchObject({ channels: ['email', 'push'], sms: [], quiet_hours: null });
    const set = await put(PREFERENCES);
    expect(set).toMatchObject({ status: 200, body: { ...PREFERENCES, channels: ['email', 'push'] } });
    expect((await get()).body).toEqual(set.body);
  });

  test.each<[string, object]>([
    ['email', { email: ['nonsense'] }],
    ['quiet_hours', { quiet_hours: { from: '24:00', until: '07:00' } }],
    ['quiet_hours', { quiet_hours: { from: '07:00', until: '07:00' } }],
    ['time_zone', { time_zone: 'Mars' }],
    ['time_zone', { time_zone: 'Europe/Atlantis' }],
    ['locale', { locale: 'French' }],
  ])('a wrong %s is named', async (field, change) => {
    expect(await put({ ...PREFERENCES, ...change })).toMatchObject({ status: 422, body: { field } });
  });

  test('a field too few or too many is refused', async () => {
    const { email, ...rest } = PREFERENCES;
    expect((await put(rest)).status).toBe(422);
    expect((await put({ ...rest, email, user_id: user.id })).status).toBe(422);
  });
});

describe('devices', () => {
  const ENDPOINT = `https://fcm.googleapis.com/fcm/send/${'a:b_'.repeat(60)}`;
  const url = (token: string) => `/v1/devices/${encodeURIComponent(token)}`;
  const KEYS = { kind: 'web', ...PUSH_KEYS };

  test.each([
    [ENDPOINT, KEYS],
    ['ExponentPushToken[abc-123]', { kind: 'expo', locale: 'ar' }],
    ['ExponentPushToken[abc-124]', { kind: 'expo', locale: '' }],
  ])('%s is registered and taken away', async (token, body) => {
    expect(await call(app, { method: 'PUT', url: url(token), as: user, body })).toMatchObject({
      status: 204,
    });
    const other = await person(database);
    const list = async (as: Person) => (await call(app, { url: '/v1/devices', as })).body.items;
    expect(await list(user)).toMatchObject([
      { token, kind: body.kind, locale: ('locale' in body && body.locale) || null },
    ]);
    expect(await list(other)).toEqual([]);
    expect((await call(app, { method: 'DELETE', url: url(token), as: other })).status).toBe(404);
    expect((await call(app, { method: 'DELETE', url: url(token), as: user })).status).toBe(204);
  });

  test.each([
    ['https://evil.example/x', KEYS],
    [ENDPOINT, { kind: 'web' }],
    ['ExponentPushToken[a]', { kind: 'fax' }],
    ['x', { kind: 'expo' }],
  ])('%s with %j is refused', async (token, body) => {
    expect((await call(app, { method: 'PUT', url: url(token), as: user, body })).status).toBe(422);
  });
});

describe('the key for Web Push', () => {
  const url = '/v1/web-push-key';
  const keys = webPush.generateVAPIDKeys();
  const VAPID = {
    ...{ VAPID_PUBLIC_KEY: keys.publicKey, VAPID_PRIVATE_KEY: keys.privateKey },
    VAPID_SUBJECT: 'mailto:operator@shop.example.com',
  };

  test('goes to everyone who is signed in, and the private one to nobody', async () => {
    const withPush = await testAppForTest(database, VAPID);
    const answer = await call(withPush, { url, as: user });
    expect(answer).toMatchObject({ status: 200, body: { public_key: keys.publicKey } });
    expect(answer.text).not.toContain(keys.privateKey);
    expect((await call(withPush, { url })).status).toBe(401);
  });

  test('is null where there is no Web Push', async () => {
    expect((await call(app, { url, as: user })).body).toEqual({ public_key: null });
  });
});
