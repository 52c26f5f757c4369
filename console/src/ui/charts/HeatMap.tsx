/** The hours of the week: a table of seven days by 24 hours, each cell the darker, the more there are. */
import { format } from '../format.ts';

interface HeatMapProps {
  title: string;
  /** Monday first. */
  weekdays: string[];
  columns: { weekday: string; least: string };
  /** For each weekday its 24 hours. */
  hours: number[][];
}

const EVERY = 6;

export function HeatMap({ title, weekdays, columns, hours }: HeatMapProps) {
  const highest = Math.max(0, ...hours.flat());
  return (
    <div className="heat-map">
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{columns.weekday}</span>
            </th>
            {Array.from({ length: 24 }, (_, hour) => hour).map((hour) => (
              <th key={hour} scope="col">
                <span className={hour % EVERY === 0 ? undefined : 'visually-hidden'}>{hour}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((counts, day) => (
            <tr key={weekdays[day]}>
              <th scope="row">{weekdays[day]}</th>
              {counts.map((count, hour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                <td key={hour} title={`${weekdays[day]} ${hour}:00: ${format.number(count)}`}>
                  <Cell share={highest === 0 ? 0 : count / highest} />
                  <span className="visually-hidden">{format.number(count)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="heat-scale" aria-hidden="true">
        {columns.least}
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <Cell key={share} share={share} />
        ))}
        {format.number(highest)}
      </p>
    </div>
  );
}

/** Drawn, not styled: the console's policy allows no style attributes. */
function Cell({ share }: { share: number }) {
  return (
    <svg className="heat-cell" aria-hidden="true">
      <rect width="100%" height="100%" fillOpacity={share} />
    </svg>
  );
}
