/** What the inbox' views draw, for their looks. */
import type {
  CallbackInboxModel,
  InboxDetailModel,
  InboxRequestModel,
  InboxRow,
} from '../../../src/headless/requests/inbox/inboxModel.ts';
import { cardModel, RETRY } from './models.ts';

const nothing = () => {};
const action = (label: string) => ({ label, run: nothing, isBusy: false });

const ROW: InboxRow = {
  id: 'ama',
  name: 'Ama Mensah',
  listing: 'Trek city bike, 54 cm, with mudguards, rack and a lock that has lost one of its two keys',
  when: 'today at 14:05',
  status: { label: 'Waiting', icon: 'hourglass', tone: 'accent' },
  marks: [
    { label: 'Urgent', icon: 'flame', tone: 'danger' },
    { label: 'Preferred time is now', icon: 'clock', tone: 'success' },
  ],
  excerpt: 'Is the bicycle still there? I could come by on Saturday morning and pay in cash.',
  attention: 'danger',
};
const QUIET: InboxRow = {
  ...ROW,
  id: 'kofi',
  name: 'Kofi Annan',
  marks: [],
  excerpt: undefined,
  attention: undefined,
};

export function inboxModel(changes: Partial<CallbackInboxModel> = {}): CallbackInboxModel {
  return {
    label: 'Callback requests',
    value: { status: 'pending', search: '', listingId: undefined, requestId: 'ama' },
    search: { label: 'Search name, listing, message or number', text: '', set: nothing },
    tabs: {
      label: 'Status',
      tabs: [
        { value: 'all', label: 'All', count: '12' },
        { value: 'pending', label: 'Waiting', count: '2' },
        { value: 'completed', label: 'Completed', count: '10' },
      ],
      value: 'pending',
      choose: nothing,
    },
    listing: {
      label: 'Listing',
      value: '',
      options: [{ value: '', label: 'All listings' }],
      choose: nothing,
      chip: undefined,
    },
    renew: { ...action('Refresh'), hasNew: false },
    state: { kind: 'items', more: action('Show more'), notice: undefined },
    rows: [ROW, QUIET],
    current: undefined,
    placeholder: 'Choose a request to see it here.',
    ...{ open: nothing, close: nothing, move: nothing },
    announcement: undefined,
    help: undefined,
    ...changes,
  };
}

export const CHOSEN_LISTING: CallbackInboxModel['listing'] = {
  label: 'Listing',
  value: '7',
  options: [],
  choose: nothing,
  chip: { label: ROW.listing, remove: action(`Remove filter: ${ROW.listing}`) },
};

export const INBOX_REQUEST: InboxRequestModel = {
  title: 'Request from Ama Mensah',
  back: 'All requests',
  state: { kind: 'items', more: undefined, notice: undefined },
  request: undefined,
  detail: undefined,
};

export function detailModel(changes: Partial<InboxDetailModel> = {}): InboxDetailModel {
  return {
    card: cardModel(),
    listing: { href: '#listing', label: 'View listing' },
    note: {
      label: 'Private note',
      text: 'Offered 80. Wants delivery.',
      set: nothing,
      save: nothing,
      hint: 'Saved',
      progress: 'Saved',
      error: undefined,
      retry: undefined,
    },
    snooze: {
      until: 'Snoozed until tomorrow at 10:00',
      end: action('End snooze'),
      open: action('Call again later'),
      choice: undefined,
    },
    error: undefined,
    announcement: undefined,
    ...changes,
  };
}

export const SNOOZING: InboxDetailModel['snooze'] = {
  until: undefined,
  end: undefined,
  open: undefined,
  choice: { ...RETRY, question: 'When do you want to call?' },
};
