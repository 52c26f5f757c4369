/** The step that confirms a number, in the button's dialog and in the buyer's list. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CallbackRequestButton, MyCallbackRequests } from '../../../src/web/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUTTON_PROPS, BUYER_ID, makePhoneCode, makeRequest } from '../../support/samples.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

const field = page.getByRole('textbox', { name: 'Code' });
const clientThatAsks = () => {
  const client = createFakeClient({ userId: BUYER_ID });
  const create = client.createCallbackRequest;
  client.createCallbackRequest = async (...args) => {
    const { id } = await create(...args);
    const waiting = { is_waiting_for_code: true, phone_code: makePhoneCode(30) };
    client.server.requests = client.server.requests.map((known) =>
      known.id === id ? { ...known, ...waiting } : known,
    );
    return client.getCallbackRequest(id);
  };
  return client;
};

test('after sending, the code is asked for in a field that the phone fills in', async () => {
  const client = clientThatAsks();
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client });
  await page.getByRole('button', { name: 'Call me back' }).click();
  await page.getByLabelText('Your name').fill('Ama Mensah');
  await page.getByLabelText('Phone number').fill('020 7946 0018');
  await page.getByRole('button', { name: 'Request callback' }).click();
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('autocomplete', 'one-time-code');
  await expect.element(field).toHaveAttribute('inputmode', 'numeric');
  await expect.element(page.getByText(/You can get a new code in \d+ s\./)).toBeVisible();
  expect(await findViolations()).toEqual([]);

  await field.fill('000 000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('That code is wrong. You have 4 tries left.')).toBeVisible();
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  expect(await findViolations()).toEqual([]);

  await field.fill('123 456');
  await expect.element(field).toHaveValue('123456');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Number confirmed. Request sent.')).toBeVisible();
  await expect.element(field).not.toBeInTheDocument();
});

test('another number is entered into the form, which has what was typed', async () => {
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client: clientThatAsks() });
  await page.getByRole('button', { name: 'Call me back' }).click();
  await page.getByLabelText('Your name').fill('Ama Mensah');
  await page.getByLabelText('Phone number').fill('020 7946 0018');
  await page.getByRole('button', { name: 'Request callback' }).click();
  await page.getByRole('button', { name: 'Change number' }).click();
  await expect.element(page.getByLabelText('Your name')).toHaveValue('Ama Mensah');
});

test('the list shows the step, and leaves the focus where it was', async () => {
  const request = makeRequest({ is_waiting_for_code: true, phone_code: makePhoneCode() });
  const client = createFakeClient({ userId: BUYER_ID, requests: [request] });
  await renderApp(<MyCallbackRequests />, { client });
  await expect.element(field).toBeVisible();
  await expect.element(field).not.toHaveFocus();
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await expect.element(page.getByText('We sent a new code.')).toBeVisible();
});
