/** Columns of tables that compare sellers, listings or categories: counts, and rates with the bounds between which they lie. */
import { format } from '../format.ts';
import type { Column } from './columns.ts';

interface Compared {
  received: number;
  declined: number;
  expired: number;
  answer_rate: number | null;
  answer_rate_low: number | null;
  answer_rate_high: number | null;
  contact_rate: number | null;
  contact_rate_low: number | null;
  contact_rate_high: number | null;
  completion_rate: number | null;
  median_response_seconds: number | null;
}

const words = {
  received: 'Requests',
  answerRate: 'Answer rate',
  contactRate: 'Contact rate',
  completionRate: 'Completion rate',
  median: 'Median response time',
  declined: 'Declined',
  expired: 'Expired',
  bounds: (low: string, high: string) => `${low} to ${high}`,
};

export function comparisonColumns<Row extends Compared>(): Column<Row>[] {
  return [
    { ...countColumn<Row>('received', words.received), sort: 'requests' },
    { ...rateColumn<Row>('answer_rate', words.answerRate), sort: 'answer_rate' },
    { ...rateColumn<Row>('contact_rate', words.contactRate), sort: 'contact_rate' },
    {
      ...{ id: 'completion_rate', label: words.completionRate, align: 'end' },
      cell: ({ completion_rate }) => format.percent(completion_rate),
      csv: ({ completion_rate }) => completion_rate,
    },
    {
      ...{ id: 'median', label: words.median, align: 'end', sort: 'median' },
      cell: ({ median_response_seconds: seconds }) => (seconds === null ? '–' : format.duration(seconds)),
      csv: ({ median_response_seconds }) => median_response_seconds,
    },
    { ...countColumn<Row>('declined', words.declined), isExtra: true },
    countColumn<Row>('expired', words.expired),
  ];
}

const countColumn = <Row extends Compared>(
  id: 'received' | 'declined' | 'expired',
  label: string,
): Column<Row> => ({
  ...{ id, label, align: 'end' },
  cell: (row) => format.number(row[id]),
  csv: (row) => row[id],
});

function rateColumn<Row extends Compared>(id: 'answer_rate' | 'contact_rate', label: string): Column<Row> {
  return {
    ...{ id, label, align: 'end', csv: (row) => row[id] },
    cell: (row) => {
      const [low, high] = [row[`${id}_low`], row[`${id}_high`]];
      return (
        <span>
          {format.percent(row[id])}{' '}
          {low !== null && (
            <span className="quiet">({words.bounds(format.percent(low), format.percent(high))})</span>
          )}
        </span>
      );
    },
  };
}
