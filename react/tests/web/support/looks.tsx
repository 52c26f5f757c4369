/** Every state of every view, by name: for axe, and to be looked at. */
import type { ReactNode } from 'react';
import { createLazyPart } from '../../../src/headless/platform/lazyPart.ts';
import { CallbackGuidelines } from '../../../src/web/people/CallbackGuidelines.tsx';
import { Root } from '../../../src/web/platform/Root.tsx';
import { CallbackRequestButtonView } from '../../../src/web/requests/button/CallbackRequestButton.tsx';
import { DialogContent } from '../../../src/web/requests/button/DialogContent.tsx';
import { CallbackRequestCardView } from '../../../src/web/requests/card/CallbackRequestCard.tsx';
import { CallbackForm } from '../../../src/web/requests/form/CallbackForm.tsx';
import { RequestSummary } from '../../../src/web/requests/summary/RequestSummary.tsx';
import { Dialog } from '../../../src/web/ui/Dialog.tsx';
import { INBOX_LOOKS } from './inboxLooks.tsx';
import { LIST_LOOKS } from './looks/lists.tsx';
import { PREFERENCES_LOOKS } from './looks/preferences.tsx';
import { REQUEST_LOOKS } from './looks/requests.tsx';
import { STATS_LOOKS } from './looks/stats.tsx';
import {
  ATTEMPTS,
  buttonModel,
  CALL,
  CONFIRMATION,
  cardModel,
  DECLINING,
  formModel,
  OUTCOME,
  RECAP,
  REQUEST,
  RETRY,
  summaryModel,
} from './models.ts';

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
const action = (label: string) => ({ label, run: () => {}, isBusy: false });
const edit = summaryModel().edit;
const over = { expiry: undefined, withdrawal: undefined, edit: undefined };
const ended = {
  call: undefined,
  acknowledge: undefined,
  complete: undefined,
  decline: undefined,
  expiry: undefined,
};

export const LOOKS: Record<string, ReactNode> = {
  ...INBOX_LOOKS,
  ...LIST_LOOKS,
  ...REQUEST_LOOKS,
  ...PREFERENCES_LOOKS,
  ...STATS_LOOKS,
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
  'form-recap': dialog(<CallbackForm model={formModel({ recap: RECAP })} />),
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
  'summary-undo': summary({ ...over, note: 'You withdrew this request.', undo: action('Undo') }),
  'summary-attempted': summary({
    note: 'Kofi tried to reach you today at 21:02 (no answer). They plan to try again tomorrow at 10:00.',
    attempts: ATTEMPTS,
  }),
  'summary-soon': summary({
    expiry: 'Expires in 3 hours',
    extension: {
      question: 'You haven’t talked yet. Keep your request open longer or withdraw it?',
      action: action('Keep it open longer'),
    },
    profileOffer: {
      question: 'Save +233 20 123 4567 to your profile too?',
      accept: action('Update my profile'),
      dismiss: action('Not now'),
    },
  }),
  'summary-completed': summary({
    ...over,
    status: { label: 'Completed', icon: 'check-circle', tone: 'success' },
    note: 'The seller marked the call as completed today at 14:05.',
    confirmation: CONFIRMATION,
  }),
  'summary-confirmed': summary({
    ...over,
    status: { label: 'Completed', icon: 'check-circle', tone: 'success' },
    note: 'The seller marked the call as completed today at 14:05.',
    confirmation: {
      ...CONFIRMATION,
      answer: 'talked',
      rating: {
        label: 'How was the call? (optional)',
        value: '4',
        options: [1, 2, 3, 4, 5].map((stars) => ({ value: String(stars), label: `${stars} out of 5` })),
        set: () => {},
      },
    },
  }),
  'summary-again': summary({
    ...over,
    status: { label: 'Expired', icon: 'clock', tone: 'neutral' },
    note: 'The seller didn’t reach you in time.',
    again: { text: 'You can request another callback.', action: action('Request another callback') },
  }),
  'summary-wrong-number': summary({
    edit: edit && { ...edit, isOpen: true, reason: 'Kofi reached a wrong number. Correct your number.' },
  }),
  'summary-editing': summary({ edit: edit && { ...edit, isOpen: true } }),
  'summary-declined': summary({
    status: { label: 'Closed', icon: 'x-circle', tone: 'neutral' },
    expiry: undefined,
    note: 'The seller declined this request: It was sold this morning, sorry.',
    withdrawal: undefined,
    edit: undefined,
    again: { text: 'You can request another callback from tomorrow at 00:00.', action: undefined },
  }),
  card: card({}),
  'card-soon': card({
    status: { label: 'You’ll call', icon: 'check', tone: 'accent' },
    priority: { label: 'Urgent', icon: 'flame', tone: 'danger' },
    expiry: { label: 'Expires in 3 hours', icon: 'clock', tone: 'warning', isSoon: true },
    attention: 'warning',
    acknowledge: undefined,
    error: 'This request has changed in the meantime.',
  }),
  'card-outcome': card({ outcome: OUTCOME }),
  'card-retry': card({ outcome: { ...OUTCOME, retry: RETRY } }),
  'card-own-time': card({
    outcome: {
      ...OUTCOME,
      retry: {
        ...RETRY,
        other: {
          ...RETRY.other,
          isOpen: true,
          error: 'Choose a future time before the request expires.',
        },
      },
    },
  }),
  'card-marks': card({
    marks: [
      { label: 'Preferred time is now', icon: 'clock', tone: 'success' },
      { label: 'Wrong number. Waiting for the buyer to correct it.', icon: 'alert', tone: 'warning' },
      { label: 'Edited today at 14:05', icon: 'info', tone: 'accent' },
    ],
    attempts: ATTEMPTS,
  }),
  'card-caution': card({
    call: {
      ...CALL,
      caution: {
        text: 'Ama Mensah prefers another time: Tomorrow, 17:00–21:00',
        isShown: true,
        show: () => {},
      },
    },
  }),
  'card-undo': card({ undo: { text: 'Marked as “I’ll call”', action: action('Undo') }, outcome: OUTCOME }),
  'card-declined-undo': card({ ...ended, undo: { text: 'Request declined', action: action('Undo') } }),
  'card-contradicted': card({
    ...ended,
    priority: undefined,
    status: { label: 'Completed', icon: 'check-circle', tone: 'success' },
    confirmation: { label: 'Ama Mensah says nobody called.', icon: 'alert', tone: 'warning' },
  }),
  'card-declining': card({ declining: DECLINING }),
  'card-ended': card({
    ...ended,
    priority: undefined,
    status: { label: 'Completed', icon: 'check-circle', tone: 'success' },
    ending: 'Call completed',
  }),
  guidelines: (
    <>
      <CallbackGuidelines as="buyer" />
      <CallbackGuidelines as="seller" />
    </>
  ),
};
