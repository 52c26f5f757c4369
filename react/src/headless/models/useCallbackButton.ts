/** The button on a listing: whether it is there, what it says, and what a press does. */
import type { CallbackError, Eligibility } from '@ringback/client';
import { useEffect, useRef, useState } from 'react';
import { useCallbackContext } from '../context.ts';
import { useCallbackForm } from '../form/useCallbackForm.ts';
import { useEligibility } from '../hooks/useEligibility.ts';
import type { Messages } from '../messages/en.ts';
import type { CallbackButtonModel, RequestSummary } from '../models.ts';
import type { CallbackRequestButtonProps } from '../props.ts';
import { sentenceFor, sentenceForCode } from '../sentences.ts';
import { useRequestSummary } from './useRequestSummary.ts';

type State = CallbackButtonModel['state'];
type Dialog = CallbackButtonModel['dialog'];

export function useCallbackButton(props: CallbackRequestButtonProps): CallbackButtonModel {
  const { listingId, sellerId, sellerName, sellerPhone, onRequested } = props;
  const { messages, userId, onNotify, onSignIn } = useCallbackContext();
  const isPointless = !sellerPhone?.trim() || userId === sellerId;
  const eligibility = useEligibility(listingId, sellerId, !isPointless);
  const [dialog, setDialog] = useState<Dialog>('closed');
  const [announcement, setAnnouncement] = useState('');
  const request = useRequestSummary(eligibility.data?.existing_request ?? undefined);
  const state = isPointless ? 'hidden' : stateOf(eligibility);
  const shown = state === 'hidden' || (dialog === 'request' && !request) ? 'closed' : dialog;

  function showRequest(notice: string, tone: 'success' | 'info') {
    setDialog('request');
    setAnnouncement(notice);
    onNotify({ tone, message: notice });
  }
  const form = useCallbackForm({
    listingId,
    sellerId,
    isOpen: dialog === 'form',
    onCreated(created) {
      showRequest(messages.notices.requested(sellerName), 'success');
      onRequested?.(created);
    },
    async onDuplicate() {
      const { data } = await eligibility.refetch();
      if (!data?.existing_request) return false;
      showRequest(messages.notices.alreadyRequested, 'info');
      return true;
    },
  });

  useStatusNews(request, (news) => {
    setAnnouncement(news);
    onNotify({ tone: 'info', message: news });
  });

  return {
    state,
    ...appearanceOf(state, eligibility, request, messages),
    press() {
      setAnnouncement('');
      if (state === 'available') setDialog('form');
      if (state === 'requested') setDialog('request');
      if (state === 'signed_out') onSignIn();
      if (state === 'failed') void eligibility.refetch();
    },
    dialog: shown,
    title: shown === 'request' ? messages.dialog.request : messages.dialog.ask(sellerName),
    close: () => setDialog('closed'),
    form,
    request,
    announcement,
  };
}

interface Answer {
  data: Eligibility | undefined;
  error: CallbackError | null;
}

/** What was last known stands while asking again fails, except that nobody is signed in any more. */
function stateOf({ data, error }: Answer): State {
  if (error?.code === 'unauthenticated') return 'signed_out';
  if (data) return stateOfAnswer(data);
  return error ? 'failed' : 'checking';
}

function stateOfAnswer({ can_request, reason, existing_request }: Eligibility): State {
  if (reason === 'own_listing') return 'hidden';
  if (existing_request) return 'requested';
  return can_request ? 'available' : 'unavailable';
}

function appearanceOf(
  state: State,
  { data, error }: Answer,
  request: RequestSummary | undefined,
  messages: Messages,
): Pick<CallbackButtonModel, 'label' | 'icon' | 'note'> {
  const { button } = messages;
  if (state === 'requested' && request) {
    return { label: button.requested, icon: request.status.icon, note: request.note };
  }
  if (state === 'failed' && error) {
    return { label: button.retry, icon: 'alert', note: sentenceFor(messages, error) };
  }
  const note = state === 'unavailable' && data?.reason ? sentenceForCode(messages, data.reason) : undefined;
  return { label: state === 'signed_out' ? button.signIn : button.ask, icon: 'phone-call', note };
}

/** Tells when the seller, or time, has changed the request that is shown. */
function useStatusNews(summary: RequestSummary | undefined, tell: (news: string) => void) {
  const known = useRef(summary);
  useEffect(() => {
    const before = known.current;
    known.current = summary;
    if (!summary || before?.request.id !== summary.request.id || before.state === summary.state) return;
    if (isOthersDoing(summary)) tell(summary.note);
  });
}

/** Withdrawing is the buyer's own doing, and only a withdrawal that is taken back leads to pending. */
function isOthersDoing({ state, request }: RequestSummary): boolean {
  return state === 'cancelled' ? request.cancelled_by === 'seller' : state !== 'pending';
}
