/** German: the bell and its list. */
import type { NotificationListWords } from '../en/notificationList.ts';

export const notificationList: NotificationListWords = {
  notificationList: {
    title: 'Mitteilungen',
    unread: (count) => `${count} ungelesen`,
    readAll: 'Alle als gelesen markieren',
    none: 'Noch keine Mitteilungen. Neuigkeiten zu Ihren Anfragen erscheinen hier.',
    isNew: 'Neu',
    settings: 'Mitteilungseinstellungen',
    all: 'Alle Mitteilungen',
  },
};
