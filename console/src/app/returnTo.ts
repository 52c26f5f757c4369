/** Where one was when the session ended, for after signing in, which may happen in another window. */
import { keep, readKept } from './kept.ts';

const NAME = 'return-to';

/** An address within the console, such as `/requests?status=pending`. */
export const keepReturn = (address: string): void => keep(NAME, address);

/** Once: where to go now. */
export function takeReturn(): string {
  const address = readKept(NAME) ?? '/';
  keep(NAME, null);
  return address.startsWith('/') && !address.startsWith('//') ? address : '/';
}
