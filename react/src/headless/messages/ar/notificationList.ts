/** Arabic: the bell and its list. */
import type { NotificationListWords } from '../en/notificationList.ts';

export const notificationList: NotificationListWords = {
  notificationList: {
    title: 'الإشعارات',
    unread: (count) => `غير المقروءة: ${count}`,
    readAll: 'تحديد الكل كمقروء',
    none: 'لا إشعارات بعد. تظهر هنا مستجدات طلباتك.',
    isNew: 'جديد',
    settings: 'إعدادات الإشعارات',
    all: 'كل الإشعارات',
  },
};
