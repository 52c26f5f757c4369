/** French: the bell and its list. */
import type { NotificationListWords } from '../en/notificationList.ts';

export const notificationList: NotificationListWords = {
  notificationList: {
    title: 'Notifications',
    unread: (count) => `Non lues : ${count}`,
    readAll: 'Tout marquer comme lu',
    none: 'Aucune notification pour l’instant. Les nouvelles de vos demandes s’affichent ici.',
    isNew: 'Nouveau',
    settings: 'Paramètres de notification',
    all: 'Toutes les notifications',
  },
};
