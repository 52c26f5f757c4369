/** A period of days in the marketplace's time zone: one of a few, or from one day to another. */
import { useState } from 'react';
import { useSession } from '../app/session.tsx';
import { shared } from '../texts/en.ts';
import { dayBefore, today } from './days.ts';

interface DateRangeProps {
  from: string | undefined;
  to: string | undefined;
  onChange: (days: { from: string | undefined; to: string | undefined }) => void;
}

const PERIODS = { any: undefined, today: 0, week: 6, month: 29 } as const;
type Period = keyof typeof PERIODS;

const { filters: words } = shared;

export function DateRange({ from, to, onChange }: DateRangeProps) {
  const { time_zone } = useSession();
  const present = today(time_zone);
  const [isOwn, setIsOwn] = useState(false);
  const period = isOwn ? 'own' : periodOf(from, to, present);
  const choose = (chosen: string) => {
    setIsOwn(chosen === 'own');
    if (chosen === 'own') return onChange({ from: from ?? present, to: to ?? present });
    const days = PERIODS[chosen as Period];
    onChange({ from: days === undefined ? undefined : dayBefore(present, days), to: undefined });
  };
  return (
    <>
      <label className="filter" data-used={period !== 'any' || undefined}>
        <span>{words.period}</span>
        <select value={period} onChange={({ target }) => choose(target.value)}>
          {Object.entries(words.periods).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
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

function periodOf(from: string | undefined, to: string | undefined, present: string): Period | 'own' {
  if (from === undefined && to === undefined) return 'any';
  const names = ['today', 'week', 'month'] as const;
  return (to === undefined && names.find((name) => dayBefore(present, PERIODS[name]) === from)) || 'own';
}

interface DayProps {
  label: string;
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (day: string | undefined) => void;
}

export function Day({ label, value, onChange, ...bounds }: DayProps) {
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
