/** Results are told once, over no control; and what has been handled is not news any more. */
import type { Page } from 'playwright/test';
import { expect, test } from 'vitest';
import { fillPhone } from './support/form.ts';
import { chooseStatus, openRequest, searchFor } from './support/inbox.ts';
import { askForCall, buyer, clientOf, freeListing, playing } from './support/people.ts';
import { DESKTOP, PHONE, see, visit } from './support/visit.ts';
import { WORDS } from './support/words.ts';

const seller = await playing('seller');

/** Collects what live regions come to say. */
const LISTEN = `globalThis.told = [];
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    const element = target.nodeType === 1 ? target : target.parentElement;
    const region = element?.closest('[role=status], [role=alert], [aria-live]');
    const text = [...addedNodes].map((node) => node.textContent).join('') || target.textContent;
    if (region && text) told.push(text);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });`;

const told = (page: Page) => page.evaluate<string[]>('globalThis.told');

/** The controls that a notice lies over. */
const COVERED = `(() => {
  const boxes = [...document.querySelectorAll('.notice')].map((notice) => notice.getBoundingClientRect());
  const isBelow = ({ left, top, right, bottom }) => boxes.some((box) =>
    Math.min(box.right, right) - Math.max(box.left, left) > 1 && Math.min(box.bottom, bottom) - Math.max(box.top, top) > 1);
  return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .filter((control) => !control.closest('.notices') && control.checkVisibility() && isBelow(control.getBoundingClientRect()))
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
})()`;

test('a request that was sent is told once: where it stands, not in a notice beside it', async () => {
  const me = await buyer(17);
  const { id } = await freeListing(me, seller);
  const page = await visit({ as: me, path: `/listings/${id}`, viewport: PHONE });
  await page.getByRole('button', { name: 'Call me back' }).tap();
  await fillPhone(page.getByLabel('Phone number'), '024 412 3480');
  await page.evaluate(LISTEN);
  await page.getByRole('button', { name: 'Request callback' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Your callback request' });
  const result = WORDS.en.messages.button.sent(seller.name);
  await see(dialog.getByText(result)).toBeVisible();
  await see(page.locator('.notice')).toHaveCount(0);
});

test.each([
  ['on a phone', PHONE],
  ['in a wide window', DESKTOP],
])('%s a notice lies over no control and is read out once', async (where, viewport) => {
  const person = await buyer(18);
  const message = `One notice, ${where}?`;
  const { id } = await askForCall(person, await freeListing(person, seller), { message });
  await clientOf(seller).updateCallbackRequestStatus(id, { status: 'acknowledged' });
  const page = await visit({ as: seller, path: '/desk', viewport });
  await chooseStatus(page, /^All/);
  await searchFor(page, person);
  const card = await openRequest(page, message);
  await see(card).toBeVisible();
  await page.evaluate(LISTEN);
  await card.getByRole('button', { name: 'Mark as completed' }).click();
  const text = 'Marked as completed';
  await see(page.locator('.notice', { hasText: text })).toBeVisible();
  await expect.poll(() => page.evaluate<string[]>(COVERED), { timeout: 3_000 }).toEqual([]);
  expect((await told(page)).filter((heard) => heard.includes(text))).toHaveLength(1);
});

test('a notification is read when its request has been handled, or looked at', async () => {
  const person = await buyer(17);
  const { id } = await askForCall(person, await freeListing(person, seller), { message: 'Still new?' });
  const unreadOf = async (reader: typeof person) =>
    (await clientOf(reader).listNotifications({ unreadOnly: true, limit: 100 })).items.filter(
      ({ callback_request_id }) => callback_request_id === id,
    );
  expect(await unreadOf(seller)).toHaveLength(1);
  const page = await visit({ as: seller, path: '/desk' });
  await searchFor(page, person);
  const card = await openRequest(page, 'Still new?');
  await card.getByRole('button', { name: 'I’ll call' }).click();
  await expect.poll(() => unreadOf(seller), { timeout: 20_000 }).toEqual([]);
  expect(await unreadOf(person)).toHaveLength(1);
  const theirs = await visit({ as: person, path: `/requests/${id}` });
  await see(theirs.getByRole('heading', { level: 1, name: 'Your request' })).toBeVisible();
  await expect.poll(() => unreadOf(person), { timeout: 20_000 }).toEqual([]);
});
