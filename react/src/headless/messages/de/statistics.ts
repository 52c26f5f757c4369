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
      hint: 'Anrufe, die stattgefunden haben, von allen Anfragen, die Sie beantworten konnten.',
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
