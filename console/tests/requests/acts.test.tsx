/** What support does on a request's page, and what viewers are not offered. */
import { CallbackError } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { findViolations } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { CALLED, DELIVERY_DETAIL, DETAIL } from './fixtures.ts';

const path = `/requests/${DETAIL.id}`;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = page.getByRole('dialog');

test('the page answers whether anyone called, and why the seller may not know', async () => {
  await openPage(path, { answers: { getOperatorRequest: () => DETAIL } });
  await expect.element(page.getByText('No. Kwame Addo hasn’t logged a call.')).toBeVisible();
  await expect
    .element(page.getByText(/The seller was notified: in the app \(not read\), Email failed/))
    .toBeVisible();
});

test('after a wrong number it says what to do', async () => {
  await openPage(path, { answers: { getOperatorRequest: () => CALLED } });
  await expect.element(page.getByText(/Kwame Addo tried once, \d+ minutes ago: wrong number/)).toBeVisible();
  await expect.element(page.getByText(/Correct it with the buyer’s consent/)).toBeVisible();
});

test('both sides stand beside each other, and the history is in words', async () => {
  await openPage(path, { answers: { getOperatorRequest: () => DETAIL } });
  await expect.element(page.getByText('edit, withdraw, extend')).toBeVisible();
  await expect.element(page.getByText('Ring after six')).toBeVisible();
  await expect.element(page.getByText('Ama Boateng edited the request')).toBeVisible();
  await expect.element(page.getByText('The seller was reminded')).toBeVisible();
});

test('the number shows after a reason, and is gone with the dialog', async () => {
  const revealOperatorPhone = vi.fn(() => ({ id: DETAIL.id, requester_phone: '+442079460123' }));
  await openPage(path, { answers: { getOperatorRequest: () => DETAIL, revealOperatorPhone } });
  await button('Show number').click();
  expect(await findViolations()).toEqual([]);
  await dialog.getByLabelText('Reason').fill('The buyer asked');
  await dialog.getByRole('button', { name: 'Show number' }).click();
  await expect.element(page.getByText('+442079460123')).toBeVisible();
  expect(revealOperatorPhone).toHaveBeenCalledWith(DETAIL.id, { reason: 'The buyer asked' });
  await button('Hide number').click();
  await expect.element(page.getByText('+442079460123')).not.toBeInTheDocument();
});

test('the number is corrected with consent; a refusal stands beside its field', async () => {
  const editOperatorPhone = vi.fn((_: string, phone: object) => {
    if (JSON.stringify(phone).includes('0124')) return DETAIL;
    throw new CallbackError('invalid_phone', 'This number does not exist.', { field: 'requester_phone' });
  });
  await openPage(path, { answers: { getOperatorRequest: () => DETAIL, editOperatorPhone } });
  await button('Correct number').click();
  await dialog.getByLabelText('New number').fill('020');
  await dialog.getByLabelText('The buyer agreed to this change').click();
  await dialog.getByRole('button', { name: 'Correct number' }).click();
  await expect.element(page.getByText('This number does not exist.')).toBeVisible();
  await dialog.getByLabelText('New number').fill('+44 20 7946 0124');
  await dialog.getByRole('button', { name: 'Correct number' }).click();
  await expect.element(page.getByText('Number corrected')).toBeVisible();
  expect(editOperatorPhone).toHaveBeenLastCalledWith(DETAIL.id, {
    ...{ requester_phone: '+44 20 7946 0124', consent: true },
  });
});

test('a request is ended with a reason, and a note is added', async () => {
  const closeCallbackRequest = vi.fn(() => DETAIL.request);
  const addOperatorNote = vi.fn(() => DETAIL);
  await openPage(path, {
    answers: { getOperatorRequest: () => DETAIL, closeCallbackRequest, addOperatorNote },
  });
  await button('End request').click();
  await dialog.getByLabelText(/Reason/).fill('Spam');
  await dialog.getByRole('button', { name: 'End request' }).click();
  await expect.element(page.getByText('Request ended')).toBeVisible();
  expect(closeCallbackRequest).toHaveBeenCalledWith(DETAIL.id, { reason: 'Spam' });
  await page.getByLabelText('Note', { exact: true }).fill('Asked the seller');
  await button('Add note').click();
  await expect.element(page.getByText('Note added')).toBeVisible();
  expect(addOperatorNote).toHaveBeenCalledWith(DETAIL.id, { note: 'Asked the seller' });
});

test('a failed delivery opens with its reason and its cure', async () => {
  const getOperatorDelivery = () => DELIVERY_DETAIL;
  await openPage(path, { answers: { getOperatorRequest: () => DETAIL, getOperatorDelivery } });
  await page.getByRole('button', { name: 'Email Failed' }).click();
  await expect.element(dialog.getByRole('alert')).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Retry' })).toBeVisible();
});

test('viewers are offered no acts', async () => {
  await openPage(path, { answers: { getOperatorRequest: () => DETAIL }, role: 'viewer' });
  await expect.element(page.getByText('What each side sees now')).toBeVisible();
  for (const name of ['Show number', 'Correct number', 'End request', 'Add note'])
    await expect.element(button(name)).not.toBeInTheDocument();
});
