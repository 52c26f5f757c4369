/** What countries are called. Apart from the rest of Intl, because the button alone need not load it. */

/** The name of a country in the reader's language; its code where the engine has no name for it. */
export function regionNames(locale: string): (region: string) => string {
  if (typeof Intl.DisplayNames !== 'function') return (region) => region;
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return (region) => {
    try {
      return names.of(region) ?? region;
    } catch {
      return region; // nothing like a country's code
    }
  };
}
