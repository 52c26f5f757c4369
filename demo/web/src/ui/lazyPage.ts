/** Pages that are loaded when they are needed; one that could not be loaded is asked for again, unlike with React's lazy alone. */
import { type ComponentType, createElement, lazy } from 'react';

const failed = new Set<() => void>();

/** A page whose file is loaded at its first showing. */
export function lazyPage<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
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
