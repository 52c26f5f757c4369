/** Models written by hand, so that each state of a view can be drawn without a way that leads to it. */
import type { CallbackRequest } from '@ringback/client';
import type { AttemptList } from '../../../src/headless/requests/attempts.ts';
import type { CallbackButtonModel } from '../../../src/headless/requests/button/buttonModel.ts';
import type { CallbackCardModel, RetryModel } from '../../../src/headless/requests/card/cardModel.ts';
import {
  type CallbackDraft,
  definitionOf,
  fieldNames,
  initialValue,
} from '../../../src/headless/requests/form/fields.ts';
import type {
  CallbackFormModel,
  DraftField,
  FormField,
  FormRecap,
} from '../../../src/headless/requests/form/formModel.ts';
import type { CallbackHistoryModel } from '../../../src/headless/requests/history.ts';
import type { Confirmation, RequestSummary } from '../../../src/headless/requests/summary/summaryModel.ts';
import type { Action } from '../../../src/headless/ui/parts.ts';
import { makeRequest } from '../../support/samples.ts';

const nothing = () => {};
const action = (label: string, isBusy = false): Action => ({ label, run: nothing, isBusy });

export const REQUEST: CallbackRequest = makeRequest({
  priority: 'high',
  requester_phone: '+233201234567',
  preferred_time: 'evening',
  preferred_days: ['Monday', 'Tuesday'],
  time_zone: 'Europe/London',
  message: 'Is the bicycle still there?',
  callback_reason: 'availability_check',
  requested_at: '2026-11-25T12:00:00Z',
});

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A form as it begins, whatever fields it has. */
const emptyDraft = Object.fromEntries(
  fieldNames.map((name) => [name, initialValue(definitionOf(name))]),
) as CallbackDraft;

type Errors = CallbackFormModel['errors'];

const question = (name: DraftField, label: string, errors: Errors) => ({
  name,
  label,
  hint: undefined,
  error: errors[name],
  isRequired: name === 'phone' || name === 'name',
  remark: undefined,
});

function mainFields(errors: Errors): FormField[] {
  const text = { set: nothing, autoComplete: undefined };
  const choice = { set: nothing };
  return [
    {
      ...{ ...question('region', 'Country', errors), ...choice, kind: 'country', value: 'GH' },
      options: [
        { value: 'GH', label: 'Ghana +233' },
        { value: 'GB', label: 'United Kingdom +44' },
      ],
    },
    { ...question('phone', 'Phone number', errors), ...text, kind: 'phone', value: '020 123 4567' },
    { ...question('name', 'Your name', errors), ...text, kind: 'line', value: 'Ama Mensah' },
    {
      ...{ ...question('reason', 'What’s it about?', errors), ...choice, kind: 'select', value: '' },
      remark: 'optional',
      options: [
        { value: '', label: 'No particular reason' },
        { value: 'price_negotiation', label: 'Price' },
      ],
    },
    {
      ...{ ...question('message', 'Message', errors), ...text, kind: 'text', value: '' },
      remark: 'optional',
      hint: '1000 characters left',
    },
  ];
}

function timeFields(errors: Errors): FormField[] {
  return [
    {
      ...{ ...question('days', 'Days', errors), kind: 'choices', toggle: nothing },
      hint: 'Leave unchecked if any day works.',
      values: ['Monday'],
      options: DAYS.map((day) => ({ value: day, label: day })),
    },
    {
      ...{ ...question('time', 'Time of day', errors), kind: 'choice', set: nothing },
      hint: 'Times are in your time zone: London.',
      value: 'anytime',
      options: [
        { value: 'anytime', label: 'Any time' },
        { value: 'morning', label: 'Morning', hint: '09:00–12:00' },
        { value: 'afternoon', label: 'Afternoon', hint: '12:00–17:00' },
        { value: 'evening', label: 'Evening', hint: '17:00–21:00' },
      ],
    },
    {
      ...{ ...question('priority', 'How soon?', errors), kind: 'choice', set: nothing },
      value: 'normal',
      options: [
        { value: 'low', label: 'Low', hint: 'No rush' },
        { value: 'normal', label: 'Normal', hint: 'In the next few days' },
        { value: 'high', label: 'High', hint: 'Today or tomorrow, if possible' },
        { value: 'urgent', label: 'Urgent', hint: 'As soon as possible' },
      ],
    },
  ];
}

