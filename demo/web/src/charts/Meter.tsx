/** A share of a whole as a bar. Decoration: the number stands beside it. */

export function Meter({ percent }: { percent: number }) {
  return (
    <svg className="meter" aria-hidden="true">
      <rect className="meter-ground" width="100%" height="100%" rx="4" />
      <rect className="meter-value" width={`${percent}%`} height="100%" rx="4" />
    </svg>
  );
}
