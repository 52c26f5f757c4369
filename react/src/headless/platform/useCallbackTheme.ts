import { useCallbackContext } from './context.ts';
import type { CallbackTheme } from './theme.ts';

/** The tokens of the look. */
export function useCallbackTheme(): CallbackTheme {
  return useCallbackContext().theme;
}
