/** What the provider hears from React Native. */
import { act, screen } from '@testing-library/react-native';
import { AppState, type AppStateStatus, Text } from 'react-native';
import { expect, test, vi } from 'vitest';
import { useUnreadCallbackNotificationCount } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeNotification } from '../../support/samples.ts';
import { renderApp } from '../support/app.tsx';

function Count() {
  return <Text>{`${useUnreadCallbackNotificationCount().count} unread`}</Text>;
}

test('asks again when the app comes back to the foreground', async () => {
  const addEventListener = vi.spyOn(AppState, 'addEventListener');
  const client = createFakeClient();
  await renderApp(<Count />, { client });
  await screen.findByText('0 unread');
  const become = async (state: AppStateStatus) =>
    act(() => {
      for (const [type, listener] of addEventListener.mock.calls) if (type === 'change') listener(state);
    });

  await become('background');
  client.server.notifications = [makeNotification()];
  // The answer is no longer fresh.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  await become('active');
  expect(await screen.findByText('1 unread')).toBeOnTheScreen();
});
