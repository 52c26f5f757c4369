/** Whom one can sign in as, and where they live. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { MarketPerson } from '../../../src/market/types.ts';
import { fetchCountries, fetchParts, fetchPeople } from '../app/api.ts';

export type PersonInPart = MarketPerson & { part: NonNullable<MarketPerson['part']> };

const FOR_EVER = { staleTime: Number.POSITIVE_INFINITY };

/** Those whose name or city holds the words, page by page. */
export function usePeople(search: string) {
  return useInfiniteQuery({
    ...FOR_EVER,
    queryKey: ['market', 'people', search],
    queryFn: ({ pageParam }) => fetchPeople(search, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next_offset }) => next_offset,
    placeholderData: keepPreviousData,
  });
}

/** The buyer, the seller and the operator. */
export function useParts(): PersonInPart[] {
  const { data } = useQuery({ ...FOR_EVER, queryKey: ['market', 'parts'], queryFn: fetchParts });
  return (data ?? []).filter((person): person is PersonInPart => person.part !== null);
}

/** Their codes. */
export function useCountries(): string[] {
  return useQuery({ ...FOR_EVER, queryKey: ['market', 'countries'], queryFn: fetchCountries }).data ?? [];
}
