/** Filling in the form, sending it, and what a refusal leads to. */
import { onlineManager } from '@tanstack/react-query';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CallbackRequestButton } from '../../../src/web/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { BUTTON_PROPS } from '../../support/samples.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

const onRequested = vi.fn();
let client: FakeClient;
const phone = page.getByLabelText('Phone number');
const send = page.getByRole('button', { name: 'Request callback' });
const preferredTimes = page.getByText('When should they call?');
const created = () => client.callsOf('createCallbackRequest');

beforeEach(async () => {
  onRequested.mockClear();
  client = createFakeClient();
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} onRequested={onRequested} />, { client });
  await page.getByRole('button', { name: 'Call me back' }).click();
  await expect.element(phone).toHaveValue('020 7946 0018');
});

test('sends what was filled in, and shows the request', async () => {
  await page.getByRole('combobox', { name: /^What’s it about/ }).selectOptions('Price');
  await preferredTimes.click();
  await page.getByRole('checkbox', { name: 'Monday' }).click();
  await page.getByRole('radio', { name: /^Evening/ }).click();
  await page.getByRole('textbox', { name: /^Message/ }).fill('Is it still there?');
  await send.click();
  await expect.element(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  expect(created()[0]?.[0]).toMatchObject({
    listing_id: BUTTON_PROPS.listingId,
    requester_phone: '020 7946 0018',
    phone_region: 'GB',
    requester_name: 'Ama Mensah',
    callback_reason: 'price_negotiation',
    preferred_days: ['Monday'],
    preferred_time: 'evening',
    message: 'Is it still there?',
  });
  expect(onRequested).toHaveBeenCalledOnce();
});

test('Enter in a field sends', async () => {
  await page.getByLabelText('Your name').click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => created()).toHaveLength(1);
});

test('a double click sends once', async () => {
  const release = client.hold('createCallbackRequest');
  await send.dblClick();
  await expect
    .element(page.getByRole('button', { name: 'Sending…' }))
    .toHaveAttribute('aria-disabled', 'true');
  release();
  await expect.element(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  expect(created()).toHaveLength(1);
});

test('browsers can fill in the number and the name', async () => {
  const field = phone.element();
  expect(field).toHaveAttribute('type', 'tel');
  expect(field).toHaveAttribute('autocomplete', 'tel');
  expect(field.closest('form')).not.toBeNull();
  await expect.element(page.getByLabelText('Your name')).toHaveAttribute('autocomplete', 'name');
});

test('most see no more than four fields; preferred times open by keyboard, and say what is chosen', async () => {
  const monday = page.getByRole('checkbox', { name: 'Monday' });
  await expect.element(monday).not.toBeInTheDocument();
  await expect.element(page.getByText('Any day · Any time · In the next few days')).toBeVisible();
  await page.getByRole('textbox', { name: /^Message/ }).click();
  await userEvent.keyboard('{Tab}{Enter}');
  await monday.click();
  await preferredTimes.click();
  await expect.element(page.getByText('Monday · Any time · In the next few days')).toBeVisible();
  await expect.element(monday).not.toBeInTheDocument();
  expect(created()).toHaveLength(0);
});

test('a preferred time that is refused is unfolded', async () => {
  client.refuse('createCallbackRequest', 'invalid_input', { field: 'preferred_days' });
  await send.click();
  await expect.element(page.getByRole('checkbox', { name: 'Monday' })).toHaveFocus();
});

test('arrow keys choose in the groups of radio buttons', async () => {
  await preferredTimes.click();
  const times = page.getByRole('group', { name: 'Time of day' });
  await times.getByRole('radio', { name: 'Any time' }).click();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(times.getByRole('radio', { name: /^Morning/ })).toBeChecked();
  await expect.element(times.getByRole('radio', { name: /^Morning/ })).toHaveFocus();
});

test('the first bad field gets the focus and is described by its error', async () => {
  await phone.fill('12');
  await page.getByLabelText('Your name').fill('');
  await send.click();
  await expect.element(phone).toHaveFocus();
  await expect.element(phone).toHaveAttribute('aria-invalid', 'true');
  await expect.element(phone).toHaveAccessibleDescription(/too short. Check the digits/);
  await expect.element(page.getByLabelText('Your name')).toHaveAccessibleDescription(/Enter your name/);
  expect(created()).toHaveLength(0);
  expect(await findViolations()).toEqual([]);
});

test('the focus goes to the bad field again at each attempt', async () => {
  await phone.fill('12');
  await send.click();
  await expect.element(phone).toHaveFocus();
  await send.click();
  await expect.element(phone).toHaveFocus();
});

test('the server’s refusal of a field stands at the field', async () => {
  client.refuse('createCallbackRequest', 'phone_not_allowed', { field: 'requester_phone' });
  await send.click();
  await expect.element(phone).toHaveAccessibleDescription(/premium or special numbers/);
  await expect.element(phone).toHaveFocus();
});

test('a limit that was reached is read out at once', async () => {
  client.refuse('createCallbackRequest', 'rate_limited');
  await send.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Too many requests. Try again later.');
});

test('a refusal that may be reviewed is sent again for a review, with what was typed', async () => {
  const allow = client.refuse('createCallbackRequest', 'not_accepted', {
    ...{ field: 'requester_phone', canAskForReview: true },
  });
  await send.click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('We couldn’t accept this phone number. Use your own number.');
  expect(await findViolations()).toEqual([]);
  allow();
  await page.getByRole('button', { name: 'Ask for a review' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  const [[first], [second]] = created() as [[object], [object]];
  expect(second).toEqual({ ...first, asks_for_review: true });
});

test('a refusal that may not be reviewed offers none', async () => {
  client.refuse('createCallbackRequest', 'not_accepted');
  await send.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('We couldn’t accept this request.');
  expect(page.getByRole('button', { name: 'Ask for a review' }).query()).toBeNull();
});

test('what has happened is told inside the dialog, where it can be heard', async () => {
  await send.click();
  const dialog = page.getByRole('dialog', { name: 'Your callback request' });
  const news = dialog.getByRole('status').getByText('Request sent. We’ve let Kofi Boateng know.');
  await expect.element(news).toBeVisible();
});

test('newer news takes the place of older', async () => {
  const shown = () => [...document.querySelectorAll('dialog .cb-note')].map(({ textContent }) => textContent);
  await send.click();
  await expect.poll(shown).toEqual(['Request sent. We’ve let Kofi Boateng know.']);
  await page.getByRole('button', { name: 'Withdraw request' }).click();
  await expect.poll(shown).toEqual(['Request withdrawn']);
  const news = page.getByRole('dialog').getByRole('status').getByText('Request withdrawn');
  await expect.element(news).toBeVisible();
  expect(await findViolations()).toEqual([]);
});

test('that there is no connection is read out when it is so', async () => {
  onTestFinished(() => onlineManager.setOnline(true));
  onlineManager.setOnline(false);
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('You’re offline. We’ve kept what you typed. Send it once you’re back online.');
});
