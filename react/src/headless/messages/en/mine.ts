/** English: the buyer's requests. */

export const mineWords = {
  mine: {
    label: 'My callback requests',
    none: 'You haven’t requested any callbacks yet.',
    showHistory: 'Show history',
    hideHistory: 'Hide history',
  },
};

export type MineWords = typeof mineWords;
