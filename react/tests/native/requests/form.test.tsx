/** The sheet in which a buyer requests a callback. */
import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { Text, TextInput } from 'react-native';
import { expect, test, vi } from 'vitest';
import {
  type CallbackProviderProps,
  CallbackRequestButton,
  type IconSlotProps,
} from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { LISTING_ID, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findEnabled, renderApp, spyOnSpeech } from '../support/app.tsx';

const PROFILE = { name: 'Ama Mensah', phone: '020 7946 0018' };

async function openForm(client = createFakeClient(), props: Partial<CallbackProviderProps> = {}) {
  await renderApp(
    <CallbackRequestButton
      listingId={LISTING_ID}
      sellerId={SELLER_ID}
      sellerName="Kofi Boateng"
      sellerHasPhone
      listingTitle="Bicycle"
    />,
    { client, profile: PROFILE, ...props },
  );
  await fireEvent.press(await findEnabled('Call me back'));
  return client;
}

const press = async (name: string) => fireEvent.press(await findEnabled(name));
const choose = (role: string, name: string) => fireEvent.press(screen.getByRole(role, { name }));

test('sends all that was chosen, shows the request and says so', async () => {
  const speech = spyOnSpeech();
  const onNotify = vi.fn();
  const client = await openForm(createFakeClient(), { onNotify });
  expect(screen.getByRole('header', { name: 'Request a callback from Kofi Boateng' })).toBeOnTheScreen();
  await fireEvent.changeText(screen.getByLabelText('Your name'), 'Ama M.');
  await choose('combobox', 'What’s it about? (optional)');
  await choose('radio', 'Price');
  await choose('button', 'When should they call?');
  await choose('checkbox', 'Monday');
  await choose('checkbox', 'Saturday');
  await choose('radio', 'Evening');
  await choose('radio', 'Urgent');
  await fireEvent.changeText(screen.getByLabelText('Message (optional)'), 'Is it new?');
  await press('Request callback');

  expect(await screen.findByText('Waiting')).toBeOnTheScreen();
  expect(client.callsOf('createCallbackRequest').map(([input]) => input)).toEqual([
    {
      listing_id: LISTING_ID,
      seller_id: SELLER_ID,
      requester_phone: '020 7946 0018',
      phone_region: 'GB',
      requester_name: 'Ama M.',
      callback_reason: 'price_negotiation',
      preferred_days: ['Monday', 'Saturday'],
      preferred_time: 'evening',
      time_zone: 'Europe/London',
      priority: 'urgent',
      message: 'Is it new?',
    },
  ]);
  const notice = 'Request sent. We’ve let Kofi Boateng know.';
  expect(speech).toHaveBeenCalledWith(notice);
  expect(onNotify).not.toHaveBeenCalled();
});

test('newer news takes the place of older', async () => {
  await openForm();
  await press('Request callback');
  expect(await screen.findByText('Request sent. We’ve let Kofi Boateng know.')).toBeOnTheScreen();
  await press('Withdraw request');
  expect(await screen.findByText('Request withdrawn')).toBeOnTheScreen();
  expect(screen.queryByText('Request sent. We’ve let Kofi Boateng know.')).not.toBeOnTheScreen();
});

test('puts the focus on the first field that is wrong, and speaks its error', async () => {
  const speech = spyOnSpeech();
  const focus = vi.spyOn(TextInput.prototype, 'focus');
  const client = await openForm(createFakeClient(), { profile: {} });
  await press('Request callback');
  const error = 'Enter your phone number.';
  expect(await screen.findByText(error)).toBeOnTheScreen();
  expect(screen.getByText('Enter your name.')).toBeOnTheScreen();
  expect(screen.getByLabelText('Phone number')).toHaveProp('accessibilityHint', error);
  expect(speech).toHaveBeenLastCalledWith(error);
  expect(focus.mock.contexts).toMatchObject([{ props: { accessibilityLabel: 'Phone number' } }]);
  expect(client.callsOf('createCallbackRequest')).toEqual([]);

  speech.mockClear();
  await press('Request callback');
  await waitFor(() => expect(speech).toHaveBeenCalledWith(error));
});

