/** What people may do with what is stored about them, in an app. */
import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { Share } from 'react-native';
import { expect, test, vi } from 'vitest';
import { CallbackPrivacy } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { findEnabled, renderApp, spyOnSpeech } from '../support/app.tsx';

test('the question and the outcome are spoken', async () => {
  const client = createFakeClient();
  await renderApp(<CallbackPrivacy />, { client });
  const speech = spyOnSpeech();
  await fireEvent.press(await findEnabled('Erase my callback data'));
  await waitFor(() => expect(speech).toHaveBeenCalledWith(expect.stringContaining('This can’t be undone')));
  expect(client.callsOf('erasePersonalData')).toEqual([]);
  await fireEvent.press(await findEnabled('Erase for good'));
  expect(await screen.findByText(/^Done. Your data is erased/)).toBeOnTheScreen();
  expect(speech).toHaveBeenCalledWith(expect.stringContaining('Your data is erased'));
});

test('data is shared as text', async () => {
  const share = vi.spyOn(Share, 'share').mockResolvedValue({ action: 'sharedAction' });
  await renderApp(<CallbackPrivacy sections={['export']} />, { client: createFakeClient() });
  await fireEvent.press(await findEnabled('Download as JSON'));
  await waitFor(() => expect(share).toHaveBeenCalledOnce());
  expect(share.mock.calls[0]?.[0]).toMatchObject({ title: 'callback-data-2026-12-01.json' });
});

test('messages stop', async () => {
  const client = createFakeClient();
  await renderApp(<CallbackPrivacy sections={['consent']} />, { client });
  await fireEvent.press(await findEnabled('Stop callbacks and messages'));
  await fireEvent.press(await findEnabled('Yes, stop'));
  expect(
    await screen.findByText('Done. Your requests are withdrawn and messages are off.'),
  ).toBeOnTheScreen();
  expect(client.callsOf('withdrawConsent')).toHaveLength(1);
});
