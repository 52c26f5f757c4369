/** A small graph: accounts on one side, what they share on the other; the same as a list, which everyone can read. */
import type { Review } from '@ringback/client';
import { useMemo } from 'react';
import { type SharedMark, sharedMarks } from './shared.ts';
import { texts } from './texts.ts';

const { related: words } = texts;
const ROW = 28;
const WIDTH = 320;
const MOST_ACCOUNTS = 24;

export function SharedGraph({ reviews }: { reviews: Review[] }) {
  const marks = useMemo(() => sharedMarks(reviews), [reviews]);
  if (marks.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <div className="shared-graph">
      <Lines marks={marks} />
      <ul>
        {marks.map(({ kind, mark, requests, accounts }) => (
          <li key={kind + mark}>
            {words.mark(words.kinds[kind], mark)}{' '}
            <span className="quiet">
              {words.requests(requests)}, {words.accounts(accounts.size)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The list beside it says the same, so it is only looked at. */
function Lines({ marks }: { marks: SharedMark[] }) {
  const accounts = [...new Set(marks.flatMap((mark) => [...mark.accounts]))].slice(0, MOST_ACCOUNTS);
  const height = Math.max(accounts.length, marks.length) * ROW;
  const y = (index: number, of: number) => ((index + 0.5) * height) / of;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} aria-hidden="true">
      {marks.flatMap((mark, place) =>
        accounts.flatMap((account, index) =>
          mark.accounts.has(account) ? (
            <line
              key={`${mark.kind}${mark.mark}${account}`}
              x1={8}
              y1={y(index, accounts.length)}
              x2={WIDTH - 8}
              y2={y(place, marks.length)}
            />
          ) : (
            []
          ),
        ),
      )}
      {accounts.map((account, index) => (
        <circle key={account} cx={8} cy={y(index, accounts.length)} r={5} />
      ))}
      {marks.map(({ kind, mark }, place) => (
        <rect key={kind + mark} x={WIDTH - 13} y={y(place, marks.length) - 5} width={10} height={10} />
      ))}
    </svg>
  );
}
