/** `<ringback-button>` on a plain page, with an API that a demo world answers for. */
import { createDemoWorld } from '@ringback/client/demo';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../src/element/index.ts';
import { findViolations } from '../support/axe.ts';

const button = page.getByRole('button', { name: 'Call me back' });

/** Another one for each test: elements share what they know of an API. */
let api: string;
let asked: string[];
let world: ReturnType<typeof createDemoWorld>;

/** Who asks is what the token says. */
async function answer(input: RequestInfo | URL, { method = 'GET', headers, body }: RequestInit = {}) {
  const { origin, pathname } = new URL(String(input));
  const token = new Headers(headers).get('authorization')?.replace('Bearer ', '') ?? '';
  if (origin === api) asked.push(`${token} ${method} ${pathname}`);
  if (token === 'stale') return Response.json({}, { status: 401 });
  const client = world.as(token);
  const [, listingId] = /^\/v1\/listings\/(\w+)\/eligibility$/.exec(pathname) ?? [];
  if (listingId) return Response.json(await client.getEligibility(listingId));
  if (method === 'POST' && pathname === '/v1/callback-requests')
    return Response.json(await client.createCallbackRequest(JSON.parse(String(body))), { status: 201 });
  const [, id] = /^\/v1\/callback-requests\/([\w-]+)$/.exec(pathname) ?? [];
  if (id) return Response.json(await client.getCallbackRequest(id));
  return new Response(null, { status: 404 });
}

function show(attributes: string, listing = 'bicycle') {
  document.body.innerHTML = `<main><ringback-button listing-id="${listing}" seller-id="kwame" seller-name="Kwame Addo"
    listing-title="Road bicycle" base-url="${api}" locale="en-GB" region="GH" ${attributes}></ringback-button></main>`;
  return document.querySelector('ringback-button') as HTMLElementTagNameMap['ringback-button'];
}

let count = 0;
beforeEach(() => {
  count += 1;
  api = `https://api-${count}.example.com`;
  asked = [];
  world = createDemoWorld({ delayMs: 0 });
  vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
  localStorage.clear();
});

test('requests a callback, and dispatches what happened', async () => {
  const requested = vi.fn();
  show('token="ama"').addEventListener('ringback:requested', (event) => requested(event.detail));
  await expect.element(button).not.toHaveAttribute('aria-disabled');
  await button.click();
  await page.getByLabelText('Phone number').fill('024 234 5678');
  await page.getByLabelText('Your name').fill('Ama Mensah');
  expect(await findViolations()).toEqual([]);
  await page.getByRole('button', { name: 'Request callback' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  expect(requested).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ listing_id: 'bicycle', requester_phone: '+233242345678' }),
  );
  expect((await world.as('kwame').listCallbackRequests({ as: 'seller', search: 'Ama' })).items).toHaveLength(
    1,
  );
});

test('takes the token from the page’s function, and renews one that is refused', async () => {
  const element = show('');
  await expect.element(page.getByRole('button', { name: 'Sign in to request a callback' })).toBeVisible();
  expect(asked).toEqual([]);
  element.getToken = ({ refresh }) => (refresh ? 'jonas' : 'stale');
  await expect.poll(() => asked).toHaveLength(3);
  await expect.element(button).not.toHaveAttribute('aria-disabled');
  expect(asked.at(-1)).toBe('jonas GET /v1/listings/bicycle/eligibility');
});

test('a property that the page set before the script ran counts', async () => {
  const early = Object.assign(document.createElement('ringback-button'), {});
  Object.defineProperty(early, 'getToken', { value: () => 'ama', configurable: true, writable: true });
  for (const [name, value] of Object.entries({
    'listing-id': 'bicycle',
    'seller-id': 'kwame',
    'base-url': api,
  }))
    early.setAttribute(name, value);
  document.body.append(early);
  await expect.element(button).toBeVisible();
});

test('a signed-out reader’s press is an event', async () => {
  const signIn = vi.fn();
  document.addEventListener('ringback:sign-in', signIn, { once: true });
  show('');
  await page.getByRole('button', { name: 'Sign in to request a callback' }).click();
  expect(signIn).toHaveBeenCalledOnce();
});

test('follows its attributes, and knows five languages', async () => {
  const element = show('token="ama"');
  await expect.element(button).not.toHaveAttribute('aria-disabled');
  element.setAttribute('variant', 'primary');
  await expect.element(button).toHaveAttribute('data-variant', 'primary');
  element.setAttribute('locale', 'de-DE');
  await expect.element(page.getByRole('button')).toHaveTextContent('Rückruf anfordern');
  expect(element.querySelector('.cb')).toHaveAttribute('lang', 'de-DE');
  element.setAttribute('theme', 'host dark');
  await expect.poll(() => element.querySelector('.cb')?.getAttribute('data-cb-mode')).toBe('dark');
  document.documentElement.style.setProperty('--primary', 'rgb(1, 2, 3)');
  await expect
    .poll(() => getComputedStyle(element.querySelector('.cb') as Element).getPropertyValue('--cb-accent'))
    .toBe('rgb(1, 2, 3)');
  document.documentElement.removeAttribute('style');
});

test('draws nothing without a listing, and goes with its element', async () => {
  const element = show('token="ama"');
  await expect.element(button).toBeVisible();
  document.querySelector('main')?.append(element); // only moved
  await expect.element(button).toBeVisible();
  element.removeAttribute('listing-id');
  await expect.element(button).not.toBeInTheDocument();
  element.setAttribute('listing-id', 'bicycle');
  await expect.element(button).toBeVisible();
  element.remove();
  await expect.poll(() => element.childElementCount).toBe(0);
});
