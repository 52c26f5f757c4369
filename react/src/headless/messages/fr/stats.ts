/** French: a person's own figures. */
import type { StatsWords } from '../en/stats.ts';

export const stats: StatsWords = {
  stats: {
    title: 'Vos statistiques de rappel',
    received: 'Demandes reçues',
    sent: 'Demandes envoyées',
    split: 'Par statut',
    answerRate: {
      label: 'Taux de réponse',
      hint: 'Demandes acceptées, terminées ou refusées, parmi celles auxquelles vous pouviez répondre.',
    },
    contactRate: {
      label: 'Taux de contact',
      hint: 'Appels qui ont eu lieu, parmi toutes les demandes auxquelles vous pouviez répondre.',
    },
    responseTime: {
      label: 'Délai de réponse habituel',
      hint: 'La moitié de vos réponses sont arrivées dans ce délai.',
    },
    successRate: {
      label: 'Taux de réussite',
      hint: 'Demandes suivies d’un appel, parmi toutes celles que vous avez envoyées.',
    },
    tooFew: 'Pas encore assez de demandes',
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
  },
};
