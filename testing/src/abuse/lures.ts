/** Texts of abusers: a few sentences that say the same in many ways. */
import type { Random } from '../world/random.ts';

export interface Lure {
  openings: string[];
  bodies: string[];
  endings: string[];
}

export const SPAM: Lure = {
  openings: [
    'Dear seller, congratulations on your listing!',
    'Good news for you today.',
    'We saw your advert and love it.',
    'Are you tired of waiting for buyers?',
  ],
  bodies: [
    'Sell it in one day with our premium service at SITE and get a bonus.',
    'Our team pays twice the price, register now: SITE',
    'Thousands of customers wait on SITE, the first month costs nothing.',
    'Claim your voucher for quick sellers here SITE before midnight.',
  ],
  endings: ['Hurry up!', 'Limited places.', 'Your partner team.', 'Do not miss it, friend.'],
};

export const SCRAPING: Lure = {
  openings: [
    'Hello friend, I want this very much.',
    'Hi, I take it right away.',
    'Good day, my uncle wants to buy this.',
  ],
  bodies: [
    'Please text me your private number so that we can talk in another app.',
    'The call does not work for me, send me your mobile and email instead.',
    'Write to me with your WhatsApp so my driver can reach you directly.',
  ],
  endings: ['Waiting for you.', 'Thank you dear.', 'Be quick please.'],
};

const EDITS = ['!', ' :)', ' ok', ' today', ' now', ' please', ' -', ' 1', ' 2', ' thx'];

/** One version of it, with a small edit each time. */
export function writeLure({ openings, bodies, endings }: Lure, version: number, random: Random): string {
  const nth = (texts: string[], step: number) => texts[Math.floor(version / step) % texts.length];
  const text = `${nth(openings, 1)} ${nth(bodies, 1)} ${nth(endings, 2)}`;
  return (
    text.replace('SITE', `www.best-deals${version}.example.com`) + random.pick(EDITS) + random.pick(EDITS)
  );
}
