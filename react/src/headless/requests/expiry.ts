/** How long a request stays open. */
import type { Format } from '../format/format.ts';
import type { RequestWords } from '../messages/en/request.ts';
import type { Badge } from '../ui/parts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SOON_MS = 24 * HOUR_MS;

export interface Expiry extends Badge {
  /** In its last day. */
  isSoon: boolean;
}

/**
 * "Open until Friday at 14:05"; in the last day what is left of it, rounded down: nobody should rely on more.
 */
export function expiryOf(
  expiresAt: string,
  now: Date | undefined,
  messages: RequestWords,
  format: Format,
): Expiry {
  const leftMs = now ? Date.parse(expiresAt) - now.getTime() : Number.POSITIVE_INFINITY;
  if (leftMs > SOON_MS) {
    const label = messages.expiry.openUntil(format.when(expiresAt, now));
    return { label, icon: 'clock', tone: 'neutral', isSoon: false };
  }
  const label =
    leftMs >= HOUR_MS
      ? messages.expiry.hoursLeft(Math.floor(leftMs / HOUR_MS))
      : messages.expiry.minutesLeft(Math.max(1, Math.floor(leftMs / MINUTE_MS)));
  return { label, icon: 'clock', tone: 'warning', isSoon: true };
}
