/** The button on a listing: whether it is there, its texts, and what a press does. */
import type { CallbackError, CallbackRequest, Eligibility } from '@ringback/client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ButtonWords } from '../../messages/en/button.ts';
import { errorText, limitText } from '../../messages/errorText.ts';
import { useNow } from '../../platform/clock.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { CallbackNotice } from '../../ui/slots.ts';
import { buttonNote, heldNote, statusIcon } from '../badges.ts';
import type { CallbackRequestButtonProps } from '../props.ts';
import { useRequestQuery } from '../read/useCallbackRequest.ts';
import { useEligibility } from '../read/useEligibility.ts';
import { isOpen, newestOf, type Status, statusAt } from '../request.ts';
import type { CallbackButtonModel } from './buttonModel.ts';

type State = CallbackButtonModel['state'];
type Dialog = CallbackButtonModel['dialog'];

export function useCallbackButton(props: CallbackRequestButtonProps): CallbackButtonModel {
  const { sellerName, sellerPhone, sellerHasPhone = !!sellerPhone?.trim(), onRequested } = props;
  const [listingId, sellerId] = [String(props.listingId), String(props.sellerId)];
  const { messages, userId, onNotify, onSignIn } = useCallbackContext();
  const now = useNow();
  const isHidden = !sellerHasPhone || userId === sellerId;
  const eligibility = useEligibility(listingId, sellerId, !isHidden);
  const [dialog, setDialog] = useState<Dialog>('closed');
  const [announcement, setAnnouncement] = useState<CallbackNotice>();
  const request = useShownRequest(eligibility.data?.existing_request ?? undefined, listingId, dialog);
  const status = request && statusAt(request, now);
  const state = isHidden ? 'hidden' : stateOf(eligibility);
  const shown = state === 'hidden' || (dialog === 'request' && !request) ? 'closed' : dialog;
  const appearance = appearanceOf(state, eligibility, status, messages);

  const isDialogOpen = useLatest(shown !== 'closed');

  /** Once: the open dialog shows it, else the host may. */
  function announce(notice: CallbackNotice) {
    setAnnouncement(notice);
    if (!isDialogOpen.current) onNotify(notice);
  }
  /** Does not reopen a dialog that the reader has closed meanwhile. */
  const turnToRequest = () => setDialog((current) => (current === 'form' ? 'request' : current));
  useChangesOfOthers(request, status, (changed, next) => {
    // Only what is taken back leads to pending, and with it what was announced.
    if (next === 'pending') setAnnouncement(undefined);
    else announce({ tone: 'info', message: buttonNote(messages, changed, next) });
  });

  return {
    state,
    ...appearance,
    note: !request && announcement?.tone === 'error' ? announcement.message : appearance.note,
    usualMinutes: eligibility.data?.seller?.usual_response_minutes,
    press() {
      setAnnouncement(undefined);
      if (state === 'available') setDialog('form');
      if (state === 'requested') setDialog('request');
      if (state === 'signed_out') onSignIn();
      if (state === 'failed') void eligibility.refetch();
    },
    dialog: shown,
    title: shown === 'request' ? messages.dialog.request : messages.dialog.ask(sellerName),
    close: () => setDialog('closed'),
    formOptions: {
      listingId,
      sellerId,
      onRequested(created) {
        turnToRequest();
        const held = heldNote(messages, created);
        announce({ tone: held ? 'info' : 'success', message: held ?? messages.button.sent(sellerName) });
        onRequested?.(created);
      },
      async onExisting() {
        const { data } = await eligibility.refetch();
        if (!data?.existing_request) return false;
        turnToRequest();
        announce({ tone: 'info', message: messages.button.alreadyRequested });
        return true;
      },
      onUnseenRefusal: (message) => announce({ tone: 'error', message }),
    },
    request,
    announcement,
    clearAnnouncement: () => setAnnouncement(undefined),
    requestAgain() {
      setAnnouncement(undefined);
      setDialog('form');
    },
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

function stateOfAnswer(answer: Eligibility): State {
  const { can_request, can_ask_for_review, reason, existing_request } = answer;
  if (reason === 'own_listing') return 'hidden';
  if (existing_request && (isOpen(existing_request) || !can_request)) return 'requested';
  return can_request || can_ask_for_review ? 'available' : 'unavailable';
}

function appearanceOf(
  state: State,
  { data, error }: Answer,
  status: Status | undefined,
  messages: ButtonWords,
): Pick<CallbackButtonModel, 'label' | 'icon' | 'note'> {
  const { button } = messages;
  const request = data?.existing_request;
  const requestNote = request && status ? buttonNote(messages, request, status) : undefined;
  if (state === 'requested' && status) {
    const label = isOpen({ status }) ? button.requested : button.view;
    return { label, icon: statusIcon(status), note: requestNote };
  }
  if (state === 'failed' && error) {
    return { label: button.retry, icon: 'alert', note: errorText(messages, error) };
  }
  const note =
    (state === 'unavailable' || (state === 'available' && data?.can_ask_for_review)) && data?.reason
      ? data.notice || limitText(messages, data.reason, data.limit)
      : requestNote;
  return { label: state === 'signed_out' ? button.signIn : button.ask, icon: 'phone-call', note };
}

/** What is true now, for answers that come later. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/**
 * The request stays in its open dialog when it no longer stands in the way of another one: one of an earlier day
 * that has ended, or one that the buyer has withdrawn in another window. From then on it is asked for by its id.
 */
function useShownRequest(
  request: CallbackRequest | undefined,
  listingId: string,
  dialog: Dialog,
): CallbackRequest | undefined {
  const [last, setLast] = useState(request);
  if (request && request !== last) setLast(request);
  const left = !request && dialog === 'request' && last?.listing_id === listingId ? last : undefined;
  const { data: latest } = useRequestQuery(left && isOpen(left) ? left.id : undefined, 0);
  return request ?? (left && newestOf(left, latest));
}

/** Runs `onChange` when the seller, the marketplace or time has changed the request. */
function useChangesOfOthers(
  request: CallbackRequest | undefined,
  status: Status | undefined,
  onChange: (request: CallbackRequest, status: Status) => void,
) {
  const id = request?.id;
  const attempts = request?.attempts_count;
  const known = useRef({ id, status, attempts });
  useEffect(() => {
    const before = known.current;
    known.current = { id, status, attempts };
    if (!request || !status || before.id !== id) return;
    if (before.status === status && before.attempts === attempts) return;
    if (isOthersDoing(request, status)) onChange(request, status);
  });
}

function isOthersDoing({ cancelled_by }: CallbackRequest, status: Status): boolean {
  return status !== 'cancelled' || (!!cancelled_by && cancelled_by !== 'buyer');
}
