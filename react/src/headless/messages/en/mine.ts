/** English: the buyer's requests. */

export const mineWords = {
  mine: {
    label: 'My callback requests',
    none: 'You haven’t requested any callbacks yet.',
    noneHere: 'No requests with this status',
    /** `shown` is the number in the reader's digits. */
    fresh: (count: number, shown: string) => (count === 1 ? '1 new' : `${shown} new`),
    showHistory: 'Show history',
    hideHistory: 'Hide history',
  },
};

export type MineWords = typeof mineWords;
