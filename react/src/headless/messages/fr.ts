/** French. A no-break space stands before ? ! : ; and inside « ». */
import { notificationNames, notifications } from '@ringback/client/texts/fr';
import type { Messages } from './en.ts';
import { button } from './fr/button.ts';
import { buyer } from './fr/buyer.ts';
import { code } from './fr/code.ts';
import { guidelines } from './fr/guidelines.ts';
import { history } from './fr/history.ts';
import { inbox } from './fr/inbox.ts';
import { lists } from './fr/lists.ts';
import { mine } from './fr/mine.ts';
import { notificationList } from './fr/notificationList.ts';
import { preferences } from './fr/preferences.ts';
import { privacy } from './fr/privacy.ts';
import { request } from './fr/request.ts';
import { responseTime } from './fr/responseTime.ts';
import { seller } from './fr/seller.ts';
import { stats } from './fr/stats.ts';

export const fr: Messages = {
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
    extension: 'Nous ne pouvons pas appeler un numéro suivi d’un poste. Indiquez un numéro direct.',
    dial_code:
      'Nous ne pouvons pas appeler les codes avec * ou #. Indiquez un numéro de téléphone, par exemple +33 1 99 00 12 34.',
    letters: 'Indiquez le numéro en chiffres, par exemple +33 1 99 00 12 34.',
    too_short: 'Ce numéro de téléphone est trop court. Vérifiez les chiffres.',
    too_long: 'Ce numéro de téléphone est trop long. Indiquez un seul numéro.',
    other_country: 'Ce numéro semble être celui d’un autre pays. Commencez par + ou choisissez ce pays.',
  },
  notifications,
  notificationNames,
};
