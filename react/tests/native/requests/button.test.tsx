/** The button on a listing, in each state that a buyer meets. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react-native';
import { Text, View } from 'react-native';
import { expect, test, vi } from 'vitest';
import {
  CallbackRequestButton,
  type CallbackRequestButtonProps,
  type DialogSlotProps,
} from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { LISTING_ID, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findEnabled, renderApp } from '../support/app.tsx';

const LISTING: CallbackRequestButtonProps = {
  listingId: LISTING_ID,
  sellerId: SELLER_ID,
  sellerName: 'Kofi Boateng',
  sellerHasPhone: true,
  listingTitle: 'Bicycle',
};

test('is busy until it is known whether a call may be asked for, then offers it', async () => {
  const client = createFakeClient();
  const answer = client.hold('getEligibility');
  await renderApp(<CallbackRequestButton {...LISTING} />, { client });
  expect(screen.getByRole('button', { name: 'Call me back', busy: true, disabled: true })).toBeOnTheScreen();
  answer();
  expect(await findEnabled('Call me back')).toBeOnTheScreen();
});

test.each([
  ['the seller has no number', { sellerHasPhone: false }, undefined],
  ['the listing is the own one', {}, SELLER_ID],
])('is not there when %s', async (_, props, userId) => {
  const client = createFakeClient();
  await renderApp(<CallbackRequestButton {...LISTING} {...props} />, { client, userId });
  expect(screen.queryByRole('button')).not.toBeOnTheScreen();
  expect(client.callsOf('getEligibility')).toEqual([]);
});

test('says how soon the seller usually answers', async () => {
  await renderApp(<CallbackRequestButton {...LISTING} />, { client: createFakeClient() });
  expect(await screen.findByText('Usually answers within 2 hours')).toBeOnTheScreen();
});

test('says why no call can be asked for', async () => {
  const client = createFakeClient({ obstacle: 'listing_unavailable' });
  await renderApp(<CallbackRequestButton {...LISTING} />, { client });
  expect(await screen.findByText('This listing is no longer available.')).toBeOnTheScreen();
  expect(screen.getByRole('button', { name: 'Call me back' })).toBeDisabled();
});

test('asks the app to sign in', async () => {
  const client = createFakeClient();
  client.refuse('getEligibility', 'unauthenticated');
  const onSignIn = vi.fn();
  await renderApp(<CallbackRequestButton {...LISTING} />, { client, onSignIn });
  await fireEvent.press(await findEnabled('Sign in to request a callback'));
  expect(onSignIn).toHaveBeenCalledOnce();
});

test('tries again after a failure', async () => {
  const client = createFakeClient();
  const recover = client.refuse('getEligibility', 'forbidden');
  await renderApp(<CallbackRequestButton {...LISTING} />, { client });
  const retry = await findEnabled('Try again');
  recover();
  await fireEvent.press(retry);
  expect(await findEnabled('Call me back')).toBeOnTheScreen();
});

test("shows today's request instead of asking twice", async () => {
  const client = createFakeClient({ requests: [makeRequest({ status: 'acknowledged' })] });
  await renderApp(<CallbackRequestButton {...LISTING} />, { client });
  await fireEvent.press(await findEnabled('Callback requested'));
  expect(screen.getByRole('header', { name: 'Your callback request' })).toBeOnTheScreen();
  expect(screen.getByText('Seller will call')).toBeOnTheScreen();
  await fireEvent.press(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByText('Your callback request')).not.toBeOnTheScreen());
});

test('opens in the dialog of the host', async () => {
  const Dialog = ({ isOpen, title, onClose, children }: DialogSlotProps) =>
    isOpen && (
      <View testID="own dialog">
        <Text onPress={onClose}>{title}</Text>
        {children}
      </View>
    );
  const client = createFakeClient();
  await renderApp(<CallbackRequestButton {...LISTING} />, { client, components: { Dialog } });
  await fireEvent.press(await findEnabled('Call me back'));
  const dialog = within(screen.getByTestId('own dialog'));
  expect(dialog.getByLabelText('Phone number')).toBeOnTheScreen();
  await fireEvent.press(dialog.getByText('Request a callback from Kofi Boateng'));
  expect(screen.queryByTestId('own dialog')).not.toBeOnTheScreen();
});
