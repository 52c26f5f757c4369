/** Arabic: a person's own figures. */
import type { StatisticsWords } from '../en/statistics.ts';

export const statistics: StatisticsWords = {
  statistics: {
    title: 'أرقام اتصالاتك',
    answerRate: {
      label: 'معدل الرد',
      hint: 'الطلبات التي قبلتها أو أكملتها أو رفضتها، من كل ما أمكنك الرد عليه.',
    },
    contactRate: { label: 'معدل التواصل', hint: 'المكالمات التي تمت، من كل الطلبات التي أمكنك الرد عليها.' },
    responseTime: { label: 'وقت الرد المعتاد', hint: 'وصل نصف ردودك خلال هذا الوقت.' },
    tooFew: 'لا توجد طلبات كافية بعد',
    minutes: (n) => `${n} د`,
    hours: (n) => `${n} س`,
  },
};
