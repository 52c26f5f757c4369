/** The notification settings, section by section. */
import type { Preferences } from '@ringback/client';
import { NOTIFICATION_TYPES } from '@ringback/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type PreferencesSection,
  useDeviceList,
  useMessageLanguage,
  useNotificationChannels,
  usePreferencesPanel,
  usePushHere,
  useQuietHours,
  useRequestsFrom,
} from '../../../src/headless/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { PREFERENCES } from '../../support/fakePreferences.ts';
import { stubBrowser } from '../support/fakeBrowser.ts';
import { act, type RenderOptions, renderHook } from '../support/renderHook.tsx';

/** A section's hook with the settings as they are loaded, as the panel gives them. */
async function renderSection<Model>(
  hook: (preferences: Preferences) => Model,
  options: RenderOptions & { client: FakeClient },
) {
  const rendered = await renderHook(
    () => {
      const { preferences } = usePreferencesPanel();
      return hook(preferences ?? options.client.server.preferences);
    },
    undefined,
    options,
  );
  await rendered.until(() => options.client.callsOf('getPreferences').length > 0);
  return rendered;
}

const clientWith = (changes: Partial<Preferences> = {}) =>
  createFakeClient({ preferences: { ...PREFERENCES, ...changes } });
const ALL_CHANNELS: Preferences['channels'] = ['email', 'push', 'sms'];

describe('the panel', () => {
  const sectionsOf = async (
    channels: Preferences['channels'],
    options: Parameters<typeof usePreferencesPanel>[0] = {},
  ) => {
    const client = clientWith({ channels });
    const hook = await renderHook(() => usePreferencesPanel(options), undefined, { client });
    await hook.until(({ state }) => state.kind === 'items');
    return hook.result.current.sections;
  };
  const pushWorker = { url: '/push-worker.js' };
  const wanted: PreferencesSection[] = ['quietHours', 'devices'];

  test.each([
    [
      'all',
      ALL_CHANNELS,
      { pushWorker },
      ['channels', 'push', 'devices', 'quietHours', 'language', 'requestsFrom'],
    ],
    [
      'no push without a worker',
      ALL_CHANNELS,
      {},
      ['channels', 'devices', 'quietHours', 'language', 'requestsFrom'],
    ],
    [
      'no devices without push',
      ['email'],
      { pushWorker },
      ['channels', 'quietHours', 'language', 'requestsFrom'],
    ],
    ['those that are wanted', ALL_CHANNELS, { sections: wanted }, wanted],
  ] satisfies [string, Preferences['channels'], object, string[]][])(
    'shows %s',
    async (_what, channels, options, sections) => {
      expect(await sectionsOf(channels, options)).toEqual(sections);
    },
  );

  test('says why it is not there, and tries again', async () => {
    const client = clientWith();
    const allow = client.refuse('getPreferences', 'network_error');
    const { result, until } = await renderHook(() => usePreferencesPanel(), undefined, { client });
    await until(({ state }) => state.kind === 'failed');
    allow();
    const { state } = result.current;
    await act(async () => state.kind === 'failed' && state.retry.run());
    await until(({ preferences }) => preferences !== null);
  });
});

