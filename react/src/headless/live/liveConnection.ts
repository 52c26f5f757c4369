/** The one subscription of a provider: open while somebody watches, the page is visible and there is a connection. */
import type { CallbackClient, CallbackEvent } from '@ringback/client';
import { focusManager, onlineManager } from '@tanstack/react-query';

/** One page goes and the next comes: not a reason to hang up. */
const LINGER_MS = 1_000;

export interface LiveConnection {
  /** Keeps the connection until the returned function is called; `listener` hears when `isConnected` changes. */
  watch: (listener: () => void) => () => void;
  isConnected: () => boolean;
}

export interface LiveHandlers {
  onEvent: (event: CallbackEvent) => void;
  /** From now on changes are told; those since the last answers came were not. */
  onStart: () => void;
}

export function createLiveConnection(
  client: CallbackClient,
  { onEvent, onStart }: LiveHandlers,
): LiveConnection {
  const watchers = new Set<() => void>();
  let isConnected = false;
  let hangUp: (() => void) | undefined;
  let stopLooking: (() => void) | undefined;

  function setConnected(next: boolean) {
    if (next === isConnected) return;
    isConnected = next;
    for (const watcher of watchers) watcher();
  }

  function connect() {
    let hasStarted = false;
    hangUp = client.subscribe?.(onEvent, {
      onStatus(status) {
        setConnected(status === 'connected');
        if (status !== 'connected' || hasStarted) return;
        hasStarted = true;
        onStart();
      },
    });
  }

  function disconnect() {
    hangUp?.();
    hangUp = undefined;
    setConnected(false);
  }

  function update() {
    const isWanted = watchers.size > 0 && focusManager.isFocused() && onlineManager.isOnline();
    if (isWanted && !hangUp) connect();
    if (!isWanted && hangUp) disconnect();
  }

  function lookAround() {
    const stops = [focusManager.subscribe(update), onlineManager.subscribe(update)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  function leaveIfAlone() {
    if (watchers.size > 0) return;
    stopLooking?.();
    stopLooking = undefined;
    update();
  }

  return {
    watch(listener) {
      // The same function may watch twice.
      const watcher = () => listener();
      watchers.add(watcher);
      stopLooking ??= lookAround();
      update();
      return () => {
        watchers.delete(watcher);
        setTimeout(leaveIfAlone, LINGER_MS);
      };
    },
    isConnected: () => isConnected,
  };
}
