/** A page with every component, which a server draws first. */
import { ar } from '../../../src/headless/messages/ar.ts';
import { de } from '../../../src/headless/messages/de.ts';
import {
  CallbackProvider,
  type CallbackProviderProps,
  CallbackRequestButton,
  CallbackRequestCard,
  CallbackRequestDetails,
} from '../../../src/web/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { BUTTON_PROPS, makeRequest } from '../../support/samples.ts';

/** What a host may know of its reader. */
export const READERS = {
  'of whom nothing is known': {},
  'in London': { locale: 'en-GB', timeZone: 'Europe/London' },
  'in New York': { locale: 'en-US', timeZone: 'America/New_York' },
  'in Berlin': { locale: 'de-DE', timeZone: 'Europe/Berlin', messages: de },
  'in Cairo': { locale: 'ar-EG', timeZone: 'Africa/Cairo', messages: ar },
} satisfies Record<string, Partial<CallbackProviderProps>>;
export type Reader = keyof typeof READERS;

const REQUEST = makeRequest({
  requested_at: '2026-11-25T14:05:00Z',
  expires_at: '2099-12-02T14:05:00Z',
  preferred_time: 'evening',
  preferred_days: ['Monday'],
  time_zone: 'Asia/Tokyo',
  message: 'Still there?',
});

export function ListingPage({ reader }: { reader: Reader }) {
  return (
    <CallbackProvider client={createFakeClient()} {...READERS[reader]}>
      <CallbackRequestButton {...BUTTON_PROPS} />
      <CallbackRequestCard request={REQUEST} />
      <CallbackRequestDetails request={REQUEST} />
    </CallbackProvider>
  );
}
