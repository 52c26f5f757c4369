/** What people may do with what is stored about them: read all of it, and erase it. */
import { ErasePersonalData, Erasure, PersonalData } from '../schemas/privacy.ts';
import type { MethodMaker } from './method.ts';

export const privacy = (method: MethodMaker) => ({
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
