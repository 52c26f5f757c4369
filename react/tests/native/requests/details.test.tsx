/** A buyer's view of one request. */
import { focusManager } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { expect, test } from 'vitest';
import { CallbackRequestDetails, useBuyerCallbackRequests } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, makePhoneCode, makeRequest } from '../../support/samples.ts';
import { findEnabled, renderApp } from '../support/app.tsx';

function MyRequests() {
  const { requests } = useBuyerCallbackRequests({ limit: 5 });
  return requests.map((request) => <CallbackRequestDetails key={request.id} request={request} />);
}

async function openRequests(changes: Parameters<typeof makeRequest>[0] = {}) {
  const client = createFakeClient({ requests: [makeRequest({ message: 'Is it new?', ...changes })] });
  await renderApp(<MyRequests />, { client, userId: BUYER_ID });
  await screen.findAllByText(/Kofi Boateng/);
  return client;
}

const press = async (name: string) => fireEvent.press(await findEnabled(name));

test('withdraws when the app goes to the background, unless that was undone', async () => {
  const client = await openRequests();
  await press('Withdraw request');
  expect(await screen.findByText('You withdrew this request.')).toBeOnTheScreen();
  await press('Undo');
  await press('Withdraw request');
  expect(client.callsOf('updateCallbackRequestStatus')).toEqual([]);
  await act(async () => focusManager.setFocused(false));
  focusManager.setFocused(undefined);
  await waitFor(() => expect(client.server.requests[0]?.status).toBe('cancelled'));
});

test('a wrong number opens the form', async () => {
  const paused_at = new Date().toISOString();
  await openRequests({ status: 'acknowledged', paused_at });
  expect(await screen.findByText(/reached a wrong number/)).toBeOnTheScreen();
  expect(screen.getByLabelText('Phone number')).toBeOnTheScreen();
});

test('asks whether the two talked, and takes a rating', async () => {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const completed = { status: 'completed', completed_at: new Date().toISOString() } as const;
  const client = await openRequests({ ...completed, can_confirm_until: until });
  await fireEvent.press(screen.getByRole('radio', { name: 'Yes, we talked' }));
  await fireEvent.press(await screen.findByRole('radio', { name: '4 out of 5' }));
  await waitFor(() => expect(client.server.requests[0]?.confirmation?.rating).toBe(4));
});

test('shows what was sent, the attempts, and that it may be kept open longer', async () => {
  const attempted_at = new Date().toISOString();
  await openRequests({
    status: 'acknowledged',
    attempts_count: 1,
    last_attempt: { outcome: 'no_answer', attempted_at, next_attempt_at: null },
    expires_at: new Date(Date.now() + 5 * 3_600_000).toISOString(),
    can_extend: true,
  });
  for (const text of ['Bicycle', 'Kofi Boateng', 'Is it new?', '1 call attempt']) {
    expect(screen.getByText(text)).toBeOnTheScreen();
  }
  expect(screen.getByText(/tried to reach you/)).toBeOnTheScreen();
  expect(await findEnabled('Keep it open longer')).toBeOnTheScreen();
});

test('edits the message', async () => {
  const client = await openRequests();
  await press('Edit request');
  const message = screen.getByLabelText('Message (optional)');
  expect(message).toHaveDisplayValue('Is it new?');
  await fireEvent.changeText(message, 'Is it used?');
  await press('Save changes');
  expect(await findEnabled('Edit request')).toBeOnTheScreen();
  expect(client.callsOf('editCallbackRequest').map(([, changes]) => changes)).toEqual([
    { message: 'Is it used?' },
  ]);
});

test('takes the code that was texted to the number', async () => {
  const client = await openRequests({ is_waiting_for_code: true, phone_code: makePhoneCode(30) });
  const field = await screen.findByLabelText('Code');
  expect(field.props).toMatchObject({ autoComplete: 'one-time-code', textContentType: 'oneTimeCode' });
  expect(screen.getByText(/You can get a new code in \d+ s\./)).toBeOnTheScreen();
  await fireEvent.changeText(field, '000 000');
  await press('Confirm');
  expect(await screen.findByText('That code is wrong. You have 4 tries left.')).toBeOnTheScreen();
  await fireEvent.changeText(field, '123 456');
  await press('Confirm');
  await waitFor(() => expect(client.server.requests[0]?.is_waiting_for_code).toBe(false));
});
