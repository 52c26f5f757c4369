/** What a run reports: what was done, how often, what it cost, what is allowed; and the table of it. */

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

/** Lines up columns; numbers to the right. */
export function tableOf(checks: Check[]): string {
  const rows = checks.map(({ what, times, lost, duplicates, figure, allowed, passed }) => [
    ...[what, String(times), lost === undefined ? '' : String(lost)],
    ...[duplicates === undefined ? '' : String(duplicates), figure, allowed, passed ? 'pass' : 'FAIL'],
  ]);
  const heads = ['done', 'times', 'lost', 'duplicates', 'figure', 'allowed', ''];
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          [1, 2, 3].includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A duration for a table: 950 ms, 4.2 s. */
export const duration = (ms: number) =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;

/** The value below which that part of the values lies (nearest rank); NaN when there are none. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
