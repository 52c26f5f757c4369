/** Arabic: the button on a listing, which loads nothing else at first. */
import type { ButtonWords } from '../en/button.ts';
import { apart, ended } from './grammar.ts';

export const button: ButtonWords = {
  language: 'ar',
  button: {
    ask: 'اطلب اتصالًا',
    requested: 'تم طلب الاتصال',
    view: 'عرض الطلب',
    retry: 'أعد المحاولة',
    reload: 'أعد تحميل الصفحة',
    signIn: 'سجّل الدخول لطلب اتصال',
    sent: (seller) => (seller ? `أُرسل الطلب وأبلغنا ${apart(seller)}.` : 'أُرسل الطلب وأبلغنا البائع.'),
    alreadyRequested: 'لقد طلبت اتصالًا اليوم بالفعل. هذا طلبك.',
  },
  dialog: {
    ask: (seller) => `اطلب اتصالًا من ${seller ? apart(seller) : 'البائع'}`,
    request: 'طلب الاتصال الخاص بك',
    close: 'إغلاق',
  },
  statusNotes: {
    checking: 'نراجع طلبك قبل أن يراه البائع.',
    pending: 'سيتصل بك البائع.',
    acknowledged: 'رأى البائع طلبك وسيتصل بك.',
    completed: 'اكتملت المكالمة',
    expired: 'لم يتمكن البائع من الوصول إليك في الوقت المحدد.',
  },
  attemptNotes: {
    tried: (seller) => `جرت محاولة اتصال بك من ${seller ? apart(seller) : 'البائع'}.`,
    corrected: (seller) => `لدى ${seller ? apart(seller) : 'البائع'} رقمك الجديد.`,
    paused: 'الرقم الذي أدخلته غير صحيح. صحّحه ليتمكن البائع من الاتصال بك.',
  },
  endings: {
    seller: ended('رفض البائع هذا الطلب'),
    buyer: ended('لقد سحبت هذا الطلب'),
    operator: ended('أغلقت المنصة هذا الطلب'),
    system: ended('أُغلق هذا الطلب تلقائيًا'),
    other: ended('هذا الطلب مغلق'),
  },
  errors: {
    unauthenticated: 'سجّل الدخول للمتابعة.',
    forbidden: 'ملفك الشخصي لا يسمح بذلك. أكمله أو أعد تفعيله أولًا.',
    not_found: 'لم يعد هذا الطلب موجودًا.',
    invalid_input: 'تحقق مما أدخلته وحاول مرة أخرى.',
    invalid_phone: 'لا يبدو هذا رقم هاتف صالحًا. تحقق من الأرقام أو غيّر البلد.',
    phone_not_allowed: 'لا يمكننا الاتصال بالأرقام مرتفعة التكلفة أو الخاصة. استخدم رقم جوال أو هاتف ثابت.',
    listing_unavailable: 'لم يعد هذا الإعلان متاحًا.',
    seller_unreachable: 'لا يمكن لهذا البائع الاتصال بك. أرسل إليه رسالة بدلًا من ذلك.',
    own_listing: 'هذا إعلانك.',
    duplicate_request: 'لقد طلبت اتصالًا بخصوص هذا الإعلان اليوم بالفعل.',
    not_accepted: 'تعذّر قبول هذا الطلب.',
    trust_required: 'طلب مكالمة هنا متاح للمشترين الموثقين فقط. وثّق حسابك أولًا.',
    callbacks_off: 'طلبات الاتصال متوقفة حاليًا. حاول لاحقًا.',
    invalid_transition: 'تغيّر هذا الطلب في هذه الأثناء.',
    request_expired: 'انتهت صلاحية هذا الطلب.',
    rate_limited: 'طلبات كثيرة جدًا. حاول مرة أخرى لاحقًا.',
    overloaded: 'نحن مشغولون الآن. حاول مرة أخرى بعد لحظات.',
    network_error: 'لا يوجد اتصال. تحقق من شبكتك وحاول مرة أخرى.',
    timeout: 'استغرق الأمر وقتًا طويلًا. تحقق من اتصالك وحاول مرة أخرى.',
    other: 'حدث خطأ ما. حاول مرة أخرى لاحقًا.',
  },
  limits: {
    open_urgent_requests_per_user: 'بلغت حد الطلبات العاجلة المفتوحة. اختر درجة استعجال أخرى.',
    requests_per_user_per_day: 'بلغت حد طلبات الاتصال لهذا اليوم. حاول غدًا.',
    requests_per_phone_per_day: 'بلغ هذا الرقم حد طلبات الاتصال لهذا اليوم. حاول غدًا.',
    requests_per_seller_per_day: 'لا يمكن لهذا البائع استقبال مزيد من الطلبات اليوم. حاول غدًا.',
  },
};
