/** Models written by hand, so that each state of a view can be drawn without a way that leads to it. */
import type { CallbackRequest } from '@ringback/client';
import type { CallbackButtonModel } from '../../../src/headless/requests/button/buttonModel.ts';
import type { CallbackCardModel } from '../../../src/headless/requests/card/cardModel.ts';
import type { CallbackFormModel } from '../../../src/headless/requests/form/formModel.ts';
import type { RequestSummary } from '../../../src/headless/requests/summary/summaryModel.ts';
import type { Action } from '../../../src/headless/ui/parts.ts';

const nothing = () => {};
const action = (label: string, isBusy = false): Action => ({ label, run: nothing, isBusy });

export const REQUEST: CallbackRequest = {
  id: '0197f3a0-0000-7000-8000-000000000001',
  status: 'pending',
  priority: 'high',
  requester_id: '0197f3a0-0000-7000-8000-000000000002',
  seller_id: '0197f3a0-0000-7000-8000-000000000003',
  listing_id: '0197f3a0-0000-7000-8000-000000000004',
  requester_name: 'Ama Mensah',
  requester_phone: '+233201234567',
  preferred_time: 'evening',
  preferred_days: ['Monday', 'Tuesday'],
  time_zone: 'Europe/London',
  message: 'Is the bicycle still there?',
  callback_reason: 'availability_check',
  requested_at: '2026-11-25T12:00:00Z',
  acknowledged_at: null,
  completed_at: null,
  cancelled_at: null,
  cancelled_by: null,
  cancel_reason: null,
  expires_at: '2026-12-02T12:00:00Z',
  updated_at: '2026-11-25T12:00:00Z',
  requester: {
    id: '0197f3a0-0000-7000-8000-000000000002',
    name: 'Ama Mensah',
    phone: null,
    avatar_url: null,
  },
  seller: { id: '0197f3a0-0000-7000-8000-000000000003', name: 'Kofi Boateng', avatar_url: null },
  listing: {
    id: '0197f3a0-0000-7000-8000-000000000004',
    title: 'Trek city bike, 54 cm',
    price: 1450,
    currency: 'GHS',
    image: null,
  },
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function formModel(changes: Partial<CallbackFormModel> = {}): CallbackFormModel {
  return {
    fields: ['phone', 'name', 'reason', 'message'],
    preferredTimes: {
      fields: ['days', 'time', 'priority'],
      label: 'When suits you?',
      summary: 'Monday · Any time · In the next days',
      isOpen: true,
      setOpen: nothing,
    },
    values: {
      phone: '020 123 4567',
      region: 'GH',
      name: 'Ama Mensah',
      reason: '',
      days: ['Monday'],
      time: 'anytime',
      priority: 'normal',
      message: '',
    },
    set: nothing,
    toggleDay: nothing,
    errors: {},
    focus: undefined,
    error: undefined,
    submit: nothing,
    submitLabel: 'Ask for a call',
    isSubmitting: false,
    phoneHint: undefined,
    countries: [
      { value: 'GH', label: 'Ghana +233' },
      { value: 'GB', label: 'United Kingdom +44' },
    ],
    reasons: [
      { value: '', label: 'No particular reason' },
      { value: 'price_negotiation', label: 'Price' },
    ],
    times: [
      { value: 'anytime', label: 'Any time' },
      { value: 'morning', label: 'Morning', hint: '09:00–12:00' },
      { value: 'afternoon', label: 'Afternoon', hint: '12:00–17:00' },
      { value: 'evening', label: 'Evening', hint: '17:00–21:00' },
    ],
    days: DAYS.map((day) => ({ value: day, label: day })),
    priorities: [
      { value: 'low', label: 'Low', hint: 'Whenever it suits the seller' },
      { value: 'normal', label: 'Normal', hint: 'In the next days' },
      { value: 'high', label: 'High', hint: 'Today or tomorrow, if possible' },
      { value: 'urgent', label: 'Urgent', hint: 'As soon as possible' },
    ],
    messageLeft: 1000,
    counter: '1000 characters left',
    zoneNote: 'Times are in your time zone: London.',
    offlineNote: undefined,
    ...changes,
  };
}

export function summaryModel(changes: Partial<RequestSummary> = {}): RequestSummary {
  return {
    request: REQUEST,
    state: 'pending',
    note: 'The seller has been told and will call you.',
    status: { label: 'Waiting', icon: 'clock', tone: 'accent' },
    steps: [
      { label: 'Requested', at: 'today at 14:05', isDone: true },
      { label: 'Seen by the seller', at: '', isDone: false },
      { label: 'Call completed', at: '', isDone: false },
    ],
    expiry: 'Open until Wednesday at 14:05',
    preferredTimes: 'Monday and Tuesday, evening (17:00–21:00)',
    reason: undefined,
    withdrawal: {
      ...action('Yes, withdraw'),
      isAsked: false,
      question: 'Withdraw this request? The seller will no longer call you.',
      ask: nothing,
      cancel: nothing,
    },
    edit: {
      isOpen: false,
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
    press: nothing,
    dialog: 'closed',
    title: 'Ask Kofi to call you',
    close: nothing,
    formOptions: {
      listingId: REQUEST.listing_id,
      sellerId: REQUEST.seller_id,
      onRequested: nothing,
      onExisting: async () => false,
      onUnseenRefusal: nothing,
    },
    request: undefined,
    announcement: undefined,
    clearAnnouncement: nothing,
    ...changes,
  };
}

export function cardModel(changes: Partial<CallbackCardModel> = {}): CallbackCardModel {
  return {
    request: REQUEST,
    status: { label: 'Waiting', icon: 'clock', tone: 'accent' },
    priority: { label: 'High', icon: 'arrow-up', tone: 'warning' },
    expiry: { label: 'Open until Wednesday at 14:05', icon: 'clock', tone: 'neutral', isSoon: false },
    attention: undefined,
    buyer: { name: 'Ama Mensah', initials: 'AM', avatarUrl: undefined },
    listing: { title: 'Trek city bike, 54 cm', price: 'GH₵1,450.00', imageUrl: undefined },
    reason: 'Is it still available?',
    message: 'Is the bicycle still there? I could come by on Saturday morning and pay in cash.',
    preferredTimes: 'Monday and Tuesday, evening (17:00–21:00)',
    requestedAt: 'Requested today at 14:05',
    ending: undefined,
    call: { href: 'tel:+233201234567', label: 'Call Ama Mensah', number: '+233 20 123 4567', start: nothing },
    outcome: undefined,
    acknowledge: action('Acknowledge'),
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
  dismiss: action('Later'),
};

export const DECLINING: NonNullable<CallbackCardModel['declining']> = {
  label: 'Why do you decline?',
  hint: 'The buyer will read this. You may leave it empty.',
  reason: '',
  setReason: nothing,
  takesFocus: true,
  confirm: action('Decline request'),
  cancel: action('Back'),
  error: undefined,
};
