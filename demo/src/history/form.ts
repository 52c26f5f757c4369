/** What a buyer fills in: in the language of the country, or in English for a seller abroad. */
import { WEEKDAYS } from '@ringback/client';
import { english } from '../countries/english.ts';
import type { CallbackReason } from '../country.ts';
import type { Listing } from '../listings.ts';
import { inOwnWords, type Person } from '../people.ts';
import type { Random } from '../random.ts';
import type { Form } from './types.ts';

const REASONS: [reason: CallbackReason, weight: number][] = [
  ['availability_check', 30],
  ['product_details', 22],
  ['price_negotiation', 20],
  ['meetup_arrangement', 14],
  ['general_inquiry', 10],
  ['other', 4],
];
const PRIORITIES: [priority: Form['priority'], weight: number][] = [
  ['normal', 78],
  ['high', 12],
  ['low', 6],
  ['urgent', 4],
];

export function fillForm(buyer: Person, listing: Listing, random: Random): Form {
  const reason = random.pickWeighted(REASONS);
  const texts = buyer.country === listing.seller.country ? buyer.country.texts : english;
  return {
    phone: buyer.phone ?? buyer.privatePhone,
    name: buyer.displayName,
    reason: random.chance(0.96) ? reason : null,
    message: random.chance(0.85) ? inOwnWords(buyer, random.pick(texts.messages[reason])) : null,
    preferredTime: random.chance(0.55) ? random.pick(texts.times) : null,
    preferredDays: random.chance(0.4) ? pickDays(random) : null,
    priority: random.pickWeighted(PRIORITIES),
  };
}

/** One to three days in a row. */
function pickDays(random: Random): Form['preferredDays'] {
  const first = Math.floor(random.between(0, 7));
  const count = Math.floor(random.between(1, 4));
  return WEEKDAYS.filter((_, day) => (day - first + 7) % 7 < count);
}
