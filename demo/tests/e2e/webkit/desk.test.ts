/** The seller's desk in WebKit: a request is found, opened and acknowledged. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForCall, buyer, clientOf, freeListing, playing } from '../support/people.ts';
import { openWebkit, type Webkit } from './driver.ts';
import { openAs } from './openAs.ts';

const seller = await playing('seller');

let webkit: Webkit;
beforeAll(async () => {
  webkit = await openWebkit();
}, 60_000);
afterAll(() => webkit?.close());

test('a request is found by its buyer’s name, opened and acknowledged', async () => {
  const person = await buyer(5);
  const message = 'Does the desk work in Safari?';
  const { id } = await askForCall(person, await freeListing(person, seller), { message });
  await openAs(webkit, seller, '/desk');
  await webkit.find('.cb-inbox-row');
  await webkit.fill('.cb-inbox input[type=search]', person.name);
  await webkit.click(`//button[contains(., '${message}')]`);
  await webkit.see(`Request from ${person.name}`);
  await webkit.click(`//article//button[normalize-space() = 'I’ll call']`);
  await webkit.find(`//article//*[contains(@class, 'cb-badge')][contains(., 'You’ll call')]`);
  const status = async () => (await clientOf(seller).getCallbackRequest(id)).status;
  await expect.poll(status).toBe('acknowledged');
});
