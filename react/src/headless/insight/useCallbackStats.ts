/**
 * A person's own figures, each with what it counts, and how their requests are split by status. There are no
 * rates of fewer than five requests: they would mislead.
 */
import { type OwnFigures, type OwnPeriod, type ResponseTime, STATUSES, type Stats } from '@ringback/client';
import type { Format } from '../format/format.ts';
import { useFormat } from '../format/useFormat.ts';
import { requestWords } from '../messages/en/request.ts';
import { type ResponseTimeWords, responseTimeWords } from '../messages/en/responseTime.ts';
import { type StatsWords, statsWords } from '../messages/en/stats.ts';
import { useWords } from '../messages/useWords.ts';
import { useCallbackContext } from '../platform/context.ts';
import { statusWords } from '../requests/badges.ts';
import type { Status } from '../requests/request.ts';
import { type ListState, useListState } from '../ui/listState.ts';
import type { Badge } from '../ui/parts.ts';
import { responseDuration } from './responseTime.ts';
import { useCallbackRequestStats } from './useCallbackRequestStats.ts';
import { useOwnFigures } from './useOwnFigures.ts';
import { useResponseTime } from './useResponseTime.ts';

export interface CallbackStatsProps {
  as: 'buyer' | 'seller';
}

export interface Figure {
  label: string;
  /** "83%"; what is shown instead while there are too few requests. */
  value: string;
  isKnown: boolean;
  /** What it counts, where the label does not say it. */
  hint: string | undefined;
}

/** The requests of one status, of all. */
export interface StatusShare {
  status: Status;
  label: string;
  count: string;
  /** "12%". */
  percent: string;
  /** The same as a number from 0 to 100, and where it begins in a bar of all. */
  share: number;
  start: number;
  tone: Badge['tone'];
}

export interface StatsModel {
  title: string;
  /** `items` once the figures have come. */
  state: ListState;
  figures: Figure[];
  /** A seller's last 30 days, each with what it was in the 30 before; undefined while that is not known. */
  recent: { title: string; figures: Figure[] } | undefined;
  split: { title: string; shares: StatusShare[] };
}

/** As many as the server asks for before it gives a seller's rates (docs/metrics.md). */
const FEWEST = 5;

const TONES: Record<Status, Badge['tone']> = {
  pending: 'warning',
  acknowledged: 'accent',
  completed: 'success',
  cancelled: 'neutral',
  expired: 'danger',
};

export function useCallbackStats({ as }: CallbackStatsProps): StatsModel {
  const { stats: words, ...messages } = useWords(statsWords, requestWords);
  const { responseTime } = useWords(responseTimeWords);
  const format = useFormat();
  const { userId } = useCallbackContext();
  const own = useCallbackRequestStats();
  const answers = useResponseTime(as === 'seller' ? userId : undefined);
  const recent = useOwnFigures(as === 'seller');
  const { stats } = own;
  const list = {
    ...{ loading: own.loading || answers.loading, error: own.error ?? answers.error },
    ...{ count: stats ? 1 : 0, hasMore: false, loadMore: own.refresh },
    refresh: async () => void (await Promise.all([own.refresh(), answers.refresh()])),
  };
  const figures =
    stats && as === 'seller'
      ? [
          ...sellerFigures(stats, words, format),
          ...(answers.time ? [responseFigure(answers.time, words, responseTime, format)] : []),
        ]
      : stats && buyerFigures(stats, words, format);
  return {
    title: words.title,
    state: useListState(list, ''),
    figures: figures ?? [],
    recent: recent && {
      title: words.recent.title,
      figures: recentFigures(recent, words, responseTime, format),
    },
    split: {
      title: words.split,
      shares: stats ? sharesOf(countsOf(stats, as), statusWords(messages, as), format) : [],
    },
  };
}

type Words = StatsWords['stats'];

function sellerFigures({ as_seller: seller }: Stats, words: Words, format: Format): Figure[] {
  return [
    known({ label: words.received }, format.number(seller.total_received)),
    fair(words.answerRate, percent(seller.answer_rate, format), words),
    fair(words.contactRate, percent(seller.contact_rate, format), words),
  ];
}

/** What buyers see, why, and what would improve it. */
function responseFigure(
  time: ResponseTime,
  words: Words,
  duration: ResponseTimeWords['responseTime'],
  format: Format,
): Figure {
  const { label, hint, silent, tooFew, notShown } = words.responseTime;
  const { requests, answered } = time.basis ?? { requests: 0, answered: 0 };
  const basis = [format.number(requests), format.number(requests - answered)] as const;
  const minutes = time.usual_response_minutes;
  if (minutes !== null) {
    return { label, value: responseDuration(minutes, duration), isKnown: true, hint: hint(...basis) };
  }
  return requests < FEWEST
    ? { label, value: words.tooFew, isKnown: false, hint: tooFew(basis[0]) }
    : { label, value: notShown, isKnown: false, hint: silent(...basis) };
}

/** As operators see them of this seller (docs/metrics.md). */
function recentFigures(
  { figures, before }: OwnFigures,
  words: Words,
  duration: ResponseTimeWords['responseTime'],
  format: Format,
): Figure[] {
  const { recent } = words;
  const was = (value: string | undefined) =>
    value === undefined ? recent.nothingBefore : recent.before(value);
  const rate = (label: string, name: 'answer_rate' | 'contact_rate' | 'completion_rate') =>
    fair({ label, hint: was(percent(before.figures[name], format)) }, percent(figures[name], format), words);
  const median = ({ median_response_seconds: seconds }: OwnPeriod) =>
    seconds === null ? undefined : responseDuration(seconds / 60, duration);
  return [
    known(
      { label: recent.received, hint: recent.before(format.number(before.figures.received)) },
      format.number(figures.received),
    ),
    rate(recent.answered, 'answer_rate'),
    rate(recent.contacts, 'contact_rate'),
    rate(recent.completed, 'completion_rate'),
    fair({ label: recent.median, hint: was(median(before.figures)) }, median(figures), words),
  ];
}

function buyerFigures({ as_requester: buyer }: Stats, words: Words, format: Format): Figure[] {
  const isEnough = buyer.total_sent >= FEWEST;
  return [
    known({ label: words.sent }, format.number(buyer.total_sent)),
    fair(words.successRate, isEnough ? format.percent(buyer.success_rate) : undefined, words),
  ];
}

interface Label {
  label: string;
  hint?: string;
}

const known = ({ label, hint }: Label, value: string): Figure => ({ label, hint, value, isKnown: true });

const fair = ({ label, hint }: Label, value: string | undefined, { tooFew }: Words): Figure => ({
  ...{ label, hint },
  ...{ value: value ?? tooFew, isKnown: value !== undefined },
});

const percent = (rate: number | null, format: Format) => (rate === null ? undefined : format.percent(rate));

const countsOf = ({ as_seller: received, as_requester: sent }: Stats, as: CallbackStatsProps['as']) =>
  STATUSES.map((status) => ({ status, count: as === 'seller' ? received[status] : sent[`${status}_sent`] }));

function sharesOf(
  counts: { status: Status; count: number }[],
  labels: Record<Status, string>,
  format: Format,
): StatusShare[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let start = 0;
  return counts.map(({ status, count }) => {
    const share = total === 0 ? 0 : (count / total) * 100;
    const from = start;
    start += share;
    return {
      ...{ status, label: labels[status], tone: TONES[status], share, start: from },
      ...{ count: format.number(count), percent: format.percent(share) },
    };
  });
}
