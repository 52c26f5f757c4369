/** Spanish: the bell and its list. */
import type { NotificationListWords } from '../en/notificationList.ts';

export const notificationList: NotificationListWords = {
  notificationList: {
    title: 'Notificaciones',
    unread: (count) => `Sin leer: ${count}`,
    readAll: 'Marcar todo como leído',
    none: 'Todavía no hay notificaciones. Las novedades de tus solicitudes aparecen aquí.',
    isNew: 'Nuevo',
    settings: 'Ajustes de notificaciones',
    all: 'Todas las notificaciones',
  },
};
