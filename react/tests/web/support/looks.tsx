/** Every state of every view, by name: for axe, and to be looked at. */
import type { ReactNode } from 'react';
import { createLazyPart } from '../../../src/headless/platform/lazyPart.ts';
import { Root } from '../../../src/web/platform/Root.tsx';
import { CallbackRequestButtonView } from '../../../src/web/requests/button/CallbackRequestButton.tsx';
import { DialogContent } from '../../../src/web/requests/button/DialogContent.tsx';
import { CallbackRequestCardView } from '../../../src/web/requests/card/CallbackRequestCard.tsx';
import { CallbackForm } from '../../../src/web/requests/form/CallbackForm.tsx';
import { RequestSummary } from '../../../src/web/requests/summary/RequestSummary.tsx';
import { Dialog } from '../../../src/web/ui/Dialog.tsx';
import { buttonModel, cardModel, DECLINING, formModel, OUTCOME, REQUEST, summaryModel } from './models.ts';

const button = (changes: Parameters<typeof buttonModel>[0]) => (
  <CallbackRequestButtonView model={buttonModel(changes)} />
);
const card = (changes: Parameters<typeof cardModel>[0]) => (
  <CallbackRequestCardView model={cardModel(changes)} />
);
const dialog = (content: ReactNode) => (
  <Root>
    <Dialog isOpen title="Request a callback from Kofi" closeLabel="Close" onClose={() => {}}>
      {content}
    </Dialog>
  </Root>
);
const summary = (changes: Parameters<typeof summaryModel>[0]) => (
  <Root>
    <RequestSummary model={summaryModel(changes)} />
  </Root>
);
const SLOW = createLazyPart<never>(() => new Promise(() => {}));
const LOST = createLazyPart<never>(() => Promise.reject(new TypeError('Failed to fetch')));
const NOTICE = {
  tone: 'info',
  message: 'You’ve already requested a callback today. Here’s your request.',
} as const;
const withdrawal = summaryModel().withdrawal;
const edit = summaryModel().edit;
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
      {button({ state: 'requested', label: 'Callback requested', icon: 'check-circle' })}
      {button({ state: 'unavailable', note: 'This listing is no longer available.' })}
      {button({
        state: 'failed',
        label: 'Try again',
        note: 'No connection. Check your network and try again.',
      })}
      {(['primary', 'secondary', 'ghost'] as const).map((variant) => (
        <CallbackRequestButtonView key={variant} model={buttonModel()} variant={variant} size="lg" />
      ))}
    </>
  ),
  form: dialog(<CallbackForm model={formModel()} />),
  'form-errors': dialog(
    <CallbackForm
      model={formModel({
        errors: {
          phone: 'This doesn’t look like a valid phone number. Check the digits or change the country.',
          name: 'Enter your name.',
          message: 'Use at most 1000 characters.',
        },
        error: 'This number has reached today’s limit for callback requests. Try again tomorrow.',
        offlineNote: 'You’re offline. We’ve kept what you typed. Send it once you’re back online.',
      })}
    />,
  ),
  'form-sending': dialog(<CallbackForm model={formModel({ isSubmitting: true, submitLabel: 'Sending…' })} />),
  'form-loading': dialog(<DialogContent model={buttonModel({ dialog: 'form' })} panel={SLOW} />),
  'form-not-loaded': dialog(<DialogContent model={buttonModel({ dialog: 'form' })} panel={LOST} />),
  'request-dialog': dialog(<RequestSummary model={summaryModel()} />),
  'request-news': button({ dialog: 'request', request: REQUEST, announcement: NOTICE }),
  'summary-withdrawing': summary({ withdrawal: withdrawal && { ...withdrawal, isAsked: true } }),
  'summary-editing': summary({ edit: edit && { ...edit, isOpen: true } }),
  'summary-declined': summary({
    status: { label: 'Closed', icon: 'x-circle', tone: 'neutral' },
    expiry: undefined,
    details: [{ label: 'Reason', text: 'It was sold this morning, sorry.' }],
    withdrawal: undefined,
    edit: undefined,
  }),
  card: card({}),
  'card-soon': card({
    status: { label: 'Seller will call', icon: 'check', tone: 'accent' },
    priority: { label: 'Urgent', icon: 'flame', tone: 'danger' },
    expiry: { label: 'Expires in 3 hours', icon: 'clock', tone: 'warning', isSoon: true },
    attention: 'warning',
    acknowledge: undefined,
    error: 'This request has changed in the meantime.',
  }),
  'card-outcome': card({ outcome: OUTCOME }),
  'card-declining': card({ declining: DECLINING }),
  'card-ended': card({
    ...ended,
    priority: undefined,
    status: { label: 'Completed', icon: 'check-circle', tone: 'success' },
    ending: 'Call completed',
  }),
};
