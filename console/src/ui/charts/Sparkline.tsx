/** A small line beside a figure, from zero up; the figure and the table of the periods have the numbers. */

const WIDTH = 100;
const HEIGHT = 28;

export function Sparkline({ values }: { values: (number | null)[] }) {
  const highest = Math.max(...values.map((value) => value ?? 0), 0);
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.flatMap((value, index) =>
    value === null || highest === 0
      ? []
      : [`${index * step},${HEIGHT - 1 - (value / highest) * (HEIGHT - 2)}`],
  );
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
