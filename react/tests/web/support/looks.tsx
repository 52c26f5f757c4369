/** Every state of every view, by name: for axe, and to be looked at. */
import type { ReactNode } from 'react';
import { CallbackRequestButtonView } from '../../../src/web/CallbackRequestButton.tsx';
import { CallbackRequestCardView } from '../../../src/web/CallbackRequestCard.tsx';
import { RequestSummary } from '../../../src/web/RequestSummary.tsx';
import { Root } from '../../../src/web/Root.tsx';
import { buttonModel, cardModel, DECLINING, formModel, OUTCOME, summaryModel } from './models.ts';

const button = (changes: Parameters<typeof buttonModel>[0]) => (
  <CallbackRequestButtonView model={buttonModel(changes)} />
);
const card = (changes: Parameters<typeof cardModel>[0]) => (
  <CallbackRequestCardView model={cardModel(changes)} />
);
const summary = (changes: Parameters<typeof summaryModel>[0]) => (
  <Root>
    <RequestSummary model={summaryModel(changes)} />
  </Root>
);
const withdrawal = summaryModel().withdrawal;
const correction = summaryModel().correction;
const ended = {
  call: undefined,
  acknowledge: undefined,
  complete: undefined,
  decline: undefined,
  expiry: undefined,
};

export const LOOKS: Record<string, ReactNode> = {
  buttons: (
    <>
      {button({})}
      {button({ state: 'checking' })}
      {button({ state: 'requested', label: 'Call requested', icon: 'check-circle' })}
      {button({ state: 'unavailable', note: 'This listing is no longer available.' })}
      {button({
        state: 'failed',
        label: 'Try again',
        note: 'No connection. Check the network and try again.',
      })}
      {(['primary', 'secondary', 'ghost'] as const).map((variant) => (
        <CallbackRequestButtonView key={variant} model={buttonModel()} variant={variant} size="lg" />
      ))}
    </>
  ),
  form: button({ dialog: 'form' }),
  'form-errors': button({
    dialog: 'form',
    form: formModel({
      errors: {
        phone: 'This number does not exist. Check the country and the digits.',
        name: 'Enter your name.',
        message: 'Use at most 1000 characters.',
      },
      error: 'This number has been used for as many requests as it may in a day. Try again tomorrow.',
      offlineNote: 'You are offline. What you typed is kept; send it once you are connected again.',
    }),
  }),
  'form-sending': button({
    dialog: 'form',
    form: formModel({ isSubmitting: true, submitLabel: 'Sending…' }),
  }),
  'request-dialog': button({ state: 'requested', dialog: 'request', request: summaryModel() }),
  'summary-withdrawing': summary({ withdrawal: withdrawal && { ...withdrawal, isAsked: true } }),
  'summary-correcting': summary({ correction: correction && { ...correction, isOpen: true } }),
  'summary-declined': summary({
    status: { label: 'Cancelled', icon: 'x-circle', tone: 'neutral' },
    expiry: undefined,
    reason: 'It was sold this morning, sorry.',
    withdrawal: undefined,
    correction: undefined,
  }),
  card: card({}),
  'card-soon': card({
    status: { label: 'Acknowledged', icon: 'check', tone: 'accent' },
    priority: { label: 'Urgent', icon: 'flame', tone: 'danger' },
    expiry: { label: 'Expires in 3 hours', isSoon: true },
    acknowledge: undefined,
    error: 'This request has changed in the meantime.',
  }),
  'card-outcome': card({ outcome: OUTCOME }),
  'card-declining': card({ declining: DECLINING }),
  'card-ended': card({
    ...ended,
    priority: undefined,
    status: { label: 'Completed', icon: 'check-circle', tone: 'success' },
    ending: 'You have talked.',
  }),
};
