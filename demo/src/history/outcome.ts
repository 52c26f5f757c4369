/** What came of a request: answered, declined, withdrawn, or left until it expired. */
import type { Listing } from '../listings.ts';
import { inOwnWords } from '../people.ts';
import type { Random } from '../random.ts';
import { whenAwake } from './clock.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type NewRequest, OPEN_FOR_MS, type Step } from './types.ts';

const HASTE = { low: 1.6, normal: 1, high: 0.6, urgent: 0.3 };
const HURRY_MS = 20_000;

/** The steps up to `now`, in order. */
export function planOutcome(newRequest: NewRequest, now: number, random: Random): Step[] {
  const expiry = expiryOf(newRequest);
  const sale = declineAfterSale(newRequest, now, random);
  const end = sale && sale.at < expiry.at ? sale : expiry;
  const planned = [...withdraw(newRequest, random), ...answer(newRequest, random)].sort(
    (a, b) => a.at - b.at,
  );
  const lived = untilFinal(planned.filter(({ at }) => at < end.at));
  const steps = isFinal(lived.at(-1)) ? lived : [...lived, end];
  return steps.filter(({ at }) => at <= now);
}

/** When a listing was sold; Infinity when it was not. */
export function soldAt({ soldDaysAgo }: Listing, now: number): number {
  return soldDaysAgo === null ? Number.POSITIVE_INFINITY : now - soldDaysAgo * DAY_MS;
}

function expiryOf({ at }: NewRequest): Step {
  return { status: 'expired', at: at + OPEN_FOR_MS, by: null, reason: null };
}

function withdraw({ buyer, at }: NewRequest, random: Random): Step[] {
  if (!random.chance(0.07)) return [];
  const withdrawnAt = later(at, random.around(9 * HOUR_MS, 1.2));
  const reason = random.chance(0.6) ? inOwnWords(buyer, random.pick(buyer.country.texts.withdrawals)) : null;
  return [{ status: 'cancelled', at: withdrawnAt, by: buyer, reason }];
}

function answer({ listing: { seller }, at, form }: NewRequest, random: Random): Step[] {
  if (!random.chance(seller.diligence)) return [];
  const waits = random.around(seller.answerMinutes * HASTE[form.priority] * MINUTE_MS, 1.1);
  const answeredAt = whenAwake(seller.city.timeZone, later(at, waits), random);
  const [, ...declines] = seller.country.texts.declines;
  if (random.chance(0.08)) {
    const reason = random.chance(0.8) ? inOwnWords(seller, random.pick(declines)) : null;
    return [{ status: 'cancelled', at: answeredAt, by: seller, reason }];
  }
  if (random.chance(0.12)) return [{ status: 'completed', at: answeredAt, by: seller, reason: null }];
  const calledAt = whenAwake(
    seller.city.timeZone,
    later(answeredAt, random.around(200 * MINUTE_MS, 1.1)),
    random,
  );
  const called: Step[] = random.chance(0.9)
    ? [{ status: 'completed', at: calledAt, by: seller, reason: null }]
    : [];
  return [{ status: 'acknowledged', at: answeredAt, by: seller, reason: null }, ...called];
}

/** Who sold it tells those who still wait; the first of the reasons says so. */
function declineAfterSale({ listing }: NewRequest, now: number, random: Random): Step | undefined {
  if (listing.soldDaysAgo === null) return undefined;
  const at = later(soldAt(listing, now), random.between(0, 2 * HOUR_MS));
  const reason = inOwnWords(listing.seller, listing.seller.country.texts.declines[0] as string);
  return { status: 'cancelled', at, by: listing.seller, reason };
}

function untilFinal(steps: Step[]): Step[] {
  const end = steps.findIndex(isFinal);
  return end === -1 ? steps : steps.slice(0, end + 1);
}

function isFinal(step: Step | undefined): boolean {
  return step !== undefined && step.status !== 'acknowledged';
}

const later = (at: number, waits: number) => at + HURRY_MS + waits;
