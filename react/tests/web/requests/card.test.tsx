/** The seller's card: from the tap on the number to the outcome, and declining. */
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CallbackRequestCard, useSellerCallbackRequests } from '../../../src/web/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

/** As the integration guide writes it, with a search. */
function Inbox() {
  const [search, setSearch] = useState('');
  const { requests, refresh } = useSellerCallbackRequests({ search });
  return (
    <main>
      <p style={{ marginBlock: 32 }}>
        <input type="search" aria-label="Search" onChange={(event) => setSearch(event.target.value)} />
      </p>
      {requests.map((request) => (
        <CallbackRequestCard key={request.id} request={request} onStatusUpdate={refresh} />
      ))}
    </main>
  );
}

async function renderInbox(changes: Parameters<typeof makeRequest>[0] = {}) {
  const client = createFakeClient({
    userId: SELLER_ID,
    requests: [makeRequest({ message: 'Still there?', ...changes })],
  });
  await renderApp(<Inbox />, { client, userId: SELLER_ID });
  await expect.element(page.getByRole('article', { name: 'Ama Mensah' })).toBeVisible();
  // Following a tel: link would leave the page.
  document.querySelector('a[href^="tel:"]')?.addEventListener('click', (event) => event.preventDefault());
  return client;
}
const button = (name: string) => page.getByRole('button', { name });

test('a tap on the number acknowledges, asks how it went, and notes the outcome', async () => {
  const client = await renderInbox();
  const call = page.getByRole('link', { name: /Call Ama Mensah/ });
  await expect.element(call).toHaveAttribute('href', 'tel:+442079460018');
  await call.click();
  await expect.element(page.getByText('You’ll call', { exact: true })).toBeVisible();
  expect(client.callsOf('updateCallbackRequestStatus')[0]?.[1]).toEqual({ status: 'acknowledged' });
  await expect
    .element(page.getByRole('group', { name: 'How did the call with Ama Mensah go?' }))
    .toBeVisible();
  expect(await findViolations()).toEqual([]);

  await button('We talked').click();
  await expect.element(page.getByText('Completed', { exact: true })).toBeVisible();
  expect(client.callsOf('logCallbackAttempt')[0]?.[1]).toEqual({ outcome: 'reached' });
});

const MASKED = { requester_phone_masked: '+44 •••• ••0018' };

/** What is dialled; without it the browser would leave the page. */
function dialled(): string[] {
  const addresses: string[] = [];
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest('a[href^="tel:"]');
      if (link) addresses.push(link.getAttribute('href') ?? '');
      if (link) event.preventDefault();
    },
    { capture: true },
  );
  return addresses;
}

test('one press reveals a masked number, dials it and acknowledges', async () => {
  const client = await renderInbox(MASKED);
  const addresses = dialled();
  expect(document.body.textContent).toContain('+44 •••• ••0018');
  expect(document.body.innerHTML).not.toContain('7946');
  const release = client.hold('revealCallbackPhone');
  await button('Call Ama Mensah, +44 •••• ••0018').click();
  await expect.element(button('Call Ama Mensah, +44 •••• ••0018')).toHaveAttribute('aria-busy', 'true');
  release();
  const link = page.getByRole('link', { name: /Call Ama Mensah/ });
  await expect.element(link).toHaveAttribute('href', 'tel:+442079460018');
  await expect.element(link).toHaveFocus();
  expect(addresses).toEqual(['tel:+442079460018']);
  await expect.element(page.getByText('You’ll call', { exact: true })).toBeVisible();
  expect(client.callsOf('revealCallbackPhone')).toHaveLength(1);
  expect(await findViolations()).toEqual([]);
});

test('a number that may not be revealed is not called, and the reason is shown', async () => {
  const client = await renderInbox(MASKED);
  const addresses = dialled();
  client.refuse('revealCallbackPhone', 'rate_limited', { limit: 'reveals_per_seller_per_day' });
  await button('Call Ama Mensah, +44 •••• ••0018').click();
  await expect.element(page.getByText(/today’s limit for seeing numbers/)).toBeVisible();
  expect(addresses).toEqual([]);
  expect(client.callsOf('updateCallbackRequestStatus')).toEqual([]);
});

test('while an outcome is sent, no other can be chosen or put off', async () => {
  const client = await renderInbox();
  await page.getByRole('link', { name: /Call Ama Mensah/ }).click();
  const release = client.hold('logCallbackAttempt');
  await button('Wrong number').click();
  await expect.element(button('Not now')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button('No answer')).toHaveAttribute('aria-disabled', 'true');
  expect(document.querySelectorAll('.cb-panel [aria-busy]')).toHaveLength(1);
  release();
  await expect.element(button('Not now')).not.toBeInTheDocument();
});

