/** The buyer's requests, and one of them with its history. */
import type { ReactNode } from 'react';
import type { MyRequestsModel } from '../../../../src/headless/requests/mine/mineModel.ts';
import { Root } from '../../../../src/web/platform/Root.tsx';
import { CallbackHistoryView } from '../../../../src/web/requests/history/CallbackHistory.tsx';
import { MyCallbackRequestsView } from '../../../../src/web/requests/mine/MyCallbackRequests.tsx';
import { RequestSummary } from '../../../../src/web/requests/summary/RequestSummary.tsx';
import { idOf, makePhoneCode, makeRequest } from '../../../support/samples.ts';
import { HISTORY, REQUEST, summaryModel } from '../models.ts';

const nothing = () => {};
const action = (label: string) => ({ label, run: nothing, isBusy: false });
const CHOICES = ['all', 'pending', 'completed'] as const;
const row = { isLarge: false, isOpen: false, question: undefined, toggle: action('Show history') };

const MINE: MyRequestsModel = {
  label: 'My callback requests',
  tabs: {
    ...{ label: 'Status', value: 'all', choose: nothing },
    tabs: CHOICES.map((value) => ({ value, label: value, count: '3' })),
  },
  renew: undefined,
  state: { kind: 'items', more: action('Show more'), notice: undefined },
  items: [
    {
      ...row,
      ...{ request: REQUEST, title: 'Trek city bike, 54 cm', when: 'today at 14:05', isLarge: true },
      status: { label: 'Waiting', icon: 'hourglass', tone: 'accent' },
    },
    {
      ...row,
      ...{ request: makeRequest({ id: idOf(2) }), title: 'Tent', when: 'yesterday at 9:12' },
      status: { label: 'Completed', icon: 'check-circle', tone: 'success' },
      question: { label: 'Did you talk?', icon: 'info', tone: 'accent' },
    },
    {
      ...row,
      ...{ request: makeRequest({ id: idOf(3) }), when: '20 November at 13:00' },
      title: 'A standing lamp from the seventies with a long name and a shade of linen',
      status: { label: 'Closed', icon: 'x-circle', tone: 'neutral' },
    },
    {
      ...row,
      ...{ request: makeRequest({ id: idOf(4) }), title: 'Desk', when: 'today at 14:20' },
      status: { label: 'Waiting', icon: 'hourglass', tone: 'accent' },
      question: { label: 'Confirm your number to send this request.', icon: 'alert', tone: 'warning' },
    },
  ],
  otherId: undefined,
  closeOther: action('Close'),
  isNew: false,
};

const LONG_AGO = new Date(0).toISOString();

/** Of a request whose number must be confirmed. */
function waiting(changes: Parameters<typeof makeRequest>[0]) {
  const request = makeRequest({ is_waiting_for_code: true, ...changes });
  return summaryModel({
    ...{ request, expiry: undefined, edit: undefined, note: 'Confirm your number to send this request.' },
    code: { request, onAnswer: nothing, changeNumber: async () => {} },
  });
}

export const REQUEST_LOOKS: Record<string, ReactNode> = {
  history: (
    <Root>
      <CallbackHistoryView model={HISTORY} />
    </Root>
  ),
  details: (
    <Root>
      <RequestSummary
        model={summaryModel({ listing: { ...summaryModel().listing, href: '#listing' } })}
        namesListing
      >
        <CallbackHistoryView model={HISTORY} />
      </RequestSummary>
    </Root>
  ),
  code: (
    <Root>
      <RequestSummary model={waiting({ phone_code: makePhoneCode(24) })} />
    </Root>
  ),
  'code-expired': (
    <Root>
      <RequestSummary
        model={waiting({ phone_code: { ...makePhoneCode(), expires_at: LONG_AGO } })}
        namesListing
      />
    </Root>
  ),
  mine: <MyCallbackRequestsView model={MINE} />,
  'mine-new': <MyCallbackRequestsView model={{ ...MINE, renew: action('1 new') }} />,
  'mine-empty': (
    <MyCallbackRequestsView
      model={{
        ...{ ...MINE, items: [], isNew: true },
        state: { kind: 'empty', text: 'You haven’t requested any callbacks yet.' },
      }}
      empty={<a href="#all">Browse listings</a>}
    />
  ),
};
