/** The words in which a request's page answers “did anyone call?”, and tells what happened. */

export const answerTexts = {
  title: 'Did anyone call?',
  reached: (seller: string, at: string) => `Yes. ${seller} logged a call that reached the buyer ${at}.`,
  tried: (seller: string, count: number, outcome: string, at: string) =>
    count === 1
      ? `${seller} tried once, ${at}: ${outcome}.`
      : `${seller} tried ${count} times, last ${at}: ${outcome}.`,
  completed: (seller: string) => `${seller} marked the call as completed, without logging one.`,
  contradicted: 'The buyer answered that they didn’t talk.',
  never: (seller: string) => `No. ${seller} hasn’t logged a call.`,
  acknowledged: (at: string) => `They said they would call, ${at}.`,
  wrongNumber: 'The number was wrong and has not been corrected since. Correct it with the buyer’s consent.',
  notified: (ways: string) => `The seller was notified: ${ways}.`,
  notNotified: 'The seller has not been notified yet.',
  read: (at: string) => `in the app (read ${at})`,
  unread: 'in the app (not read)',
  failed: (channel: string, why: string) => `${channel} failed (${why})`,
  delivery: (channel: string, state: string) => `${channel} ${state.toLowerCase()}`,
  next: (at: string) => `They plan to call again ${at}.`,
  ended: {
    cancelled_seller: 'The seller declined the request.',
    cancelled_buyer: 'The buyer withdrew the request.',
    cancelled_operator: 'An operator ended the request.',
    cancelled_system: 'The request was closed automatically.',
    expired: 'The request has expired.',
  } as Record<string, string>,
};

export const outcomes: Record<string, string> = {
  reached: 'reached the buyer',
  no_answer: 'no answer',
  voicemail: 'voicemail',
  busy: 'busy',
  wrong_number: 'wrong number',
};

export const fieldNames: Record<string, string> = {
  requester_phone: 'number',
  requester_name: 'name',
  message: 'message',
  callback_reason: 'reason',
  preferred_time: 'time of day',
  preferred_days: 'days',
  time_zone: 'time zone',
  priority: 'priority',
};

/** What happened, with who did it. */
export const events: Record<string, (who: string) => string> = {
  request_created: (who) => `${who} requested a callback`,
  request_edited: (who) => `${who} edited the request`,
  request_extended: (who) => `${who} extended the request`,
  request_expiring: () => 'Both sides were warned that it expires soon',
  call_attempted: (who) => `${who} tried to call`,
  acknowledgement_undone: (who) => `${who} took “I’ll call” back`,
  completion_confirmed: (who) => `${who} confirmed the call`,
  completion_contradicted: (who) => `${who} says they didn’t talk`,
  seller_reminded: () => 'The seller was reminded',
  seller_note_changed: (who) => `${who} changed their own note`,
  request_snoozed: (who) => `${who} snoozed the request`,
  request_deleted: () => 'The request was deleted',
};

export const changes: Record<string, (who: string) => string> = {
  acknowledged: (who) => `${who} will call`,
  completed: (who) => `${who} completed the request`,
  cancelled_seller: (who) => `${who} declined the request`,
  cancelled_buyer: (who) => `${who} withdrew the request`,
  cancelled_operator: (who) => `${who} ended the request`,
  cancelled_system: () => 'The request was closed automatically',
  expired: () => 'The request expired',
  pending: (who) => `${who} reopened the request`,
};

export const actors = {
  operator: 'An operator',
  system: 'Ringback',
  buyer: 'The buyer',
  seller: 'The seller',
};
