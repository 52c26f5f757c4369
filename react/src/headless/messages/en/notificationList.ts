/** English: the bell and its list. */

export const notificationListWords = {
  notificationList: {
    title: 'Notifications',
    unread: (count: string) => `${count} unread`,
    readAll: 'Mark all as read',
    none: 'No notifications yet. Updates to your requests show up here.',
    isNew: 'New',
    settings: 'Notification settings',
    all: 'All notifications',
  },
};

export type NotificationListWords = typeof notificationListWords;
