/** A request as its buyer sees it: how far it is, what was sent, and what can still be done. */
import type { CallbackRequest } from '@ringback/client';
import { useFormat } from '../../format/useFormat.ts';
import { type BuyerWords, buyerWords } from '../../messages/en/buyer.ts';
import { type RequestWords, requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { attemptsOf } from '../attempts.ts';
import { heldNote, statusBadge } from '../badges.ts';
import { listingOf, summaryDetails } from '../details.ts';
import { expiryOf } from '../expiry.ts';
import { usePhoneText } from '../form/usePhoneText.ts';
import { isOpen, type Status, statusAt } from '../request.ts';
import { useRequestActions } from '../useRequestActions.ts';
import { againOf } from './again.ts';
import { noteOf } from './note.ts';
import type { RequestSummary, RequestSummaryOptions } from './summaryModel.ts';
import { useCode } from './useCode.ts';
import { useConfirmation } from './useConfirmation.ts';
import { useEdit } from './useEdit.ts';
import { useExtension } from './useExtension.ts';
import { useWithdrawal } from './useWithdrawal.ts';

export function useRequestSummary(
  given: CallbackRequest,
  { onAnnounce, onRequestAgain }: RequestSummaryOptions = {},
): RequestSummary {
  const messages = useWords(requestWords, buyerWords);
  const format = useFormat();
  const now = useNow();
  const actions = useRequestActions(given, { onAnnounce, showsAnnouncements: true });
  const withdrawal = useWithdrawal(actions);
  const confirmation = useConfirmation(actions);
  const { request, error, announcement } = actions;
  const phone = usePhoneText(request.requester_phone);
  const status = statusAt(request, now);
  const canChange = isOpen({ status });
  const { edit, profileOffer } = useEdit(actions, canChange && !heldNote(messages, request));
  const href = useListingLink(request);
  const reader = { messages, format, now };
  const code = useCode(actions, canChange, onRequestAgain ?? href?.open);
  const expiry = canChange && !code ? expiryOf(request.expires_at, now, messages, format) : undefined;
  const extension = useExtension(actions, expiry?.isSoon ?? false);
  return {
    request,
    state: status,
    status: statusBadge(messages, status, 'buyer'),
    note: noteOf(request, status, reader),
    steps: stepsOf(request, status, messages).map(({ label, at }) => ({
      label,
      at: at === null ? '' : format.when(at, now),
      isDone: at !== null,
    })),
    expiry: expiry?.label,
    listing: { ...listingOf(request, messages, format), href: href?.address },
    seller: { name: request.seller.name ?? '', avatarUrl: request.seller.avatar_url ?? undefined },
    details: summaryDetails(request, phone, reader),
    attempts: attemptsOf(request, reader),
    extension: canChange ? extension : undefined,
    withdrawal: canChange ? withdrawal : undefined,
    undo: actions.undo && { label: messages.undo.undo, run: actions.undo, isBusy: false },
    code,
    edit,
    profileOffer,
    confirmation,
    again: canChange || actions.undo ? undefined : againOf(request, reader, onRequestAgain ?? href?.open),
    error,
    announcement,
  };
}

/** The listing's page, where the app has one and the listing is still there. */
function useListingLink({ listing }: CallbackRequest) {
  const { links, onNavigate } = useCallbackContext();
  const address = listing.id !== null && listing.title !== null ? links.listing?.(listing.id) : undefined;
  return address === undefined ? undefined : { address, open: onNavigate && (() => onNavigate(address)) };
}

/** The way so far and, while it is open, what is still to come. */
function stepsOf(request: CallbackRequest, status: Status, { summary, statuses }: RequestWords & BuyerWords) {
  const requested = { label: summary.requested, at: request.requested_at };
  const acknowledged = { label: summary.acknowledged, at: request.acknowledged_at };
  const completed = { label: statuses.completed, at: request.completed_at };
  const begun = request.acknowledged_at === null ? [requested] : [requested, acknowledged];
  switch (status) {
    case 'pending':
    case 'acknowledged':
      return [requested, acknowledged, completed];
    case 'completed':
      return [...begun, completed];
    case 'cancelled':
      return [...begun, { label: statuses.cancelled, at: request.cancelled_at }];
    case 'expired':
      return [...begun, { label: statuses.expired, at: request.expires_at }];
  }
}
