/** The states of the seller's inbox, by name. */
import type { ReactNode } from 'react';
import type {
  CallbackInboxModel,
  InboxDetailModel,
} from '../../../src/headless/requests/inbox/inboxModel.ts';
import { CallbackInboxView } from '../../../src/web/requests/inbox/CallbackInbox.tsx';
import { InboxDetailFrame, InboxDetailView } from '../../../src/web/requests/inbox/InboxDetail.tsx';
import { CHOSEN_LISTING, detailModel, INBOX_REQUEST, inboxModel, SNOOZING } from './inboxModels.ts';
import { cardModel, DECLINING } from './models.ts';

const NO_REQUEST = { status: 'all', search: '', listingId: undefined, requestId: undefined } as const;

const list = (changes: Partial<CallbackInboxModel>) => (
  <CallbackInboxView model={inboxModel({ value: NO_REQUEST, ...changes })}>{undefined}</CallbackInboxView>
);
const opened = (changes: Partial<InboxDetailModel>) => (
  <CallbackInboxView model={inboxModel()}>
    <InboxDetailFrame model={INBOX_REQUEST} close={() => {}}>
      <div className="cb-inbox-content">
        <InboxDetailView model={detailModel(changes)} />
      </div>
    </InboxDetailFrame>
  </CallbackInboxView>
);

export const INBOX_LOOKS: Record<string, ReactNode> = {
  inbox: list({}),
  'inbox-new': list({
    renew: { label: '1 new', run: () => {}, isBusy: false, hasNew: true },
    listing: CHOSEN_LISTING,
    help: {
      title: 'Keyboard shortcuts',
      keys: [],
      isOpen: false,
      open: () => {},
      close: () => {},
      closeLabel: 'Close',
    },
  }),
  'inbox-empty': list({ rows: [], state: { kind: 'empty', text: 'You’re all caught up.' } }),
  'inbox-request': opened({}),
  'inbox-snoozing': opened({ snooze: SNOOZING, error: 'This request has changed in the meantime.' }),
  'inbox-declining': opened({ card: cardModel({ declining: DECLINING }) }),
  'inbox-note-failed': opened({
    note: {
      ...detailModel().note,
      error: 'No connection. Check your network and try again.',
      retry: { label: 'Try again', run: () => {}, isBusy: false },
    },
  }),
};
