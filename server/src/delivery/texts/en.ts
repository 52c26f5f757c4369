/** English. */
import type { Texts } from './types.ts';

const about = (listing: string) => (listing ? ` about “${listing}”` : '');

export const en: Texts = {
  language: 'en',
  direction: 'ltr',
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  notifications: {
    new_request: ({ name, listing }) => ({
      title: name ? `${name} asks for a call` : 'New callback request',
      sentences: [
        `${name || 'A buyer'} would like you to call${about(listing)}.`,
        'Open the request to see the number and to tell when you have called.',
      ],
    }),
    request_reminder: ({ name, listing }) => ({
      title: name ? `${name} is waiting for your call` : 'Reminder: a buyer is waiting for your call',
      sentences: [
        `${name || 'A buyer'} is still waiting for your call${about(listing)}.`,
        'If you do not want to call, you can decline the request.',
      ],
    }),
    request_acknowledged: ({ name, listing }) => ({
      title: 'Your request was seen',
      sentences: [`${name || 'The seller'} has seen your request${about(listing)} and will call you.`],
    }),
    request_completed: ({ name, listing }) => ({
      title: 'Your callback is done',
      sentences: [`${name || 'The seller'} marked the call${about(listing)} as done.`],
    }),
    declined: ({ name, listing }) => ({
      title: 'Your request was declined',
      sentences: [`${name || 'The seller'} cannot call you${about(listing)}.`],
    }),
    withdrawn: ({ name, listing }) => ({
      title: 'A callback request was withdrawn',
      sentences: [`${name || 'The buyer'} no longer asks for a call${about(listing)}. No action needed.`],
    }),
    closed: ({ listing }) => ({
      title: 'A callback request was closed',
      sentences: [`The marketplace closed the callback request${about(listing)}.`],
    }),
    expired_for_seller: ({ name, listing }) => ({
      title: 'A callback request has expired',
      sentences: [`The time to call ${name || 'the buyer'}${about(listing)} has run out.`],
    }),
    expired_for_buyer: ({ name, listing }) => ({
      title: 'Your callback request has expired',
      sentences: [
        `${name || 'The seller'} did not call${about(listing)} in time.`,
        'You can ask again if you are still interested.',
      ],
    }),
  },
  facts: {
    listing: 'Listing',
    buyer: 'From',
    seller: 'Seller',
    when: 'Best time',
    priority: 'Priority',
    urgent: 'Urgent',
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
  comma: ', ',
  open: 'Open the request',
  footer: 'You’re receiving this because of a callback request on the marketplace.',
  unsubscribe: 'Unsubscribe',
  unsubscribing: {
    title: 'Stop mails about callback requests',
    question: 'You will still see everything in the app. Stop the mails?',
    confirm: 'Stop the mails',
    done: 'Done. You get no more mails about callback requests.',
    unknown: 'This link is not valid, or no longer.',
  },
};
