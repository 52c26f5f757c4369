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
    declineReasons: {
      sold: 'تم بيعه.',
      noTime: 'لا أستطيع الاتصال هذا الأسبوع.',
      message: 'أرسل لي رسالة من فضلك.',
      fixedPrice: 'السعر ثابت.',
    },
    confirmDecline: 'رفض الطلب',
    cancel: 'رجوع',
    outcome: (name) => `كيف كانت المكالمة مع ${apart(name)}؟`,
    dismissOutcome: 'ليس الآن',
    cannotDial: (number) => `تعذّر بدء المكالمة. اطلب الرقم ${apart(number)} بدلًا من ذلك.`,
    revealLimit: 'لقد بلغت الحد اليومي لإظهار الأرقام. حاول مرة أخرى غدًا.',
    requested: (when) => `طُلب ${when}`,
    endings: {
      seller: ended('لقد رفضت هذا الطلب'),
      buyer: ended('سحب المشتري هذا الطلب'),
      operator: ended('أغلقت المنصة هذا الطلب'),
      system: ended('أُغلق هذا الطلب تلقائيًا'),
      other: ended('هذا الطلب مغلق'),
    },
    edited: (when) => `عُدّل ${when}`,
    paused: 'رقم خاطئ. بانتظار أن يصححه المشتري.',
    corrected: 'أعطى المشتري رقمًا جديدًا.',
    snoozed: (when) => `مؤجل حتى ${when}`,
    preferredNow: 'الوقت المفضل هو الآن',
    caution: (name, times) => `يُفضَّل الاتصال بـ ${apart(name)} في وقت آخر: ${times}`,
    callAnyway: 'اتصل على أي حال',
    contradicted: {
      not_called: (name) => `${apart(name)}: لم يتصل أحد.`,
      wrong_person: (name) => `${apart(name)}: لم يكن الشخص المقصود.`,
    },
    confirmed: (name) => `${apart(name)}: أُكّدت المكالمة.`,
    rated: (name, rating) => `${apart(name)}: أُكّدت المكالمة بتقييم ${rating} من 5.`,
  },
  retry: {
    question: 'متى ستحاول مرة أخرى؟',
    at: (when) => `المحاولة ${when}`,
    other: 'وقت آخر',
    day: 'اليوم',
    time: 'الساعة',
    save: 'حفظ الوقت',
    none: 'لا موعد بعد',
    past: 'اختر وقتًا قادمًا قبل انتهاء صلاحية الطلب.',
  },
};
