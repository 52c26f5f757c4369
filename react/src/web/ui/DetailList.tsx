import type { Detail } from '../../headless/ui/parts.ts';

/** Labels with their texts; absent without any. */
export function DetailList({ details }: { details: readonly Detail[] }) {
  if (details.length === 0) return null;
  return (
    <dl className="cb-details">
      {details.map(({ label, text }) => (
        <div key={label} className="cb-detail">
          <dt>{label}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
