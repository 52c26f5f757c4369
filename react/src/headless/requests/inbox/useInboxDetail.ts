/** The open request: its card, its listing, the seller's note, and when to see it again. */
import type { CallbackRequest } from '@ringback/client';
import { inboxWords } from '../../messages/en/inbox.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { useCallbackCard } from '../card/useCallbackCard.ts';
import type { CallbackRequestCardProps } from '../props.ts';
import { useRequestActions } from '../useRequestActions.ts';
import type { InboxDetailModel } from './inboxModel.ts';
import { useNote } from './useNote.ts';
import { useSnooze } from './useSnooze.ts';

export function useInboxDetail(props: CallbackRequestCardProps): InboxDetailModel {
  const card = useCallbackCard(props);
  const actions = useRequestActions(card.request);
  return {
    card,
    listing: useListingLink(props.request),
    note: useNote(props.request),
    snooze: useSnooze(actions),
    error: actions.error,
    announcement: actions.announcement,
  };
}

/** The page of the listing, where the app has one. */
function useListingLink({ listing_id: id }: CallbackRequest): InboxDetailModel['listing'] {
  const { inbox: words } = useWords(inboxWords);
  const { links } = useCallbackContext();
  if (id === null || !links.listing) return undefined;
  return { href: links.listing(id), label: words.viewListing };
}
