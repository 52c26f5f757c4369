/** The columns of the channels compared, and the periods as a file. */
import {
  DELIVERY_CHANNELS,
  type DeliveryCounts,
  type DeliveryFigures,
  FIGURE_INTERVALS,
} from '@ringback/client';
import { useSession } from '../app/session.tsx';
import { shared } from '../texts/en.ts';
import { Button } from '../ui/Button.tsx';
import { dayBefore, today } from '../ui/days.ts';
import { format } from '../ui/format.ts';
import { useFilters } from '../ui/search.ts';
import type { Column } from '../ui/table/columns.ts';
import { type CsvValue, download, toCsv } from '../ui/table/csv.ts';
import { texts } from './texts.ts';
import { channelName } from './words.ts';

export const CHANNELS = DELIVERY_CHANNELS;
const { figures: words } = texts;

type Row = DeliveryFigures['channels'][number];
type CountName = Exclude<keyof DeliveryCounts, 'latency_seconds' | 'success_rate'>;
type Percentile = keyof DeliveryCounts['latency_seconds'];

const percent = (rate: number | null) => (rate === null ? '–' : format.percent(rate));
const duration = (seconds: number | null) => (seconds === null ? '–' : format.duration(seconds));

const count = (id: CountName, isExtra = false): Column<Row> => ({
  ...{ id, label: words.columns[id], align: 'end', ...(isExtra && { isExtra }) },
  cell: ({ figures, before }) => (
    <span>
      {format.number(figures[id])} <span className="quiet">{words.was(format.number(before[id]))}</span>
    </span>
  ),
  csv: ({ figures }) => figures[id],
});

const latency = (name: Percentile): Column<Row> => ({
  ...{ id: name, label: words.columns[name], align: 'end' },
  cell: ({ figures }) => duration(figures.latency_seconds[name]),
  csv: ({ figures }) => figures.latency_seconds[name],
});

export const CHANNEL_COLUMNS: Column<Row>[] = [
  {
    ...{ id: 'channel', label: texts.channel, isTitle: true },
    cell: ({ channel }) => channelName(channel),
    csv: ({ channel }) => channel,
  },
  count('sent'),
  {
    ...{ id: 'success_rate', label: words.columns.success_rate, align: 'end' },
    cell: ({ figures, before }) => (
      <span>
        {percent(figures.success_rate)}{' '}
        <span className="quiet">{words.was(percent(before.success_rate))}</span>
      </span>
    ),
    csv: ({ figures }) => figures.success_rate,
  },
  count('dead_letters'),
  count('failed_attempts'),
  count('delivered', true),
  count('suppressed', true),
  ...(['median', 'p90', 'p99'] as const).map(latency),
];

const COUNTS = [
  'sent',
  'delivered',
  'dead_letters',
  'failed_attempts',
  'suppressed',
  'success_rate',
] as const;
const PERCENTILES = ['median', 'p90', 'p99'] as const;

export function ExportPeriods({ figures }: { figures: DeliveryFigures }) {
  const rowOf = (period: DeliveryFigures['periods'][number]): CsvValue[] => [
    ...[period.from, period.to, period.hour],
    ...COUNTS.map((name) => period.figures[name]),
    ...PERCENTILES.map((name) => period.figures.latency_seconds[name]),
  ];
  const names = ['from', 'to', 'hour', ...COUNTS, ...PERCENTILES.map((name) => `${name}_latency_seconds`)];
  const save = () =>
    download(`deliveries-${figures.from}-${figures.to}.csv`, toCsv(names, figures.periods.map(rowOf)));
  return (
    <Button look="quiet" icon="download" onClick={save}>
      {shared.table.export}
    </Button>
  );
}

/** From how many days on the API refuses an interval as too short. */
const TOO_MANY_DAYS: Partial<Record<string, number>> = { hour: 8, day: 401 };

export function useIntervalChoices() {
  const { time_zone } = useSession();
  const { from, to } = useFilters().values;
  const present = today(time_zone);
  const days = (Date.parse(to ?? present) - Date.parse(from ?? dayBefore(present, 29))) / 86_400_000 + 1;
  return FIGURE_INTERVALS.filter((value) => days < (TOO_MANY_DAYS[value] ?? Infinity)).map((value) => ({
    value,
    label: words.intervals[value],
  }));
}
