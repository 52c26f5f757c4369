/** The buyer's requests in a browser: rows open, nothing moves, and what is typed is kept. */
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CallbackRequestDetails, MyCallbackRequests } from '../../../src/web/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, idOf, LISTING_ID, makeRequest } from '../../support/samples.ts';
import { renderApp } from '../support/renderApp.tsx';

const title = (name: string) => ({ ...makeRequest().listing, title: name });
const BICYCLE = makeRequest({ id: idOf(1), listing: title('Bicycle'), message: 'Is it new?' });
const TENT = makeRequest({
  ...{ id: idOf(2), listing: title('Tent'), status: 'cancelled', cancelled_by: 'seller' },
  ...{ cancel_reason: 'Sold.', requested_at: '2026-11-20T12:00:00Z', cancelled_at: '2026-11-20T13:00:00Z' },
});

async function openList(client: FakeClient, props: Parameters<typeof MyCallbackRequests>[0] = {}) {
  await renderApp(<MyCallbackRequests {...props} />, { client, userId: BUYER_ID });
  await expect.element(page.getByRole('list').first()).toBeVisible();
}

function change(client: FakeClient, id: string, changes: Partial<typeof BICYCLE>) {
  const updated_at = new Date(Date.now() + 1000).toISOString();
  client.server.requests = client.server.requests.map((request) =>
    request.id === id ? { ...request, ...changes, updated_at } : request,
  );
  for (const { send } of client.subscribers) {
    send({ type: 'request', callback_request_id: id } as Parameters<typeof send>[0]);
  }
}

test('a row opens by keyboard and shows everything with its history', async () => {
  const client = createFakeClient({ requests: [BICYCLE, TENT] });
  await openList(client);
  const row = page.getByRole('button', { name: /^Tent/ });
  await expect.element(row).toHaveAttribute('aria-expanded', 'false');
  row.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(row).toHaveAttribute('aria-expanded', 'true');
  const tent = page.getByRole('article', { name: 'Tent' });
  await expect.element(tent.getByRole('region', { name: 'History' })).toBeVisible();
  await expect.element(row).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(tent).not.toBeInTheDocument();
});

test('a change from elsewhere moves nothing', async () => {
  const client = createFakeClient({ requests: [BICYCLE, TENT] });
  await openList(client, { defaultValue: { status: 'all' } });
  const bicycle = page.getByRole('article', { name: 'Bicycle' });
  const top = () => bicycle.element().getBoundingClientRect().top;
  const before = top();
  const lamp = makeRequest({ id: idOf(3), listing: title('Lamp'), requested_at: new Date().toISOString() });
  client.server.requests = [lamp, ...client.server.requests];
  change(client, BICYCLE.id, { status: 'completed', completed_at: new Date().toISOString() });
  await expect.element(bicycle.getByText('Completed').first()).toBeVisible();
  const renew = page.getByRole('button', { name: '1 new' });
  await expect.element(renew).toBeVisible();
  expect(top()).toBe(before);
  await renew.click();
  await expect.element(page.getByRole('article', { name: 'Lamp' })).toBeVisible();
});

test('an edit in progress outlives the end of the request and another tab', async () => {
  const client = createFakeClient({ requests: [BICYCLE, TENT] });
  await openList(client);
  await page.getByRole('button', { name: 'Edit request' }).click();
  const message = page.getByLabelText(/^Message/);
  await message.fill('Is it used?');
  change(client, BICYCLE.id, { status: 'expired', expires_at: '2026-11-20T12:00:00Z' });
  await expect.element(page.getByText(/^This request has ended/)).toBeVisible();
  await expect.element(message).toHaveValue('Is it used?');
  await page.getByRole('radio', { name: /^Completed/ }).click();
  await expect.element(message).not.toBeInTheDocument();
  await page.getByRole('radio', { name: /^Expired/ }).click();
  await page.getByRole('button', { name: /^Bicycle/ }).click();
  await expect.element(message).toHaveValue('Is it used?');
});

test('an empty list shows what the host puts there', async () => {
  await renderApp(<MyCallbackRequests empty={<a href="#all">Browse listings</a>} />);
  await expect.element(page.getByText('You haven’t requested any callbacks yet.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Browse listings' })).toBeVisible();
});

test('details by id name listing and seller, and the listing leads to its page', async () => {
  const onNavigate = vi.fn();
  const links = { listing: (id: string) => `/listings/${id}` };
  const client = createFakeClient({ requests: [BICYCLE] });
  await renderApp(<CallbackRequestDetails requestId={BICYCLE.id} />, { client, links, onNavigate });
  const details = page.getByRole('article', { name: 'Bicycle' });
  await expect.element(details.getByText('Kofi Boateng')).toBeVisible();
  await expect.element(details.getByRole('region', { name: 'History' })).toBeVisible();
  await details.getByRole('link', { name: 'Bicycle' }).click();
  expect(onNavigate).toHaveBeenCalledWith(`/listings/${LISTING_ID}`);
});

test('details of a request that is not there say so', async () => {
  await renderApp(<CallbackRequestDetails requestId={idOf(7)} />);
  await expect.element(page.getByText('This request no longer exists.')).toBeVisible();
});
