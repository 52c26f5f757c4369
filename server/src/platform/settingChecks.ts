/** What a setting's text may be: origins, secrets that cannot be guessed, addresses that are safe. */
import { isLoopback } from './addresses.ts';

/** Secrets that were published as examples and are therefore known to everyone. */
const PUBLISHED_SECRETS = new Set([
  'super-secret-jwt-token-with-at-least-32-characters-long',
  'your-super-secret-jwt-token-with-at-least-32-characters-long',
  'your-256-bit-secret-your-256-bit-secret',
  'a-string-secret-at-least-256-bits-long',
]);

export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

export function isUnguessable(secret: string): boolean {
  return !PUBLISHED_SECRETS.has(secret.toLowerCase()) && new Set(secret).size >= 8;
}

/** Whether the name of a host is this machine's own; without or with the brackets of a URL. */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || isLoopback(hostname.replace(/[[\]]/g, ''));
}

/** Keys that travel unencrypted could be replaced on the way; a server on this machine is the exception. */
export function isSafeKeyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname));
}
