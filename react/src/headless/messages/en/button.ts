/** English: the button on a listing, which loads nothing else at first. */
import type { Status } from '../../requests/request.ts';
import { ended } from './ended.ts';

export const buttonWords = {
  language: 'en',
  button: {
    ask: 'Call me back',
    requested: 'Callback requested',
    view: 'View request',
    retry: 'Try again',
    reload: 'Reload page',
    signIn: 'Sign in to request a callback',
    sent: (seller: string) => `Request sent. We’ve let ${seller || 'the seller'} know.`,
    alreadyRequested: 'You’ve already requested a callback today. Here’s your request.',
  },
  dialog: {
    /** The names of sellers may be empty. */
    ask: (seller: string) => `Request a callback from ${seller || 'the seller'}`,
    request: 'Your callback request',
    close: 'Close',
    loading: 'Loading…',
  },
  statusNotes: {
    checking: 'We’re checking your request before the seller sees it.',
    code: 'Confirm your number to send this request.',
    pending: 'The seller will call you.',
    acknowledged: 'The seller saw your request and will call you.',
    completed: 'Call completed',
    expired: 'The seller didn’t reach you in time.',
  } satisfies Record<Exclude<Status, 'cancelled'> | 'checking' | 'code', string>,
  attemptNotes: {
    tried: (seller: string) => `${seller || 'The seller'} tried to reach you.`,
    corrected: (seller: string) => `${seller || 'The seller'} has your new number.`,
    paused: 'The number you gave is wrong. Correct it so the seller can call you.',
  },
  endings: {
    seller: ended('The seller declined this request'),
    buyer: ended('You withdrew this request'),
    operator: ended('The marketplace closed this request'),
    system: ended('This request was closed automatically'),
    other: ended('This request is closed'),
  },
  /** By the error's code: what happened and what can be done. */
  errors: {
    unauthenticated: 'Sign in to continue.',
    forbidden: 'Your profile doesn’t allow this. Complete or reactivate it first.',
    not_found: 'This request no longer exists.',
    invalid_input: 'Check what you entered and try again.',
    invalid_phone: 'This doesn’t look like a valid phone number. Check the digits or change the country.',
    phone_not_allowed: 'We can’t call premium or special numbers. Use a mobile or landline number.',
    listing_unavailable: 'This listing is no longer available.',
    seller_unreachable: 'This seller can’t call back. Send a message instead.',
    own_listing: 'This is your own listing.',
    duplicate_request: 'You’ve already requested a callback about this listing today.',
    not_accepted: 'We couldn’t accept this request.',
    trust_required: 'Verify your account to request a callback here.',
    callbacks_off: 'Callback requests are paused right now. Try again later.',
    invalid_transition: 'This request has changed in the meantime.',
    request_expired: 'This request has expired.',
    rate_limited: 'Too many requests. Try again later.',
    overloaded: 'We’re busy right now. Try again in a moment.',
    network_error: 'No connection. Check your network and try again.',
    timeout: 'That took too long. Check your connection and try again.',
    other: 'Something went wrong. Try again later.',
  },
  limits: {
    open_urgent_requests_per_user:
      'You’ve reached the limit for open urgent requests. Choose another priority.',
    requests_per_user_per_day: 'You’ve reached today’s limit for callback requests. Try again tomorrow.',
    requests_per_phone_per_day:
      'This number has reached today’s limit for callback requests. Try again tomorrow.',
    requests_per_seller_per_day: 'This seller can’t take more requests today. Try again tomorrow.',
  },
};

export type ButtonWords = typeof buttonWords;
