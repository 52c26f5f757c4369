/** English: a person's own figures. */

export const statsWords = {
  stats: {
    title: 'Your callback stats',
    received: 'Requests received',
    sent: 'Requests sent',
    split: 'By status',
    answerRate: {
      label: 'Answer rate',
      hint: 'Requests you accepted, completed or declined, out of all you could have answered.',
    },
    contactRate: {
      label: 'Contact rate',
      hint: 'Calls that took place, out of all requests you could have answered.',
    },
    responseTime: { label: 'Usual response time', hint: 'Half of your answers came within this time.' },
    successRate: { label: 'Success rate', hint: 'Requests that ended in a call, out of all you sent.' },
    tooFew: 'Not enough requests yet',
    minutes: (n: string) => `${n} min`,
    hours: (n: string) => `${n} h`,
  },
};

export type StatsWords = typeof statsWords;
