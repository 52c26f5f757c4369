/** The main flow in WebKit, the engine of Safari: a buyer requests a callback. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buyer, clientOf, freeListing, playing } from '../support/people.ts';
import { openWebkit, type Webkit } from './driver.ts';
import { openAs } from './openAs.ts';

const seller = await playing('seller');
const ASK = `//button[normalize-space() = 'Call me back']`;
const SEND = `//dialog[@open]//button[normalize-space() = 'Request callback']`;

let webkit: Webkit;
beforeAll(async () => {
  webkit = await openWebkit();
}, 60_000);
afterAll(() => webkit?.close());

test('a refused number is said at its field; with the right one the request is sent', async () => {
  const me = await buyer(0);
  const listing = await freeListing(me, seller);
  await openAs(webkit, me, `/listings/${listing.id}`);
  await webkit.click(ASK);
  await webkit.find(`//dialog[@open]//option[contains(., '+233')]`); // the rules of phone numbers are there
  await webkit.fill('dialog[open] input[type=tel]', '024');
  await webkit.fill('dialog[open] textarea', 'Is it for sale in Safari?');
  await webkit.click(SEND);
  await webkit.see('phone number is too short');

  await webkit.fill('dialog[open] input[type=tel]', '024 412 3456');
  await webkit.click(SEND);
  await webkit.see('The seller will call you.');
  const [sent] = (await clientOf(seller).listCallbackRequests({ as: 'seller', search: me.name })).items;
  expect(sent).toMatchObject({ requester_phone: '+233244123456', message: 'Is it for sale in Safari?' });
});
