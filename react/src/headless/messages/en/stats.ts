/** English: a person's own figures. */

export const statsWords = {
  stats: {
    title: 'Your callback figures',
    received: 'Requests received',
    sent: 'Requests sent',
    split: 'By status',
    answerRate: {
      label: 'Answer rate',
      hint: 'Requests that you accepted, completed or declined, of all that you could answer.',
    },
    contactRate: {
      label: 'Contact rate',
      hint: 'Calls that took place, of all requests that you could answer.',
    },
    responseTime: { label: 'Usual answer time', hint: 'Half of your answers came within this time.' },
    successRate: { label: 'Success rate', hint: 'Requests that ended in a call, of all that you sent.' },
    tooFew: 'Not enough requests yet',
    minutes: (n: string) => `${n} min`,
    hours: (n: string) => `${n} h`,
  },
};

export type StatsWords = typeof statsWords;
