/** What has happened to a request, as an app draws it. */
import { fireEvent, screen } from '@testing-library/react-native';
import { expect, test } from 'vitest';
import { CallbackHistory } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { longHistory, makeRequest } from '../../support/samples.ts';
import { renderApp } from '../support/app.tsx';

test('shows the newest few, then all of them', async () => {
  const request = makeRequest({ history: longHistory(40) });
  await renderApp(<CallbackHistory request={request} />, { client: createFakeClient() });
  expect(screen.getByRole('header', { name: 'History' })).toBeOnTheScreen();
  expect(screen.getAllByText('Request edited')).toHaveLength(5);
  await fireEvent.press(screen.getByRole('button', { name: 'Show all 40' }));
  expect(screen.getAllByText('Request edited')).toHaveLength(39);
  expect(screen.getByText('Requested')).toBeOnTheScreen();
});
