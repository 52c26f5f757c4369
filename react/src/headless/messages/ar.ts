/** Arabic. Names, numbers and texts of others stand in marks that keep their own direction of writing. */
import { notificationNames, notifications } from '@ringback/client/texts/ar';
import { button } from './ar/button.ts';
import { buyer } from './ar/buyer.ts';
import { code } from './ar/code.ts';
import { guidelines } from './ar/guidelines.ts';
import { history } from './ar/history.ts';
import { inbox } from './ar/inbox.ts';
import { lists } from './ar/lists.ts';
import { mine } from './ar/mine.ts';
import { notificationList } from './ar/notificationList.ts';
import { preferences } from './ar/preferences.ts';
import { privacy } from './ar/privacy.ts';
import { request } from './ar/request.ts';
import { responseTime } from './ar/responseTime.ts';
import { seller } from './ar/seller.ts';
import { stats } from './ar/stats.ts';
import type { Messages } from './en.ts';

export const ar: Messages = {
  ...button,
  ...request,
  ...buyer,
  ...code,
  ...responseTime,
  ...seller,
  ...stats,
  ...guidelines,
  ...inbox,
  ...lists,
  ...history,
  ...mine,
  ...notificationList,
  ...preferences,
  ...privacy,
  phoneProblems: {
    extension: 'لا يمكننا الاتصال بأرقام ذات تحويلة. اكتب رقمًا مباشرًا.',
    dial_code: 'لا يمكننا الاتصال برموز تحتوي على * أو #. اكتب رقم هاتف.',
    letters: 'اكتب رقم الهاتف بالأرقام فقط.',
    too_short: 'رقم الهاتف هذا قصير جدًا. تحقق من الأرقام.',
    too_long: 'رقم الهاتف هذا طويل جدًا. اكتب رقمًا واحدًا فقط.',
    other_country: 'يبدو أن هذا الرقم من بلد آخر. ابدأه بعلامة + أو اختر ذلك البلد.',
  },
  notifications,
  notificationNames,
};
