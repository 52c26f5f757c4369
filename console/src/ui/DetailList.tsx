/** What is known of an object: names and values, line by line. */
import type { ReactNode } from 'react';

export interface Detail {
  label: string;
  /** Left out while it is null or undefined. */
  value: ReactNode;
}

export function DetailList({ details }: { details: Detail[] }) {
  return (
    <dl className="details">
      {details
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
