/** English: confirming a number by the code that was texted to it. */

export const codeWords = {
  code: {
    title: 'Confirm your number',
    sent: (phone: string) =>
      `We texted a six-digit code to ${phone || 'your number'}. Enter it to send your request.`,
    label: 'Code',
    validUntil: (time: string) => `Valid until ${time}`,
    confirm: 'Confirm',
    confirming: 'Confirming…',
    confirmed: 'Number confirmed. Request sent.',
    resend: 'Send a new code',
    resendIn: (seconds: number) => `You can get a new code in ${seconds} s.`,
    resent: 'We sent a new code.',
    noMore: 'We sent three codes. Check the number.',
    changeNumber: 'Change number',
  },
  codeErrors: {
    format: 'Enter the six digits from the text message.',
    wrong: (left: number) =>
      left === 0
        ? 'That code is wrong, and you have no tries left. Request a new code.'
        : `That code is wrong. You have ${left} ${left === 1 ? 'try' : 'tries'} left.`,
    no_tries_left: 'Too many wrong codes. Request a new code.',
    code_expired: 'This code has expired. Request a new code.',
    /** The request itself, which nobody confirmed. */
    ended: 'You didn’t confirm in time. Make a new request.',
    conflict: 'This request can’t be sent anymore. The listing may be gone.',
    code_resend: 'We just sent a code. Wait half a minute before you request another.',
  },
};

export type CodeWords = typeof codeWords;
