/** Arabic: what every list has. */
import type { ListsWords } from '../en/lists.ts';

export const lists: ListsWords = {
  lists: {
    loading: 'جارٍ التحميل…',
    more: 'عرض المزيد',
    status: 'الحالة',
    all: 'الكل',
  },
};
