/** What a run reports: what was done, how often, what it cost, what is allowed; and the table of it. */
import { tableOf } from '@ringback/testing/table.ts';

export interface Check {
  /** What was done, or what was looked at. */
  what: string;
  times: number;
  lost?: number;
  duplicates?: number;
  figure: string;
  allowed: string;
  passed: boolean;
  /** It measures time, which other work on the machine spoils. */
  isTiming?: boolean;
}

export const checksTable = (checks: Check[]): string =>
  tableOf(
    checks.map(({ what, times, lost, duplicates, figure, allowed, passed }) => ({
      ...{ done: what, times, lost, duplicates, figure, allowed },
      '': passed ? 'pass' : 'FAIL',
    })),
  );

/** A duration for a table: 950 ms, 4.2 s. */
export const duration = (ms: number) =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;

/** The value below which that part of the values lies (nearest rank); NaN when there are none. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
