/** Whom one can sign in as. */
import { useQuery } from '@tanstack/react-query';
import type { MarketPerson } from '../../../src/market/types.ts';
import { fetchPeople } from '../app/api.ts';

export type PersonInPart = MarketPerson & { part: NonNullable<MarketPerson['part']> };

export function usePeople() {
  return useQuery({
    queryKey: ['market', 'people'],
    queryFn: fetchPeople,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The buyer, the seller and the operator. */
export function useParts(): PersonInPart[] {
  return (usePeople().data ?? []).filter((person): person is PersonInPart => person.part !== null);
}
