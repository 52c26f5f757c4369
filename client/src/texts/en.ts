/** English. The stored texts (notification_types.sql) are these; a test compares them. */
import type { MailTexts, Moment, NotificationMessages, NotificationNames, SmsTexts } from './types.ts';

const about = (listing: string) => (listing ? ` about “${listing}”` : '');
const at = (moment?: Moment) => (moment ? `${moment.day && ` on ${moment.day}`} at ${moment.time}` : '');
const because = (reason?: string) => (reason ? ` Reason: “${reason}”.` : '');
const OUTCOMES: Record<string, string> = {
  no_answer: 'no answer',
  voicemail: 'voicemail',
  busy: 'line busy',
};
const ended = (outcome = '') => (OUTCOMES[outcome] ? ` (${OUTCOMES[outcome]})` : '');

export const notifications: NotificationMessages = {
  new_request: ({ name, listing }) => ({
    title: name ? `New callback request from ${name}` : 'New callback request',
    message: `${name || 'A buyer'} would like you to call${about(listing)}.`,
    next: 'Open the request to see the phone number and log your call.',
  }),
  request_reminder: ({ name, listing }) => ({
    title: `Reminder: ${name || 'a buyer'} is waiting for your call`,
    message: `${name || 'A buyer'} is still waiting for your call${about(listing)}.`,
    next: 'If you don’t want to call, you can decline the request.',
  }),
  request_acknowledged: ({ name, listing }) => ({
    title: `${name || 'The seller'} will call you`,
    message: `${name || 'The seller'} saw your request${about(listing)} and will call you.`,
  }),
  call_attempted: ({ name, listing, outcome, attemptedAt, nextAttemptAt }) => ({
    title: `${name || 'The seller'} tried to reach you${at(attemptedAt)}`,
    message: `${name || 'The seller'} tried to reach you${at(attemptedAt)}${about(listing)}${ended(outcome)}${nextAttemptAt ? ` and plans to try again${at(nextAttemptAt)}` : ''}.`,
    next: 'If your number or your preferred times have changed, you can edit the request.',
  }),
  wrong_number: ({ name, listing }) => ({
    title: 'Your phone number didn’t work',
    message: `${name || 'The seller'} tried to call you${about(listing)}, but the number was wrong.`,
    next: 'Edit the request and enter the right number. Until then, the seller can’t call you.',
  }),
  request_edited: ({ name, listing, fields }) => ({
    title: name ? `${name} edited their callback request` : 'Callback request edited',
    message: fields?.includes('requester_phone')
      ? `${name || 'The buyer'} changed the phone number in their callback request${about(listing)}.`
      : `${name || 'The buyer'} edited their callback request${about(listing)}.`,
    next: 'Open the request to see what changed.',
  }),
  request_extended: ({ name, listing, expiresAt }) => ({
    title: name ? `${name} extended their callback request` : 'Callback request extended',
    message: `${name || 'The buyer'} extended their callback request${about(listing)}.`,
    next: `You can call${expiresAt ? ` until it expires${at(expiresAt)}` : ''}.`,
  }),
  expiring_for_seller: ({ name, listing, expiresAt }) => ({
    title: 'Callback request expires soon',
    message: `The callback request${name && ` from ${name}`}${about(listing)} expires${at(expiresAt) || ' soon'}.`,
    next: 'Call before then, or decline the request.',
  }),
  expiring_for_buyer: ({ name, listing, expiresAt }) => ({
    title: 'Your callback request expires soon',
    message: `${name || 'The seller'} hasn’t reached you yet${about(listing)}, and your request expires${at(expiresAt) || ' soon'}.`,
    next: 'You can extend the request or withdraw it.',
  }),
  request_completed: ({ name, listing }) => ({
    title: 'Callback completed',
    message: `${name || 'The seller'} marked the call${about(listing)} as completed.`,
    next: 'Did you talk? Open the request and let us know.',
  }),
  contradicted: ({ name, listing }) => ({
    title: `${name || 'A buyer'} says you didn’t talk`,
    message: `${name || 'The buyer'} answered that your call${about(listing)} didn’t reach them.`,
    next: 'If that’s a mistake, the buyer can change their answer for two weeks after the call.',
  }),
  contradiction_withdrawn: ({ name, listing }) => ({
    title: `${name || 'The buyer'} confirmed your call`,
    message: `${name || 'The buyer'} changed their answer: you did talk${about(listing)}.`,
  }),
  declined: ({ name, listing, reason }) => ({
    title: name ? `${name} declined your callback request` : 'Your callback request was declined',
    message: `${name || 'The seller'} can’t call you${about(listing)}.${because(reason)}`,
  }),
  withdrawn: ({ name, listing, reason }) => ({
    title: name ? `${name} withdrew their callback request` : 'Callback request withdrawn',
    message: `${name || 'The buyer'} no longer needs a call${about(listing)}.${because(reason)}`,
    next: 'No action needed.',
  }),
  closed: ({ listing, reason }) => ({
    title: 'Callback request closed',
    message: `The marketplace closed the callback request${about(listing)}.${because(reason)}`,
  }),
  expired_for_seller: ({ name, listing }) => ({
    title: 'Callback request expired',
    message: `The callback request${name && ` from ${name}`}${about(listing)} has expired.`,
  }),
  expired_for_buyer: ({ name, listing }) => ({
    title: 'Your callback request expired',
    message: `Your callback request${about(listing)} expired before ${name || 'the seller'} reached you.`,
    next: 'Still interested? You can request another callback.',
  }),
};

