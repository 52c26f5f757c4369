/** Notifications of a request are read when it is seen or handled. */
import { focusManager } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { useReadNotifications, useSeenRequest } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeNotification } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const notifications = [
  makeNotification({ id: idOf(1), callback_request_id: idOf(11) }),
  makeNotification({ id: idOf(2), callback_request_id: idOf(12) }),
];

/** The app comes to the front, so that answers are fetched again. */
async function comeBack() {
  await act(async () => focusManager.setFocused(false));
  await act(async () => focusManager.setFocused(true));
}

test('a request on the screen has its notifications read, and no other', async () => {
  const client = createFakeClient({ notifications });
  const marked = () => client.callsOf('markNotificationRead');
  const hook = await renderHook(() => useSeenRequest(idOf(11)), undefined, { client });
  await hook.until(() => marked().length > 0);
  expect(marked()).toEqual([[idOf(1)]]);
  client.server.notifications.unshift(makeNotification({ id: idOf(3), callback_request_id: idOf(11) }));
  await comeBack();
  await hook.until(() => marked().length > 1);
  expect(marked()).toEqual([[idOf(1)], [idOf(3)]]);
});

test('a refusal leaves it unread, and it is marked with the next', async () => {
  const client = createFakeClient({ notifications });
  const allow = client.refuse('markNotificationRead', 'network_error');
  const hook = await renderHook(() => useSeenRequest(idOf(11)), undefined, { client });
  await hook.until(() => client.callsOf('markNotificationRead').length > 0);
  allow();
  client.server.notifications.unshift(makeNotification({ id: idOf(3), callback_request_id: idOf(11) }));
  await comeBack();
  const isRead = (id: string) =>
    client.server.notifications.find((known) => known.id === id)?.read_at !== null;
  await hook.until(() => isRead(idOf(1)) && isRead(idOf(3)));
  expect(isRead(idOf(2))).toBe(false);
});

test('a handled request has its notifications read', async () => {
  const client = createFakeClient({ notifications });
  const hook = await renderHook(() => useReadNotifications(), undefined, { client });
  await hook.until(() => client.callsOf('listNotifications').length > 0);
  await act(async () => hook.result.current(idOf(12)));
  expect(client.callsOf('markNotificationRead')).toEqual([[idOf(2)]]);
});