test('the link stays while its press is handled, or the browser would not follow it', async () => {
  await renderInbox();
  const call = page.getByRole('link', { name: /Call Ama Mensah/ });
  const link = call.element();
  await call.click();
  await expect.element(page.getByRole('group', { name: /How did the call/ })).toBeVisible();
  expect(link.isConnected).toBe(true);
});

test('declines with a reason', async () => {
  const client = await renderInbox();
  await button('Decline').click();
  const reason = page.getByLabelText('Reason (optional)');
  await expect.element(reason).toHaveFocus();
  await reason.fill('It is sold.');
  await button('Decline request').click();
  await button('Undo').click();
  await expect.element(reason).toHaveValue('It is sold.');
  await button('Decline request').click();
  await expect.element(page.getByText('Request declined').first()).toBeVisible();
  expect(client.callsOf('updateCallbackRequestStatus')).toEqual([]);
  dispatchEvent(new PageTransitionEvent('pagehide'));
  await expect.element(page.getByText('You declined this request: It is sold.')).toBeVisible();
  expect(client.callsOf('updateCallbackRequestStatus')[0]?.[1]).toEqual({
    status: 'cancelled',
    reason: 'It is sold.',
  });
});

test('after a call without an answer it asks when the seller tries again', async () => {
  const client = await renderInbox();
  await page.getByRole('link', { name: /Call Ama Mensah/ }).click();
  await button('No answer').click();
  const question = page.getByRole('group', { name: 'When will you try again?' });
  await expect.element(question).toHaveFocus();
  await button('Another time').click();
  await expect.element(page.getByLabelText('Day')).toHaveFocus();
  await page.getByLabelText('Day').selectOptions('Tomorrow');
  expect(await findViolations()).toEqual([]);
  await button('Save time').click();
  await expect.element(page.getByText(/^Next attempt: tomorrow at/)).toBeVisible();
  expect(client.callsOf('logCallbackAttempt')).toHaveLength(1);
});

test('outside the preferred times the first press warns, and the second one calls', async () => {
  const start = new Date(Date.now() + 5 * 3_600_000).toISOString();
  const end = new Date(Date.now() + 6 * 3_600_000).toISOString();
  const client = await renderInbox({ preferred_ranges: [{ start, end }] });
  await page.getByRole('button', { name: /Call Ama Mensah/ }).click();
  await expect.element(page.getByRole('alert').getByText(/^Ama Mensah prefers another time: /)).toBeVisible();
  const link = page.getByRole('link', { name: /^Call anyway/ });
  await expect.element(link).toHaveFocus();
  expect(client.callsOf('updateCallbackRequestStatus')).toEqual([]);
  link.element().addEventListener('click', (event) => event.preventDefault());
  await link.click();
  await expect.poll(() => client.callsOf('updateCallbackRequestStatus')).toHaveLength(1);
});

test('a tap on call by mistake is undone', async () => {
  const client = await renderInbox();
  await page.getByRole('link', { name: /Call Ama Mensah/ }).click();
  await button('Undo').click();
  await expect.element(page.getByText('Waiting', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('group', { name: /How did the call/ })).not.toBeInTheDocument();
  expect(client.callsOf('undoAcknowledgement')).toHaveLength(1);
});

test('a reason that is being written survives a search, and leaves the focus to it', async () => {
  await renderInbox();
  const reason = page.getByLabelText('Reason (optional)');
  const search = page.getByRole('searchbox');
  await button('Decline').click();
  await reason.fill('It is so');
  await search.fill('nobody');
  await expect.element(reason).not.toBeInTheDocument();
  await search.fill('Ama');
  await expect.element(reason).toHaveValue('It is so');
  await expect.element(search).toHaveFocus();
});

test('keeps a keyboard’s place when a button has done its work and goes', async () => {
  await renderInbox();
  await button('I’ll call').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('You’ll call', { exact: true })).toBeVisible();
  await expect.poll(() => document.activeElement).toBe(page.getByRole('article').element());
});

test('says it when the request has changed meanwhile', async () => {
  const client = await renderInbox();
  client.refuse('updateCallbackRequestStatus', 'invalid_transition');
  await button('I’ll call').click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('This request has changed in the meantime.');
});
