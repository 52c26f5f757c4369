/** English: what every list has. */

export const listsWords = {
  lists: {
    more: 'Show more',
    status: 'Status',
    all: 'All',
    noneWithStatus: 'No requests with this status',
    /** `shown` is the number in the reader's digits, or "20+". */
    newOnes: (count: number, shown: string) => (count === 1 ? '1 new' : `${shown} new`),
  },
};

export type ListsWords = typeof listsWords;
