/** Arabic: the buyer's requests. */
import type { MineWords } from '../en/mine.ts';

export const mine: MineWords = {
  mine: {
    label: 'طلبات الاتصال الخاصة بي',
    none: 'لم تطلب أي اتصال بعد.',
    showHistory: 'عرض السجلّ',
    hideHistory: 'إخفاء السجلّ',
  },
};
