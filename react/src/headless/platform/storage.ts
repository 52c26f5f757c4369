/** Where drafts and calls in progress are remembered between visits. */

/** The part of localStorage, or of AsyncStorage, that is used. */
export interface CallbackStorage {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): unknown;
  removeItem(key: string): unknown;
  /** As AsyncStorage has it, for an erasure; without it, those of the browser's localStorage are taken. */
  getAllKeys?(): readonly string[] | Promise<readonly string[]>;
}

/** Where a user's things are remembered; another object for another user. */
export interface Memory {
  storage: CallbackStorage;
  userId: string | undefined;
}

/** Forgets everything with the page; the default where there is no localStorage. */
export function createMemoryStorage(): CallbackStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
}

/** The browser's storage, looked for only when it is used: servers have none and warn when asked for it. */
export function createDefaultStorage(): CallbackStorage {
  let found: CallbackStorage | undefined;
  const storage = () => {
    found ??= globalThis.localStorage ?? createMemoryStorage();
    return found;
  };
  return {
    getItem: (key) => storage().getItem(key),
    setItem: (key, value) => storage().setItem(key, value),
    removeItem: (key) => storage().removeItem(key),
  };
}

/** What was kept under the key for less than `maxAgeMs`. Unreadable or forbidden storage counts as empty. */
export async function readStored(storage: CallbackStorage, key: string, maxAgeMs: number): Promise<unknown> {
  try {
    const text = await storage.getItem(key);
    if (text === null) return undefined;
    const { at, value }: { at: number; value: unknown } = JSON.parse(text);
    return Date.now() - at < maxAgeMs ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a value with the time; undefined removes it. A full or forbidden storage costs the memory, not the
 * feature.
 */
export async function writeStored(storage: CallbackStorage, key: string, value: unknown): Promise<void> {
  try {
    if (value === undefined) await storage.removeItem(key);
    else await storage.setItem(key, JSON.stringify({ at: Date.now(), value }));
  } catch {
    // Nothing else depends on it.
  }
}

/** Removes everything that Ringback keeps here, no matter who used this device. */
export async function forgetStored(storage: CallbackStorage): Promise<void> {
  try {
    const keys = (await storage.getAllKeys?.()) ?? Object.keys(webStorageOf(storage) ?? {});
    for (const key of keys) if (/^ringback[:.]/.test(key)) await storage.removeItem(key);
  } catch {
    // What cannot be read cannot be forgotten.
  }
}

/** The browser's own that was given, or that stands behind the default. */
const webStorageOf = (storage: CallbackStorage): object | undefined =>
  'length' in storage ? storage : globalThis.localStorage;
