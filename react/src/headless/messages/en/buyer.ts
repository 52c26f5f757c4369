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
    consentUnread: 'Read the text above the button, then send.',
    askForReview: 'Ask for a review',
    notAccepted: {
      requester_phone: 'We couldn’t accept this phone number. Use your own number.',
      message: 'Too many sellers got this message. Write to each seller about their listing.',
    },
    reasonHint: 'A specific reason gets an answer sooner.',
    daysHint: 'Choose times when you can pick up. Leave unchecked if any day works.',
    privacy: (seller: string) =>
      `Only ${seller || 'the seller'} can see your number, and only while your request is open.`,
    verified: 'Verified seller',
    urgentNeedsTrust: 'Urgent requests are for verified buyers only here.',
    urgentLeft: (count: number) =>
      count === 0
        ? 'You can’t have more urgent requests open. Withdraw one or choose another priority.'
        : `You can make ${count} more urgent ${count === 1 ? 'request' : 'requests'}.`,
  },
  edit: {
    open: 'Edit request',
    title: 'Edit request',
    send: 'Save changes',
    sending: 'Saving…',
    cancel: 'Discard changes',
    over: 'This request has ended, so it can’t be changed anymore. What you typed is still here.',
  },
  summary: {
    requested: 'Requested',
    acknowledged: 'Seen by the seller',
    withdraw: 'Withdraw request',
    tried: (seller: string, outcome: string, when: string) =>
      `${seller || 'The seller'} tried to reach you ${when} (${outcome.toLowerCase()}).`,
    nextTry: (when: string) => `They plan to try again ${when}.`,
    callUntil: (when: string) => `They can try again until ${when}.`,
    paused: (seller: string) =>
      `${seller || 'The seller'} reached a wrong number. Correct your number so they can call you.`,
    extendQuestion: 'You haven’t talked yet. Keep your request open longer or withdraw it?',
    extend: 'Keep it open longer',
    completedAt: (when: string) => `The seller marked the call as completed ${when}.`,
    again: 'Request another callback',
    againNow: 'You can request another callback.',
    againAt: (when: string) => `You can request another callback from ${when}.`,
  },
  confirmation: {
    question: 'Did you talk?',
    talked: 'Yes, we talked',
    not_called: 'Nobody called',
    wrong_person: 'Wrong person',
    rating: 'How was the call? (optional)',
    stars: (rating: number) => `${rating} out of 5`,
    until: (when: string) => `You can change your answer until ${when}.`,
  },
  profileOffer: {
    question: (phone: string) => `Save ${phone} to your profile too?`,
    accept: 'Update my profile',
    dismiss: 'Not now',
    done: 'Profile updated',
    failed: 'We couldn’t update your profile. Try again.',
  },
};

export type BuyerWords = typeof buyerWords;
