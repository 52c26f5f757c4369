/** Spanish: what every list has. */
import type { ListsWords } from '../en/lists.ts';

export const lists: ListsWords = {
  lists: {
    more: 'Ver más',
    status: 'Estado',
    all: 'Todas',
    noneWithStatus: 'No hay solicitudes con este estado',
    newOnes: (count, shown) => (count === 1 ? '1 nueva' : `${shown} nuevas`),
  },
};
