/** English: advice for both sides. */

export const guidelinesWords = {
  guidelines: {
    titles: { buyer: 'Tips for a good callback', seller: 'Tips for calling back' },
    buyer: [
      'Say what you want to know: a specific reason gets an answer sooner.',
      'Choose times when you can pick up.',
      'Save “Urgent” for what can’t wait: you only get a few.',
      'Check your number. If it’s wrong, the seller can’t reach you.',
      'Plans changed? Edit or withdraw your request so the seller doesn’t call for nothing.',
    ],
    seller: [
      'Call at the buyer’s preferred times: look for “Preferred time is now”.',
      'Answer urgent requests first. Most buyers decide within a day.',
      'Log each call attempt and when you’ll try again. The buyer sees both.',
      'Can’t help? Decline with a short reason instead of letting the request expire.',
      'Use the buyer’s number for this call only.',
    ],
  },
};

export type GuidelinesWords = typeof guidelinesWords;
