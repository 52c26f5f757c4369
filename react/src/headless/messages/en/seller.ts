/** English: a request as its seller sees it. */

/** How a request ended, with the reason where there is one. */
const ended = (text: string) => (reason: string | null) => (reason ? `${text}: ${reason}` : `${text}.`);

export const sellerWords = {
  card: {
    call: (name: string) => `Call ${name}`,
    acknowledge: 'I’ll call',
    complete: 'Mark as completed',
    decline: 'Decline',
    declineReason: 'Reason (optional)',
    declineHint: 'The buyer will see it.',
    confirmDecline: 'Decline request',
    cancel: 'Back',
    outcome: (name: string) => `How did the call with ${name} go?`,
    dismissOutcome: 'Not now',
    cannotDial: (number: string) => `We couldn’t start the call. Dial ${number} instead.`,
    requested: (when: string) => `Requested ${when}`,
    untitled: 'Listing no longer available',
    preferredTimes: 'Preferred times',
    reason: 'About',
    message: 'Message',
    endings: {
      seller: ended('You declined'),
      buyer: ended('The buyer withdrew this request'),
      operator: ended('The marketplace closed this request'),
      system: ended('This request was closed automatically'),
      other: ended('This request is closed'),
    },
  },
};

export type SellerWords = typeof sellerWords;
