/** Lists, their tabs and links, as an app draws them. */
import { fireEvent, screen } from '@testing-library/react-native';
import { Linking, Text } from 'react-native';
import { expect, test, vi } from 'vitest';
import type { ListState } from '../../../src/headless/ui/listState.ts';
import type { CallbackProviderProps } from '../../../src/native/index.ts';
import { Link } from '../../../src/native/ui/Link.tsx';
import { ListFrame } from '../../../src/native/ui/ListFrame.tsx';
import { Tabs } from '../../../src/native/ui/Tabs.tsx';
import { createFakeClient } from '../../support/fakeClient.ts';
import { renderApp, spyOnSpeech } from '../support/app.tsx';

const action = (label: string) => ({ label, run: vi.fn(), isBusy: false });

const renderList = (state: ListState) =>
  renderApp(
    <ListFrame state={state}>
      <Text>First</Text>
    </ListFrame>,
    { client: createFakeClient() },
  );

test('shows that it is loading', async () => {
  await renderList({ kind: 'loading', label: 'Loading…' });
  expect(screen.getByLabelText('Loading…')).toBeBusy();
  expect(screen.queryByText('First')).toBeNull();
});

test('says what failed and tries again', async () => {
  const speech = spyOnSpeech();
  const retry = action('Try again');
  await renderList({ kind: 'failed', message: 'No connection.', retry });
  expect(speech).toHaveBeenCalledWith('No connection.');
  await fireEvent.press(screen.getByRole('button', { name: 'Try again' }));
  expect(retry.run).toHaveBeenCalledTimes(1);
});

test('shows its items, what is out of date, and the way to more', async () => {
  const more = action('Show more');
  await renderList({ kind: 'items', more, notice: 'No connection.' });
  for (const text of ['First', 'No connection.']) expect(screen.getByText(text)).toBeOnTheScreen();
  await fireEvent.press(screen.getByRole('button', { name: 'Show more' }));
  expect(more.run).toHaveBeenCalledTimes(1);
});

test('a tab is a choice among several', async () => {
  const choose = vi.fn();
  const tabs = [
    { value: 'all', label: 'All', count: '12' },
    { value: 'pending', label: 'Waiting', count: undefined },
  ];
  await renderApp(<Tabs label="Status" tabs={tabs} value="all" choose={choose} />, {
    client: createFakeClient(),
  });
  expect(screen.getByRole('radio', { name: 'All 12' })).toBeChecked();
  await fireEvent.press(screen.getByRole('radio', { name: 'Waiting' }));
  expect(choose).toHaveBeenCalledWith('pending');
});

async function pressLink(props: Partial<CallbackProviderProps>) {
  const openURL = vi.spyOn(Linking, 'openURL').mockResolvedValue(true);
  const onPress = vi.fn();
  await renderApp(
    <Link href="app://requests/1" onPress={onPress}>
      Details
    </Link>,
    { client: createFakeClient(), ...props },
  );
  await fireEvent.press(screen.getByRole('link', { name: 'Details' }));
  expect(onPress).toHaveBeenCalledTimes(1);
  return openURL;
}

test('a link goes through the app’s router', async () => {
  const onNavigate = vi.fn();
  expect(await pressLink({ onNavigate })).not.toHaveBeenCalled();
  expect(onNavigate).toHaveBeenCalledWith('app://requests/1');
});

test('a link without a router is opened by the system', async () => {
  expect(await pressLink({})).toHaveBeenCalledWith('app://requests/1');
});
