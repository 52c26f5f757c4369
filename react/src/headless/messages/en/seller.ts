/** English: a request as its seller sees it. */
import { ended } from './ended.ts';

export const sellerWords = {
  card: {
    call: (name: string) => `Call ${name}`,
    acknowledge: 'I’ll call',
    complete: 'Mark as completed',
    decline: 'Decline',
    declineReason: 'Reason (optional)',
    declineHint: 'The buyer will see it.',
    declineReasons: {
      sold: 'It’s already sold.',
      noTime: 'I can’t call this week.',
      message: 'Please send me a message instead.',
      fixedPrice: 'The price is fixed.',
    },
    confirmDecline: 'Decline request',
    cancel: 'Back',
    outcome: (name: string) => `How did the call with ${name} go?`,
    dismissOutcome: 'Not now',
    cannotDial: (number: string) => `We couldn’t start the call. Dial ${number} instead.`,
    revealLimit: 'You’ve reached today’s limit for seeing numbers. Try again tomorrow.',
    requested: (when: string) => `Requested ${when}`,
    endings: {
      seller: ended('You declined this request'),
      buyer: ended('The buyer withdrew this request'),
      operator: ended('The marketplace closed this request'),
      system: ended('This request was closed automatically'),
      other: ended('This request is closed'),
    },
    edited: (when: string) => `Edited ${when}`,
    paused: 'Wrong number. Waiting for the buyer to correct it.',
    corrected: 'The buyer gave a new number.',
    snoozed: (when: string) => `Snoozed until ${when}`,
    preferredNow: 'Preferred time is now',
    caution: (name: string, times: string) => `${name} prefers another time: ${times}`,
    callAnyway: 'Call anyway',
    contradicted: {
      not_called: (name: string) => `${name} says nobody called.`,
      wrong_person: (name: string) => `${name} says it was the wrong person.`,
    },
    confirmed: (name: string) => `${name} confirmed the call.`,
    rated: (name: string, rating: number) => `${name} confirmed the call and rated it ${rating} out of 5.`,
  },
  report: {
    open: 'Report or block',
    fakeNumber: 'The number is fake',
    spam: 'It’s spam',
    block: (name: string) => `Block ${name}`,
    reported: 'Reported. Thank you.',
    blocked: (name: string) => `${name} can’t reach you any more.`,
  },
  retry: {
    question: 'When will you try again?',
    at: (when: string) => `Try again ${when}`,
    other: 'Another time',
    day: 'Day',
    time: 'Time',
    save: 'Save time',
    none: 'No plan yet',
    past: 'Choose a future time before the request expires.',
  },
};

export type SellerWords = typeof sellerWords;
