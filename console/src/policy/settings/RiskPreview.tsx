/** What a change of risk would have done to the requests of the last 30 days, beside what the present policy does. */
import type { PreviewRisk, RiskPreview as RiskCounts } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/client.tsx';
import { format } from '../../ui/format.ts';
import { errorText } from '../../ui/states.tsx';
import { TargetLink } from '../../ui/TargetLink.tsx';
import { texts } from '../texts.ts';
import type { Difference } from '../values.ts';

const { riskPreview: words } = texts;
const TRIED = ['risk_code_at', 'risk_hold_at', 'risk_refuse_at', 'risk_weights'];
const OUTCOMES = ['allow', 'code', 'hold', 'refuse'] as const;

/** Nothing where no points or thresholds change. */
export function RiskPreview({ differences }: { differences: readonly Difference[] }) {
  const tried = differences.filter(({ setting }) => TRIED.includes(setting));
  return tried.length > 0 ? <Preview changes={changesOf(tried)} /> : null;
}

function Preview({ changes }: { changes: PreviewRisk }) {
  const client = useClient();
  const { data, error } = useQuery({
    queryKey: ['risk preview', changes],
    queryFn: ({ signal }) => client.previewRisk(changes, { signal }),
  });
  return (
    <section className="risk-preview" aria-label={words.title}>
      <h3>{words.title}</h3>
      {error && <p className="field-error">{errorText(error)}</p>}
      {!data && !error && <p role="status">{words.loading}</p>}
      {data && (data.requests === 0 ? <p>{words.none}</p> : <Counts counts={data} />)}
    </section>
  );
}

function Counts({ counts }: { counts: RiskCounts }) {
  const { requests, present, tried, completed_stopped: stopped, examples } = counts;
  return (
    <>
      <table>
        <caption>{words.of(format.number(requests))}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.now}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {OUTCOMES.map((outcome) => (
            <tr key={outcome} data-changed={present[outcome] !== tried[outcome] || undefined}>
              <th scope="row">{words.outcomes[outcome]}</th>
              <td>{format.number(present[outcome])}</td>
              <td>{format.number(tried[outcome])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.stopped(stopped)}</p>
      {examples.length > 0 && (
        <>
          <h4>{words.examples}</h4>
          <ul>
            {examples.map(({ id, present: from, tried: to, requests: count, reasons }) => (
              <li key={id}>
                <TargetLink to="/reviews" search={{ related: id }}>
                  {words.change(words.outcomes[from], words.outcomes[to], format.number(count))}
                </TargetLink>{' '}
                <span className="quiet">{reasons.join(' ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Points are kept as text where the form wrote them. */
function changesOf(differences: readonly Difference[]): PreviewRisk {
  const changes = differences.map(({ setting, new: value }) => [
    setting,
    setting === 'risk_weights' ? pointsOf(value) : value,
  ]);
  return Object.fromEntries(changes);
}

const pointsOf = (weights: Difference['new']) =>
  Object.fromEntries(Object.entries(weights ?? {}).map(([signal, points]) => [signal, Number(points)]));
