/** Where one was when the session ended, for after signing in, which may happen in another window. */
import { keep, readKept } from './kept.ts';

const NAME = 'return-to';

/** An address of this host, such as `/console/requests?status=pending`. */
export const keepReturn = (address: string): void => keep(NAME, address);

/** Once: where to go now; null for the first page. */
export function takeReturn(): string | null {
  const address = readKept(NAME);
  keep(NAME, null);
  return address?.startsWith('/') && !address.startsWith('//') ? address : null;
}
