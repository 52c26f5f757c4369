/** Arabic. Sentences avoid verbs that would need the gender of the person they name. */
import type { MailTexts, NotificationMessages, NotificationNames, SmsTexts } from './types.ts';

const about = (listing: string) => (listing ? ` بشأن «${listing}»` : '');
const from = (name: string) => (name ? ` من ${name}` : '');

export const notifications: NotificationMessages = {
  new_request: ({ name, listing }) => ({
    title: `طلب اتصال جديد${from(name)}`,
    message: `وصلك طلب اتصال${from(name)}${about(listing)}.`,
    next: 'افتح الطلب لرؤية رقم الهاتف وتسجيل مكالمتك.',
  }),
  request_reminder: ({ name, listing }) => ({
    title: name ? `تذكير: طلب ${name} بانتظار اتصالك` : 'تذكير: مشترٍ بانتظار اتصالك',
    message: `ما زال طلب الاتصال${from(name)}${about(listing)} بانتظارك.`,
    next: 'إذا كنت لا ترغب في الاتصال، فيمكنك رفض الطلب.',
  }),
  request_acknowledged: ({ name, listing }) => ({
    title: `سيصلك اتصال من ${name || 'البائع'}`,
    message: `تمت رؤية طلبك${about(listing)}، وسيصلك اتصال من ${name || 'البائع'}.`,
  }),
  request_completed: ({ name, listing }) => ({
    title: 'اكتملت المكالمة',
    message: `سُجّلت مكالمتك مع ${name || 'البائع'}${about(listing)} على أنها مكتملة.`,
  }),
  declined: ({ name, listing }) => ({
    title: 'رُفض طلب الاتصال الذي أرسلته',
    message: `يتعذّر على ${name || 'البائع'} الاتصال بك${about(listing)}.`,
  }),
  withdrawn: ({ name, listing }) => ({
    title: 'سُحب طلب اتصال',
    message: `لم يعد طلب الاتصال${from(name)}${about(listing)} قائمًا.`,
    next: 'لا يلزمك فعل أي شيء.',
  }),
  closed: ({ listing }) => ({
    title: 'أُغلق طلب اتصال',
    message: `أغلقت المنصة طلب الاتصال${about(listing)}.`,
  }),
  expired_for_seller: ({ name, listing }) => ({
    title: 'انتهت صلاحية طلب اتصال',
    message: `انتهت صلاحية طلب الاتصال${from(name)}${about(listing)}.`,
  }),
  expired_for_buyer: ({ name, listing }) => ({
    title: 'انتهت صلاحية طلب الاتصال الذي أرسلته',
    message: `لم يصلك اتصال من ${name || 'البائع'}${about(listing)} في الوقت المحدد.`,
    next: 'ما زلت مهتمًا؟ يمكنك طلب اتصال آخر.',
  }),
};

export const notificationNames: NotificationNames = {
  new_request: 'طلب اتصال جديد',
  request_acknowledged: 'سيتصل بك البائع',
  request_completed: 'اكتملت المكالمة',
  request_cancelled: 'رفض طلب اتصال أو سحبه',
  request_reminder: 'تذكير: مشترٍ بانتظار اتصالك',
  request_expired: 'انتهاء صلاحية طلب اتصال',
};

export const mail: MailTexts = {
  language: 'ar',
  direction: 'rtl',
  greeting: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
  facts: {
    listing: 'الإعلان',
    price: 'السعر',
    buyer: 'المشتري',
    seller: 'البائع',
    phone: 'رقمك',
    reason: 'الموضوع',
    when: 'الأوقات المفضلة',
    priority: 'الأولوية',
    urgent: 'عاجلة',
    expires: 'الطلب مفتوح حتى',
  },
  reasons: {
    general_inquiry: 'استفسار عام',
    price_negotiation: 'السعر',
    product_details: 'تفاصيل السلعة',
    availability_check: 'هل ما زالت متوفرة؟',
    meetup_arrangement: 'ترتيب لقاء',
    other: 'شيء آخر',
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
  inTwoZones: ({ here, there, zone }) => `${here} بتوقيتك (${there}، ${zone})`,
  comma: '، ',
  messages: { buyer: 'رسالة المشتري:', seller: 'رسالة البائع:', own: 'رسالتك:' },
  open: 'عرض الطلب',
  footer: (marketplace) => `تصلك هذه الرسالة بسبب طلب اتصال على ${marketplace}.`,
  unsubscribe: 'إلغاء الاشتراك أو اختيار الرسائل',
  mailSettings: {
    title: 'رسائل البريد عن طلبات الاتصال',
    intro: 'ستظل ترى كل شيء في التطبيق.',
    types: 'أرسلوا إليّ بريدًا عن',
    save: 'حفظ',
    saved: 'تم الحفظ.',
    stopAll: 'إيقاف كل هذه الرسائل',
    stopped: 'أُلغي اشتراكك. لن تصلك رسائل بريد عن طلبات الاتصال بعد الآن.',
    startAll: 'إعادة تفعيل كل الرسائل',
    unknown: 'هذا الرابط غير صالح أو انتهت صلاحيته.',
  },
};

export const sms: SmsTexts = {
  help: (marketplace) =>
    `${marketplace}: رسائل عن طلبات الاتصال العاجلة. أرسل STOP لإيقافها أو START لاستئنافها.`,
};
