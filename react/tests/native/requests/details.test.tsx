/** A buyer's view of one request. */
import { fireEvent, screen } from '@testing-library/react-native';
import { expect, test } from 'vitest';
import { CallbackRequestDetails, useBuyerCallbackRequests } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID, makeRequest } from '../../support/samples.ts';
import { findEnabled, renderApp } from '../support/app.tsx';

function MyRequests() {
  const { requests } = useBuyerCallbackRequests({ limit: 5 });
  return requests.map((request) => <CallbackRequestDetails key={request.id} request={request} />);
}

async function openRequests() {
  const client = createFakeClient({ requests: [makeRequest({ message: 'Is it new?' })] });
  await renderApp(<MyRequests />, { client, userId: BUYER_ID });
  await screen.findByText('Waiting');
  return client;
}

const press = async (name: string) => fireEvent.press(await findEnabled(name));

test('asks before it withdraws', async () => {
  const client = await openRequests();
  await press('Withdraw request');
  await press('Keep request');
  expect(client.server.requests[0]?.status).toBe('pending');
  await press('Withdraw request');
  await press('Yes, withdraw');
  expect(await screen.findByText('You withdrew this request.')).toBeOnTheScreen();
  expect(client.server.requests[0]?.status).toBe('cancelled');
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
