/** Data as it is, to be unfolded by who wants it. */

export function Json({ label, data }: { label: string; data: unknown }) {
  return (
    <details className="json">
      <summary>{label}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so the keyboard must reach it */}
      <pre tabIndex={0}>{JSON.stringify(data, null, 2)}</pre>
    </details>
  );
}
