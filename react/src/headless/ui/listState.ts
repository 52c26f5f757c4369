/** What a list shows: that it is loading, has failed, is empty, or its items and how to get more of them. */
import type { CallbackError } from '@ringback/client';
import { listsWords } from '../messages/en/lists.ts';
import { errorText } from '../messages/errorText.ts';
import { useWords } from '../messages/useWords.ts';
import type { Action } from './parts.ts';
import { useAction } from './useAction.ts';

export type ListState =
  | { kind: 'loading'; label: string }
  | { kind: 'failed'; message: string; retry: Action }
  | { kind: 'empty'; text: string }
  /** `notice`: what went wrong while older items are shown. */
  | { kind: 'items'; more: Action | undefined; notice: string | undefined };

/** What the hooks of lists give. */
export interface LoadedList {
  loading: boolean;
  error: CallbackError | null;
  count: number;
  hasMore: boolean;
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
}

export function useListState(list: LoadedList, emptyText: string): ListState {
  const { loading, error, count, hasMore, refresh, loadMore } = list;
  const words = useWords(listsWords);
  const retry = useAction(words.button.retry, refresh);
  const more = useAction(words.lists.more, loadMore);
  const message = error ? errorText(words, error) : undefined;
  if (count > 0) return { kind: 'items', more: hasMore ? more : undefined, notice: message };
  if (loading) return { kind: 'loading', label: words.dialog.loading };
  return message ? { kind: 'failed', message, retry } : { kind: 'empty', text: emptyText };
}
