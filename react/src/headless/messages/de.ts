/** German. */
import { notificationNames, notifications } from '@ringback/client/texts/de';
import { button } from './de/button.ts';
import { buyer } from './de/buyer.ts';
import { code } from './de/code.ts';
import { guidelines } from './de/guidelines.ts';
import { history } from './de/history.ts';
import { inbox } from './de/inbox.ts';
import { lists } from './de/lists.ts';
import { mine } from './de/mine.ts';
import { notificationList } from './de/notificationList.ts';
import { preferences } from './de/preferences.ts';
import { privacy } from './de/privacy.ts';
import { request } from './de/request.ts';
import { responseTime } from './de/responseTime.ts';
import { seller } from './de/seller.ts';
import { stats } from './de/stats.ts';
import type { Messages } from './en.ts';

export const de: Messages = {
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
    extension:
      'Nummern mit Durchwahl können wir nicht anrufen. Geben Sie eine direkt erreichbare Nummer ein.',
    dial_code:
      'Codes mit * oder # können wir nicht anrufen. Geben Sie eine Telefonnummer ein, zum Beispiel +49 30 23125000.',
    letters: 'Geben Sie die Telefonnummer in Ziffern ein, zum Beispiel +49 30 23125000.',
    too_short: 'Diese Telefonnummer ist zu kurz. Prüfen Sie die Ziffern.',
    too_long: 'Diese Telefonnummer ist zu lang. Geben Sie nur eine Nummer ein.',
    other_country:
      'Das sieht nach einer Nummer aus einem anderen Land aus. Stellen Sie ein + voran oder wählen Sie das Land.',
  },
  notifications,
  notificationNames,
};
