/** German: what every list has. */
import type { ListsWords } from '../en/lists.ts';

export const lists: ListsWords = {
  lists: {
    more: 'Mehr anzeigen',
    status: 'Status',
    all: 'Alle',
    noneWithStatus: 'Keine Anfragen mit diesem Status',
    newOnes: (count, shown) => (count === 1 ? '1 neue' : `${shown} neue`),
  },
};
