/** A host's own parts in place of ours, everywhere. */
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  type BadgeSlotProps,
  type ButtonSlotProps,
  CallbackInbox,
  CallbackRequestButton,
  CallbackRequestCard,
  type DialogSlotProps,
  type InputSlotProps,
  type SelectSlotProps,
  type ToastSlotProps,
} from '../../../src/web/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { BUTTON_PROPS, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

const components = {
  Button: ({ onPress, isBusy, isDisabled, accessibilityLabel, children }: ButtonSlotProps) => (
    <button
      type="button"
      className="own"
      disabled={isBusy || isDisabled}
      aria-label={accessibilityLabel}
      onClick={onPress}
    >
      {children}
    </button>
  ),
  Dialog: ({ isOpen, title, closeLabel, onClose, children }: DialogSlotProps) =>
    isOpen && (
      <section className="own" role="dialog" aria-label={title}>
        {children}
        <button type="button" onClick={onClose}>
          {closeLabel}
        </button>
      </section>
    ),
  Input: ({ value, onChange, isMultiline, isInvalid, attributes }: InputSlotProps) => {
    const own = {
      ...{ ...attributes, value, className: `own ${isInvalid ? 'is-invalid' : ''}` },
      onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    };
    return isMultiline ? <textarea {...own} /> : <input {...own} />;
  },
  Select: ({ value, onChange, options, attributes }: SelectSlotProps) => (
    <select {...attributes} className="own" value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  ),
  Badge: ({ label, tone }: BadgeSlotProps) => <mark className={`own ${tone}`}>{label}</mark>,
  Toast: ({ tone, message, onClose }: ToastSlotProps) => (
    <output className={`own ${tone}`}>
      {message}
      <button type="button" onClick={onClose}>
        OK
      </button>
    </output>
  ),
};

const send = page.getByRole('button', { name: 'Request callback' });
let client: FakeClient;

const ours = () =>
  document.querySelectorAll(
    '.cb-button, .cb-dialog, .cb-badge, input.cb-input, textarea.cb-input, .cb-select',
  );
const own = (tag: string) => document.querySelectorAll(`${tag}.own`);

/** The size of a part is the host's. */
const violations = async () =>
  (await findViolations()).filter((violation) => !violation.startsWith('target-size'));

beforeEach(() => {
  client = createFakeClient();
});

test('the form is made of them, and works', async () => {
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client, components });
  await page.getByRole('button', { name: 'Call me back' }).click();
  await page.getByRole('textbox', { name: /^Message/ }).fill('Is it still there?');
  await page.getByRole('combobox', { name: /^What’s it about/ }).selectOptions('Price');
  expect(ours()).toHaveLength(0);
  for (const [tag, count] of [
    ['input', 2],
    ['textarea', 1],
    ['select', 2],
  ] as const)
    expect(own(tag), tag).toHaveLength(count);
  expect(await violations()).toEqual([]);

  await page.getByLabelText('Phone number').fill('1');
  await send.click();
  await expect.element(page.getByLabelText('Phone number')).toHaveFocus();
  await expect.element(page.getByLabelText('Phone number')).toHaveClass('is-invalid');
  await page.getByLabelText('Phone number').fill('020 7946 0018');
  await send.click();
  await expect.element(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  await expect.element(page.getByText('Waiting', { exact: true })).toHaveClass('own');
  expect(client.callsOf('createCallbackRequest')[0]?.[0]).toMatchObject({
    ...{ message: 'Is it still there?', callback_reason: 'price_negotiation' },
  });
  expect(ours()).toHaveLength(0);
});

test('the card is made of them, and works', async () => {
  const request = makeRequest({ priority: 'urgent' });
  const sellers = createFakeClient({ userId: SELLER_ID, requests: [request] });
  await renderApp(<CallbackRequestCard request={request} />, {
    client: sellers,
    userId: SELLER_ID,
    components,
  });
  await page.getByRole('button', { name: 'Decline' }).click();
  const reason = page.getByRole('textbox');
  await expect.element(reason).toHaveFocus();
  await reason.fill('Sold');
  expect(own('mark').length).toBeGreaterThanOrEqual(2);
  expect(ours()).toHaveLength(0);
  expect(await violations()).toEqual([]);
});

test('so are the inbox’s search and note, and its keys find them', async () => {
  const sellers = createFakeClient({ userId: SELLER_ID, requests: [makeRequest()] });
  await renderApp(<CallbackInbox defaultValue={{ requestId: makeRequest().id }} />, {
    client: sellers,
    userId: SELLER_ID,
    components,
  });
  await page.getByLabelText('Private note').fill('Offered 80.');
  await userEvent.tab();
  await expect.poll(() => sellers.callsOf('setSellerNote')).toHaveLength(1);
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  expect([...ours()].map(({ tagName }) => tagName)).toEqual(['A']); // the call is a link, and ours
  expect(await violations()).toEqual([]);
});

test('a toast shows a notice until it closes, and the next one in its place', async () => {
  const onNotify = vi.fn();
  const request = makeRequest();
  client = createFakeClient({ requests: [request] });
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client, components, onNotify });
  await expect.element(page.getByRole('button', { name: 'Callback requested' })).toBeVisible();
  expect(own('output')).toHaveLength(0);

  const change = (status: 'acknowledged' | 'completed') => {
    client.server.requests = [makeRequest({ ...request, status, [`${status}_at`]: request.requested_at })];
    for (const { send } of client.subscribers) send({ type: 'reset' });
  };
  change('acknowledged');
  await expect.poll(() => own('output')).toHaveLength(1);
  const first = own('output')[0]?.textContent;
  expect(first).toContain(onNotify.mock.calls[0]?.[0].message);
  change('completed');
  await expect.poll(() => own('output')[0]?.textContent).not.toBe(first);
  expect(own('output')).toHaveLength(1);
  await page.getByRole('button', { name: 'OK' }).click();
  expect(own('output')).toHaveLength(0);
});
