'use client';
import { useDeferredValue, useRef } from 'react';
import { listsWords } from '../../../headless/messages/en/lists.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import { useCallbackContext } from '../../../headless/platform/context.ts';
import { createLazyPart, type LazyPart, useLazyPart } from '../../../headless/platform/lazyPart.ts';
import type { CallbackButtonModel } from '../../../headless/requests/button/buttonModel.ts';
import { Note } from '../../ui/Note.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { useParts } from '../../ui/useParts.ts';

type DialogPanelModule = typeof import('./DialogPanel.tsx');

/** Larger than the button, and not needed on most visits to a page. */
export const dialogPanel = createLazyPart(() => import('./DialogPanel.tsx'));

interface DialogContentProps {
  model: CallbackButtonModel;
  panel?: LazyPart<DialogPanelModule>;
}

/** The panel, once it is loaded. */
export function DialogContent({ model, panel = dialogPanel }: DialogContentProps) {
  const { module, hasFailed } = useLazyPart(panel, true);
  // The dialog opens first: a slow phone takes longer to draw a form than a press may take.
  const isReady = useDeferredValue(module !== undefined, false);
  const content = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus(content);
  return (
    <div ref={content} className="cb-dialog-content" tabIndex={-1} {...keptFocus}>
      {isReady && module ? (
        <module.DialogPanel model={model} />
      ) : hasFailed ? (
        <LoadFailure retry={panel.load} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Loading() {
  const { lists } = useWords(listsWords);
  return <p className="cb-muted cb-dialog-loading">{lists.loading}</p>;
}

/** Firefox and Safari keep a failed import until the page is loaded again, so that is offered, too. */
function LoadFailure({ retry }: { retry: () => Promise<unknown> }) {
  const { button, errors } = useCallbackContext().messages;
  const { Button } = useParts();
  return (
    <>
      <Note tone="danger" icon="alert">
        {errors.network_error}
      </Note>
      <Button variant="outline" size="md" onPress={() => void retry().catch(() => {})}>
        {button.retry}
      </Button>
      <Button variant="outline" size="md" onPress={() => location.reload()}>
        {button.reload}
      </Button>
    </>
  );
}
