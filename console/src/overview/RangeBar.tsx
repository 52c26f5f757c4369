/** Which days the figures are of, how they are cut, what they are compared with: all in the address. */
import { FIGURE_INTERVALS } from '@ringback/client';
import { useState } from 'react';
import { useSession } from '../app/session.tsx';
import { useSwitches } from '../policy/queries.ts';
import { Day } from '../ui/DateRange.tsx';
import { dayBefore, today } from '../ui/days.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { useFilters } from '../ui/search.ts';
import { texts } from './texts.ts';

const { range: words } = texts;

/** So many days back, today included; the first is what the API takes by default. */
const PRESETS = { month: 30, week: 7, quarter: 90, year: 365, today: 1 } as const;
type Preset = keyof typeof PRESETS;

const optionsOf = (values: { value: string }[] = []) => values.map(({ value }) => ({ value, label: value }));

export function RangeBar() {
  const places = useSwitches().data;
  return (
    <FilterBar
      choices={[
        {
          name: 'interval',
          label: words.interval,
          options: FIGURE_INTERVALS.map((value) => ({ value, label: words.intervals[value] })),
        },
        { name: 'category', label: words.category, options: optionsOf(places?.categories) },
        { name: 'country', label: words.country, options: optionsOf(places?.countries) },
        { name: 'compare', label: words.compare, options: [{ value: 'none', label: words.nothing }] },
      ]}
    >
      <Range />
    </FilterBar>
  );
}

/** By itself where there is nothing to cut or compare. */
export function Range() {
  const { time_zone } = useSession();
  const present = today(time_zone);
  const { values, change } = useFilters();
  const [isOwn, setIsOwn] = useState(false);
  const preset = isOwn ? 'own' : presetOf(values.from, values.to, present);
  const choose = (chosen: string) => {
    setIsOwn(chosen === 'own');
    if (chosen === 'own')
      return change({ from: values.from ?? dayBefore(present, 29), to: values.to ?? present });
    const from = chosen === 'month' ? undefined : dayBefore(present, PRESETS[chosen as Preset] - 1);
    change({ from, to: undefined, interval: undefined });
  };
  return (
    <>
      <label className="filter" data-used={preset !== 'month' || undefined}>
        <span>{words.period}</span>
        <select value={preset} onChange={({ target }) => choose(target.value)}>
          {Object.entries(words.presets).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {preset === 'own' && (
        <>
          <Day label={words.from} value={values.from} max={values.to} onChange={(from) => change({ from })} />
          <Day label={words.to} value={values.to} min={values.from} onChange={(to) => change({ to })} />
        </>
      )}
    </>
  );
}

function presetOf(from: string | undefined, to: string | undefined, present: string): Preset | 'own' {
  if (from === undefined && to === undefined) return 'month';
  const names = Object.keys(PRESETS) as Preset[];
  return (to === undefined && names.find((name) => dayBefore(present, PRESETS[name] - 1) === from)) || 'own';
}
