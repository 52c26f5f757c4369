/** Consent in a demo world: nothing is published, and withdrawing stops what would be stopped. */
import type { Consent, ConsentWithdrawal } from '../schemas/consent.ts';
import { endUnconfirmed } from './codes.ts';
import { preferences, putPreferences } from './inbox.ts';
import { isOpen, transition } from './machine.ts';
import type { Call } from './state.ts';

export const NO_CONSENT: Consent = { version: null, locale: null, text: null, is_required: false };

export function withdraw(call: Call): ConsentWithdrawal {
  const mine = call.state.requests.filter(
    (request) => request.requester_id === call.userId && isOpen(request),
  );
  for (const request of mine) {
    if (request.code) endUnconfirmed(call, request, 'buyer');
    else transition(call, request, 'cancelled', 'buyer');
  }
  putPreferences(call, { ...preferences(call), email: [], push: [], sms: [] });
  return { withdrawn_requests: mine.length };
}
