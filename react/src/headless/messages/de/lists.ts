/** German: what every list has. */
import type { ListsWords } from '../en/lists.ts';

export const lists: ListsWords = {
  lists: {
    loading: 'Wird geladen …',
    more: 'Mehr anzeigen',
    status: 'Status',
    all: 'Alle',
  },
};
