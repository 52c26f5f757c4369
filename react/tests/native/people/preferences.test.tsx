/** The notification settings in an app. */
import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { expect, test } from 'vitest';
import { CallbackPreferences } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { PREFERENCES } from '../../support/fakePreferences.ts';
import { findEnabled, renderApp, spyOnSpeech } from '../support/app.tsx';

const device = { kind: 'expo' as const, token: 'ExponentPushToken[x]', locale: null };

async function renderSettings() {
  const client = createFakeClient({
    preferences: { ...PREFERENCES, quiet_hours: { from: '22:15', until: '07:00' } },
    devices: [{ ...device, registered_at: new Date().toISOString() }],
  });
  await renderApp(<CallbackPreferences pushWorker={{ url: '/push-worker.js' }} />, { client });
  await screen.findByText('Send me');
  return client;
}

test('a channel is left out for one notification', async () => {
  const client = await renderSettings();
  const [email] = screen.getAllByRole('checkbox', { name: 'Email' });
  expect(email).toBeChecked();
  if (email) await fireEvent.press(email);
  await waitFor(() => expect(client.server.preferences.email).toHaveLength(PREFERENCES.email.length - 1));
});

test('quiet hours are chosen by the half hour, and the saved time stays among them', async () => {
  const client = await renderSettings();
  const speech = spyOnSpeech();
  await fireEvent.press(screen.getByRole('combobox', { name: 'From' }));
  expect(screen.getByRole('radio', { name: '22:15' })).toBeChecked();
  await fireEvent.press(screen.getByRole('radio', { name: '23:30' }));
  await fireEvent(screen.getByLabelText('Let urgent requests through'), 'valueChange', false);
  await fireEvent.press(await findEnabled('Save'));
  expect(await screen.findByText('Saved')).toBeOnTheScreen();
  expect(speech).toHaveBeenCalledWith('Saved');
  expect(client.server.preferences).toMatchObject({
    quiet_hours: { from: '23:30', until: '07:00' },
    urgent_overrides_quiet_hours: false,
  });
});

test('what is wrong is spoken', async () => {
  await renderSettings();
  const speech = spyOnSpeech();
  await fireEvent.press(screen.getByRole('combobox', { name: 'From' }));
  await fireEvent.press(screen.getByRole('radio', { name: '07:00' }));
  await fireEvent.press(await findEnabled('Save'));
  await waitFor(() => expect(speech).toHaveBeenCalledWith('Enter an end time that differs from the start.'));
});

test('a device is taken away', async () => {
  const client = await renderSettings();
  await fireEvent.press(await findEnabled('Remove Phone'));
  expect(await screen.findByText(/^No devices yet/)).toBeOnTheScreen();
  expect(client.server.devices).toEqual([]);
});

test('the language of messages is chosen, and push to a browser is not offered', async () => {
  const client = await renderSettings();
  expect(screen.queryByText('Push in this browser')).toBeNull();
  await fireEvent.press(screen.getByRole('combobox', { name: 'Message language' }));
  await fireEvent.press(screen.getByRole('radio', { name: 'Deutsch' }));
  await waitFor(() => expect(client.server.preferences.locale).toBe('de'));
});
