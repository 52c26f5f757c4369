/** Spanish. */
import { notificationNames, notifications } from '@ringback/client/texts/es';
import type { Messages } from './en.ts';
import { button } from './es/button.ts';
import { buyer } from './es/buyer.ts';
import { code } from './es/code.ts';
import { guidelines } from './es/guidelines.ts';
import { history } from './es/history.ts';
import { inbox } from './es/inbox.ts';
import { lists } from './es/lists.ts';
import { mine } from './es/mine.ts';
import { notificationList } from './es/notificationList.ts';
import { preferences } from './es/preferences.ts';
import { privacy } from './es/privacy.ts';
import { request } from './es/request.ts';
import { responseTime } from './es/responseTime.ts';
import { seller } from './es/seller.ts';
import { stats } from './es/stats.ts';

export const es: Messages = {
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
    extension: 'No podemos llamar a números con extensión. Escribe un número directo.',
    dial_code:
      'No podemos llamar a códigos con * o #. Escribe un número de teléfono, por ejemplo +34 91 123 45 67.',
    letters: 'Escribe el número con cifras, por ejemplo +34 91 123 45 67.',
    too_short: 'Este número de teléfono es demasiado corto. Revisa las cifras.',
    too_long: 'Este número de teléfono es demasiado largo. Escribe un solo número.',
    other_country: 'Parece un número de otro país. Empieza con + o elige ese país.',
  },
  notifications,
  notificationNames,
};
