/** English, the catalogue that the others follow: same keys, same parameters. */
import type { NotificationMessages, NotificationNames } from '@ringback/client';
import type { PhoneProblem } from '@ringback/client/phone';
import type { CallOutcome, Priority, Status } from '../requests/request.ts';

/** How a request ended, with the reason where there is one. */
const ended = (text: string) => (reason: string | null) => (reason ? `${text}: ${reason}` : `${text}.`);

export const en = {
  /** BCP 47; dates, numbers and the direction of writing follow the language of the words. */
  language: 'en',
  button: {
    ask: 'Call me back',
    requested: 'Callback requested',
    retry: 'Try again',
    reload: 'Reload page',
    signIn: 'Sign in to request a callback',
  },
  dialog: {
    /** The names of sellers may be empty. */
    ask: (seller: string) => `Request a callback from ${seller || 'the seller'}`,
    request: 'Your callback request',
    close: 'Close',
  },
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
  fieldErrors: {
    phoneMissing: 'Enter your phone number.',
    nameMissing: 'Enter your name.',
    tooLong: (max: number) => `Use at most ${max} characters.`,
    unreadable: 'This contains characters we can’t show. Type it again.',
    refused: 'We can’t accept this. Try something else.',
  },
  statuses: {
    pending: 'Waiting',
    acknowledged: 'Seller will call',
    completed: 'Completed',
    cancelled: 'Closed',
    expired: 'Expired',
  } satisfies Record<Status, string>,
  statusNotes: {
    pending: 'The seller will call you.',
    acknowledged: 'The seller saw your request and will call you.',
    completed: 'Call completed',
    expired: 'The seller didn’t reach you in time.',
  } satisfies Record<Exclude<Status, 'cancelled'>, string>,
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
  summary: {
    requested: 'Requested',
    acknowledged: 'Seen by the seller',
    endings: {
      seller: 'The seller declined this request.',
      buyer: 'You withdrew this request.',
      operator: 'The marketplace closed this request.',
      system: 'This request was closed automatically.',
      other: 'This request is closed.',
    },
    reason: 'Reason',
    preferredTimes: 'Preferred times',
    withdraw: 'Withdraw request',
    withdrawQuestion: 'Withdraw this request? The seller won’t call you.',
    confirmWithdraw: 'Yes, withdraw',
    keep: 'Keep request',
  },
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
  notices: {
    requested: (seller: string) => `Request sent. We’ve let ${seller || 'the seller'} know.`,
    alreadyRequested: 'You’ve already requested a callback today. Here’s your request.',
    withdrawn: 'Request withdrawn',
    edited: 'Request updated',
    acknowledged: 'Buyer notified. They’re expecting your call.',
    completed: 'Marked as completed',
    declined: 'Request declined. We’ve let the buyer know.',
    attemptLogged: (outcome: string) => `Noted: ${outcome.toLowerCase()}.`,
  },
  /** By the error's code: what happened and what can be done. */
  errors: {
    unauthenticated: 'Sign in to continue.',
    forbidden: 'Your profile doesn’t allow this. Complete or reactivate it first.',
    blocked: 'You can’t request a callback from this seller.',
    not_found: 'This request no longer exists.',
    invalid_input: 'Check what you entered and try again.',
    invalid_phone: 'This doesn’t look like a valid phone number. Check the digits or change the country.',
    phone_not_allowed: 'We can’t call premium or special numbers. Use a mobile or landline number.',
    listing_unavailable: 'This listing is no longer available.',
    seller_unreachable: 'This seller can’t call back. Send a message instead.',
    own_listing: 'This is your own listing.',
    duplicate_request: 'You’ve already requested a callback about this listing today.',
    invalid_transition: 'This request has changed in the meantime.',
    request_expired: 'This request has expired.',
    rate_limited: 'Too many requests. Try again later.',
    overloaded: 'We’re busy right now. Try again in a moment.',
    network_error: 'No connection. Check your network and try again.',
    timeout: 'That took too long. Check your connection and try again.',
    other: 'Something went wrong. Try again later.',
  },
  limits: {
    requests_per_user_per_day: 'You’ve reached today’s limit for callback requests. Try again tomorrow.',
    requests_per_phone_per_day:
      'This number has reached today’s limit for callback requests. Try again tomorrow.',
    requests_per_seller_per_day: 'This seller can’t take more requests today. Try again tomorrow.',
  },
  lists: {
    loading: 'Loading…',
  },
};

/**
 * What a catalogue holds. English leaves out what the button need not load: what notifications say and what
 * their types are called, which is in the texts of `@ringback/client`, and what is wrong with a number, which
 * the phone rules say.
 */
export type Messages = typeof en & {
  notifications?: NotificationMessages;
  notificationNames?: NotificationNames;
  phoneProblems?: Record<PhoneProblem, string>;
};
