/** Durations as the API has them, in ISO 8601 (PT24H, P7D), and as people write them: a count of one unit. */

const SYMBOLS = { minute: 'PT_M', hour: 'PT_H', day: 'P_D', month: 'P_M', year: 'P_Y' } as const;

export type Unit = keyof typeof SYMBOLS;
export const UNITS = Object.keys(SYMBOLS) as Unit[];

export interface Duration {
  count: number;
  unit: Unit;
}

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const MINUTES = { minute: 1, hour: 60, day: 1440 };

/** Undefined for one that no single unit gives, such as a month and a day. */
export function readDuration(iso: string): Duration | undefined {
  const found = ISO.exec(iso);
  if (!found) return undefined;
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const parts: Duration[] = [
    { count: years, unit: 'year' },
    { count: months, unit: 'month' },
    { count: days, unit: 'day' },
    { count: hours, unit: 'hour' },
    { count: minutes, unit: 'minute' },
  ];
  const given = parts.filter(({ count }) => count > 0);
  if (given.length <= 1) return given[0] ?? { count: 0, unit: 'minute' };
  if (years > 0 || months > 0) return undefined;
  const total = days * MINUTES.day + hours * MINUTES.hour + minutes;
  const unit = (['day', 'hour', 'minute'] as const).find((name) => total % MINUTES[name] === 0) ?? 'minute';
  return { count: total / MINUTES[unit], unit };
}

export const writeDuration = ({ count, unit }: Duration): string => SYMBOLS[unit].replace('_', String(count));

/** "24 hours"; what no single unit gives stays as it is. */
export function durationWords(iso: string): string {
  const duration = readDuration(iso);
  if (!duration) return iso;
  const { count, unit } = duration;
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
