/**
 * Parts of the program that are loaded when they are first needed. Unlike with React.lazy, one that is there already is
 * drawn at once, and a failed load can be tried again.
 */
import { useEffect, useSyncExternalStore } from 'react';

export interface PartState<Module> {
  /** Undefined until it is loaded. */
  module: Module | undefined;
  /** Whether the last attempt to load it failed. */
  hasFailed: boolean;
}

export interface LazyPart<Module> {
  /** Loads it, unless it is there or on its way. */
  load: () => Promise<Module>;
  state: () => PartState<Module>;
  subscribe: (listener: () => void) => () => void;
}

const UNLOADED = { module: undefined, hasFailed: false };

export function createLazyPart<Module>(importModule: () => Promise<Module>): LazyPart<Module> {
  const listeners = new Set<() => void>();
  let state: PartState<Module> = UNLOADED;
  let loading: Promise<Module> | undefined;

  function become(next: PartState<Module>) {
    state = next;
    for (const listener of listeners) listener();
  }
  async function attempt() {
    become(UNLOADED);
    try {
      const module = await importModule();
      become({ module, hasFailed: false });
      return module;
    } catch (error) {
      loading = undefined;
      become({ module: undefined, hasFailed: true });
      throw error;
    }
  }
  return {
    load() {
      loading ??= attempt();
      return loading;
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How far the part is; loading begins when it is `wanted`. */
export function useLazyPart<Module>(part: LazyPart<Module>, isWanted: boolean): PartState<Module> {
  const state = useSyncExternalStore(part.subscribe, part.state, () => UNLOADED);
  useEffect(() => {
    if (isWanted) part.load().catch(() => {}); // the state tells
  }, [part, isWanted]);
  return state;
}
