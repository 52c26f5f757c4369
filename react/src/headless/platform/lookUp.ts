/**
 * Look-ups by words of the server. Apart from statuses and error codes its vocabulary grows, so an installed app meets
 * words that it does not know: every look-up needs a fallback.
 */

/** The entry for the word; undefined for an unknown word, such as "constructor", which every object inherits. */
export function lookUp<Value>(entries: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(entries, word) ? entries[word] : undefined;
}
