/** What the figures are drawn from: periods, stages, times and kinds, each with its label. */
import type { Figures, PeriodFigures } from '@ringback/client';
import type { Bar } from '../ui/charts/Bars.tsx';
import { periodKey, periodLabel } from '../ui/charts/periods.ts';
import type { Share } from '../ui/charts/ShareBars.tsx';
import type { PolicyMark } from './marks.ts';
import { texts } from './texts.ts';

/** A period is marked where the policy changed within it. */
export const barsOf = ({ periods, from, to }: Figures, marks: PolicyMark[] = []): Bar[] =>
  periods.map((period) => ({
    key: periodKey(period),
    label: periodLabel(period, { from, to }),
    count: period.figures.received,
    isIncomplete: period.is_incomplete,
    note:
      marks
        .filter(
          ({ day, hour }) =>
            day >= period.from && day <= period.to && (period.hour === undefined || period.hour === hour),
        )
        .flatMap(({ names }) => names)
        .join(', ') || undefined,
  }));

/** Each stage is a part of the one before; what the marketplace closed is in none. */
export function funnelOf(figures: PeriodFigures): Share[] {
  const { stages } = texts.funnel;
  return [
    { key: 'received', label: stages.received, count: figures.received - figures.closed },
    { key: 'acknowledged', label: stages.acknowledged, count: figures.acknowledged },
    { key: 'attempted', label: stages.attempted, count: figures.attempted },
    { key: 'contacts', label: stages.contacts, count: figures.contacts },
  ];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Up to so many seconds; the last is longer. */
const STEPS = [
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  12 * HOUR,
  24 * HOUR,
  72 * HOUR,
  Number.POSITIVE_INFINITY,
];

/** The middle of a bucket says where it belongs, so a step's edge is at most 5 % off. */
export function timesOf(buckets: Figures['response_times']): Share[] {
  return STEPS.map((step, index) => ({
    key: String(step),
    label: texts.times.steps[index] ?? '',
    count: buckets
      .filter(({ from_seconds, to_seconds }) => {
        const middle = Math.sqrt(Math.max(from_seconds, 1) * to_seconds);
        return middle < step && middle >= (STEPS[index - 1] ?? 0);
      })
      .reduce((sum, { requests }) => sum + requests, 0),
  }));
}

/** Known kinds in their order, then others by their own word. */
export function sharesOf(counts: Record<string, number>, labels: Record<string, string>): Share[] {
  const others = Object.keys(counts).filter((name) => !(name in labels));
  return [...Object.keys(labels), ...others].map((name) => ({
    key: name,
    label: labels[name] ?? name,
    count: counts[name] ?? 0,
  }));
}
