/** Arabic. Names, numbers and texts of others stand in marks that keep their own direction of writing. */
import { notificationNames, notifications } from '@ringback/client/texts/ar';
import type { Messages } from './en.ts';

interface Forms {
  zero: string;
  one: string;
  two: string;
  /** 3 to 10. */
  few: (count: number) => string;
  /** 11 to 99. */
  many: (count: number) => string;
  /** 100, 101, 102. */
  other: (count: number) => string;
}

/** Unicode's plural rules for Arabic; React Native's engine has no Intl.PluralRules. */
function plural(count: number, forms: Forms): string {
  if (count === 0) return forms.zero;
  if (count === 1) return forms.one;
  if (count === 2) return forms.two;
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return forms.few(count);
  return rest >= 11 ? forms.many(count) : forms.other(count);
}

const apart = (text: string) => `\u2068${text}\u2069`;

const characters = (count: number) =>
  plural(count, {
    zero: 'لا حروف',
    one: 'حرف واحد',
    two: 'حرفان',
    few: (many) => `${many} حروف`,
    many: (many) => `${many} حرفًا`,
    other: (many) => `${many} حرف`,
  });

/** How a request ended, with the reason where there is one. */
const ended = (text: string) => (reason: string | null) =>
  reason ? `${text}: ${apart(reason)}` : `${text}.`;

