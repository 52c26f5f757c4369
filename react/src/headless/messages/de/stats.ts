/** German: a person's own figures. */
import type { StatsWords } from '../en/stats.ts';

export const stats: StatsWords = {
  stats: {
    title: 'Ihre Rückrufstatistik',
    received: 'Erhaltene Anfragen',
    sent: 'Gesendete Anfragen',
    split: 'Nach Status',
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
    successRate: {
      label: 'Erfolgsquote',
      hint: 'Anfragen, auf die ein Anruf folgte, von allen, die Sie gesendet haben.',
    },
    tooFew: 'Noch zu wenige Anfragen',
    minutes: (n) => `${n} Min.`,
    hours: (n) => `${n} Std.`,
  },
};
