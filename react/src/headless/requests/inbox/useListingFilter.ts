/** Shows the requests about one listing alone: one of those that have been seen in the inbox. */
import type { CallbackRequest } from '@ringback/client';
import { useState } from 'react';
import { inboxWords } from '../../messages/en/inbox.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import type { ListingFilter } from './inboxModel.ts';

const ALL = '';
type Titles = ReadonlyMap<string, string | null>;

/** Undefined while there is nothing to choose. */
export function useListingFilter(
  requests: readonly CallbackRequest[],
  listingId: string | undefined,
  choose: (listingId: string | undefined) => void,
): ListingFilter | undefined {
  const { inbox: words, details } = useWords(inboxWords, requestWords);
  const titles = useTitles(requests);
  if (titles.size < 2 && listingId === undefined) return undefined;
  const titleOf = (id: string) => (titles.has(id) ? (titles.get(id) ?? details.untitled) : words.thisListing);
  const ids = new Set([...titles.keys(), ...(listingId === undefined ? [] : [listingId])]);
  const options = [...ids].map((value) => ({ value, label: titleOf(value) }));
  const title = listingId !== undefined && titleOf(listingId);
  return {
    label: words.listing,
    value: listingId ?? ALL,
    options: [{ value: ALL, label: words.allListings }, ...options],
    choose: (value) => choose(value === ALL ? undefined : value),
    chip: title
      ? {
          label: title,
          remove: { label: words.unfilter(title), run: () => choose(undefined), isBusy: false },
        }
      : undefined,
  };
}

/** By the listing's id, also of those that are filtered out now. */
function useTitles(requests: readonly CallbackRequest[]): Titles {
  const [titles, setTitles] = useState<Titles>(new Map());
  const [read, setRead] = useState<readonly CallbackRequest[]>([]);
  if (read === requests) return titles;
  const seen = requests.flatMap(({ listing_id: id, listing }) =>
    id === null || titles.has(id) ? [] : [[id, listing.title] as const],
  );
  const all = seen.length > 0 ? new Map([...titles, ...seen]) : titles;
  setRead(requests);
  setTitles(all);
  return all;
}
