/** English: what has happened to a request, for both sides. */

export const historyWords = {
  history: {
    title: 'History',
    showAll: (count: string) => `Show all ${count}`,
    attempt: (outcome: string) => `Seller called: ${outcome.toLowerCase()}`,
  },
  /** By the event's type, and by the status that it led to. */
  historyEvents: {
    request_created: 'Requested',
    acknowledged: 'Seen',
    completed: 'Completed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
    expired: 'Expired',
    code_sent: 'Code sent',
    phone_confirmed: 'Number confirmed',
    request_edited: 'Request edited',
    seller_reminded: 'Reminder sent',
    call_attempted: 'Call attempt by the seller',
    completion_confirmed: 'Call confirmed',
    completion_contradicted: 'Call disputed',
    acknowledgement_undone: '“I’ll call” taken back',
    request_extended: 'Request extended',
    request_expiring: 'Expiry reminder sent',
    seller_note_changed: 'Private note changed',
    request_snoozed: 'Snoozed',
    snooze_ended: 'Snooze ended',
    other: 'Request updated',
  },
  /** Beside an event's text. */
  historyActors: {
    seller: 'by the seller',
    buyer: 'by the buyer',
    operator: 'by the marketplace',
    system: 'automatically',
  },
};

export type HistoryWords = typeof historyWords;
