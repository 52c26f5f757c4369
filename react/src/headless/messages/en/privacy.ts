/** English: what people may do with what is stored about them. */

export const privacyWords = {
  privacy: {
    cancel: 'Cancel',
    consent: {
      title: 'Stop callbacks',
      hint: 'Withdraws your open requests and turns off email, push and SMS at once. You can request a callback again any time.',
      action: 'Stop callbacks and messages',
      question: 'Withdraw your open requests and turn off all messages?',
      confirm: 'Yes, stop',
      done: 'Done. Callbacks and messages are stopped.',
    },
    export: {
      title: 'Download your data',
      hint: 'Everything we store about you and your callbacks. Other people’s numbers aren’t in it.',
      page: 'Download as a page',
      json: 'Download as JSON',
      done: 'Done. Your data is ready.',
    },
    erasure: {
      title: 'Erase your data',
      hint: 'Erases your requests, messages and settings for good. Open requests are closed, and the other side is notified.',
      action: 'Erase my data',
      question: 'Erase everything for good? This can’t be undone.',
      confirm: 'Erase for good',
      done: 'Done. Your data is erased. You can request callbacks again from tomorrow.',
      held: 'We have to keep your data for now. Contact support.',
    },
  },
};

export type PrivacyWords = typeof privacyWords;
