/** Pages that are loaded when they are needed, or before; one that could not be loaded is asked for again, unlike with React's lazy alone. */
import { type ComponentType, createElement, lazy } from 'react';

const failed = new Set<() => void>();
const loaders: (() => Promise<unknown>)[] = [];

/** A page whose file is loaded at its first showing. */
export function lazyPage<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  loaders.push(load);
  const make = () =>
    lazy(() =>
      load().catch((error) => {
        failed.add(() => {
          Page = make();
        });
        throw error;
      }),
    );
  let Page = make();
  return (props: Props) => createElement(Page as ComponentType<Props>, props);
}

/** Lets the pages that could not be loaded be loaded again. */
export function retryFailedPages(): void {
  for (const retry of failed) retry();
  failed.clear();
}

/**
 * Loads all pages, one after the other, when the browser has nothing else to do: then they open without a
 * connection too. Not where the reader saves data or the network is slow.
 */
export function loadPagesWhenIdle(): void {
  if (isCostly()) return;
  const whenIdle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2000));
  const loadFrom = (index: number) => {
    const load = loaders[index];
    if (load)
      whenIdle(
        () =>
          void load().then(
            () => loadFrom(index + 1),
            () => {},
          ),
      );
  };
  if (document.readyState === 'complete') loadFrom(0);
  else addEventListener('load', () => loadFrom(0), { once: true });
}

/** Only Chromium knows; elsewhere it is taken to be fine. */
function isCostly(): boolean {
  const { connection } = navigator as { connection?: { saveData: boolean; effectiveType: string } };
  return connection !== undefined && (connection.saveData || /2g/.test(connection.effectiveType));
}
