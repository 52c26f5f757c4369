/** What the new request will be about, and who gets it. */
import type { Eligibility } from '@ringback/client';
import { useFormat } from '../../format/useFormat.ts';
import { usualText } from '../../insight/responseTime.ts';
import { buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { responseTimeWords } from '../../messages/en/responseTime.ts';
import { useWords } from '../../messages/useWords.ts';
import type { FormRecap } from './formModel.ts';

export function useRecap(answer: Eligibility | undefined): FormRecap | undefined {
  const { form: words, details } = useWords(requestWords, buyerWords);
  const { responseTime } = useWords(responseTimeWords);
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
      usual: usualText(seller.usual_response_minutes, responseTime),
    },
    privacy: words.privacy(name),
  };
}
