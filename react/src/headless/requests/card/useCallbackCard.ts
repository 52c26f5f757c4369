/** The card in the seller's inbox: its texts, and what the seller can do. */
import type { CallbackRequest } from '@ringback/client';
import { useFormat } from '../../format/useFormat.ts';
import { type RequestWords, requestWords } from '../../messages/en/request.ts';
import { type SellerWords, sellerWords } from '../../messages/en/seller.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { lookUp } from '../../platform/lookUp.ts';
import type { Badge } from '../../ui/parts.ts';
import { attemptsOf } from '../attempts.ts';
import { priorityBadge, statusBadge } from '../badges.ts';
import { buyerName, cardDetails, listingOf } from '../details.ts';
import { expiryOf } from '../expiry.ts';
import type { CallbackRequestCardProps } from '../props.ts';
import { isCorrected, isOpen, type Status, statusAt } from '../request.ts';
import { useRequestActions } from '../useRequestActions.ts';
import type { CallbackCardModel } from './cardModel.ts';
import { marksOf } from './marks.ts';
import { useCall } from './useCall.ts';
import { useDeclining } from './useDeclining.ts';
import { useOutcome } from './useOutcome.ts';
import { useReport } from './useReport.ts';
import { useStatusAction } from './useStatusAction.ts';
import { useUndo } from './useUndo.ts';

export function useCallbackCard({
  request: given,
  onStatusUpdate,
}: CallbackRequestCardProps): CallbackCardModel {
  const messages = useWords(requestWords, sellerWords);
  const format = useFormat();
  const now = useNow();
  const actions = useRequestActions(given, { onChange: onStatusUpdate });
  const { request, error, announcement } = actions;
  const status = statusAt(request, now);
  const canChange = isOpen({ status });
  const { outcome, logNow } = useOutcome(actions);
  const call = useCall(actions, logNow);
  const undo = useUndo(actions);
  const report = useReport(actions);
  const acknowledge = useStatusAction(actions, 'acknowledged', logNow);
  const complete = useStatusAction(actions, 'completed', logNow);
  const { decline, declining } = useDeclining(actions, logNow);
  const expiry = canChange ? expiryOf(request.expires_at, now, messages, format) : undefined;

  const attempts = attemptsOf(request, { messages, format, now });
  return {
    request,
    status: statusBadge(messages, status, 'seller'),
    priority: request.priority === 'normal' ? undefined : priorityBadge(messages, request.priority),
    marks: marksOf(request, { messages, format, now }),
    expiry,
    attention: canChange && request.priority === 'urgent' ? 'danger' : expiry?.isSoon ? 'warning' : undefined,
    buyer: buyerOf(request, buyerName(request, messages)),
    listing: listingOf(request, messages, format),
    details: cardDetails(request, { messages, format, now }),
    requestedAt: messages.card.requested(format.when(request.requested_at, now)),
    attempts: attempts && { ...attempts, next: nextStep(request, status, messages) ?? attempts.next },
    confirmation: confirmationOf(request, messages),
    ending: endingOf(request, messages),
    call: canChange ? call : undefined,
    outcome: canChange ? outcome : undefined,
    acknowledge: status === 'pending' ? acknowledge : undefined,
    complete: status === 'acknowledged' ? complete : undefined,
    decline: canChange && !declining ? decline : undefined,
    declining: canChange ? declining : undefined,
    report,
    undo,
    error,
    announcement,
  };
}

function buyerOf({ requester }: CallbackRequest, name: string): CallbackCardModel['buyer'] {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const initials = ends.map((word = '') => [...word].slice(0, 1).join('').toLocaleUpperCase()).join('');
  return { name, initials, avatarUrl: requester.avatar_url ?? undefined };
}

/** After a wrong number. */
function nextStep(request: CallbackRequest, status: Status, { card }: SellerWords): string | undefined {
  if (!isOpen({ status })) return undefined;
  if (request.paused_at !== null) return card.paused;
  return isCorrected(request) ? card.corrected : undefined;
}

/** Silence counts as talked, so there is nothing to show without an answer. */
function confirmationOf(request: CallbackRequest, messages: RequestWords & SellerWords): Badge | undefined {
  const { confirmation } = request;
  if (!confirmation) return undefined;
  const { card } = messages;
  const name = buyerName(request, messages);
  const contradiction = lookUp(card.contradicted, confirmation.answer);
  if (contradiction) return { label: contradiction(name), icon: 'alert', tone: 'warning' };
  const label = confirmation.rating ? card.rated(name, confirmation.rating) : card.confirmed(name);
  return { label, icon: 'check-circle', tone: 'success' };
}

function endingOf(
  { cancelled_by, cancel_reason }: CallbackRequest,
  { card: { endings } }: SellerWords,
): string | undefined {
  if (cancelled_by === null) return undefined;
  return (lookUp(endings, cancelled_by) ?? endings.other)(cancel_reason);
}
