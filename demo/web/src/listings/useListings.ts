/** What is for sale, page by page, and one of it. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { fetchListing, fetchListings, type ListingsFilter } from '../app/api.ts';

export function useListings(filter: ListingsFilter) {
  return useInfiniteQuery({
    queryKey: ['market', 'listings', filter],
    queryFn: ({ pageParam }) => fetchListings(filter, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next_offset }) => next_offset,
    placeholderData: keepPreviousData,
  });
}

export function useListing(id: string) {
  return useQuery({ queryKey: ['market', 'listing', id], queryFn: () => fetchListing(id) });
}
