'use client';
import { useCallbackContext } from '../../../headless/platform/context.ts';
import type { CallbackButtonModel } from '../../../headless/requests/button/buttonModel.ts';
import { Root } from '../../platform/Root.tsx';
import { useParts } from '../../ui/useParts.ts';
import { DialogContent } from './DialogContent.tsx';

/** Opens from the button: the form, or the request that was made. */
export function CallbackRequestDialog({ model }: { model: CallbackButtonModel }) {
  const { dialog: words } = useCallbackContext().messages;
  const { Dialog } = useParts();
  const isOpen = model.dialog !== 'closed';
  return (
    <Dialog isOpen={isOpen} title={model.title} closeLabel={words.close} onClose={model.close}>
      {isOpen && (
        <Root>
          <DialogContent model={model} />
        </Root>
      )}
    </Dialog>
  );
}
