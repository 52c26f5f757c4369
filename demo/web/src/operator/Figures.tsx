/** The marketplace's numbers, one beside the other. */
import type { Overview } from '@ringback/client';
import { useWords } from '../app/settings.tsx';
import { useMarketFormat } from '../ui/format.ts';

export function Figures({ overview }: { overview: Overview }) {
  const { operator: words } = useWords();
  const format = useMarketFormat();
  const minutes = overview.median_minutes_to_acknowledgement;
  const figures = [
    [words.requests, format.number(overview.received)],
    [words.responseRate, format.percent(overview.response_rate)],
    [words.completionRate, format.percent(overview.completion_rate)],
    [words.median, minutes === null ? '–' : format.duration(minutes)],
    [words.buyers, format.number(overview.buyers)],
    [words.sellers, format.number(overview.sellers)],
    [words.overdue, format.number(overview.open_overdue)],
    [words.unread, format.number(overview.unread_notifications)],
  ] as const;
  return (
    <dl className="figures figures-grid">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
