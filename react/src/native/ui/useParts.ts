/** The parts that a host may replace: its own, or ours. */
import { useCallbackContext } from '../../headless/platform/context.ts';
import { Button } from './Button.tsx';
import { Sheet } from './Sheet.tsx';

export function useParts() {
  const { components } = useCallbackContext();
  return { Button: components.Button ?? Button, Dialog: components.Dialog ?? Sheet };
}
