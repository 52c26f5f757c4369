/** English, the catalogue that the others follow: same keys, same parameters. */
import type { NotificationMessages, NotificationNames } from '@ringback/client';
import type { CallOutcome, Priority, Status } from '../requests/request.ts';

/** How a request ended, with the reason where there is one. */
const ended = (text: string) => (reason: string | null) => (reason ? `${text}: ${reason}` : `${text}.`);

export const en = {
  /** BCP 47; dates, numbers and the direction of writing follow the language of the words. */
  language: 'en',
  button: {
    ask: 'Call me back',
    requested: 'Call requested',
    retry: 'Try again',
    signIn: 'Sign in to ask for a call',
  },
  dialog: {
    /** The names of sellers may be empty. */
    ask: (seller: string) => `Ask ${seller || 'the seller'} to call you`,
    request: 'Your callback request',
    close: 'Close',
  },
  form: {
    phone: 'Phone number',
    region: 'Country',
    chooseCountry: 'Choose a country',
    name: 'Your name',
    reason: 'What is it about?',
    noReason: 'No particular reason',
    preferredTimes: 'When suits you?',
    anyDay: 'Any day',
    days: 'Days that suit you',
    daysHint: 'Leave all unchecked if any day is fine.',
    time: 'Time that suits you',
    priority: 'How soon?',
    message: 'Message',
    optional: 'optional',
    send: 'Ask for a call',
    sending: 'Sending…',
    charactersLeft: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} left`,
    charactersOver: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} too many`,
    zoneNote: (zone: string) => `Times are in your time zone: ${zone}.`,
    offline: 'You are offline. What you typed is kept; send it once you are connected again.',
  },
  edit: {
    open: 'Edit request',
    title: 'Edit your request',
    send: 'Save changes',
    sending: 'Saving…',
    cancel: 'Discard changes',
    phoneHint: 'Leave empty to keep the number you gave.',
  },
  fieldErrors: {
    phoneMissing: 'Enter the number to call.',
    invalid_phone: 'This number does not exist. Check the country and the digits.',
    phone_not_allowed:
      'Calls to numbers of this kind are not possible. Give an ordinary mobile or landline number.',
    nameMissing: 'Enter your name.',
    tooLong: (max: number) => `Use at most ${max} characters.`,
    unreadable: 'This contains characters that cannot be shown. Type it again by hand.',
    refused: 'This was not accepted. Choose or type something else.',
  },
  statuses: {
    pending: 'Waiting',
    acknowledged: 'Acknowledged',
    completed: 'Completed',
    cancelled: 'Cancelled',
    expired: 'Expired',
  } satisfies Record<Status, string>,
  statusNotes: {
    pending: 'The seller has been told and will call you.',
    acknowledged: 'The seller has seen your request and will call you.',
    completed: 'You have talked.',
    cancelled: 'This request was cancelled.',
    expired: 'The seller did not call in time.',
  } satisfies Record<Status, string>,
  priorities: {
    low: { label: 'Low', hint: 'Whenever it suits the seller' },
    normal: { label: 'Normal', hint: 'In the next days' },
    high: { label: 'High', hint: 'Today or tomorrow, if possible' },
    urgent: { label: 'Urgent', hint: 'As soon as possible' },
  } satisfies Record<Priority, { label: string; hint: string }>,
  reasons: {
    general_inquiry: 'General question',
    price_negotiation: 'Price',
    product_details: 'Details of the item',
    availability_check: 'Is it still available?',
    meetup_arrangement: 'Arranging to meet',
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
    acknowledge: 'Acknowledge',
    complete: 'Mark as completed',
    decline: 'Decline',
    declineReason: 'Why do you decline?',
    declineHint: 'The buyer will read this. You may leave it empty.',
    confirmDecline: 'Decline request',
    cancel: 'Back',
    outcome: (name: string) => `How did the call with ${name} go?`,
    dismissOutcome: 'Later',
    cannotDial: (number: string) => `The call could not be started here. Dial ${number} by hand.`,
    requested: (when: string) => `Requested ${when}`,
    untitled: 'Listing no longer available',
    preferredTimes: 'Prefers',
    reason: 'About',
    message: 'Message',
    endings: {
      seller: ended('You declined'),
      buyer: ended('The buyer withdrew the request'),
      operator: ended('The marketplace closed the request'),
      system: ended('The request was closed automatically'),
      other: ended('The request was cancelled'),
    },
  },
  summary: {
    requested: 'Requested',
    acknowledged: 'Seen by the seller',
    completed: 'Call completed',
    endings: {
      seller: 'Declined by the seller',
      buyer: 'Withdrawn by you',
      operator: 'Closed by the marketplace',
      system: 'Closed automatically',
      other: 'Cancelled',
    },
    expired: 'Expired',
    reason: 'Reason given',
    preferredTimes: 'You prefer',
    withdraw: 'Withdraw request',
    withdrawQuestion: 'Withdraw this request? The seller will no longer call you.',
    confirmWithdraw: 'Yes, withdraw',
    keep: 'Keep it',
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
    requested: (seller: string) => `Sent. ${seller || 'The seller'} will be told at once.`,
    alreadyRequested: 'You have already asked for a call today. Here is your request.',
    withdrawn: 'Your request is withdrawn.',
    edited: 'Request updated.',
    acknowledged: 'Acknowledged. The buyer has been told.',
    completed: 'Marked as completed.',
    declined: 'Declined. The buyer has been told.',
    attemptLogged: 'The call is noted.',
  },
  /** By the error's code: what happened and what can be done. */
  errors: {
    unauthenticated: 'Sign in to continue.',
    forbidden: 'Your profile does not allow this. Complete or reactivate it first.',
    blocked: 'You cannot ask this seller for a call.',
    not_found: 'This is no longer there.',
    invalid_input: 'Something was not accepted. Check what you typed.',
    invalid_phone: 'This number does not exist. Check the country and the digits.',
    phone_not_allowed: 'Calls to numbers of this kind are not possible.',
    listing_unavailable: 'This listing is no longer available.',
    seller_unreachable: 'This seller cannot be called. Send a message instead.',
    own_listing: 'This is your own listing.',
    duplicate_request: 'You have already asked for a call about this listing today.',
    invalid_transition: 'This request has changed in the meantime.',
    request_expired: 'This request has expired.',
    rate_limited: 'That is enough for now. Try again later.',
    overloaded: 'The service is busy. Try again in a moment.',
    network_error: 'No connection. Check the network and try again.',
    timeout: 'No answer in time. Check the connection and try again.',
    other: 'Something went wrong. Try again later.',
  },
  limits: {
    requests_per_user_per_day:
      'You have asked for as many calls as one person may in a day. Try again tomorrow.',
    requests_per_phone_per_day:
      'This number has been used for as many requests as it may in a day. Try again tomorrow.',
    requests_per_seller_per_day: 'This seller has as many requests as fit into a day. Try again tomorrow.',
  },
  lists: {
    loading: 'Loading…',
    empty: 'No requests yet.',
    loadMore: 'Load more',
    retry: 'Try again',
  },
};

/**
 * What a catalogue holds. What notifications say, and what their types are called, comes from the texts of
 * `@ringback/client`; English leaves it out, since the button need not load it.
 */
export type Messages = typeof en & {
  notifications?: NotificationMessages;
  notificationNames?: NotificationNames;
};
