/** The card in the seller's inbox: its texts, and what the seller can do. */
import type { CallbackRequest } from '@ringback/client';
import { useFormat } from '../../format/useFormat.ts';
import { requestWords } from '../../messages/en/request.ts';
import { type SellerWords, sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { lookUp } from '../../platform/lookUp.ts';
import { priorityBadge, statusBadge } from '../badges.ts';
import { cardDetails } from '../details.ts';
import { expiryOf } from '../expiry.ts';
import type { CallbackRequestCardProps } from '../props.ts';
import { isOpen, statusAt } from '../request.ts';
import { useRequestActions } from '../useRequestActions.ts';
import type { CallbackCardModel } from './cardModel.ts';
import { useCall } from './useCall.ts';
import { useDeclining } from './useDeclining.ts';
import { useStatusAction } from './useStatusAction.ts';

export function useCallbackCard({
  request: given,
  onStatusUpdate,
}: CallbackRequestCardProps): CallbackCardModel {
  const messages = useWords(requestWords, sellerWords);
  const format = useFormat();
  const now = useNow();
  const actions = useRequestActions(given, onStatusUpdate);
  const { request, error, announcement } = actions;
  const status = statusAt(request, now);
  const canChange = isOpen({ status });
  const { call, outcome } = useCall(actions);
  const acknowledge = useStatusAction(actions, 'acknowledged');
  const complete = useStatusAction(actions, 'completed');
  const { decline, declining } = useDeclining(actions);
  const expiry = canChange ? expiryOf(request.expires_at, now, messages, format) : undefined;

  return {
    request,
    status: statusBadge(messages, status),
    priority: request.priority === 'normal' ? undefined : priorityBadge(messages, request.priority),
    expiry,
    attention: canChange && request.priority === 'urgent' ? 'danger' : expiry?.isSoon ? 'warning' : undefined,
    buyer: buyerOf(request),
    listing: {
      title: request.listing.title ?? messages.card.untitled,
      price: format.price(request.listing.price, request.listing.currency),
      imageUrl: request.listing.image ?? undefined,
    },
    details: cardDetails(request, { messages, format, now }),
    requestedAt: messages.card.requested(format.when(request.requested_at, now)),
    ending: endingOf(request, messages),
    call: canChange ? call : undefined,
    outcome: canChange ? outcome : undefined,
    acknowledge: status === 'pending' ? acknowledge : undefined,
    complete: status === 'acknowledged' ? complete : undefined,
    decline: canChange && !declining ? decline : undefined,
    declining: canChange ? declining : undefined,
    error,
    announcement,
  };
}

function buyerOf({ requester_name: name, requester }: CallbackRequest): CallbackCardModel['buyer'] {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const initials = ends.map((word = '') => [...word].slice(0, 1).join('').toLocaleUpperCase()).join('');
  return { name, initials, avatarUrl: requester.avatar_url ?? undefined };
}

function endingOf(
  { cancelled_by, cancel_reason }: CallbackRequest,
  { card: { endings } }: SellerWords,
): string | undefined {
  if (cancelled_by === null) return undefined;
  return (lookUp(endings, cancelled_by) ?? endings.other)(cancel_reason);
}
