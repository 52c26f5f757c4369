/** How many requests have which status: a bar, and the same in words and numbers. */
import { STATUSES } from '@ringback/client';
import { shared } from '../../texts/en.ts';
import { format } from '../format.ts';

type Status = (typeof STATUSES)[number];

export function StatusSplit({ counts }: { counts: Record<Status, number> }) {
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
              {shared.statuses[status]}
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
