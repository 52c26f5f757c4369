/** What the new request will be about, and who gets it. */
import type { Eligibility } from '@ringback/client';
import { useFormat } from '../../format/useFormat.ts';
import { type BuyerWords, buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import type { FormRecap } from './formModel.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

export function useRecap(answer: Eligibility | undefined): FormRecap | undefined {
  const { form: words, details } = useWords(requestWords, buyerWords);
  const format = useFormat();
  if (!answer?.listing || !answer.seller) return undefined;
  const { listing, seller } = answer;
  const name = seller.name ?? '';
  return {
    listing: {
      title: listing.title ?? details.untitled,
      imageUrl: listing.image ?? undefined,
      price: format.price(listing.price, listing.currency),
    },
    seller: {
      name,
      avatarUrl: seller.avatar_url ?? undefined,
      verified: seller.is_verified
        ? { label: words.verified, icon: 'check-circle', tone: 'success' }
        : undefined,
      usual:
        seller.usual_response_minutes === null
          ? undefined
          : words.usual(durationOf(seller.usual_response_minutes, words)),
    },
    privacy: words.privacy(name),
  };
}

/** Rounded up: nobody should rely on less. */
function durationOf(minutes: number, words: BuyerWords['form']): string {
  if (minutes < HOUR) return words.minutes(Math.max(1, Math.ceil(minutes)));
  return minutes < DAY ? words.hours(Math.ceil(minutes / HOUR)) : words.longDays(Math.ceil(minutes / DAY));
}
