/** French: the buyer's requests. */
import type { MineWords } from '../en/mine.ts';

export const mine: MineWords = {
  mine: {
    label: 'Mes demandes de rappel',
    none: 'Vous n’avez encore demandé aucun rappel.',
    noneHere: 'Aucune demande avec ce statut',
    fresh: (count, shown) => (count === 1 ? '1 nouvelle demande' : `${shown} nouvelles demandes`),
    showHistory: 'Afficher l’historique',
    hideHistory: 'Masquer l’historique',
  },
};
