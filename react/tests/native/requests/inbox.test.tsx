/** The seller's inbox on a phone and on a tablet. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { BackHandler, Share } from 'react-native';
import { expect, test, vi } from 'vitest';
import { CallbackInbox } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findEnabled, renderApp, spyOnSpeech } from '../support/app.tsx';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const AMA = makeRequest({ id: idOf(1), message: 'Does it fold?', requested_at: minutesAgo(20) });
const KOFI = makeRequest({
  id: idOf(2),
  requester_name: 'Kofi Annan',
  listing_id: idOf(102),
  requested_at: minutesAgo(10),
});

async function openInbox() {
  const client = createFakeClient({ userId: SELLER_ID, requests: [KOFI, AMA] });
  await renderApp(<CallbackInbox />, { client, userId: SELLER_ID });
  await findEnabled(/^Ama Mensah, Bicycle, Does it fold/);
  return client;
}
const press = async (name: string | RegExp) => fireEvent.press(await findEnabled(name));
const heading = (name: string) => screen.findByRole('header', { name });

test('a press opens the request in the list’s place, and back leads to the list', async () => {
  await openInbox();
  await press(/^Ama Mensah/);
  expect(await heading('Request from Ama Mensah')).toBeOnTheScreen();
  expect(screen.queryByRole('button', { name: /^Kofi Annan/ })).not.toBeOnTheScreen();
  await press('All requests');
  expect(await findEnabled(/^Kofi Annan/)).toBeOnTheScreen();
});

test('of many requests only those are drawn that are near', async () => {
  const requests = Array.from({ length: 50 }, (_, index) =>
    makeRequest({
      id: idOf(index + 1),
      requester_name: `Buyer ${index + 1}`,
      requested_at: minutesAgo(50 - index),
    }),
  );
  const client = createFakeClient({ userId: SELLER_ID, requests: requests.toReversed() });
  await renderApp(<CallbackInbox />, { client, userId: SELLER_ID });
  await findEnabled(/^Buyer 1, /);
  const drawn = screen.getAllByRole('button', { name: /^Buyer \d+, / }).length;
  expect(drawn).toBeGreaterThanOrEqual(10);
  expect(drawn).toBeLessThan(50);
});

test('a wide place shows both', async () => {
  await openInbox();
  const inbox = screen.root;
  if (!inbox) throw new Error('The inbox was not found.');
  await fireEvent(inbox, 'layout', { nativeEvent: { layout: { width: 900, height: 800, x: 0, y: 0 } } });
  expect(screen.getByText('Choose a request to see it here.')).toBeOnTheScreen();
  await press(/^Ama Mensah/);
  expect(await heading('Request from Ama Mensah')).toBeOnTheScreen();
  expect(screen.getByRole('button', { name: /^Kofi Annan/ })).toBeOnTheScreen();
});

test('what comes waits, and is spoken', async () => {
  const speech = spyOnSpeech();
  const client = await openInbox();
  const arrival = makeRequest({ id: idOf(9), listing_id: idOf(109), requester_name: 'Yaw Boateng' });
  client.server.requests = [arrival, ...client.server.requests];
  for (const { send } of client.subscribers) send({ type: 'reset' } as never);
  await press('1 new');
  expect(speech).toHaveBeenCalledWith('1 new');
  expect(await findEnabled(/^Yaw Boateng/)).toBeOnTheScreen();
});

test('keeps a note, shares the number and snoozes', async () => {
  const share = vi.spyOn(Share, 'share').mockResolvedValue({ action: Share.dismissedAction });
  const client = await openInbox();
  await press(/^Ama Mensah/);
  const note = await screen.findByLabelText('Private note');
  await fireEvent.changeText(note, 'Offered 80.');
  await fireEvent(note, 'blur');
  await waitFor(() => expect(client.callsOf('setSellerNote')).toEqual([[AMA.id, { note: 'Offered 80.' }]]));
  await press('Share number');
  expect(share).toHaveBeenCalledWith({ message: '+442079460018' });
  await press('Call again later');
  expect(await heading('When do you want to call?')).toBeOnTheScreen();
  const [suggestion] = screen.getAllByRole('button', { name: /^Call again (today|tomorrow)/ });
  if (!suggestion) throw new Error('There is no suggestion.');
  await fireEvent.press(suggestion);
  await waitFor(() => expect(client.callsOf('snoozeCallbackRequest')).toHaveLength(1));
  expect((await screen.findAllByText(/^Snoozed until/)).length).toBeGreaterThan(0);
});

test('a common reason takes one press', async () => {
  await openInbox();
  await press(/^Ama Mensah/);
  await press('Decline');
  await press('It’s already sold.');
  expect(screen.getByLabelText('Reason (optional)').props.value).toBe('It’s already sold.');
});

test('Android’s way back leads from the request to the list, and from there out', async () => {
  const listeners: Parameters<typeof BackHandler.addEventListener>[1][] = [];
  vi.spyOn(BackHandler, 'addEventListener').mockImplementation((_event, listener) => {
    listeners.push(listener);
    return { remove: () => void listeners.splice(listeners.indexOf(listener), 1) };
  });
  await openInbox();
  expect(listeners).toEqual([]);
  await press(/^Ama Mensah/);
  await heading('Request from Ama Mensah');
  expect(await act(async () => listeners[0]?.({} as never))).toBe(true);
  expect(await findEnabled(/^Kofi Annan/)).toBeOnTheScreen();
  expect(listeners).toEqual([]);
});
