import type { AttemptList } from '../../headless/requests/attempts.ts';

/** The seller's call attempts, latest first, and when the next one is planned. */
export function Attempts({ attempts }: { attempts: AttemptList | undefined }) {
  if (!attempts) return null;
  const { label, lines, next } = attempts;
  return (
    <div className="cb-attempts">
      <p className="cb-label">{label}</p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes lists without markers for none */}
      <ul role="list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {next && <p>{next}</p>}
    </div>
  );
}
