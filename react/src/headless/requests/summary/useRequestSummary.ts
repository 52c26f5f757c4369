/** A request as its buyer sees it: how far it is, and what can still be done. */
import type { CallbackRequest } from '@ringback/client';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat.ts';
import { type BuyerWords, buyerWords } from '../../messages/en/buyer.ts';
import { type RequestWords, requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { statusBadge, statusNote } from '../badges.ts';
import { summaryDetails } from '../details.ts';
import { expiryOf } from '../expiry.ts';
import type { Status } from '../request.ts';
import { isOpen, statusAt } from '../request.ts';
import { type RequestActions, useRequestActions } from '../useRequestActions.ts';
import { useUpdateCallbackRequestStatus } from '../write/useUpdateCallbackRequestStatus.ts';
import type { RequestSummary } from './summaryModel.ts';

/** `onChange` runs when the buyer has edited or withdrawn the request. */
export function useRequestSummary(given: CallbackRequest, onChange?: () => void): RequestSummary {
  const messages = useWords(requestWords, buyerWords);
  const format = useFormat();
  const now = useNow();
  const actions = useRequestActions(given, onChange);
  const withdrawal = useWithdrawal(actions);
  const edit = useEdit(actions);
  const { request, error, announcement } = actions;
  const status = statusAt(request, now);
  const canChange = isOpen({ status });
  return {
    request,
    state: status,
    status: statusBadge(messages, status),
    note: statusNote(messages, request, status),
    steps: stepsOf(request, status, messages).map(({ label, at }) => ({
      label,
      at: at === null ? '' : format.when(at, now),
      isDone: at !== null,
    })),
    expiry: canChange ? expiryOf(request.expires_at, now, messages, format).label : undefined,
    details: summaryDetails(request, { messages, format, now }),
    withdrawal: canChange ? withdrawal : undefined,
    edit: canChange ? edit : undefined,
    error,
    announcement,
  };
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

function useWithdrawal({ request, busyWith, perform }: RequestActions): RequestSummary['withdrawal'] {
  const messages = useWords(requestWords, buyerWords);
  const { updateCallbackRequestStatus } = useUpdateCallbackRequestStatus();
  const [isAsked, setIsAsked] = useState(false);

  async function run() {
    await perform('withdraw', messages.notices.withdrawn, () =>
      updateCallbackRequestStatus(request.id, { status: 'cancelled' }),
    );
    setIsAsked(false);
  }
  return {
    isAsked,
    question: messages.summary.withdrawQuestion,
    label: isAsked ? messages.summary.confirmWithdraw : messages.summary.withdraw,
    ask: () => setIsAsked(true),
    cancel: () => setIsAsked(false),
    run,
    isBusy: busyWith === 'withdraw',
  };
}

function useEdit({ request, succeed, fail }: RequestActions): RequestSummary['edit'] {
  const messages = useWords(requestWords, buyerWords);
  const [isEditing, setIsEditing] = useState(false);
  const close = () => setIsEditing(false);
  return {
    isOpen: isEditing,
    open: { label: messages.edit.open, run: () => setIsEditing(true), isBusy: false },
    close,
    formOptions: {
      request,
      onDone(edited) {
        close();
        if (edited) succeed(edited, messages.notices.edited);
      },
      onUnseenRefusal: fail,
    },
  };
}
