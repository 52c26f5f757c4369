/** Arabic: the seller's inbox. */

import type { InboxWords } from '../en/inbox.ts';
import { apart } from './grammar.ts';

export const inbox: InboxWords = {
  inbox: {
    label: 'طلبات الاتصال',
    search: 'ابحث بالاسم أو الإعلان أو الرسالة أو الرقم',
    refresh: 'تحديث',
    listing: 'الإعلان',
    allListings: 'كل الإعلانات',
    thisListing: 'هذا الإعلان',
    unfilter: (listing) => `إزالة التصفية: ${apart(listing)}`,
    none: 'لا طلبات بعد. تظهر هنا عندما يطلب المشترون اتصالًا.',
    noneFound: 'لم يُعثر على طلبات',
    caughtUp: 'لا شيء بانتظارك.',
    choose: 'اختر طلبًا لعرضه هنا.',
    request: 'الطلب',
    requestOf: (name) => `طلب من ${apart(name)}`,
    back: 'كل الطلبات',
    viewListing: 'عرض الإعلان',
  },
  note: {
    label: 'ملاحظة خاصة',
    hint: 'لا يراها أحد سواك. تُحفظ عند مغادرة الحقل.',
    saving: 'جارٍ الحفظ…',
    saved: 'حُفظت',
  },
  snooze: {
    open: 'الاتصال لاحقًا',
    question: 'متى تريد الاتصال؟',
    at: (when) => `الاتصال ${when}`,
    none: 'إلغاء',
    end: 'إنهاء التأجيل',
    ended: 'انتهى التأجيل',
  },
  number: {
    show: 'إظهار الرقم',
    copy: 'نسخ الرقم',
    copied: 'نُسخ الرقم',
    select: 'تعذّر نسخ الرقم. حدده هنا:',
    share: 'مشاركة الرقم',
    showCode: 'عرض رمز QR',
    hideCode: 'إخفاء رمز QR',
    code: 'امسح الرمز بهاتفك للاتصال',
  },
  keys: {
    title: 'اختصارات لوحة المفاتيح',
    next: 'الطلب التالي',
    previous: 'الطلب السابق',
    call: 'اتصال',
    acknowledge: 'سأتصل',
    decline: 'رفض',
    search: 'بحث',
    help: 'عرض الاختصارات',
    back: 'العودة إلى القائمة',
  },
};
