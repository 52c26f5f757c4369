/** A host's own parts in place of ours, everywhere. */
import { fireEvent, screen } from '@testing-library/react-native';
import { Modal, Pressable, Text, TextInput, View } from 'react-native';
import { expect, test } from 'vitest';
import {
  type BadgeSlotProps,
  type ButtonSlotProps,
  CallbackRequestButton,
  CallbackRequestCard,
  type DialogSlotProps,
  type InputSlotProps,
  type SelectSlotProps,
  type ToastSlotProps,
} from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUTTON_PROPS, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findEnabled, renderApp } from '../support/app.tsx';

const components = {
  Button: ({ onPress, isBusy, isDisabled, children }: ButtonSlotProps) => (
    <Pressable
      accessibilityRole="button"
      testID="own button"
      disabled={Boolean(isBusy || isDisabled)}
      onPress={onPress}
    >
      <Text>{children}</Text>
    </Pressable>
  ),
  Dialog: ({ isOpen, title, children }: DialogSlotProps) => (
    <Modal visible={isOpen}>
      <Text>{`own dialog: ${title}`}</Text>
      {children}
    </Modal>
  ),
  Input: ({ value, onChange, isMultiline, isInvalid, attributes }: InputSlotProps) => (
    <TextInput
      testID={isInvalid ? 'own invalid input' : 'own input'}
      value={value}
      onChangeText={onChange}
      multiline={isMultiline}
      {...attributes}
    />
  ),
  Select: ({ value, onChange, options, attributes }: SelectSlotProps) => (
    <Pressable
      testID="own select"
      accessibilityRole="combobox"
      accessibilityLabel={attributes['aria-label']}
      onPress={() => onChange(options.at(-1)?.value ?? '')}
    >
      <Text>{value}</Text>
    </Pressable>
  ),
  Badge: ({ label }: BadgeSlotProps) => <Text>{`own badge: ${label}`}</Text>,
  Toast: ({ message, onClose }: ToastSlotProps) => (
    <View>
      <Text>{`own toast: ${message}`}</Text>
      <Text onPress={onClose}>OK</Text>
    </View>
  ),
};

test('the form is made of them, and works', async () => {
  const client = createFakeClient();
  const profile = { name: 'Ama Mensah', phone: '1' };
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client, components, profile });
  await fireEvent.press(await findEnabled('Call me back'));
  expect(screen.getByText(/^own dialog: Request a callback/)).toBeOnTheScreen();
  expect(screen.getAllByTestId('own input')).toHaveLength(3);
  expect(screen.getAllByTestId('own select')).toHaveLength(2);
  expect(screen.getByLabelText('Phone number')).toHaveProp('inputMode', 'tel');
  await fireEvent.press(screen.getByText('Request callback'));
  expect(screen.getByTestId('own invalid input')).toHaveProp(
    'accessibilityHint',
    expect.stringMatching(/digits|number/),
  );

  await fireEvent.changeText(screen.getByLabelText('Phone number'), '020 7946 0018');
  await fireEvent.press(screen.getByRole('combobox', { name: /^What’s it about/ }));
  await fireEvent.press(screen.getByText('Request callback'));
  expect(await screen.findByText('own badge: Waiting')).toBeOnTheScreen();
  expect(client.callsOf('createCallbackRequest')[0]?.[0]).toMatchObject({ callback_reason: 'other' });
});

test('the card is made of them', async () => {
  const client = createFakeClient({ userId: SELLER_ID });
  const request = makeRequest({ priority: 'urgent' });
  await renderApp(<CallbackRequestCard request={request} />, { client, userId: SELLER_ID, components });
  expect(screen.getByText('own badge: Waiting')).toBeOnTheScreen();
  expect(screen.getByText('own badge: Urgent')).toBeOnTheScreen();
  await fireEvent.press(screen.getByText('Decline'));
  expect(screen.getByTestId('own input')).toHaveProp('multiline', true);
});

test('a toast shows a notice until it closes', async () => {
  const request = makeRequest();
  const client = createFakeClient({ requests: [request] });
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { client, components });
  await findEnabled('Callback requested');
  client.server.requests = [
    makeRequest({ ...request, status: 'acknowledged', acknowledged_at: request.requested_at }),
  ];
  for (const { send } of client.subscribers) send({ type: 'reset' });
  expect(await screen.findByText(/^own toast: /)).toBeOnTheScreen();
  await fireEvent.press(screen.getByText('OK'));
  expect(screen.queryByText(/^own toast: /)).toBeNull();
});
