/** Arabic: what every list has. */

import type { ListsWords } from '../en/lists.ts';
import { plural } from './grammar.ts';

export const lists: ListsWords = {
  lists: {
    more: 'عرض المزيد',
    status: 'الحالة',
    all: 'الكل',
    noneWithStatus: 'لا طلبات بهذه الحالة',
    newOnes: (count, shown) =>
      plural(count, {
        zero: 'لا جديد',
        one: 'طلب جديد',
        two: 'طلبان جديدان',
        few: () => `${shown} طلبات جديدة`,
        many: () => `${shown} طلبًا جديدًا`,
        other: () => `${shown} طلب جديد`,
      }),
  },
};
