/** Arabic: the form, and a request as its buyer sees it. */
import type { BuyerWords } from '../en/buyer.ts';
import { apart, characters } from './grammar.ts';

export const buyer: BuyerWords = {
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
    consentUnread: 'اقرأ النص الظاهر فوق الزر، ثم أرسل الطلب.',
    askForReview: 'اطلب مراجعة',
    notAccepted: {
      requester_phone: 'تعذّر قبول رقم الهاتف هذا. استخدم رقمك الخاص.',
      message: 'تلقّى عدد كبير جدًا من البائعين هذه الرسالة. اكتب إلى كل بائع عن إعلانه.',
    },
    reasonHint: 'السبب المحدد يحصل على رد أسرع.',
    daysHint: 'اختر أوقاتًا يمكنك الرد فيها. لا تحدد شيئًا إذا كان أي يوم يناسبك.',
    privacy: (seller) => `لا يرى رقمك إلا ${seller ? apart(seller) : 'البائع'}، وذلك ما دام طلبك مفتوحًا.`,
    verified: 'بائع موثّق',
    urgentNeedsTrust: 'الطلبات العاجلة هنا متاحة للمشترين الموثقين فقط.',
    urgentLeft: (count) =>
      count === 0
        ? 'لا يمكنك فتح مزيد من الطلبات العاجلة. اسحب واحدًا أو اختر درجة استعجال أخرى.'
        : `الطلبات العاجلة المتبقية لك: ${count}.`,
  },
  edit: {
    open: 'تعديل الطلب',
    title: 'تعديل الطلب',
    send: 'حفظ التغييرات',
    sending: 'جارٍ الحفظ…',
    cancel: 'تجاهل التغييرات',
    over: 'انتهى هذا الطلب ولم يعد ممكنًا تعديله. ما كتبته لا يزال هنا.',
  },
  summary: {
    requested: 'أُرسل الطلب',
    acknowledged: 'رآه البائع',
    withdraw: 'سحب الطلب',
    tried: (seller, outcome, when) =>
      `جرت محاولة اتصال بك من ${seller ? apart(seller) : 'البائع'} ${when} (${outcome}).`,
    nextTry: (when) => `المحاولة التالية مخطط لها ${when}.`,
    callUntil: (when) => `يمكن المحاولة مرة أخرى حتى ${when}.`,
    paused: (seller) => `الرقم الذي أدخلته خاطئ. صحّحه ليصلك اتصال من ${seller ? apart(seller) : 'البائع'}.`,
    extendQuestion: 'لم تتحدثا بعد. هل تُبقي طلبك مفتوحًا مدة أطول أم تسحبه؟',
    extend: 'إبقاؤه مفتوحًا',
    completedAt: (when) => `سجّل البائع المكالمة على أنها مكتملة ${when}.`,
    again: 'اطلب اتصالًا آخر',
    againNow: 'يمكنك طلب اتصال آخر.',
    againAt: (when) => `يمكنك طلب اتصال آخر ${when}.`,
  },
  confirmation: {
    question: 'هل تحدثتما؟',
    talked: 'نعم، تحدثنا',
    not_called: 'لم يتصل أحد',
    wrong_person: 'ليس الشخص المقصود',
    rating: 'كيف كانت المكالمة؟ (اختياري)',
    stars: (rating) => `${rating} من 5`,
    until: (when) => `يمكنك تغيير إجابتك حتى ${when}.`,
  },
  profileOffer: {
    question: (phone) => `هل تريد استخدام ${apart(phone)} في ملفك الشخصي أيضًا؟`,
    accept: 'تحديث ملفي الشخصي',
    dismiss: 'ليس الآن',
    done: 'حُدّث الملف الشخصي',
    failed: 'تعذّر تحديث ملفك الشخصي. حاول مرة أخرى.',
  },
};
