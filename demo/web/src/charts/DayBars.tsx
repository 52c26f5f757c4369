/** A bar for each day, and the same as a table for those who do not see it. */
import { useMarketFormat } from '../ui/format.ts';

interface DayBarsProps {
  title: string;
  /** What the table's columns are called. */
  columns: { day: string; count: string };
  days: { day: string; received: number }[];
}

const STEP = 10;
const HEIGHT = 100;

export function DayBars({ title, columns, days }: DayBarsProps) {
  const format = useMarketFormat();
  const highest = Math.max(1, ...days.map(({ received }) => received));
  return (
    <figure className="bars">
      <figcaption>{title}</figcaption>
      <p className="bars-top" aria-hidden="true">
        {format.number(highest)}
      </p>
      <svg viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, received }, index) => {
          const height = (received / highest) * HEIGHT;
          return (
            <rect key={day} x={index * STEP + 1} y={HEIGHT - height} width={STEP - 2} height={height}>
              <title>{`${format.day(day)}: ${format.number(received)}`}</title>
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
            {days.map(({ day, received }) => (
              <tr key={day}>
                <th scope="row">{format.day(day)}</th>
                <td>{format.number(received)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
