/** Arabic: a person's own figures. */
import type { StatsWords } from '../en/stats.ts';

export const stats: StatsWords = {
  stats: {
    title: 'أرقام اتصالاتك',
    received: 'الطلبات الواردة',
    sent: 'الطلبات المرسلة',
    split: 'حسب الحالة',
    answerRate: {
      label: 'معدل الرد',
      hint: 'الطلبات التي قبلتها أو أكملتها أو رفضتها، من كل ما أمكنك الرد عليه.',
    },
    contactRate: { label: 'معدل التواصل', hint: 'المكالمات التي تمت، من كل الطلبات التي أمكنك الرد عليها.' },
    responseTime: { label: 'وقت الرد المعتاد', hint: 'وصل نصف ردودك خلال هذا الوقت.' },
    successRate: { label: 'نسبة النجاح', hint: 'الطلبات التي انتهت بمكالمة، من كل ما أرسلته.' },
    tooFew: 'لا توجد طلبات كافية بعد',
    minutes: (n) => `${n} د`,
    hours: (n) => `${n} س`,
  },
};
