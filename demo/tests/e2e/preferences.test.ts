/** People choose what is sent to them, and it is so from then on. */

import { notificationNames } from '@ringback/client/texts/en';
import { fullTest } from '@ringback/testing/fullTest.ts';
import { expect, test } from 'vitest';
import { askForCall, buyer, bystander, clientOf, freeListing, playing } from './support/people.ts';
import { see, visit } from './support/visit.ts';
import { WORDS } from './support/words.ts';

const { account, messages } = WORDS.en;
const { preferences: words, quietHours, devices } = messages;
const { channels } = words;
const { settings } = messages.notificationList;
const FIRST = 4;
const path = '/preferences';
const tick = (type: keyof typeof notificationNames, channel: keyof typeof channels) => ({
  name: `${notificationNames[type]} ${channels[channel]}`,
});

test('what is chosen is kept, and SMS are for who asks for them', async () => {
  const me = await bystander(FIRST);
  const page = await visit({ as: me, path: '/notifications' });
  await page.getByRole('main').getByRole('link', { name: settings }).click();
  const mail = page.getByRole('checkbox', tick('request_completed', 'email'));
  const sms = page.getByRole('checkbox', tick('new_request', 'sms'));
  await see(mail).toBeChecked();
  await see(sms).not.toBeChecked();
  await mail.uncheck();
  await sms.check();
  await page.getByRole('combobox', { name: words.language }).selectOption('ar');
  await expect
    .poll(() => clientOf(me).getPreferences(), { timeout: 20_000 })
    .toMatchObject({ sms: ['new_request'], locale: 'ar' });
  await page.reload();
  await see(mail).not.toBeChecked();
  await see(sms).toBeChecked();
  await see(page.getByRole('combobox', { name: words.language })).toHaveValue('ar');
});

fullTest('a change that is refused is taken back, and says why', async () => {
  const page = await visit({
    ...{ as: await bystander(FIRST + 1), path },
    expectedErrors: /status of 422/,
  });
  await page.route('**/v1/preferences', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: 'x',
            status: 422,
            code: 'invalid_input',
            detail: 'x',
            instance: 'x',
          },
        })
      : route.continue(),
  );
  const mail = page.getByRole('checkbox', tick('new_request', 'email'));
  await mail.click();
  await see(page.getByRole('alert').filter({ hasText: messages.errors.invalid_input })).toBeVisible();
  await see(mail).toBeChecked();
});

fullTest('quiet hours are kept together; what is wrong is said at its field', async () => {
  const me = await bystander(FIRST + 2);
  const page = await visit({ as: me, path });
  await page.getByLabel(quietHours.enabled).check();
  const [from, until] = [page.getByLabel(quietHours.from), page.getByLabel(quietHours.until)];
  await from.fill('');
  await page.keyboard.press('Enter');
  await see(from).toBeFocused();
  await see(from).toHaveAccessibleDescription(quietHours.missing);
  await from.fill('07:00');
  await page.getByRole('button', { name: quietHours.save }).click();
  await see(until).toBeFocused();
  await see(until).toHaveAccessibleDescription(quietHours.same);
  expect((await clientOf(me).getPreferences()).quiet_hours).toBeNull();

  await from.fill('22:30');
  await page.getByLabel(quietHours.zone).selectOption('Asia/Tokyo');
  await page.getByLabel(quietHours.urgent).uncheck();
  await page.getByRole('button', { name: quietHours.save }).click();
  await see(page.getByRole('status').filter({ hasText: quietHours.saved })).toBeVisible();
  await see(until).toHaveAccessibleDescription('');
  await page.reload();
  await see(from).toHaveValue('22:30');
  await see(page.getByLabel(quietHours.zone)).toHaveValue('Asia/Tokyo');
  expect(await clientOf(me).getPreferences()).toMatchObject({
    quiet_hours: { from: '22:30', until: '07:00' },
    urgent_overrides_quiet_hours: false,
    time_zone: 'Asia/Tokyo',
  });
  await page.getByLabel(quietHours.enabled).uncheck();
  await page.getByRole('button', { name: quietHours.save }).click();
  await see(page.getByRole('status').filter({ hasText: quietHours.saved })).toBeVisible();
  expect((await clientOf(me).getPreferences()).quiet_hours).toBeNull();
});

fullTest('a device is taken away', async () => {
  const me = await bystander(FIRST + 3);
  await clientOf(me).registerDevice('ExponentPushToken[taken-away]', { kind: 'expo' });
  const page = await visit({ as: me });
  await page.getByRole('button', { name: account.menu(me.name) }).click();
  await page.getByRole('link', { name: settings }).click();
  await page.getByRole('button', { name: devices.removeOf(devices.phone) }).click();
  await see(page.getByText(devices.none)).toBeVisible();
  expect(await clientOf(me).listDevices()).toEqual([]);
});

fullTest('the bell’s list speaks the reader’s language, and says with whom and about what', async () => {
  const [me, seller] = [await buyer(16), await playing('seller')];
  const listing = await freeListing(me, seller);
  await askForCall(me, listing);
  const page = await visit({ as: seller, path: '/notifications', language: 'ar' });
  const newest = page.getByRole('main').getByRole('listitem').filter({ hasText: me.name }).first();
  const facts = { name: me.name, listing: listing.title };
  const { title, message } = WORDS.ar.messages.notifications?.new_request(facts) ?? {};
  await see(newest).toContainText(title ?? 'missing');
  await see(newest).toContainText(message ?? 'missing');
  await see(page.getByText('callback request')).toHaveCount(0);
});

fullTest('a bell with more than it can show says what it shows', async () => {
  const page = await visit({ as: await bystander(FIRST + 4), expectedErrors: /ERR_FAILED/ });
  await page.route('**/v1/stream', (route) => route.abort());
  await page.route('**/v1/notifications/unread-count', (route) => route.fulfill({ json: { unread: 120 } }));
  await page.reload();
  await see(page.getByRole('button', { name: /99\+ unread/ })).toHaveText('99+');
});
