/** The buyer's requests, as an app draws them. */
import { fireEvent, screen } from '@testing-library/react-native';
import { Text } from 'react-native';
import { expect, test, vi } from 'vitest';
import { CallbackRequestDetails, MyCallbackRequests } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, idOf, LISTING_ID, makeRequest } from '../../support/samples.ts';
import { findEnabled, renderApp } from '../support/app.tsx';

const BICYCLE = makeRequest({ id: idOf(1) });
const TENT = makeRequest({
  ...{ id: idOf(2), status: 'expired', requested_at: '2026-11-20T12:00:00Z' },
  listing: { ...BICYCLE.listing, title: 'Tent' },
});
const requests = [BICYCLE, TENT];

test('open ones are whole, ended ones rows that open', async () => {
  await renderApp(<MyCallbackRequests />, { client: createFakeClient({ requests }), userId: BUYER_ID });
  expect(await findEnabled('Withdraw request')).toBeOnTheScreen();
  const row = screen.getByRole('button', { name: /^Tent, Expired/, expanded: false });
  await fireEvent.press(row);
  expect(await screen.findByRole('header', { name: 'History' })).toBeOnTheScreen();
  expect(screen.getByRole('button', { name: /^Tent, Expired/, expanded: true })).toBeOnTheScreen();
});

test('tabs filter by status, and the host hears of it', async () => {
  const onChange = vi.fn();
  const client = createFakeClient({ requests });
  await renderApp(<MyCallbackRequests onChange={onChange} />, { client, userId: BUYER_ID });
  await findEnabled('Withdraw request');
  await fireEvent.press(screen.getByRole('radio', { name: /^Expired/ }));
  expect(await screen.findByRole('button', { name: /^Tent/ })).toBeOnTheScreen();
  expect(screen.queryByText('Bicycle')).toBeNull();
  expect(onChange).toHaveBeenCalledWith({ status: 'expired', requestId: undefined });
});

test('an empty list shows what the host puts there', async () => {
  const client = createFakeClient();
  await renderApp(<MyCallbackRequests empty={<Text>Browse listings</Text>} />, { client, userId: BUYER_ID });
  expect(await screen.findByText('You haven’t requested any callbacks yet.')).toBeOnTheScreen();
  expect(screen.getByText('Browse listings')).toBeOnTheScreen();
});

test('details by id show the history, and the listing leads to its page', async () => {
  const onNavigate = vi.fn();
  const links = { listing: (id: string) => `app://listings/${id}` };
  const client = createFakeClient({ requests });
  await renderApp(<CallbackRequestDetails requestId={idOf(1)} />, { client, links, onNavigate });
  await fireEvent.press(await screen.findByRole('link', { name: 'Bicycle' }));
  expect(onNavigate).toHaveBeenCalledWith(`app://listings/${LISTING_ID}`);
  expect(screen.getByRole('header', { name: 'History' })).toBeOnTheScreen();
});
