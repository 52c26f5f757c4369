/** English: a request, for both sides. */
import type { CallOutcome, Priority, Status } from '../../requests/request.ts';

export const requestWords = {
  statuses: {
    pending: 'Waiting',
    acknowledged: 'Seller will call',
    completed: 'Completed',
    cancelled: 'Closed',
    expired: 'Expired',
  } satisfies Record<Status, string>,
  /** Where the seller reads another word: it is their own call. */
  sellerStatuses: {
    acknowledged: 'You’ll call',
  } satisfies Partial<Record<Status, string>>,
  priorities: {
    low: { label: 'Low', hint: 'No rush' },
    normal: { label: 'Normal', hint: 'In the next few days' },
    high: { label: 'High', hint: 'Today or tomorrow, if possible' },
    urgent: { label: 'Urgent', hint: 'As soon as possible' },
  } satisfies Record<Priority, { label: string; hint: string }>,
  reasons: {
    general_inquiry: 'General question',
    price_negotiation: 'Price',
    product_details: 'Item details',
    availability_check: 'Is it still available?',
    meetup_arrangement: 'Arrange a meetup',
    other: 'Something else',
  },
  times: {
    anytime: 'Any time',
    morning: 'Morning',
    afternoon: 'Afternoon',
    evening: 'Evening',
  },
  outcomes: {
    reached: 'We talked',
    no_answer: 'No answer',
    voicemail: 'Voicemail',
    busy: 'Busy',
    wrong_number: 'Wrong number',
  } satisfies Record<CallOutcome, string>,
  expiry: {
    openUntil: (when: string) => `Open until ${when}`,
    hoursLeft: (hours: number) => `Expires in ${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    minutesLeft: (minutes: number) => `Expires in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  },
  when: {
    today: (time: string) => `today at ${time}`,
    yesterday: (time: string) => `yesterday at ${time}`,
    tomorrow: (time: string) => `tomorrow at ${time}`,
    onWeekday: (day: string, time: string) => `${day} at ${time}`,
    onDate: (date: string, time: string) => `${date} at ${time}`,
  },
  preferredTimes: {
    anyDay: 'any day',
    anyTime: 'any time',
    comma: ', ',
    semicolon: '; ',
    and: (first: string, last: string) => `${first} and ${last}`,
    window: (days: string, hours: string) => `${days}, ${hours}`,
    named: (time: string, hours: string) => `${time.toLowerCase()} (${hours})`,
    inZone: (preferredTimes: string, zone: string) => `${preferredTimes}, ${zone}`,
    yourTime: (yours: string, theirs: string) => `${yours} your time (${theirs})`,
  },
  fieldErrors: {
    phoneMissing: 'Enter your phone number.',
    nameMissing: 'Enter your name.',
    tooLong: (max: number) => `Use at most ${max} characters.`,
    unreadable: 'This contains characters we can’t show. Type it again.',
    refused: 'We can’t accept this. Try something else.',
  },
  notices: {
    edited: 'Request updated',
    extended: 'Request extended',
    confirmed: 'Thanks for letting us know.',
    completed: 'Marked as completed',
    attemptLogged: (outcome: string) => `Noted: ${outcome.toLowerCase()}.`,
    attemptPlanned: (outcome: string, when: string) =>
      `Noted: ${outcome.toLowerCase()}. Next attempt: ${when}.`,
  },
  undo: {
    undo: 'Undo',
    withdrawn: 'Request withdrawn',
    declined: 'Request declined',
    acknowledged: 'Marked as “I’ll call”',
    undone: 'Undone',
  },
  details: {
    phone: 'Number',
    name: 'Name',
    reason: 'About',
    message: 'Message',
    priority: 'How soon',
    preferredTimes: 'Preferred times',
    erased: 'Deleted user',
    untitled: 'Listing no longer available',
  },
  dates: {
    today: 'Today',
    tomorrow: 'Tomorrow',
    more: (count: number) => `and ${count} more`,
  },
  attempts: {
    count: (count: number) => `${count} call ${count === 1 ? 'attempt' : 'attempts'}`,
    line: (outcome: string, when: string) => `${outcome}, ${when}`,
    next: (when: string) => `Next attempt: ${when}`,
  },
};

export type RequestWords = typeof requestWords;
