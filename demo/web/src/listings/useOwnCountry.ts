/** The country whose listings come first: the account's, or else that of the browser's language. */
import { knownLocale, regionOfLocale } from '@ringback/react';
import { useSession } from '../app/session.tsx';

export function useOwnCountry(): string {
  const { signedIn } = useSession();
  return signedIn?.account.country ?? regionOfLocale(knownLocale(navigator.language)) ?? '';
}
