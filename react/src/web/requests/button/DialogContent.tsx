'use client';
import { createLazyPart, type LazyPart } from '../../../headless/platform/lazyPart.ts';
import type { CallbackButtonModel } from '../../../headless/requests/button/buttonModel.ts';
import { LazyPanel } from '../../ui/LazyPanel.tsx';

type DialogPanelModule = typeof import('./DialogPanel.tsx');

/** Larger than the button, and not needed on most visits to a page. */
export const dialogPanel = createLazyPart(() => import('./DialogPanel.tsx'));

interface DialogContentProps {
  model: CallbackButtonModel;
  panel?: LazyPart<DialogPanelModule>;
}

/** The panel, once it is loaded. */
export function DialogContent({ model, panel = dialogPanel }: DialogContentProps) {
  return <LazyPanel part={panel}>{({ DialogPanel }) => <DialogPanel model={model} />}</LazyPanel>;
}
