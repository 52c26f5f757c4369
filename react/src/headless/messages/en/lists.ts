/** English: what every list has. */

export const listsWords = {
  lists: {
    loading: 'Loading…',
    more: 'Show more',
    status: 'Status',
    all: 'All',
  },
};

export type ListsWords = typeof listsWords;
