/** On a server: nothing of the browser is touched, and what is written is what the browser writes first. */
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import {
  CallbackProvider,
  type CallbackProviderProps,
  useCallbackButton,
  useCallbackCard,
  useMessages,
} from '../../../src/headless/index.ts';
import { de } from '../../../src/headless/messages/de.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { LISTING_ID, makeRequest, SELLER_ID } from '../../support/samples.ts';

const REQUEST = makeRequest({ requested_at: '2026-11-25T14:05:00Z', preferred_time: 'evening' });

function Page() {
  const button = useCallbackButton({
    listingId: LISTING_ID,
    sellerId: SELLER_ID,
    sellerName: 'Kofi',
    sellerHasPhone: true,
    listingTitle: 'Bicycle',
  });
  const card = useCallbackCard({ request: REQUEST });
  return [button.state, button.label, card.requestedAt, card.expiry?.label, useMessages().direction].join(
    '|',
  );
}

const render = (props: Partial<CallbackProviderProps> = {}) =>
  renderToString(
    <CallbackProvider client={createFakeClient()} {...props}>
      <Page />
    </CallbackProvider>,
  );

test('says times in UTC and without a present, whatever the server has set', () => {
  expect(render()).toBe(
    'checking|Call me back|Requested November 25, 2026 at 2:05 PM|Open until December 2, 2026 at 2:05 PM|ltr',
  );
});

test("says them in the reader's zone and language where the host knows them", () => {
  const html = render({ locale: 'de-DE', timeZone: 'Europe/Berlin', messages: de });
  expect(html).toContain('Angefordert am 25. November 2026 um 15:05');
});

test('touches no storage and calls nobody', () => {
  const access = vi.fn();
  vi.stubGlobal('localStorage', new Proxy({}, { get: access }));
  const client = createFakeClient();
  render({ client });
  expect(access).not.toHaveBeenCalled();
  expect(client.calls).toEqual([]);
  vi.unstubAllGlobals();
});

test('a hook without its provider says what to do', () => {
  expect(() => renderToString(<Page />)).toThrow('Put <CallbackProvider');
});
