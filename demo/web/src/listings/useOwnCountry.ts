/** The country whose listings come first: where one lives, or else what the browser's language says. */
import { useSession } from '../app/session.tsx';

export function useOwnCountry(): string {
  const { signedIn } = useSession();
  return signedIn?.account.country ?? new Intl.Locale(navigator.language).maximize().region ?? '';
}
