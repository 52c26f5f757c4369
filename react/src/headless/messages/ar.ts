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
    reload: 'أعد تحميل الصفحة',
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
    preferredTimes: 'متى تفضّل الاتصال؟',
    anyDay: 'أي يوم',
    days: 'الأيام',
    daysHint: 'لا تحدد أي يوم إذا كان أي يوم يناسبك.',
    time: 'وقت اليوم',
    priority: 'ما مدى الاستعجال؟',
    message: 'رسالة',
    optional: 'اختياري',
    send: 'اطلب الاتصال',
    sending: 'جارٍ الإرسال…',
    charactersLeft: (count) => `المتبقي: ${characters(count)}`,
    charactersOver: (count) => `الزيادة عن الحد: ${characters(count)}`,
    zoneNote: (zone) => `الأوقات بحسب منطقتك الزمنية: ${apart(zone)}.`,
    offline: 'أنت غير متصل بالإنترنت. احتفظنا بما كتبته. أرسله عند عودة الاتصال.',
  },
  edit: {
    open: 'تعديل الطلب',
    title: 'تعديل الطلب',
    send: 'حفظ التغييرات',
    sending: 'جارٍ الحفظ…',
    cancel: 'تجاهل التغييرات',
    phoneHint: 'اتركه فارغًا للإبقاء على رقمك الحالي.',
  },
  fieldErrors: {
    phoneMissing: 'اكتب رقم هاتفك.',
    nameMissing: 'اكتب اسمك.',
    tooLong: (max) => `الحد الأقصى ${characters(max)}.`,
    unreadable: 'يحتوي النص على رموز لا يمكننا عرضها. أعد كتابته.',
    refused: 'لا يمكننا قبول هذا. جرّب شيئًا آخر.',
  },
  statuses: {
    pending: 'قيد الانتظار',
    acknowledged: 'سيتصل البائع',
    completed: 'مكتمل',
    cancelled: 'مغلق',
    expired: 'منتهي الصلاحية',
  },
  statusNotes: {
    pending: 'سيتصل بك البائع.',
    acknowledged: 'رأى البائع طلبك وسيتصل بك.',
    completed: 'اكتملت المكالمة',
    expired: 'لم يتمكن البائع من الوصول إليك في الوقت المحدد.',
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
    busy: 'مشغول',
    wrong_number: 'رقم خاطئ',
  },
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
  summary: {
    requested: 'أُرسل الطلب',
    acknowledged: 'رآه البائع',
    endings: {
      seller: 'رفض البائع هذا الطلب.',
      buyer: 'لقد سحبت هذا الطلب.',
      operator: 'أغلقت المنصة هذا الطلب.',
      system: 'أُغلق هذا الطلب تلقائيًا.',
      other: 'هذا الطلب مغلق.',
    },
    reason: 'السبب',
    preferredTimes: 'الأوقات المفضلة',
    withdraw: 'سحب الطلب',
    withdrawQuestion: 'هل تريد سحب هذا الطلب؟ لن يتصل بك البائع.',
    confirmWithdraw: 'نعم، اسحبه',
    keep: 'الإبقاء على الطلب',
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
    requested: (seller) => (seller ? `أُرسل الطلب وأبلغنا ${apart(seller)}.` : 'أُرسل الطلب وأبلغنا البائع.'),
    alreadyRequested: 'لقد طلبت اتصالًا اليوم بالفعل. هذا طلبك.',
    withdrawn: 'سُحب الطلب',
    edited: 'حُدّث الطلب',
    acknowledged: 'أُبلغ المشتري وهو بانتظار اتصالك.',
    completed: 'حُدّد كمكتمل',
    declined: 'رُفض الطلب وأُبلغ المشتري.',
    attemptLogged: (outcome) => `سُجّل: ${outcome}.`,
  },
  errors: {
    unauthenticated: 'سجّل الدخول للمتابعة.',
    forbidden: 'ملفك الشخصي لا يسمح بذلك. أكمله أو أعد تفعيله أولًا.',
    blocked: 'لا يمكنك طلب اتصال من هذا البائع.',
    not_found: 'لم يعد هذا الطلب موجودًا.',
    invalid_input: 'تحقق مما أدخلته وحاول مرة أخرى.',
    invalid_phone: 'لا يبدو هذا رقم هاتف صالحًا. تحقق من الأرقام أو غيّر البلد.',
    phone_not_allowed: 'لا يمكننا الاتصال بالأرقام مرتفعة التكلفة أو الخاصة. استخدم رقم جوال أو هاتف ثابت.',
    listing_unavailable: 'لم يعد هذا الإعلان متاحًا.',
    seller_unreachable: 'لا يمكن لهذا البائع الاتصال بك. أرسل إليه رسالة بدلًا من ذلك.',
    own_listing: 'هذا إعلانك.',
    duplicate_request: 'لقد طلبت اتصالًا بخصوص هذا الإعلان اليوم بالفعل.',
    invalid_transition: 'تغيّر هذا الطلب في هذه الأثناء.',
    request_expired: 'انتهت صلاحية هذا الطلب.',
    rate_limited: 'طلبات كثيرة جدًا. حاول مرة أخرى لاحقًا.',
    overloaded: 'نحن مشغولون الآن. حاول مرة أخرى بعد لحظات.',
    network_error: 'لا يوجد اتصال. تحقق من شبكتك وحاول مرة أخرى.',
    timeout: 'استغرق الأمر وقتًا طويلًا. تحقق من اتصالك وحاول مرة أخرى.',
    other: 'حدث خطأ ما. حاول مرة أخرى لاحقًا.',
  },
  limits: {
    requests_per_user_per_day: 'بلغت حد طلبات الاتصال لهذا اليوم. حاول غدًا.',
    requests_per_phone_per_day: 'بلغ هذا الرقم حد طلبات الاتصال لهذا اليوم. حاول غدًا.',
    requests_per_seller_per_day: 'لا يمكن لهذا البائع استقبال مزيد من الطلبات اليوم. حاول غدًا.',
  },
  lists: {
    loading: 'جارٍ التحميل…',
  },
  phoneProblems: {
    extension: 'لا يمكننا الاتصال بأرقام ذات تحويلة. اكتب رقمًا مباشرًا.',
    dial_code: 'لا يمكننا الاتصال برموز تحتوي على * أو #. اكتب رقم هاتف.',
    letters: 'اكتب رقم الهاتف بالأرقام فقط.',
    too_short: 'رقم الهاتف هذا قصير جدًا. تحقق من الأرقام.',
    too_long: 'رقم الهاتف هذا طويل جدًا. اكتب رقمًا واحدًا فقط.',
    other_country: 'يبدو أن هذا الرقم من بلد آخر. ابدأه بعلامة + أو اختر ذلك البلد.',
  },
  notifications,
  notificationNames,
};
