/** Spanish: what every list has. */
import type { ListsWords } from '../en/lists.ts';

export const lists: ListsWords = {
  lists: {
    loading: 'Cargando…',
    more: 'Ver más',
    status: 'Estado',
    all: 'Todas',
  },
};
