/** French: the buyer's requests. */
import type { MineWords } from '../en/mine.ts';

export const mine: MineWords = {
  mine: {
    label: 'Mes demandes de rappel',
    none: 'Vous n’avez encore demandé aucun rappel.',
    showHistory: 'Afficher l’historique',
    hideHistory: 'Masquer l’historique',
  },
};
