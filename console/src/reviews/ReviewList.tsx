/** One list of reviews; decisions are made about the rows that are selected. */
import type { ListReviews, Review } from '@ringback/client';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { Empty } from '../ui/states.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { ReviewTable } from './ReviewTable.tsx';
import { texts } from './texts.ts';

const PAGE = 50;

/** The pages of one list. */
export function useReviews(which: Pick<ListReviews, 'state' | 'relatedTo'>, limit = PAGE) {
  const client = useClient();
  return usePages<Review>({
    key: ['reviews', which],
    load: (cursor, signal) =>
      client.listReviews({ ...which, limit, ...(cursor !== undefined && { cursor }) }, { signal }),
    pollMs: POLL_MS,
  });
}

export function ReviewList({ state }: { state: NonNullable<ListReviews['state']> }) {
  const pages = useReviews({ state });
  const { empty, waitingHint, askedHint } = texts.list;
  const hints: Partial<Record<typeof state, string>> = { waiting: waitingHint, asked: askedHint };
  return <ReviewTable pages={pages} empty={<Empty title={empty[state]}>{hints[state]}</Empty>} />;
}
