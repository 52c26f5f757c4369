'use client';
import { type ReactNode, useDeferredValue, useRef } from 'react';
import { useCallbackContext } from '../../headless/platform/context.ts';
import { type LazyPart, useLazyPart } from '../../headless/platform/lazyPart.ts';
import { Note } from './Note.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { useParts } from './useParts.ts';

interface LazyPanelProps<Module> {
  part: LazyPart<Module>;
  /** Draws what is in the part. */
  children: (module: Module) => ReactNode;
}

/** What a press opens, once it is loaded. */
export function LazyPanel<Module>({ part, children }: LazyPanelProps<Module>) {
  const { module, hasFailed } = useLazyPart(part, true);
  // The panel opens first: a slow phone takes longer to draw what is in it than a press may take.
  const isReady = useDeferredValue(module !== undefined, false);
  const content = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus(content);
  return (
    <div ref={content} className="cb-dialog-content" tabIndex={-1} {...keptFocus}>
      {isReady && module ? children(module) : hasFailed ? <LoadFailure retry={part.load} /> : <Loading />}
    </div>
  );
}

function Loading() {
  const { dialog } = useCallbackContext().messages;
  return <p className="cb-muted cb-dialog-loading">{dialog.loading}</p>;
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
