/** Arabic: a person's own figures. */
import type { StatsWords } from '../en/stats.ts';

export const stats: StatsWords = {
  stats: {
    title: 'إحصاءات طلبات اتصالك',
    received: 'الطلبات الواردة',
    sent: 'الطلبات المرسلة',
    split: 'حسب الحالة',
    answerRate: {
      label: 'نسبة الرد',
      hint: 'الطلبات التي قبلتها أو أكملتها أو رفضتها، من كل ما أمكنك الرد عليه.',
    },
    contactRate: { label: 'نسبة التواصل', hint: 'المكالمات التي تمت، من كل الطلبات التي أمكنك الرد عليها.' },
    responseTime: { label: 'وقت الرد المعتاد', hint: 'وصل نصف ردودك خلال هذا الوقت.' },
    successRate: { label: 'نسبة النجاح', hint: 'الطلبات التي انتهت بمكالمة، من كل ما أرسلته.' },
    tooFew: 'لا توجد طلبات كافية بعد',
    minutes: (n) => `${n} د`,
    hours: (n) => `${n} س`,
  },
};
