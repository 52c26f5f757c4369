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
      hint: (requests, unanswered) =>
        `Drei von vier Anfragen wurden innerhalb dieser Zeit beantwortet; Käufer sehen das. Aus ${requests} Anfragen der letzten 90 Tage (ohne Antwort: ${unanswered}); neuere zählen mehr. Antworten Sie auf neue Anfragen schneller, um sie zu verbessern.`,
      silent: (requests, unanswered) =>
        `Käufer sehen keine Zeit, weil weniger als drei von vier Anfragen beantwortet wurden. Aus ${requests} Anfragen der letzten 90 Tage (ohne Antwort: ${unanswered}); neuere zählen mehr. Antworten Sie auf neue Anfragen, auch mit einer Absage.`,
      tooFew: (requests) =>
        `Käufer sehen eine Zeit, sobald fünf Anfragen der letzten 90 Tage beantwortet oder abgelaufen sind. Bisher: ${requests}.`,
      notShown: 'Für Käufer nicht sichtbar',
    },
    recent: {
      title: 'Die letzten 30 Tage',
      received: 'Erhalten',
      answered: 'Beantwortet',
      contacts: 'Stattgefundene Anrufe',
      completed: 'Nach Annahme erledigt',
      median: 'Mittlere Antwortzeit (Median)',
      before: (value) => `In den 30 Tagen davor: ${value}`,
      nothingBefore: 'Keine Angabe für die 30 Tage davor',
    },
    successRate: {
      label: 'Erfolgsquote',
      hint: 'Anfragen, auf die ein Anruf folgte, von allen, die Sie gesendet haben.',
    },
    tooFew: 'Noch zu wenige Anfragen',
  },
};
