/** Names of what a request is about, where the marketplace still has them. */
import type { OperatorHistoryEntry, OperatorRequest } from '@ringback/client';
import { actors } from './answerTexts.ts';
import { texts } from './texts.ts';

export const listingOf = ({ listing }: Pick<OperatorRequest, 'listing'>) =>
  listing.title ?? texts.unknownListing;
export const buyerOf = ({ buyer }: Pick<OperatorRequest, 'buyer'>) => buyer.name ?? texts.unknownPerson;
export const sellerOf = ({ seller }: Pick<OperatorRequest, 'seller'>) => seller.name ?? texts.unknownPerson;

/** Who did something, by name where there is one. */
export function actorOf(
  { actor, operator }: Pick<OperatorHistoryEntry, 'actor' | 'operator'>,
  request: Pick<OperatorRequest, 'buyer' | 'seller'>,
): string {
  if (actor === 'buyer') return request.buyer.name ?? actors.buyer;
  if (actor === 'seller') return request.seller.name ?? actors.seller;
  if (actor === 'operator') return operator?.name ?? actors.operator;
  return actors.system;
}
