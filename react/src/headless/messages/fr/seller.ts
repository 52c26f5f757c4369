/** French: a request as its seller sees it. */
import type { SellerWords } from '../en/seller.ts';
import { ended } from './ended.ts';

export const seller: SellerWords = {
  card: {
    call: (name) => `Appeler ${name}`,
    acknowledge: 'Je vais appeler',
    complete: 'Marquer comme terminée',
    decline: 'Refuser',
    declineReason: 'Motif (facultatif)',
    declineHint: 'L’acheteur le verra.',
    declineReasons: {
      sold: 'C’est déjà vendu.',
      noTime: 'Je ne peux pas appeler cette semaine.',
      message: 'Envoyez-moi plutôt un message.',
      fixedPrice: 'Le prix est fixe.',
    },
    confirmDecline: 'Refuser la demande',
    cancel: 'Retour',
    outcome: (name) => `Comment s’est passé l’appel avec ${name} ?`,
    dismissOutcome: 'Pas maintenant',
    cannotDial: (number) => `L’appel n’a pas pu être lancé. Composez plutôt le ${number}.`,
    revealLimit: 'Vous avez atteint la limite de numéros affichés pour aujourd’hui. Réessayez demain.',
    requested: (when) => `Reçue ${when}`,
    endings: {
      seller: ended('Vous avez refusé cette demande'),
      buyer: ended('L’acheteur a retiré cette demande'),
      operator: ended('La place de marché a clôturé cette demande'),
      system: ended('Cette demande a été clôturée automatiquement'),
      other: ended('Cette demande est clôturée'),
    },
    edited: (when) => `Modifiée ${when}`,
    paused: 'Mauvais numéro. En attente de correction par l’acheteur.',
    corrected: 'L’acheteur a donné un nouveau numéro.',
    snoozed: (when) => `Reportée, rappel prévu ${when}`,
    preferredNow: 'L’horaire souhaité, c’est maintenant',
    caution: (name, times) => `${name} préfère un autre moment : ${times}`,
    callAnyway: 'Appeler quand même',
    contradicted: {
      not_called: (name) => `${name} indique que personne n’a appelé.`,
      wrong_person: (name) => `${name} indique que ce n’était pas la bonne personne.`,
    },
    confirmed: (name) => `${name} a confirmé l’appel.`,
    rated: (name, rating) => `${name} a confirmé l’appel et l’a noté ${rating} sur 5.`,
  },
  retry: {
    question: 'Quand réessayerez-vous ?',
    at: (when) => `Réessayer ${when}`,
    other: 'Un autre moment',
    day: 'Jour',
    time: 'Heure',
    save: 'Enregistrer l’heure',
    none: 'Pas encore décidé',
    past: 'Choisissez un moment à venir, avant l’expiration de la demande.',
  },
};
