/** The words of the sellers' page. */
export const texts = {
  title: 'Sellers',
  lead: 'Sellers with five requests or more. Rates sort by their lower bound, so a seller with few requests doesn’t rank first by luck.',
  label: 'Sellers compared',
  none: 'No seller had five requests in this period',
  unknown: 'No name',
  count: (count: number, shown: string) => (count === 1 ? '1 seller.' : `${shown} sellers.`),
  first: (shown: string, count: string) => `Showing the first ${shown} of ${count}.`,
  name: 'Seller',
};
