/** The words of the overview. */
export const texts = {
  title: 'Overview',
  lead: (days: string, zone: string) => `Last ${days} days (${zone})`,
  requests: 'Requests',
  responseRate: 'Response rate',
  completionRate: 'Completion rate',
  median: 'Median response time',
  buyers: 'Buyers',
  sellers: 'Sellers',
  overdue: 'Overdue',
  unread: 'Unread notifications',
  perDay: 'Requests per day',
  day: 'Day',
  split: 'By status',
};
