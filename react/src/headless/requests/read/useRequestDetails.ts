/** One request by its id, with its history: on its way, not there, or here and then seen. */
import type { CallbackRequestDetail } from '@ringback/client';
import { useSeenRequest } from '../../notifications/useReadNotifications.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { type ListState, useListState } from '../../ui/listState.ts';
import { useCallbackRequest } from './useCallbackRequest.ts';

export interface RequestDetails {
  /** `items` once the request is there, `empty` where there is none, or none that the reader may see. */
  state: ListState;
  request: CallbackRequestDetail | undefined;
}

export function useRequestDetails(id: string): RequestDetails {
  const { errors } = useCallbackContext().messages;
  const { request, loading, error, refresh } = useCallbackRequest(id);
  useSeenRequest(id);
  // An id that no request can have is refused as an input.
  const isMissing = error?.code === 'not_found' || (error?.code === 'invalid_input' && error.field === 'id');
  const answer = { loading, error: isMissing ? null : error, count: request ? 1 : 0 };
  const state = useListState({ ...answer, hasMore: false, refresh, loadMore: refresh }, errors.not_found);
  return { state, request: request ?? undefined };
}