export const notificationNames: NotificationNames = {
  new_request: 'New callback request',
  request_acknowledged: 'The seller will call you',
  call_attempted: 'The seller tried to reach you',
  wrong_number: 'Your phone number didn’t work',
  request_edited: 'Callback request edited',
  request_extended: 'Callback request extended',
  request_expiring: 'Callback request expires soon',
  request_completed: 'Callback completed',
  request_cancelled: 'Callback request declined or withdrawn',
  request_reminder: 'Reminder: a buyer is waiting for your call',
  request_expired: 'Callback request expired',
  completion_contradicted: 'A buyer says you didn’t talk',
};

export const mail: MailTexts = {
  language: 'en',
  direction: 'ltr',
  greeting: (name) => (name ? `Hi ${name},` : 'Hi,'),
  labels: {
    listing: 'Listing',
    price: 'Price',
    buyer: 'Buyer',
    seller: 'Seller',
    phone: 'Your number',
    reason: 'About',
    when: 'Preferred times',
    priority: 'Priority',
    urgent: 'Urgent',
    expires: 'Open until',
  },
  reasons: {
    general_inquiry: 'General question',
    price_negotiation: 'Price',
    product_details: 'Item details',
    availability_check: 'Is it still available?',
    meetup_arrangement: 'Arrange a meetup',
    other: 'Something else',
  },
  days: {
    Monday: 'Monday',
    Tuesday: 'Tuesday',
    Wednesday: 'Wednesday',
    Thursday: 'Thursday',
    Friday: 'Friday',
    Saturday: 'Saturday',
    Sunday: 'Sunday',
  },
  times: { morning: 'in the morning', afternoon: 'in the afternoon', evening: 'in the evening' },
  inTwoZones: ({ here, there, zone }) => `${here} your time (${there}, ${zone})`,
  comma: ', ',
  messages: { buyer: 'Message from the buyer:', own: 'Your message:' },
  open: 'View request',
  footer: (marketplace) => `You’re receiving this because of a callback request on ${marketplace}.`,
  unsubscribe: 'Unsubscribe or choose your emails',
  mailSettings: {
    title: 'Emails about callback requests',
    intro: 'You’ll still see everything in the app.',
    types: 'Email me about',
    save: 'Save',
    saved: 'Saved.',
    stopAll: 'Turn off all of these emails',
    stopped: 'You’re unsubscribed. We won’t email you about callback requests anymore.',
    startAll: 'Turn all emails back on',
    unknown: 'This link is invalid or has expired.',
    withdraw: 'Stop calls and messages',
    withdrawHint: 'Withdraws your open callback requests and turns all messages off.',
    withdrawn:
      'Done. Your open requests are withdrawn, and we won’t message you about callback requests anymore.',
  },
};

export const sms: SmsTexts = {
  help: (marketplace) =>
    `${marketplace}: we text you about urgent callback requests. Message and data rates may apply. Reply STOP to stop, START to get texts again.`,
  code: (code, marketplace) =>
    `${code} is your ${marketplace} code to request a callback. Never share it. Valid for 5 minutes.`,
};
