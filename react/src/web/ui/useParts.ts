import { useCallbackContext } from '../../headless/platform/context.ts';
import type { ComponentSlots } from '../../headless/ui/slots.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** The host's own button and dialog, where it gave them to the provider, or ours. */
export function useParts(): Pick<ComponentSlots, 'Button' | 'Dialog'> {
  const { components } = useCallbackContext();
  return { Button: components.Button ?? Button, Dialog: components.Dialog ?? Dialog };
}
