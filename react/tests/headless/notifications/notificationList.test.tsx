/** The list of notifications and the bell. */
import { expect, test, vi } from 'vitest';
import { useCallbackBell, useNotificationList } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeNotification } from '../../support/samples.ts';
import { act, type RenderOptions, renderHook } from '../support/renderHook.tsx';

const READ = { read_at: new Date().toISOString() };
const notifications = () => [
  makeNotification({ id: idOf(1), callback_request_id: idOf(11) }),
  makeNotification({ id: idOf(2), callback_request_id: idOf(12), ...READ }),
];
const LINKS = { request: (id: string) => `/requests/${id}`, preferences: '/settings', notifications: '/all' };

async function renderList(options: RenderOptions = {}, onOpen?: (requestId: string) => void) {
  const client = createFakeClient({ notifications: notifications() });
  const hook = await renderHook(() => useNotificationList({ onOpen }), undefined, { client, ...options });
  await hook.until(({ items }) => items.length > 0);
  return hook;
}

test('says what happened, and leads to the request', async () => {
  const { result } = await renderList({ links: LINKS });
  const [first, second] = result.current.items;
  expect(first).toMatchObject({
    title: 'New callback request from Ama Mensah',
    mark: 'New',
    href: `/requests/${idOf(11)}`,
  });
  expect(first?.when).toMatch(/^today at/);
  expect(second?.mark).toBeUndefined();
  expect(result.current.settings).toEqual({ label: 'Notification settings', href: '/settings' });
});

test('what is pressed is read, once', async () => {
  const onOpen = vi.fn();
  const { client, result, until } = await renderList({}, onOpen);
  await act(async () => result.current.items[0]?.press?.());
  await until(({ items }) => items[0]?.mark === undefined);
  await act(async () => result.current.items[0]?.press?.());
  expect(client.callsOf('markNotificationRead')).toEqual([[idOf(1)]]);
  expect(onOpen.mock.calls).toEqual([[idOf(11)], [idOf(11)]]);
});

test('without a page or a handler a press has nothing to do but to mark', async () => {
  const { result } = await renderList();
  expect(result.current).toMatchObject({
    settings: undefined,
    items: [{ href: undefined }, { press: undefined }],
  });
  expect(result.current.items[0]?.press).toBeDefined();
});

test('all are read at once', async () => {
  const { client, result, until } = await renderList();
  await act(async () => result.current.readAll?.run());
  await until(({ readAll }) => readAll === undefined);
  expect(client.callsOf('markAllNotificationsRead')).toHaveLength(1);
});

test('a refusal is said, and what is there stays', async () => {
  const { client, result, until } = await renderList();
  client.refuse('markAllNotificationsRead', 'rate_limited');
  await act(async () => result.current.readAll?.run());
  await until(
    ({ state }) => state.kind === 'items' && state.notice === 'Too many requests. Try again later.',
  );
  expect(result.current.items).toHaveLength(2);
  expect(result.current.readAll?.isBusy).toBe(false);
});

const manyUnread = (count: number) =>
  Array.from({ length: count }, (_, index) => makeNotification({ id: idOf(index) }));

test.each([
  [0, { label: 'Notifications', count: undefined }],
  [3, { label: 'Notifications: 3 unread', count: '3' }],
  [120, { label: 'Notifications: 99+ unread', count: '99+' }],
])('the bell says that %i are unread', async (unread, shown) => {
  const client = createFakeClient({ notifications: manyUnread(unread) });
  const hook = await renderHook(() => useCallbackBell(), undefined, { client });
  await hook.until(({ count }) => count === shown.count);
  expect(hook.result.current).toMatchObject(shown);
  expect(client.callsOf('listNotifications')).toEqual([]);
});

test.each([
  ['link', LINKS, '/all'],
  ['link', {}, undefined],
  ['button', LINKS, undefined],
] as const)('as a %s with %o it leads to %s', async (as, links, href) => {
  const { result } = await renderHook(() => useCallbackBell({ as }), undefined, { links });
  expect(result.current.href).toBe(href);
});
