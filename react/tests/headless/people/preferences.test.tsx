/** Preferences: read, changed at once, and taken back when they are refused. */
import { describe, expect, test } from 'vitest';
import { useCallbackDevices, useCallbackPreferences } from '../../../src/headless/index.ts';
import { PREFERENCES } from '../../support/fakePreferences.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const { channels: _channels, ...WANTED } = PREFERENCES;

describe('useCallbackPreferences', () => {
  async function rendered() {
    const hook = await renderHook(() => useCallbackPreferences(), undefined);
    await hook.until(({ preferences }) => preferences !== null);
    return hook;
  }
  const ignored = (promise: Promise<unknown>) => void promise.catch(() => {});

  test('a change shows before the server has agreed, and the rest is kept', async () => {
    const { client, result, until } = await rendered();
    expect(result.current).toMatchObject({ preferences: PREFERENCES, loading: false, saving: false });
    const release = client.hold('putPreferences');
    await act(async () => ignored(result.current.updatePreferences({ sms: ['new_request'] })));
    expect(result.current).toMatchObject({ saving: true, preferences: { sms: ['new_request'] } });
    release();
    await until(({ saving }) => !saving);
    expect(client.callsOf('putPreferences')).toEqual([[{ ...WANTED, sms: ['new_request'] }]]);
    expect(result.current).toMatchObject({ error: null, preferences: { sms: ['new_request'] } });
  });

  test('a refused change is taken back and tells why', async () => {
    const { client, result, until } = await rendered();
    client.refuse('putPreferences', 'invalid_input', { field: 'time_zone' });
    await act(async () => {
      const change = result.current.updatePreferences({ time_zone: 'Europe/Atlantis' });
      await expect(change).rejects.toMatchObject({ field: 'time_zone' });
    });
    await until(({ preferences }) => preferences?.time_zone === null);
    expect(result.current.error).toMatchObject({ code: 'invalid_input', field: 'time_zone' });
  });

  test('of two quick changes none is lost, and the first’s refusal leaves the second', async () => {
    const { client, result, until } = await rendered();
    const release = client.hold('putPreferences');
    await act(async () => {
      ignored(result.current.updatePreferences({ email: [] }));
      ignored(result.current.updatePreferences({ push: [] }));
    });
    expect(result.current.preferences).toMatchObject({ email: [], push: [] });
    release();
    await until(({ saving }) => !saving);
    expect(client.server.preferences).toMatchObject({ email: [], push: [] });

    const allow = client.refuse('putPreferences', 'rate_limited');
    const releaseAgain = client.hold('putPreferences');
    await act(async () => {
      ignored(result.current.updatePreferences({ email: ['new_request'] }).finally(allow));
      ignored(result.current.updatePreferences({ push: ['new_request'] }));
    });
    releaseAgain();
    await until(({ saving }) => !saving);
    expect(client.server.preferences).toMatchObject({ email: [], push: ['new_request'] });
    expect(result.current.preferences).toMatchObject({ email: [], push: ['new_request'] });
  });
});

describe('useCallbackDevices', () => {
  test('a telephone is registered and taken away', async () => {
    const { client, result, until } = await renderHook(() => useCallbackDevices(), undefined);
    await until(({ loading }) => !loading);
    expect(result.current.devices).toEqual([]);
    await act(() => result.current.registerDevice('ExponentPushToken[abc]', { kind: 'expo', locale: 'fr' }));
    await until(({ devices }) => devices.length === 1);
    expect(result.current.devices).toMatchObject([{ token: 'ExponentPushToken[abc]', locale: 'fr' }]);
    await act(() => result.current.retireDevice('ExponentPushToken[abc]'));
    await until(({ devices }) => devices.length === 0);
    expect(client.server.devices).toEqual([]);
    await act(async () => {
      await expect(result.current.retireDevice('ExponentPushToken[abc]')).rejects.toMatchObject({
        code: 'not_found',
      });
    });
    expect(result.current.error).toMatchObject({ code: 'not_found' });
  });
});
