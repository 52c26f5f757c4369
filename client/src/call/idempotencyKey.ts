/** Keys that let the API recognise a call that is sent again. */

/** A new key. React Native may lack `crypto`; a key only has to be unique among one user's calls, so time and chance do there. */
export function newIdempotencyKey(): string {
  const crypto = globalThis.crypto as Partial<typeof globalThis.crypto> | undefined;
  if (crypto?.randomUUID) return crypto.randomUUID();
  if (crypto?.getRandomValues) return hex(crypto.getRandomValues(new Uint8Array(16)));
  return `${Date.now().toString(36)}-${chance()}-${chance()}`;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const chance = () => Math.random().toString(36).slice(2);
