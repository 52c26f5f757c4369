/** What people prefer and where push reaches them: what holds without, what may be said, and to whom a device belongs. */

import { createECDH, randomUUID } from 'node:crypto';
import {
  asUser,
  expectRefusal,
  openTransaction,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { PUSH_KEYS } from '@ringback/testing/database/pushKeys.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let api: Sql;
let user: Person;
let byMail: string[];
let byPush: string[];
let bySms: string[];
beforeAll(async () => {
  database = await testDatabase();
  ({ sql, api } = database);
  const types = await sql`
    select name, default_channels as channels from callback_private.notification_types order by name collate "C"`;
  const namesBy = (channel: string) =>
    types.filter(({ channels }) => channels.includes(channel)).map(({ name }) => name);
  [byMail, byPush, bySms] = ['email', 'push', 'sms'].map(namesBy) as [string[], string[], string[]];
});
beforeEach(async () => {
  user = await person(database);
});

const get = async (id = user.id) => (await api`select get_callback_preferences(${id}) as it`)[0]?.it;
const set = async (preferences: unknown, id = user.id) =>
  (await api`select set_callback_preferences(${api.json(preferences as never)}, ${id}) as it`)[0]?.it;

describe('preferences', () => {
  test('without any: the types’ default channels, no quiet hours', async () => {
    expect(await get()).toEqual({
      ...{ email: byMail, push: byPush, sms: bySms, quiet_hours: null, urgent_overrides_quiet_hours: true },
      ...{ time_zone: null, locale: null, requests_from: 'everyone', channels: [] },
    });
  });

  test('a field that is left out stays, null clears it', async () => {
    await set({
      sms: ['new_request'],
      quiet_hours: { from: '22:00', until: '07:30' },
      time_zone: 'Europe/Paris',
    });
    expect(await set({ locale: '' })).toMatchObject({ locale: null });
    const after = await set({ quiet_hours: null, locale: 'fr' });
    expect(after).toMatchObject({
      ...{ sms: ['new_request'], quiet_hours: null, time_zone: 'Europe/Paris', locale: 'fr', email: byMail },
    });
    expect(await get()).toEqual(after);
  });

  test.each([
    ['the first', undefined],
    ['a later', { sms: ['new_request'] }],
  ])(
    '%s that is written meanwhile stays: another one waits for it and changes its own fields',
    async (_, before) => {
      if (before) await set(before);
      const other = await openTransaction(database.url);
      await other`select callback_private.set_callback_preferences('{"email": []}', ${user.id})`;
      const mine = set({ locale: 'fr' });
      await expect
        .poll(
          async () =>
            (
              await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
            ).length,
        )
        .toBe(1);
      await other`commit`;
      expect(await mine).toMatchObject({ email: [], locale: 'fr', sms: before?.sms ?? [] });
      expect(await get()).toMatchObject({ email: [], locale: 'fr' });
    },
  );

  test.each<[string, unknown]>([
    ['email', { email: ['nonsense'] }],
    ['email', { email: 'new_request' }],
    ['sms', { sms: null }],
    ['quiet_hours', { quiet_hours: { from: '22:00' } }],
    ['quiet_hours', { quiet_hours: { from: '22:00', until: '22:00' } }],
    ['quiet_hours', { quiet_hours: { from: '25:00', until: '22:00' } }],
    ['quiet_hours', { quiet_hours: { from: 'late', until: '22:00' } }],
    ['time_zone', { time_zone: 'Mars/Olympus' }],
    ['locale', { locale: 'x; drop' }],
    ['preferences', { push_types: [] }],
    ['preferences', []],
  ])('%s is named when %j is refused', async (field, preferences) => {
    const { detail } = await expectRefusal(set(preferences), 'invalid_input');
    expect(detail).toEqual({ field });
    await set({ email: ['new_request'] });
  });

  test('are the person’s own', async () => {
    const other = await person(database);
    const error = await asUser(
      sql,
      user.id,
      (as) => as`select set_callback_preferences('{}', ${other.id})`,
    ).catch((e) => e);
    expect(error.hint).toBe('forbidden');
    await asUser(sql, user.id, (as) => as`select set_callback_preferences('{}')`);
  });

  test('nobody without a profile has any', async () => {
    await expectRefusal(set({}, randomUUID()), 'forbidden');
  });
});

describe('devices', () => {
  const save = (token: string, device: object, id = user.id) =>
    api`select save_callback_device(${token}, ${api.json(device as never)}, ${id})`;
  const retire = (token: string, id = user.id) => api`select retire_callback_device(${token}, ${id})`;
  const KEYS = { kind: 'web', ...PUSH_KEYS };
  const mine = (id = user.id) =>
    sql`select token, retired_because from callback_private.devices where user_id = ${id} order by registered_at, id`;

  test('belong to the person who registered the token last', async () => {
    const other = await person(database);
    await save('ExponentPushToken[shared]', { kind: 'expo' });
    await save('ExponentPushToken[shared]', { kind: 'expo', locale: '' }, other.id);
    expect(await mine()).toMatchObject([{ retired_because: 'taken_over' }]);
    expect(await mine(other.id)).toMatchObject([{ retired_because: null }]);
    await retire('ExponentPushToken[shared]');
    expect(await mine(other.id)).toMatchObject([{ retired_because: null }]);
    await expectRefusal(retire('ExponentPushToken[shared]', (await person(database)).id), 'not_found');
    await retire('ExponentPushToken[shared]', other.id);
    await retire('ExponentPushToken[shared]', other.id);
    expect(await mine(other.id)).toMatchObject([{ retired_because: 'signed_out' }]);
    await save('ExponentPushToken[shared]', { kind: 'expo' }, other.id);
    expect(await mine(other.id)).toMatchObject([{ retired_because: null }]);
  });

  test('come back to whom they were taken from, and reach one person, however many register them at once', async () => {
    const people = [user, ...(await Promise.all(Array.from({ length: 7 }, () => person(database))))];
    for (let round = 0; round < 5; round++)
      await Promise.all(people.map(({ id }) => save('ExponentPushToken[wanted]', { kind: 'expo' }, id)));
    const inUse = () => sql`
      select user_id from callback_private.devices where token = 'ExponentPushToken[wanted]' and retired_at is null`;
    expect(await inUse()).toHaveLength(1);
    await save('ExponentPushToken[wanted]', { kind: 'expo' });
    expect(await inUse()).toEqual([{ user_id: user.id }]);
    expect(await mine()).toHaveLength(1);
  });

  test('are listed for their person, the newest first, without keys and without those that were retired', async () => {
    const tokens = ['a', 'b', 'c'].map((name) => `ExponentPushToken[${name}-${user.id}]`);
    for (const token of tokens) await save(token, { kind: 'expo', locale: 'ar' });
    await retire(tokens[1] ?? '');
    const list = async (id: string) =>
      (await api`select list_callback_devices(${id}) as devices`)[0]?.devices;
    expect(await list(user.id)).toEqual(
      [tokens[2], tokens[0]].map((token) => ({
        ...{ kind: 'expo', token, locale: 'ar', registered_at: expect.any(String) },
      })),
    );
    expect(await list((await person(database)).id)).toEqual([]);
  });

  test('are at most twenty at a time; the oldest make room', async () => {
    for (let index = 0; index < 22; index++)
      await save(`ExponentPushToken[many-${user.id}-${index}]`, { kind: 'expo' });
    const because = (await mine()).map((row) => row.retired_because);
    expect(because).toEqual(['too_many', 'too_many', ...Array(20).fill(null)]);
  });

  test.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://jmt17.google.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('a browser’s push service is taken: %s', async (endpoint) => {
    await save(endpoint, KEYS);
    expect(await mine()).toHaveLength(1);
  });

  test.each([
    'B'.repeat(87),
    `BA${'A'.repeat(85)}`,
    KEYS.p256dh.replace(/^B/, 'C'),
    KEYS.p256dh.replace(/U$/, 'Y'),
  ])('a browser’s key must be a point of its curve, unlike %s', async (p256dh) => {
    const endpoint = 'https://fcm.googleapis.com/x';
    expect((await expectRefusal(save(endpoint, { ...KEYS, p256dh }), 'invalid_input')).detail).toEqual({
      field: 'p256dh',
    });
    await save(endpoint, { ...KEYS, p256dh: createECDH('prime256v1').generateKeys('base64url') });
    expect(await mine()).toHaveLength(1);
  });

  test.each([
    ['token', 'https://example.com/push', KEYS],
    ['token', 'https://fcm.googleapis.com.example.com/x', KEYS],
    ['token', 'https://fcm.googleapis.com:8080/x', KEYS],
    ['token', 'https://jmt17.google.com/url?q=https://example.com', KEYS],
    ['token', 'https://jmt17.google.com.example.com/fcm/send/x', KEYS],
    ['token', 'https://google.com/fcm/send/x', KEYS],
    ['token', 'https://user@fcm.googleapis.com/x', KEYS],
    ['token', 'http://fcm.googleapis.com/x', KEYS],
    ['token', 'https://169.254.169.254/latest', KEYS],
    ['token', 'https://fcm.googleapis.com/x\r\nHost: y', KEYS],
    ['token', 'nonsense', { kind: 'expo' }],
    ['kind', 'ExponentPushToken[x]', {}],
    ['p256dh', 'https://fcm.googleapis.com/x', { kind: 'web', auth: KEYS.auth }],
    ['p256dh', 'https://fcm.googleapis.com/x', { ...KEYS, p256dh: KEYS.p256dh.slice(0, 86) }],
    ['auth', 'https://fcm.googleapis.com/x', { kind: 'web', p256dh: KEYS.p256dh }],
    ['locale', 'ExponentPushToken[x]', { kind: 'expo', locale: 'x' }],
  ])('%s is named when %s is refused', async (field, token, device) => {
    const { detail } = await expectRefusal(save(token, device), 'invalid_input');
    expect(detail).toEqual({ field });
  });
});
