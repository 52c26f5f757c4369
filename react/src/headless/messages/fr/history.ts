/** French: what has happened to a request, for both sides. */
import type { HistoryWords } from '../en/history.ts';

export const history: HistoryWords = {
  history: {
    title: 'Historique',
    showAll: (count) => `Tout afficher (${count})`,
    attempt: (outcome) => `Le vendeur a appelé : ${outcome.toLowerCase()}`,
  },
  historyEvents: {
    request_created: 'Demande envoyée',
    acknowledged: 'Vue',
    completed: 'Terminée',
    declined: 'Refusée',
    withdrawn: 'Retirée',
    closed: 'Clôturée',
    expired: 'Expirée',
    code_sent: 'Code envoyé',
    phone_confirmed: 'Numéro confirmé',
    request_edited: 'Demande modifiée',
    seller_reminded: 'Relance envoyée',
    call_attempted: 'Tentative d’appel du vendeur',
    completion_confirmed: 'Appel confirmé',
    completion_contradicted: 'Appel contesté',
    acknowledgement_undone: '« Je vais appeler » annulé',
    request_extended: 'Demande prolongée',
    request_expiring: 'Avis d’expiration envoyé',
    seller_note_changed: 'Note privée modifiée',
    request_snoozed: 'Reportée',
    snooze_ended: 'Report annulé',
    other: 'Demande mise à jour',
  },
  historyActors: {
    seller: 'par le vendeur',
    buyer: 'par l’acheteur',
    operator: 'par la place de marché',
    system: 'automatiquement',
  },
};