export const ar: Messages = {
  language: 'ar',
  button: {
    ask: 'اطلب اتصالًا',
    requested: 'تم طلب الاتصال',
    retry: 'أعد المحاولة',
    signIn: 'سجّل الدخول لطلب اتصال',
  },
  dialog: {
    ask: (seller) => (seller ? `اطلب من ${apart(seller)} أن يتصل بك` : 'اطلب من البائع أن يتصل بك'),
    request: 'طلب الاتصال الخاص بك',
    close: 'إغلاق',
  },
  form: {
    phone: 'رقم الهاتف',
    region: 'البلد',
    chooseCountry: 'اختر البلد',
    name: 'اسمك',
    reason: 'ما الموضوع؟',
    noReason: 'بلا سبب محدد',
    preferredTimes: 'متى يناسبك الاتصال؟',
    anyDay: 'أي يوم',
    days: 'الأيام المناسبة لك',
    daysHint: 'لا تحدد أي يوم إذا كانت كل الأيام تناسبك.',
    time: 'الوقت المناسب لك',
    priority: 'ما مدى الاستعجال؟',
    message: 'رسالة',
    optional: 'اختياري',
    send: 'اطلب الاتصال',
    sending: 'جارٍ الإرسال…',
    charactersLeft: (count) => `المتبقي: ${characters(count)}`,
    charactersOver: (count) => `الزيادة عن الحد: ${characters(count)}`,
    zoneNote: (zone) => `الأوقات بحسب منطقتك الزمنية: ${apart(zone)}.`,
    offline: 'أنت غير متصل بالإنترنت. ما كتبته محفوظ، أرسله عند عودة الاتصال.',
  },
  edit: {
    open: 'تصحيح البيانات',
    title: 'تصحيح طلبك',
    send: 'حفظ التغييرات',
    sending: 'جارٍ الحفظ…',
    cancel: 'تجاهل التغييرات',
    phoneHint: 'اتركه فارغًا للإبقاء على الرقم الذي أعطيته.',
  },
  fieldErrors: {
    phoneMissing: 'اكتب الرقم الذي تريد الاتصال بك عليه.',
    invalid_phone: 'هذا الرقم غير موجود. تحقق من البلد والأرقام.',
    phone_not_allowed: 'لا يمكن الاتصال بأرقام من هذا النوع. اكتب رقم جوال أو هاتف ثابت عاديًا.',
    nameMissing: 'اكتب اسمك.',
    tooLong: (max) => `الحد الأقصى ${characters(max)}.`,
    unreadable: 'يحتوي النص على رموز لا يمكن عرضها. أعد كتابته يدويًا.',
    refused: 'لم يُقبل هذا. اختر أو اكتب شيئًا آخر.',
  },
  statuses: {
    pending: 'قيد الانتظار',
    acknowledged: 'تم الاطلاع',
    completed: 'مكتمل',
    cancelled: 'ملغى',
    expired: 'منتهي الصلاحية',
  },
  statusNotes: {
    pending: 'أُبلغ البائع بطلبك وسيتصل بك.',
    acknowledged: 'اطّلع البائع على طلبك وسيتصل بك.',
    completed: 'لقد تحدثتما.',
    cancelled: 'أُلغي هذا الطلب.',
    expired: 'لم يتصل البائع في الوقت المحدد.',
  },
  priorities: {
    low: { label: 'منخفضة', hint: 'متى ناسب البائع' },
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
    busy: 'مشغول',
    wrong_number: 'رقم خاطئ',
  },
  card: {
    call: (name) => `اتصل بـ ${apart(name)}`,
    acknowledge: 'تأكيد الاطلاع',
    complete: 'وضع علامة مكتمل',
    decline: 'رفض',
    declineReason: 'ما سبب الرفض؟',
    declineHint: 'سيقرؤه المشتري. يمكنك تركه فارغًا.',
    confirmDecline: 'رفض الطلب',
    cancel: 'رجوع',
    outcome: (name) => `كيف كانت المكالمة مع ${apart(name)}؟`,
    dismissOutcome: 'لاحقًا',
    cannotDial: (number) => `تعذّر بدء المكالمة هنا. اطلب الرقم ${apart(number)} يدويًا.`,
    requested: (when) => `طُلب ${when}`,
    untitled: 'إعلان لم يعد متاحًا',
    preferredTimes: 'يفضّل',
    reason: 'الموضوع',
    message: 'الرسالة',
    endings: {
      seller: ended('لقد رفضت الطلب'),
      buyer: ended('سحب المشتري الطلب'),
      operator: ended('أغلقت السوق الطلب'),
      system: ended('أُغلق الطلب تلقائيًا'),
      other: ended('أُلغي الطلب'),
    },
  },
  summary: {
    requested: 'تم الطلب',
    acknowledged: 'اطّلع عليه البائع',
    completed: 'تم الاتصال',
    endings: {
      seller: 'رفضه البائع',
      buyer: 'سحبته أنت',
      operator: 'أغلقته السوق',
      system: 'أُغلق تلقائيًا',
      other: 'ملغى',
    },
    expired: 'انتهت صلاحيته',
    reason: 'السبب المذكور',
    preferredTimes: 'تفضّل',
    withdraw: 'سحب الطلب',
    withdrawQuestion: 'هل تريد سحب هذا الطلب؟ لن يتصل بك البائع بعد ذلك.',
    confirmWithdraw: 'نعم، اسحبه',
    keep: 'الإبقاء عليه',
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
  notices: {
    requested: (seller) => (seller ? `أُرسل الطلب. سيُبلَّغ ${apart(seller)} فورًا.` : 'أُرسل الطلب.'),
    alreadyRequested: 'لقد طلبت اتصالًا اليوم بالفعل. هذا طلبك.',
    withdrawn: 'سُحب طلبك.',
    edited: 'صُحّح طلبك.',
    acknowledged: 'تم تأكيد الاطلاع وأُبلغ المشتري.',
    completed: 'وُضعت علامة مكتمل.',
    declined: 'رُفض الطلب وأُبلغ المشتري.',
    attemptLogged: 'سُجّلت المكالمة.',
  },
  errors: {
    unauthenticated: 'سجّل الدخول للمتابعة.',
    forbidden: 'ملفك الشخصي لا يسمح بذلك. أكمله أو أعد تفعيله أولًا.',
    blocked: 'لا يمكنك طلب اتصال من هذا البائع.',
    not_found: 'لم يعد هذا موجودًا.',
    invalid_input: 'لم يُقبل شيء مما كتبته. تحقق منه.',
    invalid_phone: 'هذا الرقم غير موجود. تحقق من البلد والأرقام.',
    phone_not_allowed: 'لا يمكن الاتصال بأرقام من هذا النوع.',
    listing_unavailable: 'لم يعد هذا الإعلان متاحًا.',
    seller_unreachable: 'لا يمكن لهذا البائع الاتصال بك. أرسل إليه رسالة بدلًا من ذلك.',
    own_listing: 'هذا إعلانك.',
    duplicate_request: 'لقد طلبت اتصالًا بخصوص هذا الإعلان اليوم بالفعل.',
    invalid_transition: 'تغيّر هذا الطلب في هذه الأثناء.',
    request_expired: 'انتهت صلاحية هذا الطلب.',
    rate_limited: 'هذا يكفي الآن. حاول مرة أخرى لاحقًا.',
    overloaded: 'الخدمة مشغولة. حاول مرة أخرى بعد لحظات.',
    network_error: 'لا يوجد اتصال. تحقق من الشبكة وحاول مرة أخرى.',
    timeout: 'لم يصل رد في الوقت المحدد. تحقق من الاتصال وحاول مرة أخرى.',
    other: 'حدث خطأ ما. حاول مرة أخرى لاحقًا.',
  },
  limits: {
    requests_per_user_per_day: 'طلبت اليوم أقصى عدد من الاتصالات المسموح به لشخص واحد. حاول غدًا.',
    requests_per_phone_per_day: 'استُخدم هذا الرقم اليوم في أقصى عدد من الطلبات المسموح به. حاول غدًا.',
    requests_per_seller_per_day: 'تلقى هذا البائع اليوم أقصى عدد من الطلبات. حاول غدًا.',
  },
  lists: {
    loading: 'جارٍ التحميل…',
    empty: 'لا طلبات بعد.',
    loadMore: 'عرض المزيد',
    retry: 'أعد المحاولة',
  },
  notifications,
  notificationNames,
};
