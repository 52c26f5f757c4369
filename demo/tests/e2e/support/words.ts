/** The words by which a test finds what it needs, in the languages in which the pages are looked at. */
import { ar as arabicMessages } from '@ringback/react/messages/ar';
import { en as englishMessages } from '@ringback/react/messages/en';
import { ar } from '../../../web/src/text/ar.ts';
import { en } from '../../../web/src/text/en.ts';

export const WORDS = {
  en: { ...en, messages: englishMessages },
  ar: { ...ar, messages: arabicMessages },
};
