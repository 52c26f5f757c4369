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

const COUNTS = [
  'received',
  'repeats',
  'held',
  'code_asked',
  'refused',
  'waiting',
  'closed',
  'acknowledged',
  'answered',
  'attempted',
  'attempts',
  'completed',
  'contradicted',
  'contacts',
  'declined',
  'withdrawn',
  'expired',
  'repeat_rate',
  'answer_rate',
  'contact_rate',
  'response_rate',
  'completion_rate',
  'expiry_rate',
  'decline_rate',
  'withdrawal_rate',
] as const satisfies (keyof PeriodFigures)[];

const TIMES: Record<string, (figures: Period['figures']) => CsvValue> = {
  average_acknowledgement_seconds: (figures) => figures.acknowledgement_seconds?.average,
  average_response_seconds: (figures) => figures.response_seconds?.average,
  median_response_seconds: (figures) => figures.response_seconds?.median,
  p90_response_seconds: (figures) => figures.response_seconds?.p90,
  average_completion_seconds: (figures) => figures.completion_seconds?.average,
  median_completion_seconds: (figures) => figures.completion_seconds?.median,
  p90_completion_seconds: (figures) => figures.completion_seconds?.p90,
};
const NAMES = [...COUNTS, ...Object.keys(TIMES)];

const rowOf = ({ from, to, hour, figures }: Period): CsvValue[] => [
  ...[from, to, hour],
  ...COUNTS.map((name) => figures[name]),
  ...Object.values(TIMES).map((read) => read(figures)),
];
