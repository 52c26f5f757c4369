/** Counts beside each other: a table whose rows have a bar, so that it reads the same with eyes and without. */
import { format } from '../format.ts';

export interface Share {
  key: string;
  label: string;
  count: number;
}

interface ShareBarsProps {
  /** Read out; the heading above has it for the eye. */
  title: string;
  columns: { label: string; count: string; share: string };
  shares: Share[];
  /** What a full bar stands for, and the shares are of. */
  whole: number;
}

export function ShareBars({ title, columns, shares, whole }: ShareBarsProps) {
  const shareOf = (count: number) => (whole === 0 ? 0 : (count / whole) * 100);
  return (
    <table className="share-bars" aria-label={title}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{columns.label}</th>
          <th scope="col">{columns.count}</th>
          <th scope="col">{columns.share}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ key, label, count }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              <svg aria-hidden="true">
                <rect width={`${shareOf(count)}%`} height="100%" />
              </svg>
            </th>
            <td>{format.number(count)}</td>
            <td className="quiet">{format.percent(whole === 0 ? null : shareOf(count))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
