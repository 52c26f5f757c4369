/** German: a person's own figures. */
import type { StatisticsWords } from '../en/statistics.ts';

export const statistics: StatisticsWords = {
  statistics: {
    title: 'Ihre Rückrufzahlen',
    answerRate: {
      label: 'Antwortquote',
      hint: 'Angenommene, erledigte oder abgelehnte Anfragen, von allen, die Sie beantworten konnten.',
    },
    contactRate: {
      label: 'Kontaktquote',
      hint: 'Anrufe, die stattgefunden haben, von allen beantworteten oder beendeten Anfragen.',
    },
    buyerContactRate: {
      label: 'Kontaktquote',
      hint: 'Anrufe, die stattgefunden haben, von allen Ihren beantworteten oder beendeten Anfragen.',
    },
    responseTime: {
      label: 'Übliche Antwortzeit',
      hint: 'Die Hälfte Ihrer Antworten kam innerhalb dieser Zeit.',
    },
    tooFew: 'Noch zu wenige Anfragen',
    minutes: (n) => `${n} Min.`,
    hours: (n) => `${n} Std.`,
  },
};
