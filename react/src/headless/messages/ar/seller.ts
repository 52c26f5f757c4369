/** Arabic: a request as its seller sees it. */
import type { SellerWords } from '../en/seller.ts';
import { apart, ended } from './grammar.ts';

export const seller: SellerWords = {
  card: {
    call: (name) => `اتصل بـ ${apart(name)}`,
    acknowledge: 'سأتصل',
    complete: 'تحديد كمكتمل',
    decline: 'رفض',
    declineReason: 'السبب (اختياري)',
    declineHint: 'سيراه المشتري.',
    confirmDecline: 'رفض الطلب',
    cancel: 'رجوع',
    outcome: (name) => `كيف كانت المكالمة مع ${apart(name)}؟`,
    dismissOutcome: 'ليس الآن',
    cannotDial: (number) => `تعذّر بدء المكالمة. اطلب الرقم ${apart(number)} بدلًا من ذلك.`,
    requested: (when) => `طُلب ${when}`,
    untitled: 'لم يعد الإعلان متاحًا',
    preferredTimes: 'الأوقات المفضلة',
    reason: 'الموضوع',
    message: 'الرسالة',
    endings: {
      seller: ended('لقد رفضت الطلب'),
      buyer: ended('سحب المشتري هذا الطلب'),
      operator: ended('أغلقت المنصة هذا الطلب'),
      system: ended('أُغلق هذا الطلب تلقائيًا'),
      other: ended('هذا الطلب مغلق'),
    },
  },
};
