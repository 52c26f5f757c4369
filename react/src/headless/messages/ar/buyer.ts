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
  summary: {
    requested: 'أُرسل الطلب',
    acknowledged: 'رآه البائع',
    reason: 'السبب',
    preferredTimes: 'الأوقات المفضلة',
    withdraw: 'سحب الطلب',
    withdrawQuestion: 'هل تريد سحب هذا الطلب؟ لن يتصل بك البائع.',
    confirmWithdraw: 'نعم، اسحبه',
    keep: 'الإبقاء على الطلب',
  },
};