export function formModel(changes: Partial<CallbackFormModel> = {}): CallbackFormModel {
  const { errors = {} } = changes;
  return {
    recap: undefined,
    consent: undefined,
    fields: mainFields(errors),
    preferredTimes: {
      fields: timeFields(errors),
      label: 'When should they call?',
      summary: 'Monday · Any time · In the next few days',
      isOpen: true,
      setOpen: nothing,
    },
    values: { ...emptyDraft, phone: '020 123 4567', region: 'GH', name: 'Ama Mensah', days: ['Monday'] },
    set: nothing,
    errors,
    focus: undefined,
    error: undefined,
    askForReview: undefined,
    submit: nothing,
    submitLabel: 'Request callback',
    isSubmitting: false,
    offlineNote: undefined,
    ...changes,
  };
}

export function summaryModel(changes: Partial<RequestSummary> = {}): RequestSummary {
  return {
    request: REQUEST,
    state: 'pending',
    note: 'The seller will call you.',
    status: { label: 'Waiting', icon: 'clock', tone: 'accent' },
    steps: [
      { label: 'Requested', at: 'today at 14:05', isDone: true },
      { label: 'Seen by the seller', at: '', isDone: false },
      { label: 'Call completed', at: '', isDone: false },
    ],
    expiry: 'Open until Wednesday at 14:05',
    details: [
      { label: 'Number', text: '+233 20 123 4567' },
      { label: 'Name', text: 'Ama Mensah' },
      { label: 'About', text: 'Is it still available?' },
      { label: 'Preferred times', text: 'Today, 17:00–21:00\nMonday 30 November, 17:00–21:00' },
      { label: 'How soon', text: 'High' },
    ],
    listing: { title: 'Trek city bike, 54 cm', price: 'GH₵1,450.00', imageUrl: undefined },
    seller: { name: 'Kofi Boateng', avatarUrl: undefined },
    attempts: undefined,
    extension: undefined,
    code: undefined,
    withdrawal: action('Withdraw request'),
    undo: undefined,
    profileOffer: undefined,
    confirmation: undefined,
    again: undefined,
    edit: {
      isOpen: false,
      reason: undefined,
      open: action('Edit request'),
      close: nothing,
      formOptions: { request: REQUEST, onDone: nothing, onUnseenRefusal: nothing },
    },
    error: undefined,
    announcement: undefined,
    ...changes,
  };
}

export function buttonModel(changes: Partial<CallbackButtonModel> = {}): CallbackButtonModel {
  return {
    state: 'available',
    label: 'Call me back',
    icon: 'phone',
    note: undefined,
    usualMinutes: undefined,
    press: nothing,
    dialog: 'closed',
    title: 'Request a callback from Kofi',
    close: nothing,
    formOptions: {
      listingId: String(REQUEST.listing_id),
      sellerId: String(REQUEST.seller_id),
      onRequested: nothing,
      onExisting: async () => false,
      onUnseenRefusal: nothing,
    },
    request: undefined,
    announcement: undefined,
    clearAnnouncement: nothing,
    requestAgain: nothing,
    ...changes,
  };
}

export const CALL: NonNullable<CallbackCardModel['call']> = {
  href: 'tel:+233201234567',
  label: 'Call Ama Mensah',
  number: '+233 20 123 4567',
  reveal: async () => 'tel:+233201234567',
  isRevealing: false,
  start: nothing,
  caution: undefined,
};