test('says what the service refuses, and keeps the sheet open', async () => {
  const speech = spyOnSpeech();
  const client = await openForm();
  client.refuse('createCallbackRequest', 'rate_limited', { limit: 'requests_per_user_per_day' });
  await press('Request callback');
  const alert = await screen.findByRole('alert', { name: /reached today’s limit for callback requests/ });
  expect(alert).toBeOnTheScreen();
  expect(speech).toHaveBeenCalledWith(expect.stringMatching(/today’s limit/));
});

test('offers a review of a refusal, and sends what was typed for it', async () => {
  const client = await openForm();
  const allow = client.refuse('createCallbackRequest', 'rate_limited', {
    ...{ limit: 'requests_per_user_per_day', canAskForReview: true },
  });
  await press('Request callback');
  await screen.findByRole('alert', { name: /reached today’s limit for callback requests/ });
  allow();
  await press('Ask for a review');
  await waitFor(() =>
    expect(client.callsOf('createCallbackRequest').at(-1)?.[0]).toMatchObject({ asks_for_review: true }),
  );
});

test('a request that is there already is shown as news, not as a success', async () => {
  const Icon = ({ name }: IconSlotProps) => <Text>{name}</Text>;
  const client = await openForm(createFakeClient(), { components: { Icon } });
  client.server.requests = [makeRequest()];
  await press('Request callback');
  expect(await screen.findByText(/^You’ve already requested/)).toBeOnTheScreen();
  expect(screen.getByText('info', { includeHiddenElements: true })).toBeOnTheScreen();
});

test('a second tap while it is being sent asks for nothing', async () => {
  const client = createFakeClient();
  const answer = client.hold('createCallbackRequest');
  await openForm(client);
  // Not awaited: it would wait for the answer.
  const firstTap = press('Request callback');
  const sending = await screen.findByRole('button', { name: 'Sending…', busy: true, disabled: true });
  await fireEvent.press(sending);
  answer();
  await firstTap;
  expect(await screen.findByText('Waiting')).toBeOnTheScreen();
  expect(client.callsOf('createCallbackRequest')).toHaveLength(1);
});

test.each([
  ['the back gesture', () => fireEvent(screen.getByLabelText('Your name'), 'requestClose')],
  ['the close button', () => press('Close')],
])('%s closes the sheet and keeps what was typed', async (_, close) => {
  await openForm();
  await fireEvent.changeText(screen.getByLabelText('Message (optional)'), 'Half a sent');
  await close();
  expect(screen.queryByLabelText('Message (optional)')).not.toBeOnTheScreen();
  await press('Call me back');
  expect(screen.getByLabelText('Message (optional)')).toHaveDisplayValue('Half a sent');
});

test('a country is found by typing a part of its name', async () => {
  await openForm();
  const country = () => screen.getByRole('combobox', { name: 'Country' });
  await waitFor(() => expect(country()).toHaveAccessibilityValue({ text: /\+44/ }));
  await fireEvent.press(country());
  expect(country()).toBeExpanded();
  await fireEvent.changeText(screen.getByLabelText('Choose a country'), '+233');
  expect(screen.queryByRole('radio', { name: /\+44/ })).not.toBeOnTheScreen();
  await fireEvent.press(screen.getByRole('radio', { name: /\+233/ }));
  expect(country()).toHaveAccessibilityValue({ text: /\+233/ });
  expect(screen.queryByLabelText('Choose a country')).not.toBeOnTheScreen();
});

test('preferred times are folded, with what is chosen in sight, until they are wanted or refused', async () => {
  const client = await openForm();
  const preferredTimes = () => screen.getByRole('button', { name: 'When should they call?' });
  expect(preferredTimes()).toHaveAccessibilityValue({ text: 'Any day · Any time · In the next few days' });
  expect(preferredTimes()).toBeCollapsed();
  expect(screen.queryByRole('checkbox', { name: 'Monday' })).not.toBeOnTheScreen();
  client.refuse('createCallbackRequest', 'invalid_input', { field: 'preferred_days' });
  await press('Request callback');
  expect(await screen.findByRole('checkbox', { name: 'Monday' })).toBeOnTheScreen();
  expect(preferredTimes()).toBeExpanded();
});

test('helps to type the number', async () => {
  await openForm();
  const phone = screen.getByLabelText('Phone number');
  expect(phone).toHaveProp('keyboardType', 'phone-pad');
  expect(phone).toHaveProp('textContentType', 'telephoneNumber');
});
