/** What buyers write: nothing, a phrase that many use, or words of their own. */
import type { Random } from './random.ts';

export interface TextHabits {
  /** Share of requests without a message. */
  none: number;
  /** Share with a phrase that many use. */
  stock: number;
}

const STOCK = [
  'Hi, is this still available?',
  'Hello, is this still available? Please call me.',
  'I am interested, please call me back.',
  'Please call me about this.',
  'Is the price negotiable? Please call.',
  'Still available?',
];

const GREETINGS = ['Hi', 'Hello', 'Good morning', 'Good evening', 'Dear seller', 'Hey there'];
const QUESTIONS = [
  'does the IT come with a receipt',
  'how old is the IT really',
  'could I look at the IT before I decide',
  'has the IT been repaired before',
  'is the price of the IT final',
  'are there scratches on the IT',
  'would you deliver the IT to my street',
  'why are you selling the IT',
  'how much does the IT weigh',
];
const DETAILS = [
  'I live ten minutes away.',
  'We have just moved and need one soon.',
  'It would be a birthday present for my son.',
  'My last one broke a week ago.',
  'I pay in cash when I pick it up.',
  'I have a van on Thursday only.',
  'My sister recommended you.',
  'A photo of the back would help as well.',
];
const ENDINGS = ['Thanks!', 'Best, Ada', 'Cheers', 'Call after work please.', 'Looking forward to it.', ''];

/** What someone writes about that listing, or null. */
export function messageOf({ none, stock }: TextHabits, title: string, random: Random): string | null {
  const kind = random.next();
  if (kind < none) return null;
  return kind < none + stock ? random.pick(STOCK) : ownWords(title, random);
}

export function ownWords(title: string, random: Random): string {
  const question = random.pick(QUESTIONS).replace('IT', title.toLowerCase());
  return [`${random.pick(GREETINGS)}, ${question}?`, random.pick(DETAILS), random.pick(ENDINGS)]
    .join(' ')
    .trim();
}

/** One text that its writer sends to many: the same each time, or with the thing's name in it. */
export function copiedText(random: Random): (title: string) => string {
  const opening = `${random.pick(GREETINGS)}, I buy used things for my shop and pay a fair price the same day.`;
  const closing = `${random.pick(DETAILS)} ${random.pick(ENDINGS)}`.trim();
  const names = random.chance(0.5);
  return (title) =>
    [
      opening,
      `I would like to talk about ${names ? `your ${title.toLowerCase()}` : 'your offer'}.`,
      closing,
    ].join(' ');
}
