/** Nine ways to make another text of a message, with which its sender hopes to pass. */
import type { Random } from '../world/random.ts';

export type Mutation = (text: string, random: Random) => string;

const WORDS = ['offer', 'really', 'kindly', 'update', 'friend', 'today'];
const LEET: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5' };
const LOOK_ALIKE: Record<string, string> = { a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', x: 'х', y: 'у' };

export const MUTATIONS: Record<string, Mutation> = {
  'other digits': (text, random) => text.replaceAll(/\d/g, () => String(random.int(0, 9))),
  'other case': (text, random) =>
    letters(text, (letter) => (random.chance(0.5) ? letter.toUpperCase() : letter.toLowerCase())),
  'two typing errors': (text, random) => swapped(swapped(text, random), random),
  'other order of its halves': (text) => {
    const words = text.split(' ');
    const middle = words.length >> 1;
    return [...words.slice(middle), ...words.slice(0, middle)].join(' ');
  },
  'a greeting before it': (text, random) =>
    `${random.pick(['Hi there', 'Good day', 'Hello friend'])}, ${text}`,
  'two other words': (text, random) => otherWord(otherWord(text, random), random),
  'digits for letters': (text) => letters(text, (letter) => LEET[letter.toLowerCase()] ?? letter),
  'look-alike letters': (text) => letters(text, (letter) => LOOK_ALIKE[letter] ?? letter),
  'marks without width': (text, random) =>
    letters(text, (letter) => (random.chance(0.3) ? `${letter}\u200b` : letter)),
};

const letters = (text: string, change: (letter: string) => string) => text.replaceAll(/\p{L}/gu, change);

function swapped(text: string, random: Random): string {
  const place = random.int(0, text.length - 2);
  return text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);
}

function otherWord(text: string, random: Random): string {
  const words = text.split(' ');
  words[random.int(0, words.length - 1)] = random.pick(WORDS);
  return words.join(' ');
}
