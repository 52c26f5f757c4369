/** English: the form, and a request as its buyer sees it. */

export const buyerWords = {
  form: {
    phone: 'Phone number',
    region: 'Country',
    chooseCountry: 'Choose a country',
    name: 'Your name',
    reason: 'What’s it about?',
    noReason: 'No particular reason',
    preferredTimes: 'When should they call?',
    anyDay: 'Any day',
    days: 'Days',
    daysHint: 'Leave unchecked if any day works.',
    time: 'Time of day',
    priority: 'How soon?',
    message: 'Message',
    optional: 'optional',
    send: 'Request callback',
    sending: 'Sending…',
    charactersLeft: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} left`,
    charactersOver: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} too many`,
    zoneNote: (zone: string) => `Times are in your time zone: ${zone}.`,
    offline: 'You’re offline. We’ve kept what you typed. Send it once you’re back online.',
  },
  edit: {
    open: 'Edit request',
    title: 'Edit request',
    send: 'Save changes',
    sending: 'Saving…',
    cancel: 'Discard changes',
    phoneHint: 'Leave blank to keep your current number.',
  },
  summary: {
    requested: 'Requested',
    acknowledged: 'Seen by the seller',
    reason: 'Reason',
    preferredTimes: 'Preferred times',
    withdraw: 'Withdraw request',
    withdrawQuestion: 'Withdraw this request? The seller won’t call you.',
    confirmWithdraw: 'Yes, withdraw',
    keep: 'Keep request',
  },
};

export type BuyerWords = typeof buyerWords;
