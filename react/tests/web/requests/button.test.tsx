/** The button on a listing: when it is there, what it says, and that it holds its place. */
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type ButtonSlotProps, CallbackRequestButton, type DialogSlotProps } from '../../../src/web/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUTTON_PROPS, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { renderApp } from '../support/renderApp.tsx';

const opener = page.getByRole('button');
const after = page.getByRole('link', { name: 'After' });

test.each([
  ['the seller has no number', { sellerHasPhone: false }, undefined],
  ['it is one’s own listing', {}, SELLER_ID],
])('is not there when %s', async (_case, props, userId) => {
  const { screen } = await renderApp(<CallbackRequestButton {...BUTTON_PROPS} {...props} />, { userId });
  expect(screen.container.querySelector('button')).toBeNull();
});

test.each([
  ['inline', false],
  ['block', true],
] as const)('%s', async (width, isWide) => {
  const client = createFakeClient();
  await renderApp(
    <div style={{ inlineSize: 500 }}>
      <CallbackRequestButton {...BUTTON_PROPS} width={width} />
    </div>,
    { client },
  );
  await expect.element(opener).not.toHaveAttribute('aria-busy');
  expect(opener.element().getBoundingClientRect().width === 500).toBe(isWide);
});

test('moves nothing when eligibility arrives', async () => {
  const client = createFakeClient({ requests: [makeRequest()] });
  const release = client.hold('getEligibility');
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client });
  await expect.element(opener).toHaveAttribute('aria-busy', 'true');
  const boxes = () =>
    [opener, after].map((locator) => JSON.stringify(locator.element().getBoundingClientRect()));
  const before = boxes();
  release();
  await expect.element(opener).toHaveTextContent('Callback requested');
  expect(boxes()).toEqual(before);
});

test('says how soon the seller usually answers before a press, and moves nothing for it', async () => {
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client: createFakeClient() });
  await expect.element(opener).not.toHaveAttribute('aria-busy');
  const before = JSON.stringify(after.element().getBoundingClientRect());
  await expect.element(page.getByText('Usually answers within 2 hours')).toBeVisible();
  expect(JSON.stringify(after.element().getBoundingClientRect())).toBe(before);
});

test('does nothing while it is not allowed, but can be reached and says why', async () => {
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, {
    client: createFakeClient({ obstacle: 'listing_unavailable' }),
  });
  await expect.element(page.getByText('This listing is no longer available.')).toBeVisible();
  await expect.element(opener).toHaveAccessibleName('Call me back. This listing is no longer available.');
  await page.getByRole('link', { name: 'Before' }).click();
  await userEvent.tab();
  await expect.element(opener).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('shows the request that there is, and withdraws it, unless that is undone', async () => {
  const client = createFakeClient({ requests: [makeRequest()] });
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client });
  await page.getByRole('button', { name: 'Callback requested' }).click();
  await page.getByRole('button', { name: 'Withdraw request' }).click();
  const dialog = page.getByRole('dialog').element();
  expect(dialog.contains(document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Withdraw request' }).click();
  await expect.element(page.getByRole('dialog').getByText('You withdrew this request.')).toBeVisible();
  expect(client.callsOf('updateCallbackRequestStatus')).toEqual([]);
  expect(dialog.contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => client.callsOf('updateCallbackRequestStatus')).toHaveLength(1);
  expect(client.callsOf('updateCallbackRequestStatus')[0]?.[1]).toMatchObject({ status: 'cancelled' });
});

describe('the host’s own parts', () => {
  const HostButton = ({ children, onPress }: ButtonSlotProps) => (
    <button type="button" className="host-button" onClick={onPress}>
      {children}
    </button>
  );
  const HostDialog = ({ isOpen, title, children }: DialogSlotProps) =>
    isOpen && (
      <div role="dialog" aria-label={title} className="host-dialog">
        {children}
      </div>
    );

  test('take the place of ours, and Enter still sends', async () => {
    const { client } = await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, {
      components: { Button: HostButton, Dialog: HostDialog },
    });
    await page.getByRole('button', { name: 'Call me back' }).click();
    await expect.element(page.getByLabelText('Phone number')).toHaveValue('020 7946 0018');
    expect(document.querySelectorAll('.host-button').length).toBeGreaterThan(1);
    expect(document.querySelector('dialog')).toBeNull();
    await page.getByLabelText('Your name').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => client.callsOf('createCallbackRequest')).toHaveLength(1);
  });
});
