/** French: what people may do with what is stored about them. */
import type { PrivacyWords } from '../en/privacy.ts';

export const privacy: PrivacyWords = {
  privacy: {
    cancel: 'Annuler',
    consent: {
      title: 'Arrêter les rappels',
      hint: 'Retire les demandes que vous avez faites et désactive e-mails, notifications push et SMS. Vous pourrez les réactiver dans les réglages des notifications.',
      action: 'Arrêter les rappels et les messages',
      question: 'Retirer vos demandes en cours et désactiver tous les messages ?',
      confirm: 'Oui, arrêter',
      done: 'C’est fait. Vos demandes sont retirées et les messages sont désactivés.',
    },
    export: {
      title: 'Télécharger vos données de rappel',
      hint: 'Vos demandes de rappel, notifications et réglages. Les numéros d’autres personnes n’y figurent pas.',
      page: 'Télécharger sous forme de page',
      json: 'Télécharger en JSON',
      done: 'C’est fait. Vos données sont prêtes.',
    },
    erasure: {
      title: 'Effacer vos données de rappel',
      hint: 'Efface définitivement vos demandes, vos messages et vos réglages. Les demandes en cours sont closes et l’autre personne en est informée.',
      action: 'Effacer mes données de rappel',
      question: 'Effacer définitivement vos données de rappel ? Cette action est irréversible.',
      confirm: 'Effacer définitivement',
      done: 'C’est fait. Vos données sont effacées. Vous pourrez redemander des rappels dès demain.',
      held: 'Nous devons conserver vos données pour le moment. Contactez l’assistance.',
    },
  },
};
