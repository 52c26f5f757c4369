/** Arabic. Sentences avoid verbs that would need the gender of the person they name. */
import type { MailTexts, Moment, NotificationMessages, NotificationNames, SmsTexts } from './types.ts';

const about = (listing: string) => (listing ? ` بشأن «${listing}»` : '');
const from = (name: string) => (name ? ` من ${name}` : '');
const at = (moment?: Moment) =>
  moment ? `${moment.day && ` يوم ${moment.day}`} في الساعة ${moment.time}` : '';
const because = (reason?: string) => (reason ? ` السبب: «${reason}».` : '');
const OUTCOMES: Record<string, string> = {
  no_answer: 'لا رد',
  voicemail: 'البريد الصوتي',
  busy: 'الخط مشغول',
};
const ended = (outcome = '') => (OUTCOMES[outcome] ? ` (${OUTCOMES[outcome]})` : '');

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
  call_attempted: ({ name, listing, outcome, attemptedAt, nextAttemptAt }) => ({
    title: `محاولة اتصال بك من ${name || 'البائع'}${at(attemptedAt)}`,
    message: `جرت محاولة اتصال بك من ${name || 'البائع'}${at(attemptedAt)}${about(listing)}${ended(outcome)}${nextAttemptAt ? `، والمحاولة التالية مقررة${at(nextAttemptAt)}` : ''}.`,
    next: 'إذا تغيّر رقمك أو أوقاتك المفضلة، فيمكنك تعديل الطلب.',
  }),
  wrong_number: ({ name, listing }) => ({
    title: 'رقم هاتفك غير صحيح',
    message: `تعذّر على ${name || 'البائع'} الاتصال بك${about(listing)} لأن الرقم غير صحيح.`,
    next: 'عدّل الطلب وأدخل الرقم الصحيح. لن يتمكن البائع من الاتصال بك قبل ذلك.',
  }),
  request_edited: ({ name, listing, fields }) => ({
    title: `تعديل على طلب اتصال${from(name)}`,
    message: fields?.includes('requester_phone')
      ? `أُدخل رقم هاتف جديد في طلب الاتصال${from(name)}${about(listing)}.`
      : `عُدّل طلب الاتصال${from(name)}${about(listing)}.`,
    next: 'افتح الطلب لرؤية ما تغيّر.',
  }),
  request_extended: ({ name, listing, expiresAt }) => ({
    title: `تمديد طلب اتصال${from(name)}`,
    message: `مُدّد طلب الاتصال${from(name)}${about(listing)}.`,
    next: `يمكنك الاتصال${expiresAt ? ` حتى انتهاء صلاحيته${at(expiresAt)}` : ''}.`,
  }),
  expiring_for_seller: ({ name, listing, expiresAt }) => ({
    title: 'طلب اتصال تنتهي صلاحيته قريبًا',
    message: `تنتهي صلاحية طلب الاتصال${from(name)}${about(listing)}${at(expiresAt) || ' قريبًا'}.`,
    next: 'يمكنك الاتصال قبل ذلك أو رفض الطلب.',
  }),
  expiring_for_buyer: ({ name, listing, expiresAt }) => ({
    title: 'طلب الاتصال الذي أرسلته تنتهي صلاحيته قريبًا',
    message: `لم يصلك اتصال من ${name || 'البائع'}${about(listing)} بعد، وتنتهي صلاحية طلبك${at(expiresAt) || ' قريبًا'}.`,
    next: 'يمكنك تمديد الطلب أو سحبه.',
  }),
  request_completed: ({ name, listing }) => ({
    title: 'اكتملت المكالمة',
    message: `سُجّلت مكالمتك مع ${name || 'البائع'}${about(listing)} على أنها مكتملة.`,
    next: 'هل تحدثتما؟ افتح الطلب وأخبرنا.',
  }),
  contradicted: ({ name, listing }) => ({
    title: name ? `إجابة ${name}: لم تتحدثا` : 'إجابة المشتري: لم تتحدثا',
    message: `وصلت إجابة${from(name)} بأن مكالمتك${about(listing)} لم تتم.`,
    next: 'إذا كان هذا خطأ، فيمكن تغيير الإجابة خلال أسبوعين من المكالمة.',
  }),
  contradiction_withdrawn: ({ name, listing }) => ({
    title: 'تأكدت مكالمتك',
    message: `تغيّرت الإجابة${from(name)}: تمت مكالمتكما${about(listing)}.`,
  }),
  declined: ({ name, listing, reason }) => ({
    title: 'رُفض طلب الاتصال الذي أرسلته',
    message: `يتعذّر على ${name || 'البائع'} الاتصال بك${about(listing)}.${because(reason)}`,
  }),
  withdrawn: ({ name, listing, reason }) => ({
    title: 'سُحب طلب اتصال',
    message: `لم يعد طلب الاتصال${from(name)}${about(listing)} قائمًا.${because(reason)}`,
    next: 'لا يلزمك فعل أي شيء.',
  }),
  closed: ({ listing, reason }) => ({
    title: 'أُغلق طلب اتصال',
    message: `أغلقت المنصة طلب الاتصال${about(listing)}.${because(reason)}`,
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
  call_attempted: 'محاولة اتصال من البائع',
  wrong_number: 'رقم هاتفك غير صحيح',
  request_edited: 'تعديل طلب اتصال',
  request_extended: 'تمديد طلب اتصال',
  request_expiring: 'قرب انتهاء صلاحية طلب اتصال',
  request_completed: 'اكتملت المكالمة',
  request_cancelled: 'رفض طلب اتصال أو سحبه',
  request_reminder: 'تذكير: مشترٍ بانتظار اتصالك',
  request_expired: 'انتهاء صلاحية طلب اتصال',
  completion_contradicted: 'مشترٍ يقول إنكما لم تتحدثا',
};

export const mail: MailTexts = {
  language: 'ar',
  direction: 'rtl',
  greeting: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
  labels: {
    listing: 'الإعلان',
    price: 'السعر',
    buyer: 'المشتري',
    seller: 'البائع',
    phone: 'رقمك',
    reason: 'الموضوع',
    when: 'الأوقات المفضلة',
    priority: 'الاستعجال',
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
  messages: { buyer: 'رسالة المشتري:', own: 'رسالتك:' },
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
    withdraw: 'إيقاف المكالمات والرسائل',
    withdrawHint: 'يسحب طلبات الاتصال المفتوحة ويوقف كل الرسائل.',
    withdrawn: 'تم. سُحبت طلباتك المفتوحة، ولن تصلك رسائل عن طلبات الاتصال بعد الآن.',
  },
};

export const sms: SmsTexts = {
  help: (marketplace) =>
    `${marketplace}: رسائل عن طلبات الاتصال العاجلة. أرسل STOP لإيقافها أو START لاستئنافها.`,
  code: (code, marketplace) => `${code} هو رمزك من ${marketplace}. لا تشاركه مع أحد. صالح لمدة 5 دقائق.`,
};
