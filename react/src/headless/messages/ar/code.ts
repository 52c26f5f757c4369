/** Arabic: confirming a number by the code that was texted to it. */
import type { CodeWords } from '../en/code.ts';

export const code: CodeWords = {
  code: {
    title: 'أكّد رقمك',
    sent: (phone) =>
      `أرسلنا رمزًا من ستة أرقام في رسالة نصية إلى ${phone ? `\u2066${phone}\u2069` : 'رقمك'}. أدخله لإرسال طلبك.`,
    label: 'الرمز',
    validUntil: (time) => `صالح حتى ${time}`,
    confirm: 'تأكيد',
    confirming: 'جارٍ التأكيد…',
    confirmed: 'تم تأكيد الرقم وإرسال طلبك.',
    resend: 'إرسال رمز جديد',
    resendIn: (seconds) => `يمكنك طلب رمز جديد بعد ${seconds} ث.`,
    resent: 'أرسلنا رمزًا جديدًا.',
    noMore: 'أرسلنا ثلاثة رموز. تحقق من الرقم.',
    changeNumber: 'تغيير الرقم',
  },
  codeErrors: {
    format: 'أدخل الأرقام الستة من الرسالة النصية.',
    wrong: (left) =>
      left === 0
        ? 'الرمز غير صحيح، وكانت هذه آخر محاولة. اطلب رمزًا جديدًا.'
        : `الرمز غير صحيح. المحاولات المتبقية: ${left}.`,
    no_tries_left: 'أدخلت رموزًا خاطئة كثيرة. اطلب رمزًا جديدًا.',
    code_expired: 'انتهت صلاحية هذا الرمز. اطلب رمزًا جديدًا.',
    ended: 'لم تؤكّد الرقم في الوقت المحدد. أرسل طلبًا جديدًا.',
    conflict: 'لم يعد ممكنًا إرسال هذا الطلب. ربما لم يعد الإعلان موجودًا.',
    code_resend: 'أرسلنا رمزًا للتو. انتظر نصف دقيقة قبل أن تطلب رمزًا آخر.',
  },
};
