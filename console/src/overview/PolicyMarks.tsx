/** What changed in the policy within the days of the figures: each line belongs to a mark in the chart above. */
import { format } from '../ui/format.ts';
import { TargetLink } from '../ui/TargetLink.tsx';
import type { PolicyMark } from './marks.ts';
import { texts } from './texts.ts';

const { policy: words } = texts;

export function PolicyMarks({ marks }: { marks: PolicyMark[] }) {
  if (marks.length === 0) return null;
  return (
    <div className="policy-marks">
      <h3>{words.title}</h3>
      <ul>
        {marks.map(({ id, day, names, by }) => (
          <li key={id}>
            <strong>{format.day(day)}</strong> {names.join(', ')}
            {by && <span className="quiet"> {words.by(by)}</span>}
          </li>
        ))}
      </ul>
      <TargetLink to="/policy" search={{ tab: 'history' }}>
        {words.open}
      </TargetLink>
    </div>
  );
}
