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
      hint: (requests, unanswered) =>
        `Trois demandes sur quatre ont reçu une réponse dans ce délai ; les acheteurs le voient. D’après ${requests} demandes des 90 derniers jours (sans réponse : ${unanswered}) ; les plus récentes comptent davantage. Répondez plus vite aux nouvelles demandes pour l’améliorer.`,
      silent: (requests, unanswered) =>
        `Les acheteurs ne voient aucun délai, car moins de trois demandes sur quatre ont reçu une réponse. D’après ${requests} demandes des 90 derniers jours (sans réponse : ${unanswered}) ; les plus récentes comptent davantage. Répondez aux nouvelles demandes, même par un refus.`,
      tooFew: (requests) =>
        `Les acheteurs voient un délai dès que cinq demandes des 90 derniers jours ont reçu une réponse ou ont expiré. Pour l’instant : ${requests}.`,
      notShown: 'Non visible pour les acheteurs',
    },
    recent: {
      title: 'Les 30 derniers jours',
      received: 'Reçues',
      answered: 'Avec réponse',
      contacts: 'Appels qui ont eu lieu',
      completed: 'Terminées après acceptation',
      median: 'Délai de réponse médian',
      before: (value) => `Les 30 jours précédents : ${value}`,
      nothingBefore: 'Aucun chiffre pour les 30 jours précédents',
    },
    successRate: {
      label: 'Taux de réussite',
      hint: 'Demandes suivies d’un appel, parmi toutes celles que vous avez envoyées.',
    },
    tooFew: 'Pas encore assez de demandes',
  },
};
