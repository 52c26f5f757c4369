/** French: a person's own figures. */
import type { StatisticsWords } from '../en/statistics.ts';

export const statistics: StatisticsWords = {
  statistics: {
    title: 'Vos statistiques de rappel',
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
    tooFew: 'Pas encore assez de demandes',
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
  },
};
