/** What the demo knows about a country: its people's names, its cities, what is sold there and what buyers write. */
import type { CALLBACK_REASONS } from '@ringback/client';

export type CallbackReason = (typeof CALLBACK_REASONS)[number];

export const CATEGORIES = [
  'phones',
  'computers',
  'audio',
  'vehicles',
  'bicycles',
  'furniture',
  'appliances',
  'fashion',
  'family',
  'hobbies',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What is drawn of a good for which its category's drawing would be wrong. */
export const DRAWINGS = [
  'aircon',
  'bag',
  'bed',
  'cabinet',
  'camera',
  'cloth',
  'coat',
  'console',
  'dress',
  'fridge',
  'machine',
  'monitor',
  'motorcycle',
  'parcel',
  'piano',
  'pot',
  'shoe',
  'table',
  'tent',
  'turntable',
  'watch',
] as const;
export type Drawing = Category | (typeof DRAWINGS)[number];

export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** BCP 47. */
  locale: string;
  /** ISO 4217. */
  currency: string;
  /** How many of the demo's people live here. */
  people: number;
  cities: City[];
  /** Phone numbers, one for each city in turn, `#` for a free digit: ranges kept for fiction where the country has some. */
  phones: string[];
  women: string[];
  men: string[];
  surnames: Surname[];
  /** The family name is written first. */
  surnameFirst?: boolean;
  goods: Good[];
  texts: Texts;
}

export interface City {
  name: string;
  timeZone: string;
}

/** A family name in the forms that women and men bear. */
export interface Surname {
  woman: string;
  man: string;
}

export interface Good {
  category: Category;
  title: string;
  /** In the country's currency. */
  price: number;
  drawing: Drawing;
}

/** What people write, in their language; `{obrigada/obrigado}` is what a woman and what a man writes. */
export interface Texts {
  messages: Record<CallbackReason, string[]>;
  /** Why a seller declines. */
  declines: string[];
  /** Why a buyer withdraws. */
  withdrawals: string[];
  /** When a buyer would like to be called. */
  times: string[];
  /** Sentences of a listing's description. */
  descriptions: string[];
}

/** The lines of a block of text. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Words set apart by commas. */
export function words(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** `Accra, Kumasi` in one time zone. */
export function cities(timeZone: string, names: string): City[] {
  return words(names).map((name) => ({ name, timeZone }));
}

/** `Kowalska/Kowalski, Nowak`: the woman's form first where they differ. */
export function surnames(text: string): Surname[] {
  return words(text).map((word) => {
    const [woman = word, man = woman] = word.split('/');
    return { woman, man };
  });
}

/** Lines of `category | title | price`, or `category | title | price | drawing`. */
export function goods(text: string): Good[] {
  return lines(text).map((line) => {
    const [category, title = '', price, drawing = category] = line.split('|').map((part) => part.trim());
    return { category: category as Category, title, price: Number(price), drawing: drawing as Drawing };
  });
}

/** Lines of `reason | message`. */
export function messages(text: string): Texts['messages'] {
  const pairs = lines(text).map((line) => line.split('|').map((part) => part.trim()));
  const grouped = Map.groupBy(pairs, ([reason]) => reason as CallbackReason);
  return Object.fromEntries(
    [...grouped].map(([reason, group]) => [reason, group.map(([, message = '']) => message)]),
  ) as Texts['messages'];
}
