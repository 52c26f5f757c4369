/** Signing in leads back to the page on which one chose to. */
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

const SIGN_IN = '/people';

interface Origin {
  from?: string;
}

/** The way to signing in: where it is, and what the history keeps of the page that is shown now. */
export function useSignInLink(): { href: string; state: Origin | null } {
  const [path] = useLocation();
  const search = useSearch();
  const origin = useHistoryState<Origin | null>();
  return { href: SIGN_IN, state: path === SIGN_IN ? origin : { from: search ? `${path}?${search}` : path } };
}

/** Where one came from to sign in; nothing where one came from the first page, or from nowhere. */
export function useOrigin(): string | undefined {
  const from = useHistoryState<Origin | null>()?.from;
  return from === '/' ? undefined : from;
}
