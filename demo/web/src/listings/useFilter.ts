/**
 * What the listings are narrowed down to, kept in the address: it can be shared, and the way back leads to
 * it.
 */
import { useLocation, useSearchParams } from 'wouter';

export interface Filter {
  search: string;
  category: string;
  /** A country's code, or nothing for all. */
  country: string;
}

/** The filter, and the function that changes parts of it. */
export function useFilter() {
  const [parameters] = useSearchParams();
  const [path, navigate] = useLocation();
  const filter: Filter = {
    search: parameters.get('search') ?? '',
    category: parameters.get('category') ?? '',
    country: parameters.get('country') ?? '',
  };
  const change = (changes: Partial<Filter>) => {
    const given = Object.entries({ ...filter, ...changes }).filter(([, value]) => value !== '');
    navigate(`${path}?${new URLSearchParams(given)}`, { replace: true });
  };
  return { filter, change };
}
