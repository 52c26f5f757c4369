/** Push to a browser: what it is called, how it is turned on and off, and what the browser may refuse. */
import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createMemoryStorage, useCallbackPush } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { ENDPOINT, type FakeBrowser, stubBrowser } from '../support/fakeBrowser.ts';
import { act, type RenderOptions, renderHook } from '../support/renderHook.tsx';

let browser: FakeBrowser;
beforeEach(() => {
  browser = stubBrowser();
});
afterEach(() => vi.unstubAllGlobals());

const WORKER = { url: '/push-worker.js' };
const render = (options: RenderOptions = {}, worker = WORKER) =>
  renderHook(() => useCallbackPush(worker), undefined, options);

async function turnedOn(options: RenderOptions = {}) {
  const hook = await render(options);
  await hook.until(({ status }) => status === 'off');
  await act(() => hook.result.current.turnOn());
  await hook.until(({ status }) => status === 'on');
  return hook;
}

test('it is turned on with the server’s key, and off again', async () => {
  const { client, result, until } = await turnedOn();
  expect(browser.subscription).toEqual({ endpoint: ENDPOINT, key: client.server.webPushKey });
  expect(browser.worker).toEqual({ url: '/push-worker.js', scope: undefined });
  expect(client.callsOf('registerDevice')).toEqual([
    [ENDPOINT, { kind: 'web', p256dh: 'P'.repeat(87), auth: 'A'.repeat(22), locale: 'en-GB' }],
  ]);
  await act(() => result.current.turnOff());
  await until(({ status }) => status === 'off');
  expect(browser.subscription).toBeNull();
  expect(client.server.devices).toEqual([]);
});

test('it is off in this browser also when the server cannot be told', async () => {
  const { client, result, until } = await turnedOn();
  client.refuse('retireDevice', 'network_error');
  await act(() => result.current.turnOff());
  await until(({ status }) => status === 'off');
  expect(result.current.error).toMatchObject({ code: 'network_error' });
  expect(browser.subscription).toBeNull();
});

test('it is still on when one comes back, and off when the device was taken away elsewhere', async () => {
  const { client, unmount } = await turnedOn();
  await unmount();
  const again = await render({ client });
  await again.until(({ status }) => status === 'on');
  await again.unmount();
  client.server.devices = [];
  const later = await render({ client });
  await later.until(({ status }) => status === 'off');
});

test('offline it says so instead of looking for ever', async () => {
  const { client, unmount } = await turnedOn();
  await unmount();
  onlineManager.setOnline(false);
  onTestFinished(() => onlineManager.setOnline(true));
  client.refuse('listDevices', 'network_error');
  const { until } = await render({ client });
  await until(({ error }) => error?.code === 'network_error');
});

test('it is off for someone else at the same browser', async () => {
  await turnedOn();
  const other = await render({ client: createFakeClient() });
  await other.until(({ status }) => status === 'off');
});

test('a subscription that the browser has renewed takes the place of the former', async () => {
  const storage = createMemoryStorage();
  const { client, unmount } = await turnedOn({ storage });
  await unmount();
  browser.subscription = { endpoint: `${ENDPOINT}-renewed`, key: client.server.webPushKey ?? '' };
  const later = await render({ client, storage });
  await later.until(({ status }) => status === 'on');
  expect(client.server.devices.map(({ token }) => token)).toEqual([`${ENDPOINT}-renewed`]);
});

test('what someone else has turned on since is theirs', async () => {
  const storage = createMemoryStorage();
  const first = await turnedOn({ storage });
  browser.subscription = { endpoint: `${ENDPOINT}-another`, key: first.client.server.webPushKey ?? '' };
  const other = await render({ storage, userId: 'someone else', client: createFakeClient() });
  await other.until(({ status }) => status === 'off');
  await act(() => other.result.current.turnOn());
  await other.until(({ status }) => status === 'on');
  await first.unmount();
  const again = await render({ storage, client: first.client });
  await again.until(({ status }) => status === 'off');
  expect(first.client.callsOf('registerDevice')).toHaveLength(1);
});

test('a subscription with an earlier key of the server’s is replaced', async () => {
  browser.worker = { url: WORKER.url, scope: undefined };
  browser.subscription = { endpoint: `${ENDPOINT}-old`, key: 'old' };
  await turnedOn();
  expect(browser.subscription.endpoint).toBe(ENDPOINT);
});

test('after the server got another key, push is off until it is turned on again', async () => {
  const { client, unmount } = await turnedOn();
  await unmount();
  client.server.webPushKey = `${'C'.repeat(86)}E`;
  const again = await render({ client });
  await again.until(({ status }) => status === 'off');
  await act(() => again.result.current.turnOn());
  await again.until(({ status }) => status === 'on');
});

test('who does not allow it is told that only they can change that', async () => {
  browser.answer = 'denied';
  const { client, result, until } = await render();
  await until(({ status }) => status === 'off');
  await act(() => result.current.turnOn());
  await until(({ status }) => status === 'denied');
  expect(result.current.error).toBeNull();
  expect(client.callsOf('registerDevice')).toEqual([]);
});

test.each<[string, string, () => void]>([
  ['push_service_failed', WORKER.url, () => (browser.refusal = new DOMException('no', 'AbortError'))],
  ['worker_failed', '/missing.js', () => {}],
])('%s: it stays off and says what to do', async (code, url, prepare) => {
  prepare();
  const { result, until } = await render({}, { url });
  await until(({ status }) => status === 'off');
  await act(() => result.current.turnOn());
  await until(({ busy, error }) => !busy && error !== null);
  expect(result.current).toMatchObject({ status: 'off', error: { name: 'PushError', code } });
  expect(result.current.error?.message).toMatch(/check/i);
});

test('a refusal of the server’s is told, and the device is not remembered as on', async () => {
  const { client, result, until } = await render();
  await until(({ status }) => status === 'off');
  client.refuse('registerDevice', 'forbidden');
  await act(() => result.current.turnOn());
  await until(({ error }) => error?.code === 'forbidden');
  expect(result.current.status).toBe('off');
});

test.each<[string, () => RenderOptions]>([
  ['the marketplace', () => ({ client: createFakeClient({ webPushKey: null }) })],
  [
    'the browser',
    () => {
      vi.stubGlobal('navigator', { product: 'ReactNative' });
      return {};
    },
  ],
])('%s has no Web Push', async (_, prepare) => {
  const { until } = await render(prepare());
  await until(({ status }) => status === 'unsupported');
});
