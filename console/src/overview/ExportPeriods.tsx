/** The periods as a file: every figure of each. */
import type { Figures, PeriodFigures } from '@ringback/client';
import { shared } from '../texts/en.ts';
import { Button } from '../ui/Button.tsx';
import { type CsvValue, download, toCsv } from '../ui/table/csv.ts';

type Period = Figures['periods'][number];

export function ExportPeriods({ figures }: { figures: Figures }) {
  const save = () =>
    download(
      `figures-${figures.from}-${figures.to}.csv`,
      toCsv(['from', 'to', 'hour', ...NAMES], figures.periods.map(rowOf)),
    );
  return (
    <Button look="quiet" icon="download" onClick={save}>
      {shared.table.export}
    </Button>
  );
}

const WORDS = [
  ...[
    'received',
    'waiting',
    'closed',
    'acknowledged',
    'answered',
    'attempted',
    'attempts',
    'completed',
    'contradicted',
  ],
  ...[
    'contacts',
    'declined',
    'withdrawn',
    'expired',
    'answer_rate',
    'contact_rate',
    'response_rate',
    'completion_rate',
  ],
  ...['expiry_rate', 'decline_rate', 'withdrawal_rate'],
] as (keyof PeriodFigures)[];

const TIMES = ['response_seconds', 'completion_seconds'] as const;
const OF_TIMES = ['average', 'median', 'p90'] as const;
const NAMES = [...WORDS, ...TIMES.flatMap((name) => OF_TIMES.map((of) => `${of}_${name}`))];

const rowOf = ({ from, to, hour, figures }: Period): CsvValue[] => [
  ...[from, to, hour],
  ...WORDS.map((name) => figures[name] as number | null | undefined),
  ...TIMES.flatMap((name) => OF_TIMES.map((of) => figures[name]?.[of])),
];
