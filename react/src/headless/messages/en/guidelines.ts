/** English: advice for both sides. */

export const guidelinesWords = {
  guidelines: {
    titles: { buyer: 'Tips for a good callback', seller: 'Tips for calling back' },
    buyer: [
      'Say what you want to know: a specific reason gets an answer sooner.',
      'Choose times when you can really pick up.',
      'Keep “Urgent” for what cannot wait: you have only a few.',
      'Check your number. A wrong one stops the call.',
      'Plans changed? Edit or withdraw the request, so that nobody waits.',
    ],
    seller: [
      'Call when the buyer prefers: “Preferred time is now” marks those requests.',
      'Urgent requests first. Most buyers decide within a day.',
      'Log each attempt, and when you will try again. The buyer sees both.',
      'Can’t help? Decline with a short reason, rather than let it expire.',
      'Use the number for this call only.',
    ],
  },
};

export type GuidelinesWords = typeof guidelinesWords;
