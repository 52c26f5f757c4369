/** French: what people may do with what is stored about them. */
import type { PrivacyWords } from '../en/privacy.ts';

export const privacy: PrivacyWords = {
  privacy: {
    cancel: 'Annuler',
    consent: {
      title: 'Arrêter les rappels',
      hint: 'Retire vos demandes en cours et désactive immédiatement les e-mails, les notifications push et les SMS. Vous pourrez redemander un rappel à tout moment.',
      action: 'Arrêter les rappels et les messages',
      question: 'Retirer vos demandes en cours et désactiver tous les messages ?',
      confirm: 'Oui, arrêter',
      done: 'C’est fait. Les rappels et les messages sont arrêtés.',
    },
    export: {
      title: 'Télécharger vos données',
      hint: 'Tout ce que nous enregistrons sur vous et vos rappels. Les numéros d’autres personnes n’y figurent pas.',
      page: 'Télécharger une page',
      json: 'Télécharger en JSON',
      done: 'C’est fait. Vos données sont prêtes.',
    },
    erasure: {
      title: 'Effacer vos données',
      hint: 'Efface définitivement vos demandes, vos messages et vos réglages. Les demandes en cours sont closes et l’autre personne en est informée.',
      action: 'Effacer mes données',
      question: 'Tout effacer définitivement ? Cette action est irréversible.',
      confirm: 'Effacer définitivement',
      done: 'C’est fait. Vos données sont effacées. Vous pourrez redemander des rappels dès demain.',
      held: 'Nous devons conserver vos données pour le moment. Contactez l’assistance.',
    },
  },
};
