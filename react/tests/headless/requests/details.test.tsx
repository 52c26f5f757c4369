/** One request by its id, and where it leads. */
import { eventually } from '@ringback/testing/eventually.ts';
import { expect, test, vi } from 'vitest';
import { useRequestSummary } from '../../../src/headless/index.ts';
import { useRequestDetails } from '../../../src/headless/requests/read/useRequestDetails.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, LISTING_ID, makeNotification, makeRequest } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

test('is on its way, then there, and its notifications are read', async () => {
  const notifications = [makeNotification({ as: 'buyer' })];
  const client = createFakeClient({ requests: [makeRequest()], notifications });
  const answer = client.hold('getCallbackRequest');
  const hook = await renderHook(useRequestDetails, idOf(1), { client });
  expect(hook.result.current.state.kind).toBe('loading');
  answer();
  await hook.until(({ request }) => request !== undefined);
  expect(hook.result.current.state.kind).toBe('items');
  await eventually(() => expect(client.server.notifications[0]?.read_at).not.toBeNull());
});

test.each([
  ['not_found', {}],
  ['invalid_input', { field: 'id' }],
] as const)('one that is not there: %s', async (code, options) => {
  const client = createFakeClient();
  client.refuse('getCallbackRequest', code, options);
  const hook = await renderHook(useRequestDetails, idOf(7), { client });
  await hook.until(({ state }) => state.kind === 'empty');
  expect(hook.result.current.state).toMatchObject({ text: 'This request no longer exists.' });
});

test('a failure can be tried again', async () => {
  const client = createFakeClient({ requests: [makeRequest()] });
  const allow = client.refuse('getCallbackRequest', 'network_error');
  const hook = await renderHook(useRequestDetails, idOf(1), { client });
  await hook.until(({ state }) => state.kind === 'failed');
  allow();
  const { state } = hook.result.current;
  await act(async () => state.kind === 'failed' && state.retry.run());
  await hook.until(({ request }) => request !== undefined);
});

const links = { listing: (id: string) => `/listings/${id}` };

test('leads to the listing where the app has a page for it', async () => {
  const onNavigate = vi.fn();
  const request = makeRequest({ status: 'expired', may_request_again_at: '2020-01-01T00:00:00Z' });
  const { result } = await renderHook(() => useRequestSummary(request), undefined, { links, onNavigate });
  expect(result.current.listing.href).toBe(`/listings/${LISTING_ID}`);
  await act(async () => result.current.again?.action?.run());
  expect(onNavigate).toHaveBeenCalledWith(`/listings/${LISTING_ID}`);
});

test('leads nowhere once the listing is gone', async () => {
  const listing = { ...makeRequest().listing, title: null };
  const request = makeRequest({ listing });
  const { result } = await renderHook(() => useRequestSummary(request), undefined, { links });
  expect(result.current.listing).toMatchObject({ title: 'Listing no longer available', href: undefined });
});
