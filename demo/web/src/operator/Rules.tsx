/** The limits that are in force. */
import type { Overview } from '@ringback/client';
import { useWords } from '../app/settings.tsx';
import { useMarketFormat } from '../ui/format.ts';

export function Rules({ settings }: { settings: Overview['settings'] }) {
  const { operator: words } = useWords();
  const format = useMarketFormat();
  const regions = settings.allowed_phone_regions?.map(format.country).join(', ') ?? words.allRegions;
  const rules = [
    [words.expires, format.duration(settings.expires_after_hours * 60)],
    [words.perUser, format.number(settings.requests_per_user_per_day)],
    [words.perPhone, format.number(settings.requests_per_phone_per_day)],
    [words.perSeller, format.number(settings.requests_per_seller_per_day)],
    [words.regions, regions],
  ] as const;
  return (
    <section className="panel-box" aria-labelledby="rules">
      <h2 id="rules">{words.rules}</h2>
      <dl className="rules">
        {rules.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
