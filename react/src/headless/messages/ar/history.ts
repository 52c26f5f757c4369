/** Arabic: what has happened to a request, for both sides. */
import type { HistoryWords } from '../en/history.ts';

export const history: HistoryWords = {
  history: {
    title: 'السجلّ',
    showAll: (count) => `عرض الكل (${count})`,
    attempt: (outcome) => `اتصل البائع: ${outcome}`,
  },
  historyEvents: {
    request_created: 'أُرسل الطلب',
    acknowledged: 'تمت رؤيته',
    completed: 'اكتمل',
    declined: 'رُفض',
    withdrawn: 'سُحب',
    closed: 'أُغلق',
    expired: 'انتهت صلاحيته',
    code_sent: 'أُرسل الرمز',
    phone_confirmed: 'تم تأكيد الرقم',
    request_edited: 'عُدّل الطلب',
    seller_reminded: 'أُرسل تذكير',
    call_attempted: 'محاولة اتصال من البائع',
    completion_confirmed: 'تأكّدت المكالمة',
    completion_contradicted: 'نُفيت المكالمة',
    acknowledgement_undone: 'أُلغي «سأتصل»',
    request_extended: 'مُدّد الطلب',
    request_expiring: 'أُرسل تذكير بانتهاء الصلاحية',
    seller_note_changed: 'عُدّلت الملاحظة الخاصة',
    request_snoozed: 'أُجّل',
    snooze_ended: 'انتهى التأجيل',
    other: 'حُدّث الطلب',
  },
  historyActors: {
    seller: 'من البائع',
    buyer: 'من المشتري',
    operator: 'من المنصة',
    system: 'تلقائيًا',
  },
};
