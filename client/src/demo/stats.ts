/** A person's counts and rates, as docs/metrics.md defines them. */
import type { OwnPeriod, ResponseTime, Stats } from '../schemas/stats.ts';
import { STATUSES } from '../vocabulary.ts';
import { DAY } from './policy.ts';
import type { Call, StoredRequest } from './state.ts';

const FEWEST = 5;
const RECENT = { days: 90, requests: 200 };
const HALF_AS_MUCH_AFTER_DAYS = 30;
const USUALLY = 0.75;

export function stats(call: Call): Stats {
  const requests = call.state.requests.filter(({ code }) => !code);
  const received = countsOf(requests.filter(({ seller_id }) => seller_id === call.userId));
  const sent = countsOf(requests.filter(({ requester_id }) => requester_id === call.userId));
  return {
    as_seller: {
      ...{ total_received: received.total, ...received.byStatus },
      response_rate: percent(received.byStatus.acknowledged + received.byStatus.completed, received.total),
      ...fairFigures(call, call.userId),
    },
    as_requester: {
      total_sent: sent.total,
      pending_sent: sent.byStatus.pending,
      acknowledged_sent: sent.byStatus.acknowledged,
      completed_sent: sent.byStatus.completed,
      cancelled_sent: sent.byStatus.cancelled,
      expired_sent: sent.byStatus.expired,
      success_rate: percent(sent.byStatus.completed, sent.total),
    },
  };
}

function countsOf(requests: readonly StoredRequest[]) {
  const count = (status: string) => requests.filter((request) => request.status === status).length;
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<
    (typeof STATUSES)[number],
    number
  >;
  return { total: requests.length, byStatus };
}

/** Of late, and of what could be answered; null below five. */
export function fairFigures({ state, now }: Call, sellerId: string) {
  const counted = state.requests
    .filter((request) => request.seller_id === sellerId && !request.code)
    .filter(({ requested_at }) => Date.parse(requested_at) > now - RECENT.days * DAY)
    .slice(0, RECENT.requests)
    .map((request) => ({ ...request, answeredAt: answeredAt(request) }))
    .filter(({ status, answeredAt }) => answeredAt !== null || status === 'expired');
  const answered = counted.filter(({ answeredAt }) => answeredAt !== null);
  const contacts = counted.filter(
    ({ status, confirmation }) =>
      status === 'completed' && (confirmation === null || confirmation.answer === 'talked'),
  );
  const rate = (part: unknown[]) => (counted.length < FEWEST ? null : percent(part.length, counted.length));
  const waits = answered.map(
    (request) => Date.parse(request.answeredAt ?? '') - Date.parse(request.requested_at),
  );
  return {
    answer_rate: rate(answered),
    contact_rate: rate(contacts),
    median_response_minutes: waits.length < FEWEST ? null : Math.round(median(waits) / 6_000) / 10,
  };
}

/** Of the last 30 days, or of those asked for, beside as many before. Days are UTC's. */
export function ownFigures(call: Call, { from, to }: { from?: string | undefined; to?: string | undefined }) {
  const today = dayOf(call.now);
  const last = to ?? today;
  const first = from ?? dayOf(Date.parse(last) - 29 * DAY);
  const [ended, began] = [Date.parse(first) - DAY, 2 * Date.parse(first) - Date.parse(last) - DAY];
  const before = { from: dayOf(began), to: dayOf(ended) };
  return {
    ...{ from: first, to: last, is_incomplete: last >= today },
    figures: ownPeriod(call, first, last),
    before: { ...before, figures: ownPeriod(call, before.from, before.to) },
  };
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function ownPeriod({ state, userId }: Call, from: string, to: string): OwnPeriod {
  const received = state.requests
    .filter(({ seller_id, code }) => seller_id === userId && !code)
    .filter(({ requested_at }) => requested_at.slice(0, 10) >= from && requested_at.slice(0, 10) <= to)
    .map((request) => ({ ...request, answeredAt: answeredAt(request) }));
  const some = (is: (request: (typeof received)[number]) => boolean) => received.filter(is).length;
  const answered = received.filter((request) => request.answeredAt !== null);
  const contacts = some(
    ({ status, confirmation }) =>
      status === 'completed' && (confirmation === null || confirmation.answer === 'talked'),
  );
  const completed = some(({ status }) => status === 'completed');
  const couldBe = some((request) => request.answeredAt !== null || request.status === 'expired');
  const acknowledged = some(({ acknowledged_at }) => acknowledged_at !== null);
  const rate = (part: number, whole: number) =>
    received.length < FEWEST || whole === 0 ? null : percent(part, whole);
  const waits = answered.map(
    (request) => Date.parse(request.answeredAt ?? '') - Date.parse(request.requested_at),
  );
  return {
    ...{ received: received.length, answered: answered.length, contacts, completed },
    declined: some(({ cancelled_by }) => cancelled_by === 'seller'),
    expired: some(({ status }) => status === 'expired'),
    answer_rate: rate(answered.length, couldBe),
    contact_rate: rate(contacts, couldBe),
    response_rate: rate(completed + some(({ status }) => status === 'acknowledged'), received.length),
    completion_rate: rate(completed, acknowledged),
    median_response_seconds:
      received.length < FEWEST || waits.length === 0 ? null : Math.round(median(waits) / 1000),
  };
}

/** What buyers and the seller learn; a seller's counts are their own affair. */
export function responseTime(call: Call, sellerId: string): ResponseTime {
  const { usual_response_minutes, basis } = usualResponse(call, sellerId);
  return { usual_response_minutes, basis: call.userId === sellerId ? basis : null };
}

/** The time within which three out of four got an answer; what still waits counts once it has waited longer. */
export function usualResponse({ state, now }: Call, sellerId: string) {
  const judged = state.requests
    .filter((request) => request.seller_id === sellerId && !request.code)
    .filter(({ requested_at }) => Date.parse(requested_at) > now - RECENT.days * DAY)
    .slice(0, RECENT.requests)
    .map((request) => {
      const [answered, asked] = [answeredAt(request), Date.parse(request.requested_at)];
      const isWaiting = answered === null && request.status === 'pending';
      const weight = 0.5 ** (Math.floor((now - asked) / DAY) / HALF_AS_MUCH_AFTER_DAYS);
      return {
        ...request,
        answered,
        isWaiting,
        weight,
        waited: Date.parse(answered ?? '') - asked,
        age: now - asked,
      };
    })
    .filter(({ answered, status }) => answered !== null || status === 'pending' || status === 'expired');
  const answered = judged.filter((each) => each.answered !== null).sort((a, b) => a.waited - b.waited);
  const requests = judged.filter(({ isWaiting }) => !isWaiting).length;
  const weigh = (some: typeof judged) => some.reduce((sum, { weight }) => sum + weight, 0);
  const usual = answered.find(({ waited }) => {
    const within = answered.filter((each) => each.waited <= waited);
    const byThen = judged.filter(({ isWaiting, age }) => !isWaiting || age >= waited);
    return weigh(within) >= USUALLY * weigh(byThen) - 1e-9;
  });
  return {
    usual_response_minutes: usual && requests >= FEWEST ? Math.round(usual.waited / 6_000) / 10 : null,
    basis: { requests, answered: answered.length },
  };
}

const answeredAt = ({ acknowledged_at, cancelled_at, cancelled_by }: StoredRequest) =>
  acknowledged_at ?? (cancelled_by === 'seller' ? cancelled_at : null);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10);
