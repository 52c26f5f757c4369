/** English, the catalogue that the others follow: same keys, same parameters. Each component loads its part alone. */
import type { NotificationMessages, NotificationNames } from '@ringback/client';
import type { PhoneProblem } from '@ringback/client/phone';
import { buttonWords } from './en/button.ts';
import { buyerWords } from './en/buyer.ts';
import { codeWords } from './en/code.ts';
import { guidelinesWords } from './en/guidelines.ts';
import { historyWords } from './en/history.ts';
import { inboxWords } from './en/inbox.ts';
import { listsWords } from './en/lists.ts';
import { mineWords } from './en/mine.ts';
import { notificationListWords } from './en/notificationList.ts';
import { preferencesWords } from './en/preferences.ts';
import { privacyWords } from './en/privacy.ts';
import { requestWords } from './en/request.ts';
import { responseTimeWords } from './en/responseTime.ts';
import { sellerWords } from './en/seller.ts';
import { statsWords } from './en/stats.ts';

export const en = {
  ...buttonWords,
  ...requestWords,
  ...buyerWords,
  ...codeWords,
  ...responseTimeWords,
  ...sellerWords,
  ...statsWords,
  ...guidelinesWords,
  ...inboxWords,
  ...listsWords,
  ...historyWords,
  ...mineWords,
  ...notificationListWords,
  ...preferencesWords,
  ...privacyWords,
};

/**
 * What a catalogue holds. English leaves out what notifications say and what their types are called, which is
 * in the texts of `@ringback/client`, and what is wrong with a number, which the phone rules say.
 */
export type Messages = typeof en & {
  notifications?: NotificationMessages;
  notificationNames?: NotificationNames;
  phoneProblems?: Record<PhoneProblem, string>;
};
