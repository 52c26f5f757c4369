/**
 * Push in the browser: what is pushed is shown by the service worker and leads to the request. Browsers get
 * it from their maker's push service, which the tests cannot reach; Chromium's own tools bring the same
 * message to the same worker.
 */

import { webPushPayload } from '@ringback/server';
import { fullTest } from '@ringback/testing/fullTest.ts';
import type { CDPSession, Page, Worker } from 'playwright/test';
import { expect, inject, test } from 'vitest';
import { bystander } from './support/people.ts';
import { see, visit } from './support/visit.ts';
import { WORDS } from './support/words.ts';

const { pushHere: words } = WORDS.en.messages;
const FIRST = 9;
const path = '/preferences';

const MESSAGE = {
  title: 'New callback request from Ama',
  sentences: ['Ama would like you to call about “Bicycle”.', 'More.'],
  ...{ language: 'en', direction: 'ltr' as const, callbackRequestId: 'a-request', link: undefined },
};
/** For what only a browser that shows notifications can do. */
const testPush = test.skipIf(!inject('canNotify'));
const fullPush: typeof fullTest = inject('canNotify') ? fullTest : test.skip;

const linkTo = (path: string) => `${inject('origin')}/market${path}`;

/** Someone who allows notifications and presses the button; no push service answers here. */
async function visitAndTurnOn(number: number): Promise<Page> {
  const as = await bystander(FIRST + number);
  const page = await visit({ as, path, expectedErrors: /incognito/, withNotifications: true });
  await page.context().grantPermissions(['notifications'], { origin: inject('origin') });
  await page.getByRole('button', { name: words.turnOn }).click();
  await see(page.getByRole('alert')).toHaveText(words.errors.push_service_failed);
  return page;
}

async function workerOf(page: Page): Promise<Worker> {
  const [worker] = page.context().serviceWorkers();
  return worker ?? page.context().waitForEvent('serviceworker');
}

/** Brings a message to the page's service worker as a push service would. */
async function deliver(page: Page, data: object): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(session);
  const origin = inject('origin');
  await session.send('ServiceWorker.deliverPushMessage', {
    ...{ origin, registrationId, data: JSON.stringify(data) },
  });
}

function registrationOf(session: CDPSession): Promise<string> {
  return new Promise((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    });
    void session.send('ServiceWorker.enable');
  });
}

interface Shown {
  title: string;
  body: string;
  lang: string;
  dir: string;
  tag: string;
  url: string;
}

const shown = (page: Page) =>
  page.evaluate<Shown[]>(`navigator.serviceWorker.getRegistration('/market/').then(async (registration) =>
    (await registration.getNotifications()).map(({ title, body, lang, dir, tag, data }) => ({ title, body, lang, dir, tag, url: data.url })))`);

fullPush('where no push service answers, the page says so and what to do, and push stays off', async () => {
  const page = await visitAndTurnOn(0);
  await see(page.getByText(words.off)).toBeVisible();
  await see(page.getByRole('button', { name: words.turnOn })).toBeEnabled();
});

fullTest('who has blocked notifications reads where to allow them', async () => {
  const page = await visit({ as: await bystander(FIRST + 1), withNotifications: true });
  // To grant one permission is to deny the others.
  await page.context().grantPermissions(['geolocation'], { origin: inject('origin') });
  await page.goto(`/market${path}`);
  await see(page.getByText(words.denied)).toBeVisible();
  await see(page.getByRole('button', { name: words.turnOn })).toHaveCount(0);
});

testPush('what is pushed is shown as the server wrote it, one for each request', async () => {
  const page = await visitAndTurnOn(2);
  const url = linkTo('/requests/a-request');
  await deliver(page, webPushPayload({ ...MESSAGE, link: { url, label: 'Open' } }));
  const first = {
    ...{ title: MESSAGE.title, body: MESSAGE.sentences[0], lang: 'en', dir: 'ltr', tag: 'a-request', url },
  };
  await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual([first]);
  await deliver(page, webPushPayload({ ...MESSAGE, title: 'اطّلع البائع', direction: 'rtl', language: 'ar' }));
  await expect
    .poll(() => shown(page), { timeout: 20_000 })
    .toEqual([{ ...first, title: 'اطّلع البائع', lang: 'ar', dir: 'rtl', url: linkTo('') }]);
});

fullPush('a click leads an open window to the request, and nowhere else', async () => {
  const page = await visitAndTurnOn(3);
  await page.reload();
  const worker = await workerOf(page);
  const click = (url: string) =>
    worker.evaluate(`(async () => {
      await show({ title: 'T', body: 'B', tag: 'clicked', url: '${url}' });
      const [notification] = await registration.getNotifications({ tag: 'clicked' });
      dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    })()`);
  await click(linkTo('/notifications'));
  await see(page).toHaveURL(linkTo('/notifications'));
  await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual([]);
  await click('https://elsewhere.example/market');
  await see(page).toHaveURL(linkTo(''));
});
