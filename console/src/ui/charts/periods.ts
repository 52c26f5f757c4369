/** What periods of figures are called: a day, an hour of it, or from one day to another. */
import { format } from '../format.ts';

interface Period {
  from: string;
  to: string;
  hour?: number | undefined;
}

/** `range`: all that is drawn; the year is named where there is more than one. */
export function periodLabel({ from, to, hour }: Period, range: { from: string; to: string }): string {
  const day = range.from.slice(0, 4) === range.to.slice(0, 4) ? format.day : format.dayAndYear;
  if (hour !== undefined) return `${day(from)} ${String(hour).padStart(2, '0')}:00`;
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

export const periodKey = ({ from, hour }: Period) => `${from} ${hour ?? ''}`;
