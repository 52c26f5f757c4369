/** Lists, tabs, the bell and the notifications, in each of their states. */
import type { ReactNode } from 'react';
import type { NotificationListModel } from '../../../../src/headless/notifications/useNotificationList.ts';
import type { ListState } from '../../../../src/headless/ui/listState.ts';
import { CallbackBellView } from '../../../../src/web/notifications/CallbackBell.tsx';
import { CallbackNotificationListView } from '../../../../src/web/notifications/CallbackNotificationList.tsx';
import { Root } from '../../../../src/web/platform/Root.tsx';
import { ListStyles } from '../../../../src/web/styles/ListStyles.tsx';
import { Link } from '../../../../src/web/ui/Link.tsx';
import { ListFrame } from '../../../../src/web/ui/ListFrame.tsx';
import { Tabs } from '../../../../src/web/ui/Tabs.tsx';

const nothing = () => {};
const action = (label: string) => ({ label, run: nothing, isBusy: false });

const list = (state: ListState) => (
  <Root>
    <ListStyles />
    <ListFrame state={state}>
      <Link href="#request">Request from Ama Mensah</Link>
    </ListFrame>
  </Root>
);

const TABS = ['All', 'Waiting', 'Seller will call', 'Completed', 'Closed', 'Expired'].map((label, index) => ({
  ...{ value: label, label, count: String(index * 7) },
}));

const ITEMS: NotificationListModel['items'] = [
  {
    id: '1',
    title: 'New callback request from Ama Mensah',
    message: 'Ama Mensah would like you to call about “A road bicycle with eleven gears, hardly used”.',
    ...{ when: 'today at 14:05', createdAt: '2026-11-25T14:05:00Z', mark: 'New' },
    ...{ href: '#request', press: nothing },
  },
  {
    id: '2',
    title: 'Kofi Boateng declined your callback request',
    message: 'The bicycle was sold.',
    ...{ when: 'yesterday at 9:12', createdAt: '2026-11-24T09:12:00Z', mark: undefined },
    ...{ href: undefined, press: undefined },
  },
];

const notifications = (changes: Partial<NotificationListModel> = {}) => (
  <CallbackNotificationListView
    model={{
      title: 'Notifications',
      state: { kind: 'items', more: action('Show more'), notice: undefined },
      items: ITEMS,
      readAll: action('Mark all as read'),
      settings: { label: 'Notification settings', href: '#settings' },
      ...changes,
    }}
  />
);

const bell = (count: string | undefined) => (
  <CallbackBellView
    model={{
      ...{ title: 'Notifications', isOpen: false, setOpen: nothing, closeLabel: 'Close' },
      ...{ label: `Notifications: ${count} unread`, count, href: undefined, all: undefined },
    }}
  />
);

export const LIST_LOOKS: Record<string, ReactNode> = {
  'list-out-of-date': list({
    kind: 'items',
    more: action('Show more'),
    notice: 'No connection. Check your network and try again.',
  }),
  'list-loading': list({ kind: 'loading', label: 'Loading…' }),
  'list-failed': list({
    kind: 'failed',
    message: 'No connection. Check your network and try again.',
    retry: action('Try again'),
  }),
  'list-empty': list({
    kind: 'empty',
    text: 'No requests yet. They arrive here when buyers request a callback.',
  }),
  tabs: (
    <Root>
      <ListStyles />
      <Tabs label="Status" tabs={TABS} value="Waiting" choose={nothing} />
    </Root>
  ),
  bell: (
    <>
      {bell(undefined)}
      {bell('3')}
      {bell('99+')}
    </>
  ),
  notifications: notifications(),
  'notifications-empty': notifications({
    ...{ items: [], readAll: undefined },
    state: { kind: 'empty', text: 'No notifications yet. Updates to your requests show up here.' },
  }),
};