export function cardModel(changes: Partial<CallbackCardModel> = {}): CallbackCardModel {
  return {
    request: REQUEST,
    status: { label: 'Waiting', icon: 'clock', tone: 'accent' },
    priority: { label: 'High', icon: 'arrow-up', tone: 'warning' },
    marks: [],
    attempts: undefined,
    confirmation: undefined,
    report: { label: 'Report or block', actions: [{ label: 'It’s spam', run: nothing, isBusy: false }] },
    undo: undefined,
    expiry: { label: 'Open until Wednesday at 14:05', icon: 'clock', tone: 'neutral', isSoon: false },
    attention: undefined,
    buyer: { name: 'Ama Mensah', initials: 'AM', avatarUrl: undefined },
    listing: { title: 'Trek city bike, 54 cm', price: 'GH₵1,450.00', imageUrl: undefined },
    details: [
      { label: 'About', text: 'Is it still available?' },
      { label: 'Preferred times', text: 'Monday and Tuesday, evening (17:00–21:00)' },
      {
        label: 'Message',
        text: 'Is the bicycle still there? I could come by on Saturday morning and pay in cash.',
      },
    ],
    requestedAt: 'Requested today at 14:05',
    ending: undefined,
    call: CALL,
    outcome: undefined,
    acknowledge: action('I’ll call'),
    complete: action('Mark as completed'),
    decline: action('Decline'),
    declining: undefined,
    error: undefined,
    announcement: undefined,
    ...changes,
  };
}

export const OUTCOME: NonNullable<CallbackCardModel['outcome']> = {
  question: 'How did the call with Ama Mensah go?',
  options: [
    { value: 'reached', label: 'We talked', icon: 'check' },
    { value: 'no_answer', label: 'No answer', icon: 'x' },
    { value: 'voicemail', label: 'Voicemail', icon: 'phone' },
    { value: 'busy', label: 'Busy', icon: 'minus' },
    { value: 'wrong_number', label: 'Wrong number', icon: 'alert' },
  ],
  choose: nothing,
  dismiss: action('Not now'),
  retry: undefined,
};

export const DECLINING: NonNullable<CallbackCardModel['declining']> = {
  label: 'Reason (optional)',
  hint: 'The buyer will see it.',
  reason: '',
  setReason: nothing,
  suggestions: ['It’s already sold.', 'I can’t call this week.'],
  suggest: nothing,
  takesFocus: true,
  confirm: action('Decline request'),
  cancel: action('Back'),
  error: undefined,
};

const select = (label: string, ...options: string[]) => ({
  label,
  value: '0',
  options: options.map((text, index) => ({ value: String(index), label: text })),
  set: nothing,
});

export const RETRY: RetryModel = {
  question: 'When will you try again?',
  suggestions: [
    { value: '1', label: 'Try again today at 17:00' },
    { value: '2', label: 'Try again tomorrow at 17:00' },
    { value: '3', label: 'Try again Wednesday at 17:00' },
  ],
  choose: nothing,
  none: action('No plan yet'),
  other: {
    label: 'Another time',
    isOpen: false,
    open: nothing,
    day: select('Day', 'Today', 'Tomorrow'),
    time: select('Time', '09:00', '09:30'),
    save: action('Save time'),
    error: undefined,
  },
  isBusy: false,
};

export const ATTEMPTS: AttemptList = {
  label: '2 call attempts',
  lines: ['No answer, today at 21:02', 'Busy, yesterday at 18:30'],
  next: 'Next attempt: tomorrow at 10:00',
};

export const HISTORY: CallbackHistoryModel = {
  title: 'History',
  lines: [
    { title: 'Declined', by: 'by the seller', note: 'It was sold this morning, sorry.', time: '14:05' },
    { title: 'Seller called: no answer', by: undefined, note: undefined, time: '12:30' },
    { title: 'Requested', by: 'by the buyer', note: undefined, time: '09:00' },
  ].map(({ time, ...line }, id) => ({ ...line, id, at: `2026-11-25T${time}:00Z`, when: `today at ${time}` })),
  showAll: action('Show all 40'),
};

export const CONFIRMATION: Confirmation = {
  question: 'Did you talk?',
  options: [
    { value: 'talked', label: 'Yes, we talked' },
    { value: 'not_called', label: 'Nobody called' },
    { value: 'wrong_person', label: 'Wrong person' },
  ],
  answer: undefined,
  choose: nothing,
  rating: undefined,
  until: 'You can change your answer until 14 December at 14:05.',
  isBusy: false,
};

export const RECAP: FormRecap = {
  listing: { title: 'Trek city bike, 54 cm', price: 'GH₵1,450.00', imageUrl: undefined },
  seller: {
    name: 'Kofi Boateng',
    avatarUrl: undefined,
    verified: { label: 'Verified seller', icon: 'check-circle', tone: 'success' },
    usual: 'Usually answers within 2 hours',
  },
  privacy: 'Only Kofi Boateng can see your number, and only while your request is open.',
};
