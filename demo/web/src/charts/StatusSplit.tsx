/** How many requests have which status: a bar, and the same in words and numbers. */
import { STATUSES } from '@ringback/client';
import { type Status, useMessages } from '@ringback/react';
import { useMarketFormat } from '../ui/format.ts';

export function StatusSplit({ counts }: { counts: Record<Status, number> }) {
  const { statuses } = useMessages();
  const format = useMarketFormat();
  const total = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const share = (status: Status) => (total === 0 ? 0 : (counts[status] / total) * 100);
  return (
    <div className="split">
      <svg aria-hidden="true">
        {STATUSES.map((status, index) => (
          <rect
            key={status}
            className={`split-${status}`}
            x={`${STATUSES.slice(0, index).reduce((sum, before) => sum + share(before), 0)}%`}
            width={`${share(status)}%`}
            height="100%"
          />
        ))}
      </svg>
      <dl>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <i className={`split-${status}`} aria-hidden="true" />
              {statuses[status]}
            </dt>
            <dd>
              {format.number(counts[status])} <span className="quiet">{format.percent(share(status))}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
