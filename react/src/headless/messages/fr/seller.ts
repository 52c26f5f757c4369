/** French: a request as its seller sees it. */
import type { SellerWords } from '../en/seller.ts';

/** How a request ended, with the reason where there is one. */
const ended = (text: string) => (reason: string | null) => (reason ? `${text} : ${reason}` : `${text}.`);

export const seller: SellerWords = {
  card: {
    call: (name) => `Appeler ${name}`,
    acknowledge: 'Je vais appeler',
    complete: 'Marquer comme terminée',
    decline: 'Refuser',
    declineReason: 'Motif (facultatif)',
    declineHint: 'L’acheteur le verra.',
    confirmDecline: 'Refuser la demande',
    cancel: 'Retour',
    outcome: (name) => `Comment s’est passé l’appel avec ${name} ?`,
    dismissOutcome: 'Pas maintenant',
    cannotDial: (number) => `L’appel n’a pas pu être lancé. Composez plutôt le ${number}.`,
    requested: (when) => `Demandé ${when}`,
    untitled: 'Annonce plus disponible',
    preferredTimes: 'Horaires souhaités',
    reason: 'Sujet',
    message: 'Message',
    endings: {
      seller: ended('Vous avez refusé'),
      buyer: ended('L’acheteur a retiré cette demande'),
      operator: ended('La place de marché a clôturé cette demande'),
      system: ended('Cette demande a été clôturée automatiquement'),
      other: ended('Cette demande est clôturée'),
    },
  },
};
