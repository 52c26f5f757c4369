/** The bell, its sheet and the list in it. */
import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { expect, test, vi } from 'vitest';
import {
  CallbackBell,
  CallbackNotificationList,
  type CallbackProviderProps,
} from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeNotification } from '../../support/samples.ts';
import { findEnabled, renderApp } from '../support/app.tsx';

const LINKS = { request: (id: string) => `app://requests/${id}`, notifications: 'app://all' };

async function renderBell(props: Partial<CallbackProviderProps> = {}) {
  const client = createFakeClient({ notifications: [makeNotification({ callback_request_id: idOf(11) })] });
  await renderApp(<CallbackBell />, { client, ...props });
  await screen.findByText('1');
  return client;
}

test('opens its list, and a notification is read and leads to its request', async () => {
  const onNavigate = vi.fn();
  const client = await renderBell({ links: LINKS, onNavigate });
  expect(client.callsOf('listNotifications')).toEqual([]);
  await fireEvent.press(screen.getByRole('button', { name: 'Notifications: 1 unread' }));
  await fireEvent.press(
    await screen.findByRole('link', { name: /^New. New callback request from Ama Mensah/ }),
  );
  expect(onNavigate).toHaveBeenCalledWith(`app://requests/${idOf(11)}`);
  await waitFor(() => expect(client.server.notifications[0]?.read_at).not.toBeNull());
  await waitFor(() => expect(screen.queryByRole('link', { name: 'All notifications' })).toBeNull());
});

test('marks all as read', async () => {
  const client = createFakeClient({ notifications: [makeNotification()] });
  await renderApp(<CallbackNotificationList />, { client });
  await fireEvent.press(await findEnabled('Mark all as read'));
  await waitFor(() => expect(screen.queryByText('New')).toBeNull());
  expect(client.callsOf('markAllNotificationsRead')).toHaveLength(1);
});

test('says that there is nothing yet', async () => {
  await renderApp(<CallbackNotificationList />, { client: createFakeClient() });
  expect(await screen.findByText(/^No notifications yet/)).toBeOnTheScreen();
});

test('as a link it opens a screen of the app', async () => {
  const onNavigate = vi.fn();
  await renderApp(<CallbackBell as="link" />, { client: createFakeClient(), links: LINKS, onNavigate });
  await fireEvent.press(screen.getByRole('link', { name: 'Notifications' }));
  expect(onNavigate).toHaveBeenCalledWith('app://all');
});
