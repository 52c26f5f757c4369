import { onlineManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LazyPart } from '../../headless/platform/lazyPart.ts';

/** A page that is never idle, on a slow phone or behind others, loads it after this time all the same. */
const IDLE = { timeout: 3000 };

/**
 * Loads a part before it is needed: when the browser has nothing else to do, once the part `isUseful`, or as
 * soon as the pointer or the focus comes near. Takes what has to be spread on the element that they come near
 * to.
 */
export function useWarmUp(part: LazyPart<unknown>, isUseful: boolean) {
  useEffect(() => {
    if (!isUseful) return;
    const idle = window.requestIdleCallback?.(() => warmUp(part), IDLE); // in no Safari: there the pointer or the press loads it
    return () => window.cancelIdleCallback?.(idle);
  }, [part, isUseful]);
  return { onPointerEnter: () => warmUp(part), onFocus: () => warmUp(part) };
}

/** Not without a connection: some browsers remember a failed import for as long as the page is open. */
function warmUp(part: LazyPart<unknown>) {
  if (onlineManager.isOnline()) part.load().catch(() => {}); // reported when the part is needed
}
