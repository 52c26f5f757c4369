/** The look: scheme, direction of writing, and the host's own parts. */
import { fireEvent, screen } from '@testing-library/react-native';
import { Appearance, I18nManager, Pressable, StyleSheet, Text } from 'react-native';
import { expect, test, vi } from 'vitest';
import {
  type ButtonSlotProps,
  type CallbackProviderProps,
  CallbackRequestCard,
  createTheme,
  type IconSlotProps,
} from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeRequest, SELLER_ID } from '../../support/samples.ts';
import { renderApp } from '../support/app.tsx';

function openCard(props: Partial<CallbackProviderProps> = {}) {
  const client = createFakeClient({ userId: SELLER_ID });
  return renderApp(<CallbackRequestCard request={makeRequest()} />, { client, userId: SELLER_ID, ...props });
}

const name = () => screen.getByRole('header', { name: 'Ama Mensah' });
const { light, dark } = createTheme();

test.each([
  ['light', 'light', light],
  ['dark', 'light', dark],
  ['system', 'dark', dark],
] as const)('the mode %s on a %s phone', async (mode, system, colors) => {
  vi.spyOn(Appearance, 'getColorScheme').mockReturnValue(system);
  await openCard({ theme: { mode } });
  expect(name()).toHaveStyle({ color: colors.text });
});

test('takes the host’s tokens', async () => {
  await openCard({ theme: { mode: 'light', light: { text: '#123456' }, fontFamily: 'Inter' } });
  expect(name()).toHaveStyle({ color: '#123456', fontFamily: 'Inter' });
});

test('density, height and radius are tokens, too', async () => {
  await openCard({ theme: { spacing: 3, controlHeight: 60, radius: '6px' } });
  expect(screen.getByRole('button', { name: 'Call Ama Mensah' })).toHaveStyle({
    ...{ minHeight: 70, paddingHorizontal: 12, borderRadius: 6 },
  });
});

test.each([
  ['ar', false, 'row-reverse', 'right'],
  ['ar', true, 'row', 'left'],
  ['en', true, 'row-reverse', 'right'],
  ['en', false, 'row', 'left'],
] as const)(
  'words in %s in an app that runs right to left: %s',
  async (language, isRTL, flexDirection, textAlign) => {
    const constants = I18nManager.getConstants();
    vi.spyOn(I18nManager, 'getConstants').mockReturnValue({ ...constants, isRTL });
    await openCard({ messages: { language } });
    expect(name()).toHaveStyle({ textAlign });
    const call = screen.getByRole('button', { name: 'Call Ama Mensah' });
    expect(StyleSheet.flatten(call.props.style)).toMatchObject({ flexDirection });
  },
);

test('an app that runs right to left does not take its icons apart', async () => {
  const constants = I18nManager.getConstants();
  vi.spyOn(I18nManager, 'getConstants').mockReturnValue({ ...constants, isRTL: true });
  await openCard({ messages: { language: 'ar' } });
  const strokes = screen.container.queryAll(({ props }) => StyleSheet.flatten(props.style)?.transform);
  expect(strokes.length).toBeGreaterThan(2);
  for (const { parent } of strokes) expect(parent).toHaveStyle({ direction: 'ltr' });
});

test('the host’s own parts take the place of ours', async () => {
  const Button = ({ children, onPress }: ButtonSlotProps) => (
    <Pressable testID="own button" onPress={onPress}>
      <Text>{children}</Text>
    </Pressable>
  );
  const Icon = ({ name: icon }: IconSlotProps) => <Text>{`icon ${icon}`}</Text>;
  await openCard({ components: { Button, Icon } });
  expect(screen.getByText('icon hourglass', { includeHiddenElements: true })).toBeOnTheScreen();
  await fireEvent.press(screen.getByText('Decline'));
  expect(screen.getByText('Decline request')).toBeOnTheScreen();
  expect(screen.getAllByTestId('own button').length).toBeGreaterThan(2);
});

test('all that is pressed is large enough for a finger, and all that is said can be reached', async () => {
  await openCard();
  for (const button of screen.getAllByRole('button')) {
    expect(StyleSheet.flatten(button.props.style).minHeight).toBeGreaterThanOrEqual(44);
  }
  for (const text of [name(), screen.getByText('Waiting')]) expect(text).toHaveProp('accessible', true);
});
