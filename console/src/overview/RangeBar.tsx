/** Which days the figures are of, how they are grouped, what they are compared with: all in the address. */
import { FIGURE_INTERVALS } from '@ringback/client';
import { useSession } from '../app/session.tsx';
import { useSwitches } from '../policy/queries.ts';
import { dayBefore, today } from '../ui/days.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { useFilters } from '../ui/search.ts';
import { texts } from './texts.ts';

const { range: words } = texts;

/** From how many days on the API refuses an interval as too short. */
const TOO_MANY_DAYS: Partial<Record<string, number>> = { hour: 8, day: 401 };

const optionsOf = (values: { value: string }[] = []) => values.map(({ value }) => ({ value, label: value }));

export function RangeBar() {
  const places = useSwitches().data;
  return (
    <FilterBar
      choices={[
        { name: 'interval', label: words.interval, none: words.automatic, options: useIntervals() },
        { name: 'category', label: words.category, options: optionsOf(places?.categories) },
        { name: 'country', label: words.country, options: optionsOf(places?.countries) },
        {
          ...{ name: 'compare', label: words.compare, none: words.before },
          options: [{ value: 'none', label: words.nothing }],
        },
      ]}
      period="month"
      voidedByPeriod={['interval']}
    />
  );
}

function useIntervals() {
  const { time_zone } = useSession();
  const { from, to } = useFilters().values;
  const present = today(time_zone);
  const days = (Date.parse(to ?? present) - Date.parse(from ?? dayBefore(present, 29))) / 86_400_000 + 1;
  return FIGURE_INTERVALS.filter((value) => days < (TOO_MANY_DAYS[value] ?? Infinity)).map((value) => ({
    value,
    label: words.intervals[value],
  }));
}
