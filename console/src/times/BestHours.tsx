/** The hours of the day by how surely a call reaches the buyer: few calls do not win. */
import type { Times } from '@ringback/client';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

type Hour = Times['by_hour'][number];

const ENOUGH = 5;
const NAMED = 3;
const { columns: words } = texts;

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const lowOf = ({ reach_rate_low }: Hour) => reach_rate_low ?? 0;

export function BestHours({ times }: { times: Times }) {
  const hours = times.by_hour.filter(({ calls }) => calls > 0).toSorted((a, b) => lowOf(b) - lowOf(a));
  const best = hours.filter(({ calls, reached }) => calls >= ENOUGH && reached > 0).slice(0, NAMED);
  return (
    <Section title={texts.best}>
      <p>
        {best.length > 0 ? texts.bestAre(best.map(({ hour }) => clock(hour)).join(', ')) : texts.tooFew}{' '}
        <span className="quiet">
          {texts.inZone(times.time_zone)} {texts.lowerBound}
        </span>
      </p>
      <Table<Hour>
        id="best-hours"
        label={texts.best}
        columns={COLUMNS}
        pages={wholeList({ data: hours, error: null, refetch: () => {} })}
        rowId={({ hour }) => String(hour)}
        empty={<Empty title={texts.none} />}
        isExported
      />
    </Section>
  );
}

const COLUMNS: Column<Hour>[] = [
  {
    ...{ id: 'hour', label: words.hour, isTitle: true, csv: ({ hour }) => hour },
    cell: ({ hour }) => clock(hour),
  },
  {
    ...{ id: 'calls', label: words.calls, align: 'end', csv: ({ calls }) => calls },
    cell: ({ calls }) => format.number(calls),
  },
  {
    ...{ id: 'reached', label: words.reached, align: 'end', csv: ({ reached }) => reached },
    cell: ({ reached }) => format.number(reached),
  },
  {
    ...{ id: 'rate', label: words.rate, align: 'end', csv: ({ reach_rate }) => reach_rate },
    cell: ({ reach_rate, reach_rate_low: low, reach_rate_high: high }) => (
      <span>
        {format.percent(reach_rate)}{' '}
        {low !== null && high !== null && (
          <span className="quiet">({texts.bounds(format.percent(low), format.percent(high))})</span>
        )}
      </span>
    ),
  },
];
