/** Keeps a world's state: in memory, or in a storage that outlives the page and is shared by its windows. */
import type { DemoState } from './state.ts';

const KEY = 'ringback-demo';

export type DemoStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface KeptState {
  /** A copy, to be changed and written. */
  read(): DemoState;
  write(state: DemoState): void;
}

/** `onChange` runs when another window has written to the storage. */
export function keptState(
  given: DemoStorage | undefined,
  first: () => DemoState,
  onChange: () => void,
): KeptState {
  const storage = given ?? inMemory();
  if (storage.getItem(KEY) === null) storage.setItem(KEY, JSON.stringify(first()));
  if (given) onOtherWindow(onChange);
  return {
    read: () => JSON.parse(storage.getItem(KEY) ?? JSON.stringify(first())),
    write: (state) => storage.setItem(KEY, JSON.stringify(state)),
  };
}

function inMemory(): DemoStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
  };
}

interface Window {
  addEventListener?(type: 'storage', listener: (event: { key: string | null }) => void): void;
}

function onOtherWindow(onChange: () => void): void {
  (globalThis as Window).addEventListener?.('storage', ({ key }) => {
    if (key === KEY) onChange();
  });
}
