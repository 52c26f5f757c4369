/** Rows without words, as high as those that will come. */
import { shared } from '../../texts/en.ts';

const ROWS = Array.from({ length: 8 }, (_, row) => row);

export function SkeletonRows({ columns }: { columns: number }) {
  return (
    <tbody className="skeleton-rows">
      {ROWS.map((row) => (
        <tr key={row}>
          <td colSpan={columns}>
            <span aria-hidden="true" />
            {row === 0 && (
              <span className="visually-hidden" role="status">
                {shared.states.loading}
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
