/** The notification settings, by mouse and keyboard. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ar } from '../../../src/headless/messages/ar.ts';
import { CallbackPreferences, type CallbackProviderProps } from '../../../src/web/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { PREFERENCES } from '../../support/fakePreferences.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

const preferences = { ...PREFERENCES, channels: ['email', 'push', 'sms'] as ('email' | 'push' | 'sms')[] };

async function renderSettings(
  props: Partial<Omit<CallbackProviderProps, 'client'>> & { client?: FakeClient } = {},
) {
  const client = createFakeClient({
    preferences,
    devices: [
      { kind: 'expo', token: 'ExponentPushToken[x]', locale: null, registered_at: new Date().toISOString() },
    ],
  });
  await renderApp(<CallbackPreferences pushWorker={{ url: '/push-worker.js' }} />, { client, ...props });
  await expect.element(page.getByRole('table')).toBeVisible();
  return client;
}

test('a box is named by its notification and its channel, and is kept', async () => {
  const client = await renderSettings();
  const sms = page.getByRole('checkbox', { name: 'New callback request SMS', exact: true });
  await sms.click();
  await expect.element(sms).toBeChecked();
  await expect.poll(() => client.server.preferences.sms).toEqual(['new_request']);
  expect(await findViolations()).toEqual([]);
});

test('Enter saves the quiet hours, and leads to what is wrong with them', async () => {
  const client = await renderSettings();
  await page.getByLabelText('Turn on quiet hours').click();
  const until = page.getByLabelText('Until');
  await until.fill('22:00');
  await userEvent.keyboard('{Enter}');
  await expect.element(until).toHaveFocus();
  await expect.element(until).toHaveAccessibleDescription('Enter an end time that differs from the start.');
  await until.fill('06:45');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(client.server.preferences.quiet_hours).toEqual({ from: '22:00', until: '06:45' });
});

test('a device that is taken away leaves the keyboard its place', async () => {
  await renderSettings();
  await page.getByRole('button', { name: 'Remove Phone' }).click();
  await expect.element(page.getByText(/^No devices yet/)).toBeVisible();
  await userEvent.tab();
  await expect.element(page.getByLabelText('Turn on quiet hours')).toHaveFocus();
});

test('the sections and their order are the app’s', async () => {
  const client = createFakeClient();
  await renderApp(<CallbackPreferences sections={['language', 'channels']} />, { client });
  await expect.element(page.getByRole('heading').first()).toBeVisible();
  const headings = page
    .getByRole('heading')
    .elements()
    .map(({ textContent }) => textContent);
  expect(headings).toEqual(['Message language', 'Send me']);
});

test('in 280 pixels, from right to left, nothing sticks out', async () => {
  await page.viewport(280, 800);
  await renderSettings({ locale: 'ar', messages: ar });
  await page.getByLabelText(ar.quietHours.enabled).click();
  await expect.element(page.getByLabelText(ar.quietHours.zone)).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(280);
  expect(await findViolations()).toEqual([]);
  await page.viewport(1024, 800);
});
