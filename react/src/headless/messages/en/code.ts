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
    confirmed: 'Number confirmed. Your request is sent.',
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
        ? 'That code is wrong, and it was the last try. Send a new code.'
        : `That code is wrong. You have ${left} ${left === 1 ? 'try' : 'tries'} left.`,
    no_tries_left: 'Too many wrong codes. Send a new code.',
    code_expired: 'This code has expired. Send a new code.',
  },
};

export type CodeWords = typeof codeWords;
