/** The request that is open in the inbox: at first as the list has it, then with its history. */
import type { CallbackRequest } from '@ringback/client';
import { inboxWords } from '../../messages/en/inbox.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useSeenRequest } from '../../notifications/useReadNotifications.ts';
import { useListState } from '../../ui/listState.ts';
import { buyerName } from '../details.ts';
import { useCallbackRequest } from '../read/useCallbackRequest.ts';
import { newestOf } from '../request.ts';
import type { InboxRequestModel } from './inboxModel.ts';

export function useInboxRequest(id: string, listed: CallbackRequest | undefined): InboxRequestModel {
  const messages = useWords(requestWords, inboxWords);
  const { inbox: words, errors } = messages;
  const { request: detail, loading, error, refresh } = useCallbackRequest(id);
  useSeenRequest(id);
  const isMissing = error?.code === 'not_found';
  const request = isMissing ? undefined : detail && listed ? newestOf(detail, listed) : (detail ?? listed);
  const answer = { loading, error: isMissing ? null : error, count: request ? 1 : 0 };
  const state = useListState({ ...answer, hasMore: false, refresh, loadMore: refresh }, errors.not_found);
  return {
    title: request ? words.requestOf(buyerName(request, messages)) : words.request,
    back: words.back,
    state,
    request,
    detail: detail ?? undefined,
  };
}
