/** English: what people may do with what is stored about them. */

export const privacyWords = {
  privacy: {
    cancel: 'Cancel',
    consent: {
      title: 'Stop callbacks',
      hint: 'Withdraws the requests you made and turns off email, push and SMS. You can turn them back on in the notification settings.',
      action: 'Stop callbacks and messages',
      question: 'Withdraw your open requests and turn off all messages?',
      confirm: 'Yes, stop',
      done: 'Done. Your requests are withdrawn and messages are off.',
    },
    export: {
      title: 'Download your callback data',
      hint: 'Your callback requests, notifications and settings. Other people’s numbers aren’t in it.',
      page: 'Download as a page',
      json: 'Download as JSON',
      done: 'Done. Your data is ready.',
    },
    erasure: {
      title: 'Erase your callback data',
      hint: 'Erases your requests, messages and settings for good. Open requests are closed, and the other side is notified.',
      action: 'Erase my callback data',
      question: 'Erase your callback data for good? This can’t be undone.',
      confirm: 'Erase for good',
      done: 'Done. Your data is erased. You can request callbacks again from tomorrow.',
      held: 'We have to keep your data for now. Contact support.',
    },
  },
};

export type PrivacyWords = typeof privacyWords;
