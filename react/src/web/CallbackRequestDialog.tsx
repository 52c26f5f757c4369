'use client';
import { useMessages } from '../headless/hooks/useMessages.ts';
import type { CallbackButtonModel } from '../headless/models.ts';
import { CallbackForm } from './CallbackForm.tsx';
import { RequestSummary } from './RequestSummary.tsx';
import { Root } from './Root.tsx';
import { Status } from './ui/Status.tsx';
import { useParts } from './useParts.ts';

/** Opens from the button: the form, or the request that was made. */
export function CallbackRequestDialog({ model }: { model: CallbackButtonModel }) {
  const { dialog: words } = useMessages();
  const { Dialog } = useParts();
  return (
    <Dialog
      isOpen={model.dialog !== 'closed'}
      title={model.title}
      closeLabel={words.close}
      onClose={model.close}
    >
      <Root>
        {model.dialog === 'form' && <CallbackForm model={model.form} />}
        {model.dialog === 'request' && model.request && <RequestSummary model={model.request} />}
        {/* The page's own status is out of reach while the dialog is open. */}
        <Status>{model.request?.announcement || model.announcement}</Status>
      </Root>
    </Dialog>
  );
}
