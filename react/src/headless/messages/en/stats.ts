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
    responseTime: {
      label: 'Usual response time',
      hint: (requests: string, unanswered: string) =>
        `Three out of four requests got an answer within this time; buyers see it. From ${requests} requests in the last 90 days (no answer: ${unanswered}); newer ones count more. Answer new requests sooner to improve it.`,
      silent: (requests: string, unanswered: string) =>
        `Buyers see no time, because fewer than three out of four requests got an answer. From ${requests} requests in the last 90 days (no answer: ${unanswered}); newer ones count more. Answer new requests, even with a decline.`,
      tooFew: (requests: string) =>
        `Buyers see a time once five requests in the last 90 days were answered or expired. So far: ${requests}.`,
      notShown: 'Not shown to buyers',
    },
    recent: {
      title: 'Last 30 days',
      received: 'Received',
      answered: 'Answered',
      contacts: 'Calls that took place',
      completed: 'Completed after you accepted',
      median: 'Median response time',
      before: (value: string) => `In the 30 days before: ${value}`,
      nothingBefore: 'No figure for the 30 days before',
    },
    successRate: { label: 'Success rate', hint: 'Requests that ended in a call, out of all you sent.' },
    tooFew: 'Not enough requests yet',
  },
};

export type StatsWords = typeof statsWords;
