/** Arabic: a request, for both sides. */
import type { RequestWords } from '../en/request.ts';
import { apart, characters, plural } from './grammar.ts';

export const request: RequestWords = {
  statuses: {
    pending: 'قيد الانتظار',
    acknowledged: 'سيتصل البائع',
    completed: 'مكتمل',
    cancelled: 'مغلق',
    expired: 'منتهي الصلاحية',
  },
  sellerStatuses: {
    acknowledged: 'ستتصل أنت',
  },
  priorities: {
    low: { label: 'منخفضة', hint: 'لا داعي للعجلة' },
    normal: { label: 'عادية', hint: 'خلال الأيام القادمة' },
    high: { label: 'عالية', hint: 'اليوم أو غدًا إن أمكن' },
    urgent: { label: 'عاجلة', hint: 'في أقرب وقت ممكن' },
  },
  reasons: {
    general_inquiry: 'استفسار عام',
    price_negotiation: 'السعر',
    product_details: 'تفاصيل السلعة',
    availability_check: 'هل ما زالت متوفرة؟',
    meetup_arrangement: 'ترتيب لقاء',
    other: 'شيء آخر',
  },
  times: {
    anytime: 'في أي وقت',
    morning: 'صباحًا',
    afternoon: 'بعد الظهر',
    evening: 'مساءً',
  },
  outcomes: {
    reached: 'تحدثنا',
    no_answer: 'لا رد',
    voicemail: 'البريد الصوتي',
    busy: 'الخط مشغول',
    wrong_number: 'رقم خاطئ',
  },
  expiry: {
    openUntil: (when) => `مفتوح حتى ${when}`,
    hoursLeft: (count) =>
      plural(count, {
        zero: 'ينتهي خلال أقل من ساعة',
        one: 'ينتهي خلال ساعة',
        two: 'ينتهي خلال ساعتين',
        few: (hours) => `ينتهي خلال ${hours} ساعات`,
        many: (hours) => `ينتهي خلال ${hours} ساعة`,
        other: (hours) => `ينتهي خلال ${hours} ساعة`,
      }),
    minutesLeft: (count) =>
      plural(count, {
        zero: 'ينتهي خلال أقل من دقيقة',
        one: 'ينتهي خلال دقيقة',
        two: 'ينتهي خلال دقيقتين',
        few: (minutes) => `ينتهي خلال ${minutes} دقائق`,
        many: (minutes) => `ينتهي خلال ${minutes} دقيقة`,
        other: (minutes) => `ينتهي خلال ${minutes} دقيقة`,
      }),
  },
  when: {
    today: (time) => `اليوم الساعة ${time}`,
    yesterday: (time) => `أمس الساعة ${time}`,
    tomorrow: (time) => `غدًا الساعة ${time}`,
    onWeekday: (day, time) => `يوم ${day} الساعة ${time}`,
    onDate: (date, time) => `${date} الساعة ${time}`,
  },
  preferredTimes: {
    anyDay: 'أي يوم',
    anyTime: 'في أي وقت',
    comma: '، ',
    semicolon: '؛ ',
    and: (first, last) => `${first} و${last}`,
    window: (days, hours) => `${days}، ${hours}`,
    named: (time, hours) => `${time} (${hours})`,
    inZone: (preferredTimes, zone) => `${preferredTimes}، ${apart(zone)}`,
    yourTime: (yours, theirs) => `${yours} بتوقيتك (${theirs})`,
  },
  fieldErrors: {
    phoneMissing: 'اكتب رقم هاتفك.',
    nameMissing: 'اكتب اسمك.',
    tooLong: (max) => `الحد الأقصى ${characters(max)}.`,
    unreadable: 'يحتوي النص على رموز لا يمكننا عرضها. أعد كتابته.',
    refused: 'لا يمكننا قبول هذا. جرّب شيئًا آخر.',
  },
  notices: {
    edited: 'حُدّث الطلب',
    extended: 'مُدّد الطلب',
    confirmed: 'شكرًا على إبلاغنا.',
    completed: 'سُجّل على أنه مكتمل',
    attemptLogged: (outcome) => `سُجّل: ${outcome}.`,
    attemptPlanned: (outcome, when) => `سُجّل: ${outcome}. المحاولة التالية: ${when}.`,
  },
  undo: {
    undo: 'تراجع',
    withdrawn: 'سُحب الطلب',
    declined: 'رُفض الطلب',
    acknowledged: 'سُجّل «سأتصل»',
    undone: 'تم التراجع',
  },
  details: {
    phone: 'الرقم',
    name: 'الاسم',
    reason: 'الموضوع',
    message: 'الرسالة',
    priority: 'الاستعجال',
    preferredTimes: 'الأوقات المفضلة',
    erased: 'مستخدم محذوف',
    untitled: 'لم يعد الإعلان متاحًا',
  },
  dates: {
    today: 'اليوم',
    tomorrow: 'غدًا',
    more: (count) => `و${count} أخرى`,
  },
  attempts: {
    count: (count) =>
      plural(count, {
        zero: 'لا محاولات اتصال',
        one: 'محاولة اتصال واحدة',
        two: 'محاولتا اتصال',
        few: (many) => `${many} محاولات اتصال`,
        many: (many) => `${many} محاولة اتصال`,
        other: (many) => `${many} محاولة اتصال`,
      }),
    line: (outcome, when) => `${outcome}، ${when}`,
    next: (when) => `المحاولة التالية: ${when}`,
  },
};
