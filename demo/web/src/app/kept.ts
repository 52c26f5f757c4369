/** What the browser keeps for the pages; for as long as the page is open where cookies and storage are blocked. */

interface Kept {
  read(key: string): string | null;
  write(key: string, value: string | null): void;
}

/** In localStorage, for all windows; or in sessionStorage, for this one. Asking for either throws where it is blocked. */
export function keptIn(place: 'localStorage' | 'sessionStorage'): Kept {
  const onThisPage = new Map<string, string | null>();
  return {
    read(key) {
      try {
        return window[place].getItem(key);
      } catch {
        return onThisPage.get(key) ?? null;
      }
    },
    write(key, value) {
      onThisPage.set(key, value);
      try {
        if (value === null) window[place].removeItem(key);
        else window[place].setItem(key, value);
      } catch {
        // The page remembers it.
      }
    },
  };
}
