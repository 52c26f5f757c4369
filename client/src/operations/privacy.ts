/** What people may do with what is stored about them: read all of it, and erase it. */
import { Consent, ConsentQuery, ConsentWithdrawal } from '../schemas/consent.ts';
import { ErasePersonalData, Erasure, PersonalData } from '../schemas/privacy.ts';
import type { MethodMaker } from './method.ts';

export const privacy = (method: MethodMaker) => ({
  /** What the user agrees to by requesting a callback; its `version` and `locale` go with the request. */
  getConsent: method({
    summary: 'What the caller agrees to by requesting a callback',
    access: 'user',
    method: 'GET',
    path: '/consent',
    input: (locale?: string) => ({ query: { locale } }),
    query: ConsentQuery,
    answer: Consent,
    repeat: 'read',
    sql: { function: 'get_callback_consent', arguments: { p_locale: 'query.locale' } },
  }),

  /** Stops calls and messages to the user at once: withdraws open requests and turns messages off. */
  withdrawConsent: method({
    summary: 'Stop calls and messages to the caller at once',
    description:
      'Withdraws all open requests and turns messages by mail, push and SMS off. A new request is a new consent.',
    access: 'user',
    method: 'POST',
    path: '/consent/withdraw',
    input: () => ({}),
    answer: ConsentWithdrawal,
    repeat: 'nature',
    sql: { function: 'withdraw_callback_consent' },
  }),

  /** Everything stored about the user; `personalDataPage` of `@ringback/client/privacy` makes a page of it. */
  exportPersonalData: method({
    summary: 'Export everything stored about the caller',
    description: 'Holds no number, mail address or private note of anyone else.',
    access: 'user',
    method: 'GET',
    path: '/personal-data',
    input: () => ({}),
    answer: PersonalData,
    repeat: 'read',
    sql: { function: 'export_callback_data' },
  }),

  /** Erases everything stored about the user, for good. Open requests are closed, and their other sides are notified. */
  erasePersonalData: method({
    summary: 'Erase everything stored about the caller',
    description:
      'For good. Open requests are closed and their other sides are notified. New requests are possible from the next day on.',
    access: 'user',
    method: 'POST',
    path: '/personal-data/erase',
    input: (confirmation: ErasePersonalData) => ({ body: confirmation }),
    body: ErasePersonalData,
    answer: Erasure,
    repeat: 'nature',
    sql: { function: 'erase_callback_data', arguments: { p_confirm: 'body.confirm' } },
  }),
});
