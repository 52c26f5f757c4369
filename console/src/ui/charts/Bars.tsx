/** A bar for each period, one that is going on drawn as such, and the same as a table for those who do not see it. */
import { format } from '../format.ts';

export interface Bar {
  key: string;
  label: string;
  count: number;
  isIncomplete: boolean;
  /** What happened then, drawn as a line. */
  note?: string | undefined;
}

interface BarsProps {
  title: string;
  /** What the table's columns are called. */
  columns: { period: string; count: string; note?: string };
  /** Said of the bar that is going on. */
  incomplete: string;
  bars: Bar[];
}

const STEP = 10;
const HEIGHT = 100;

export function Bars({ title, columns, incomplete, bars }: BarsProps) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  const text = ({ label, isIncomplete }: Bar) => (isIncomplete ? `${label} (${incomplete})` : label);
  const last = bars.at(-1);
  const hasNotes = bars.some(({ note }) => note);
  return (
    <figure className="bars" aria-label={title}>
      <p className="bars-top" aria-hidden="true">
        {format.number(highest)}
      </p>
      <svg viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map((bar, index) => {
          const height = (bar.count / highest) * HEIGHT;
          return (
            <rect
              key={bar.key}
              className={bar.isIncomplete ? 'is-incomplete' : undefined}
              x={index * STEP + 1}
              y={HEIGHT - height}
              width={STEP - 2}
              height={height}
            >
              <title>{`${text(bar)}: ${format.number(bar.count)}`}</title>
            </rect>
          );
        })}
        {bars.map(
          ({ key, note }, index) =>
            note && (
              <line
                key={key}
                x1={(index + 0.5) * STEP}
                x2={(index + 0.5) * STEP}
                y1={0}
                y2={HEIGHT}
                vectorEffect="non-scaling-stroke"
              >
                <title>{note}</title>
              </line>
            ),
        )}
      </svg>
      <p className="bars-ends" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{bars.length > 1 && last && text(last)}</span>
      </p>
      {/* Around the table: Firefox draws the caption of a hidden one. */}
      <div className="visually-hidden">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.period}</th>
              <th scope="col">{columns.count}</th>
              {hasNotes && <th scope="col">{columns.note}</th>}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{text(bar)}</th>
                <td>{format.number(bar.count)}</td>
                {hasNotes && <td>{bar.note}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
