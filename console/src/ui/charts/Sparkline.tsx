/** A small line of how a number moved; the number itself stands beside it in words. */

interface SparklineProps {
  /** Oldest first. */
  values: number[];
  /** What it shows, for assistive technology. */
  label: string;
}

const WIDTH = 100;
const HEIGHT = 28;

export function Sparkline({ values, label }: SparklineProps) {
  const highest = Math.max(1, ...values);
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.map(
    (value, index) => `${index * step},${HEIGHT - 1 - (value / highest) * (HEIGHT - 2)}`,
  );
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
