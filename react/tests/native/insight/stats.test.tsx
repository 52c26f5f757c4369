/** A person's figures. */
import { screen } from '@testing-library/react-native';
import { expect, test } from 'vitest';
import { CallbackResponseTime, CallbackStats } from '../../../src/native/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeRequest, SELLER_ID } from '../../support/samples.ts';
import { renderApp } from '../support/app.tsx';

test('shows figures and the requests by status', async () => {
  const client = createFakeClient({ requests: [makeRequest()], userId: SELLER_ID });
  await renderApp(<CallbackStats as="seller" />, { client });
  for (const text of [
    'Requests received',
    'Answer rate',
    'Last 30 days',
    'Median response time',
    'By status',
    'Waiting',
    '100%',
  ]) {
    expect(await screen.findByText(text)).toBeOnTheScreen();
  }
});

test('shows how soon a seller usually answers', async () => {
  const client = createFakeClient();
  client.getResponseTime = async () => ({ usual_response_minutes: 95, basis: null });
  await renderApp(<CallbackResponseTime sellerId={SELLER_ID} />, { client });
  expect(await screen.findByText('Usually answers within 2 hours')).toBeOnTheScreen();
});