describe('channels', () => {
  const render = (client: FakeClient, options: RenderOptions = {}) =>
    renderSection(useNotificationChannels, { client, ...options });

  test('a box for each notification and channel, which is kept', async () => {
    const client = clientWith({ channels: ALL_CHANNELS });
    const { result, until } = await render(client);
    expect(result.current.rows).toHaveLength(NOTIFICATION_TYPES.length);
    const tick = (channel: string) =>
      result.current.rows
        .find(({ type }) => type === 'new_request')
        ?.ticks.find((candidate) => candidate.channel === channel);
    expect([tick('email')?.isChosen, tick('sms')?.isChosen]).toEqual([true, false]);
    await act(async () => tick('sms')?.toggle());
    await until(() => client.server.preferences.sms.length === 1);
    expect(tick('sms')?.isChosen).toBe(true);
    await act(async () => tick('email')?.toggle());
    await until(() => !client.server.preferences.email.includes('new_request'));
    expect(client.server.preferences).toMatchObject({ sms: ['new_request'], push: PREFERENCES.push });
  });

  test('a change that is refused is taken back and says why, until the next', async () => {
    const client = clientWith();
    const allow = client.refuse('putPreferences', 'rate_limited');
    const { result, until } = await render(client);
    const tick = () => result.current.rows[0]?.ticks[0];
    await act(async () => tick()?.toggle());
    await until(({ problem }) => problem === 'Too many requests. Try again later.');
    expect(tick()?.isChosen).toBe(true);
    allow();
    await act(async () => tick()?.toggle());
    await until(({ problem }) => problem === undefined);
    expect(tick()?.isChosen).toBe(false);
  });

  test.each([
    [[], {}, 'This site sends nothing beyond the bell.'],
    [['email'], {}, undefined],
    [['sms'], {}, 'We text urgent requests only.'],
    [['sms'], { profile: { phone: null } }, 'Add a phone number to your profile to get texts.'],
    [['sms'], { profile: { phone: '+44 1' } }, 'We text urgent requests only, to +44 1 (from your profile).'],
  ] satisfies [Preferences['channels'], RenderOptions, string | undefined][])(
    'with %j and %j it notes: %s',
    async (channels, options, note) => {
      const { result } = await render(clientWith({ channels }), options);
      expect(result.current.note).toBe(note);
    },
  );
});

describe('quiet hours', () => {
  const render = (client: FakeClient) => renderSection(useQuietHours, { client });
  const NIGHT = { quiet_hours: { from: '22:15', until: '07:00' } };

  test('are saved together, and say so until the next change', async () => {
    const client = clientWith();
    const { result, until } = await render(client);
    expect(result.current.fields).toBeUndefined();
    await act(async () => result.current.enabled.set(true));
    await act(async () => result.current.fields?.from.set('23:30'));
    await act(async () => result.current.fields?.zone.set('Asia/Tokyo'));
    await act(async () => result.current.fields?.urgent.set(false));
    expect(client.callsOf('putPreferences')).toEqual([]);
    await act(async () => result.current.save.run());
    await until(({ notice }) => notice?.message === 'Saved');
    expect(client.server.preferences).toMatchObject({
      quiet_hours: { from: '23:30', until: '07:00' },
      urgent_overrides_quiet_hours: false,
      time_zone: 'Asia/Tokyo',
    });
    await act(async () => result.current.enabled.set(false));
    expect(result.current.notice).toBeUndefined();
    await act(async () => result.current.save.run());
    await until(() => client.server.preferences.quiet_hours === null);
  });

  test.each([
    ['from', '', 'from', 'Enter a time, such as 22:00.'],
    ['until', '', 'until', 'Enter a time, such as 22:00.'],
    ['from', '07:00', 'until', 'Enter an end time that differs from the start.'],
  ] as const)('%s %j is wrong at %s', async (name, value, field, error) => {
    const client = clientWith(NIGHT);
    const { result } = await render(client);
    await act(async () => result.current.fields?.[name].set(value));
    await act(async () => result.current.save.run());
    expect(result.current.focus).toEqual({ field });
    expect(result.current.fields?.[field].error).toBe(error);
    expect(client.callsOf('putPreferences')).toEqual([]);
  });

  test.each([
    ['quiet_hours', 'from'],
    ['time_zone', 'zone'],
  ] as const)('what the server refuses about %s shows at %s', async (refused, field) => {
    const client = clientWith(NIGHT);
    client.refuse('putPreferences', 'invalid_input', { field: refused });
    const { result, until } = await render(client);
    await act(async () => result.current.save.run());
    await until(({ focus }) => focus?.field === field);
    expect(result.current.fields?.[field].error).toBe('Check what you entered and try again.');
  });

  test('what it refuses about no field shows above', async () => {
    const client = clientWith(NIGHT);
    client.refuse('putPreferences', 'network_error');
    const { result, until } = await render(client);
    await act(async () => result.current.save.run());
    await until(({ error }) => error === 'No connection. Check your network and try again.');
    expect(result.current.focus).toBeUndefined();
  });

  test('every half hour can be chosen, and a saved time between', async () => {
    const { result } = await render(clientWith(NIGHT));
    const options = result.current.fields?.from.options ?? [];
    expect(options).toHaveLength(49);
    expect(options.slice(44, 47).map(({ label }) => label)).toEqual(['22:00', '22:15', '22:30']);
    expect(result.current.fields?.until.options).toHaveLength(48);
  });
});

