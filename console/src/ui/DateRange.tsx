/** A period of days in the marketplace's time zone: one of a few, or from one day to another. */
import { useState } from 'react';
import { useSession } from '../app/session.tsx';
import { shared } from '../texts/en.ts';
import { dayBefore, today } from './days.ts';

interface DateRangeProps {
  /** What no days in the address stand for: all of a list, or the month that figures are of. */
  fallback: Fallback;
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { from: string | undefined; to: string | undefined }) => void;
}

export type Fallback = keyof typeof OFFERED;

/** So many days before today, which is one of them. */
const DAYS = { any: undefined, today: 0, week: 6, month: 29, quarter: 89, year: 364 } as const;
type Period = keyof typeof DAYS;
const OFFERED = {
  any: ['any', 'today', 'week', 'month'],
  month: ['month', 'week', 'quarter', 'year', 'today'],
} satisfies Record<string, Period[]>;

const { filters: words } = shared;

export function DateRange({ fallback, from, to, onChange }: DateRangeProps) {
  const { time_zone } = useSession();
  const present = today(time_zone);
  const [isOwn, setIsOwn] = useState(false);
  const startOf = (period: Period) => {
    const days = DAYS[period];
    return days === undefined ? undefined : dayBefore(present, days);
  };
  const named = () => {
    if (from === undefined && to === undefined) return fallback;
    return to === undefined ? OFFERED[fallback].find((period) => startOf(period) === from) : undefined;
  };
  const period = (!isOwn && named()) || 'own';
  const choose = (chosen: Period | 'own') => {
    setIsOwn(chosen === 'own');
    if (chosen === 'own') return onChange({ from: from ?? startOf(fallback) ?? present, to: to ?? present });
    onChange({ from: chosen === fallback ? undefined : startOf(chosen), to: undefined });
  };
  return (
    <>
      <label className="filter" data-used={period !== fallback || undefined}>
        <span>{words.period}</span>
        <select value={period} onChange={({ target }) => choose(target.value as Period | 'own')}>
          {[...OFFERED[fallback], 'own' as const].map((value) => (
            <option key={value} value={value}>
              {words.periods[value]}
            </option>
          ))}
        </select>
      </label>
      {period === 'own' && (
        <>
          <Day label={words.from} value={from} max={to} onChange={(day) => onChange({ from: day, to })} />
          <Day label={words.to} value={to} min={from} onChange={(day) => onChange({ from, to: day })} />
        </>
      )}
    </>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (day: string | undefined) => void;
}

function Day({ label, value, onChange, ...bounds }: DayProps) {
  return (
    <label className="filter" data-used={value !== undefined || undefined}>
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ''}
        {...bounds}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </label>
  );
}
