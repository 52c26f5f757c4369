/** Arabic. */
import type { Texts } from './types.ts';

const about = (listing: string) => (listing ? ` بشأن «${listing}»` : '');

export const ar: Texts = {
  language: 'ar',
  direction: 'rtl',
  greeting: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
  notifications: {
    new_request: ({ name, listing }) => ({
      title: name ? `طلب اتصال من ${name}` : 'طلب اتصال جديد',
      sentences: [
        `وصلك طلب اتصال${name && ` من ${name}`}${about(listing)}.`,
        'افتح الطلب لرؤية الرقم ولتسجيل أنك اتصلت.',
      ],
    }),
    request_reminder: ({ name, listing }) => ({
      title: name ? `طلب ${name} بانتظار اتصالك` : 'طلب بانتظار اتصالك',
      sentences: [
        `ما زال طلب الاتصال${name && ` من ${name}`}${about(listing)} بانتظارك.`,
        'إذا كنت لا ترغب في الاتصال فيمكنك رفض الطلب.',
      ],
    }),
    request_acknowledged: ({ name, listing }) => ({
      title: 'تمت رؤية طلبك',
      sentences: [`تمت رؤية طلبك${about(listing)}، وسيصلك اتصال من ${name || 'البائع'}.`],
    }),
    request_completed: ({ name, listing }) => ({
      title: 'اكتمل الاتصال',
      sentences: [`سُجّل الاتصال مع ${name || 'البائع'}${about(listing)} كمكتمل.`],
    }),
    declined: ({ name, listing }) => ({
      title: 'رُفض طلبك',
      sentences: [`يتعذّر على ${name || 'البائع'} الاتصال بك${about(listing)}.`],
    }),
    withdrawn: ({ name, listing }) => ({
      title: 'سُحب طلب اتصال',
      sentences: [`سُحب طلب الاتصال من ${name || 'المشتري'}${about(listing)}. لا يلزمك فعل شيء.`],
    }),
    closed: ({ listing }) => ({
      title: 'أُغلق طلب اتصال',
      sentences: [`أغلقت السوق طلب الاتصال${about(listing)}.`],
    }),
    expired_for_seller: ({ name, listing }) => ({
      title: 'انتهت مدة طلب اتصال',
      sentences: [`انتهت المدة للاتصال مع ${name || 'المشتري'}${about(listing)}.`],
    }),
    expired_for_buyer: ({ name, listing }) => ({
      title: 'انتهت مدة طلبك',
      sentences: [
        `لم يصلك اتصال من ${name || 'البائع'}${about(listing)} في الوقت المحدد.`,
        'يمكنك تقديم طلب جديد إذا كنت ما زلت مهتمًا.',
      ],
    }),
  },
  facts: {
    listing: 'الإعلان',
    buyer: 'من',
    seller: 'البائع',
    when: 'أفضل وقت',
    priority: 'الأولوية',
    urgent: 'عاجل',
  },
  days: {
    Monday: 'الاثنين',
    Tuesday: 'الثلاثاء',
    Wednesday: 'الأربعاء',
    Thursday: 'الخميس',
    Friday: 'الجمعة',
    Saturday: 'السبت',
    Sunday: 'الأحد',
  },
  times: { morning: 'صباحًا', afternoon: 'بعد الظهر', evening: 'مساءً' },
  comma: '، ',
  open: 'فتح الطلب',
  footer: 'تصلك هذه الرسالة بسبب طلب اتصال في السوق.',
  unsubscribe: 'إيقاف هذه الرسائل',
  unsubscribing: {
    title: 'إيقاف رسائل البريد عن طلبات الاتصال',
    question: 'ستظل ترى كل شيء في التطبيق. هل تريد إيقاف الرسائل؟',
    confirm: 'إيقاف الرسائل',
    done: 'تم. لن تصلك رسائل بريد عن طلبات الاتصال بعد الآن.',
    unknown: 'هذا الرابط غير صالح أو لم يعد صالحًا.',
  },
};
