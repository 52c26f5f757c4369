/** The card in a seller's inbox. */

import { focusManager } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { Linking } from 'react-native';
import { expect, test, vi } from 'vitest';
import { CallbackRequestCard, useSellerCallbackRequests } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findEnabled, renderApp, spyOnSpeech } from '../support/app.tsx';

function Inbox() {
  const { requests } = useSellerCallbackRequests({ limit: 5 });
  return requests.map((request) => <CallbackRequestCard key={request.id} request={request} />);
}

async function openInbox(changes: Parameters<typeof makeRequest>[0] = {}) {
  const client = createFakeClient({ userId: SELLER_ID, requests: [makeRequest(changes)] });
  await renderApp(<Inbox />, { client, userId: SELLER_ID });
  await screen.findByRole('header', { name: 'Ama Mensah' });
  return client;
}

const press = async (name: string) => fireEvent.press(await findEnabled(name));

test('tells who asks about what, how soon and when', async () => {
  await openInbox({
    priority: 'urgent',
    message: 'Is it new?',
    callback_reason: 'price_negotiation',
    preferred_days: ['Monday'],
    preferred_time: 'evening',
    time_zone: 'Europe/London',
  });
  for (const text of ['Waiting', 'Urgent', 'Bicycle', 'Is it new?', 'Price']) {
    expect(screen.getByText(text)).toBeOnTheScreen();
  }
  expect(screen.getByText(/Mon.*evening/)).toBeOnTheScreen();
});

test('one tap calls and acknowledges; the outcome completes', async () => {
  const openURL = vi.spyOn(Linking, 'openURL').mockResolvedValue(undefined);
  const speech = spyOnSpeech();
  const client = await openInbox();
  await press('Call Ama Mensah');
  expect(openURL).toHaveBeenCalledExactlyOnceWith('tel:+442079460018');
  expect(await screen.findByText('You’ll call')).toBeOnTheScreen();
  expect(speech).toHaveBeenCalledWith('Marked as “I’ll call”');

  expect(screen.getByText('How did the call with Ama Mensah go?')).toBeOnTheScreen();
  await press('We talked');
  expect(await screen.findByText('Completed')).toBeOnTheScreen();
  await waitFor(() => expect(screen.queryByText(/How did the call/)).not.toBeOnTheScreen());
  expect(client.callsOf('logCallbackAttempt')[0]?.[1]).toEqual({ outcome: 'reached' });
});

test('one tap reveals a masked number and calls it', async () => {
  const openURL = vi.spyOn(Linking, 'openURL').mockResolvedValue(undefined);
  const client = await openInbox({ requester_phone_masked: '+44 •••• ••0018' });
  expect(screen.getByText('+44 •••• ••0018')).toBeOnTheScreen();
  await press('Call Ama Mensah');
  await waitFor(() => expect(openURL).toHaveBeenCalledExactlyOnceWith('tel:+442079460018'));
  expect(await screen.findByText(/7946 0018/)).toBeOnTheScreen();
  expect(client.callsOf('revealCallbackPhone')).toHaveLength(1);
});

test('outside the preferred times the first press warns, and the second one calls', async () => {
  const openURL = vi.spyOn(Linking, 'openURL').mockResolvedValue(undefined);
  const speech = spyOnSpeech();
  const [start = '', end = ''] = [5, 6].map((hours) =>
    new Date(Date.now() + hours * 3_600_000).toISOString(),
  );
  await openInbox({ preferred_ranges: [{ start, end }] });
  await press('Call Ama Mensah');
  expect(openURL).not.toHaveBeenCalled();
  expect(speech).toHaveBeenCalledWith(expect.stringContaining('Ama Mensah prefers another time'));
  await press('Call anyway');
  expect(openURL).toHaveBeenCalledOnce();
});

test('after a call without an answer it asks when the seller tries again', async () => {
  vi.spyOn(Linking, 'openURL').mockResolvedValue(undefined);
  const client = await openInbox();
  await press('Call Ama Mensah');
  await press('No answer');
  expect(await screen.findByText('When will you try again?')).toBeOnTheScreen();
  await press('Another time');
  expect(screen.getByRole('combobox', { name: 'Day' })).toBeOnTheScreen();
  await press('No plan yet');
  await waitFor(() => expect(client.callsOf('logCallbackAttempt')).toHaveLength(1));
});

test('says so where the device has no telephone', async () => {
  vi.spyOn(Linking, 'openURL').mockRejectedValue(new Error('Unable to open URL'));
  await openInbox();
  await press('Call Ama Mensah');
  expect(await screen.findByText(/couldn’t start the call. Dial .*7946 0018 instead./)).toBeOnTheScreen();
});

test('acknowledges, then completes', async () => {
  const client = await openInbox();
  await press('I’ll call');
  expect(await screen.findByText('You’ll call')).toBeOnTheScreen();
  await press('Mark as completed');
  expect(await screen.findByText('Completed')).toBeOnTheScreen();
  expect(screen.queryByRole('button', { name: 'Call Ama Mensah' })).not.toBeOnTheScreen();
  expect(client.server.requests[0]?.status).toBe('completed');
});

test('declines with a reason', async () => {
  const client = await openInbox();
  await press('Decline');
  await fireEvent.changeText(screen.getByLabelText('Reason (optional)'), 'It is sold.');
  await press('Decline request');
  await press('Undo');
  await press('Decline request');
  expect(await screen.findByText('Request declined')).toBeOnTheScreen();
  expect(client.callsOf('updateCallbackRequestStatus')).toEqual([]);
  await act(async () => focusManager.setFocused(false));
  focusManager.setFocused(undefined);
  expect(await screen.findByText('You declined this request: It is sold.')).toBeOnTheScreen();
  expect(client.server.requests[0]).toMatchObject({ status: 'cancelled', cancel_reason: 'It is sold.' });
});

test('says what went wrong, and speaks it', async () => {
  const speech = spyOnSpeech();
  const client = await openInbox();
  client.refuse('updateCallbackRequestStatus', 'request_expired');
  await press('I’ll call');
  expect(await screen.findByRole('alert', { name: 'This request has expired.' })).toBeOnTheScreen();
  expect(speech).toHaveBeenCalledWith('This request has expired.');
});
