/** English: how soon a seller usually answers. */

export const responseTimeWords = {
  responseTime: {
    usual: (duration: string) => `Usually answers within ${duration}`,
    minutes: (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
    hours: (count: number) => `${count} ${count === 1 ? 'hour' : 'hours'}`,
    days: (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`,
  },
};

export type ResponseTimeWords = typeof responseTimeWords;
