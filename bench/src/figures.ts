/** Medians, percentiles and rates: how samples become figures. */

export type Latency = { samples: number; medianMs: number; p95Ms: number; p99Ms: number };
/** Rates of several rounds, in calls per second. */
export type Rate = { median: number; lowest: number; highest: number; rounds: number[] };

export const median = (values: number[]) => percentile(values, 50);

/** The value below which that part of the values lies (nearest rank). Throws when there are none. */
export function percentile(values: number[], percent: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is nothing to take a percentile of.');
  return value;
}

export function latencyOf(samplesMs: number[]): Latency {
  return {
    samples: samplesMs.length,
    medianMs: round(median(samplesMs), 3),
    p95Ms: round(percentile(samplesMs, 95), 3),
    p99Ms: round(percentile(samplesMs, 99), 3),
  };
}

export function rateOf(rounds: number[]): Rate {
  return {
    median: round(median(rounds), 1),
    lowest: round(Math.min(...rounds), 1),
    highest: round(Math.max(...rounds), 1),
    rounds: rounds.map((rate) => round(rate, 1)),
  };
}

/** Each round's own ratio; drift of the machine from round to round does not enter it. */
export function ratioOf(numerators: number[], denominators: number[]) {
  const ratios = numerators.map((value, index) => round(value / (denominators[index] as number), 3));
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
