/** A bar for each day, and the same as a table for those who do not see it. */
import { format } from '../format.ts';

interface DayBarsProps {
  title: string;
  /** What the table's columns are called. */
  columns: { day: string; count: string };
  days: { day: string; count: number }[];
}

const STEP = 10;
const HEIGHT = 100;

export function DayBars({ title, columns, days }: DayBarsProps) {
  const highest = Math.max(1, ...days.map(({ count }) => count));
  return (
    <figure className="bars" aria-label={title}>
      <p className="bars-top" aria-hidden="true">
        {format.number(highest)}
      </p>
      <svg viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, count }, index) => {
          const height = (count / highest) * HEIGHT;
          return (
            <rect key={day} x={index * STEP + 1} y={HEIGHT - height} width={STEP - 2} height={height}>
              <title>{`${format.day(day)}: ${format.number(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className="bars-ends" aria-hidden="true">
        <span>{days[0] && format.day(days[0].day)}</span>
        <span>{days.length > 1 && format.day(days.at(-1)?.day ?? '')}</span>
      </p>
      {/* Around the table: Firefox draws the caption of a hidden one. */}
      <div className="visually-hidden">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.day}</th>
              <th scope="col">{columns.count}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count }) => (
              <tr key={day}>
                <th scope="row">{format.day(day)}</th>
                <td>{format.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
