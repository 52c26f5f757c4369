/** What the browser keeps for the console: in localStorage, or for as long as the page is open where that is blocked. */

const PREFIX = 'ringback-console-';
const onThisPage = new Map<string, string>();

/** Null when nothing is kept under that name. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return onThisPage.get(name) ?? null;
  }
}

/** Null removes it. */
export function keep(name: string, value: string | null): void {
  if (value === null) onThisPage.delete(name);
  else onThisPage.set(name, value);
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // The page remembers it.
  }
}

/** Calls back when another window changes it. */
export function onKept(name: string, changed: (value: string | null) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent) => {
    if (key === PREFIX + name) changed(newValue);
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
