/** French: what every list has. */
import type { ListsWords } from '../en/lists.ts';

export const lists: ListsWords = {
  lists: {
    more: 'Afficher plus',
    status: 'Statut',
    all: 'Toutes',
    noneWithStatus: 'Aucune demande avec ce statut',
    newOnes: (count, shown) => (count === 1 ? '1 nouvelle' : `${shown} nouvelles`),
  },
};