describe('the language of messages', () => {
  test('is that of the profile, or another one', async () => {
    const client = clientWith({ locale: 'pt-BR' });
    const { result, until } = await renderSection(useMessageLanguage, { client });
    expect(result.current.options.map(({ value }) => value)).toEqual([
      '',
      'pt-BR',
      'en',
      'fr',
      'es',
      'ar',
      'de',
    ]);
    await act(async () => result.current.set('ar'));
    await until(({ value }) => value === 'ar');
    await act(async () => result.current.set(''));
    await until(() => client.server.preferences.locale === null);
  });
});

describe('devices', () => {
  const devices = [
    'https://updates.push.services.mozilla.com/x',
    'https://push.example/x',
    'ExponentPushToken[x]',
  ].map((token) => ({
    ...{ token, locale: null, registered_at: new Date().toISOString() },
    kind: token.startsWith('https') ? ('web' as const) : ('expo' as const),
  }));

  test('have the names of their browsers, and can be taken away', async () => {
    const client = createFakeClient({ devices });
    const { result, until } = await renderHook(() => useDeviceList(), undefined, { client });
    await until(({ devices }) => devices.length === 3);
    expect(result.current.devices.map(({ name }) => name)).toEqual(['Firefox', 'Browser', 'Phone']);
    expect(result.current.devices[0]).toMatchObject({
      removeLabel: 'Remove Firefox',
      remove: { isBusy: false },
    });
    const release = client.hold('retireDevice');
    await act(async () => result.current.devices[0]?.remove.run());
    expect(result.current.devices[0]?.remove.isBusy).toBe(true);
    release();
    await until(({ devices }) => devices.length === 2);
    expect(client.callsOf('retireDevice')).toEqual([[devices[0]?.token]]);
  });

  test('a refusal is said, and the device stays', async () => {
    const client = createFakeClient({ devices });
    client.refuse('retireDevice', 'network_error');
    const { result, until } = await renderHook(() => useDeviceList(), undefined, { client });
    await until(({ devices }) => devices.length === 3);
    await act(async () => result.current.devices[0]?.remove.run());
    await until(({ state }) => state.kind === 'items' && state.notice !== undefined);
    expect(result.current.devices).toHaveLength(3);
  });
});

describe('push to this browser', () => {
  afterEach(() => vi.unstubAllGlobals());
  const render = () => renderHook(() => usePushHere({ url: '/push-worker.js' }), undefined);

  test('is turned on and off', async () => {
    stubBrowser();
    const { result, until } = await render();
    await until(({ toggle }) => toggle?.label === 'Turn on');
    await act(async () => result.current.toggle?.run());
    await until(({ toggle, text }) => toggle?.label === 'Turn off' && text.startsWith('On.'));
    await act(async () => result.current.toggle?.run());
    await until(({ toggle }) => toggle?.label === 'Turn on');
  });

  test('says what went wrong', async () => {
    stubBrowser().refusal = new Error('No service.');
    const { result, until } = await render();
    await until(({ toggle }) => toggle !== undefined);
    await act(async () => result.current.toggle?.run());
    await until(
      ({ problem }) => problem?.startsWith('We couldn’t reach your browser’s push service.') ?? false,
    );
  });

  test('cannot be turned on where it is blocked', async () => {
    stubBrowser().permission = 'denied';
    const { result, until } = await render();
    await until(({ text }) => text.startsWith('Blocked.'));
    expect(result.current.toggle).toBeUndefined();
  });
});

describe('whose requests a seller takes', () => {
  test('is kept as soon as it is chosen, and taken back when it is refused', async () => {
    const client = clientWith();
    const hook = await renderSection(useRequestsFrom, { client });
    expect(hook.result.current).toMatchObject({ value: 'everyone' });
    await act(async () => hook.result.current.set('trusted'));
    await hook.until(({ value }) => value === 'trusted');
    expect(client.server.preferences.requests_from).toBe('trusted');
    client.refuse('putPreferences', 'network_error');
    await act(async () => hook.result.current.set('nobody'));
    await hook.until(({ problem, value }) => problem !== undefined && value === 'trusted');
  });
});
