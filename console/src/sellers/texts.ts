/** The words of the sellers' page. */
export const texts = {
  title: 'Sellers',
  lead: 'Sellers with five requests or more. A rate is ordered by its lower bound, so that few requests do not win.',
  label: 'Sellers compared',
  none: 'No seller has five requests in these days',
  unknown: 'No name',
  count: (count: string) => `${count} sellers`,
  columns: {
    name: 'Seller',
    received: 'Requests',
    answerRate: 'Answer rate',
    contactRate: 'Contact rate',
    completionRate: 'Completion rate',
    median: 'Median response time',
    declined: 'Declined',
    expired: 'Expired',
  },
  bounds: (low: string, high: string) => `${low} to ${high}`,
};
