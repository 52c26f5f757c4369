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
        ? 'الرمز غير صحيح، وكانت هذه آخر محاولة. أرسل رمزًا جديدًا.'
        : `الرمز غير صحيح. المحاولات المتبقية: ${left}.`,
    no_tries_left: 'رموز خاطئة كثيرة. أرسل رمزًا جديدًا.',
    code_expired: 'انتهت صلاحية هذا الرمز. أرسل رمزًا جديدًا.',
  },
};
