/** A change that waits some time, so that it can be taken back, and is made at once when the reader leaves. */
import type { CallbackRequest } from '@ringback/client';
import { focusManager } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

const UNDO_MS = 8_000;

export interface DelayedChange {
  /** What the request looks like with it. */
  shown: Partial<CallbackRequest>;
  /** Makes it. */
  send: () => Promise<unknown>;
}

/** Waits for the seconds in which a reader may undo it, or for `delayMs`. */
export function useDelayedChange(delayMs = UNDO_MS) {
  const waiting = useRef<DelayedChange & { timer: ReturnType<typeof setTimeout> }>(undefined);
  const [shown, setShown] = useState<Partial<CallbackRequest>>();
  const [canUndo, setCanUndo] = useState(false);

  const take = useCallback(() => {
    const change = waiting.current;
    waiting.current = undefined;
    clearTimeout(change?.timer);
    setCanUndo(false);
    return change;
  }, []);
  const sendNow = useCallback(() => {
    const change = take();
    // It is shown until the answer is there, or it would flicker.
    if (change) void change.send().finally(() => setShown((now) => (now === change.shown ? undefined : now)));
    return change !== undefined;
  }, [take]);
  useEffect(() => {
    const stop = onLeave(sendNow);
    return () => {
      stop();
      sendNow();
    };
  }, [sendNow]);

  function delay(change: DelayedChange) {
    sendNow();
    waiting.current = { ...change, timer: setTimeout(sendNow, delayMs) };
    setShown(change.shown);
    setCanUndo(true);
  }
  /** False when it is too late: the change is on its way. */
  function undo(): boolean {
    if (!take()) return false;
    setShown(undefined);
    return true;
  }
  /** `sendNow` is true where a change was waiting. */
  return { shown, canUndo, delay, undo, sendNow };
}

/** Runs when the page is hidden or left, or the app goes to the background. */
function onLeave(leave: () => void): () => void {
  const stop = focusManager.subscribe((isFocused) => !isFocused && leave());
  globalThis.addEventListener?.('pagehide', leave);
  return () => {
    stop();
    globalThis.removeEventListener?.('pagehide', leave);
  };
}
