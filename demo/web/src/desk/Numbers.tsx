/** The seller's numbers: how often requests were answered, and what has become of them. */
import { useCallbackRequestStats } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import { Meter } from '../charts/Meter.tsx';
import { StatusSplit } from '../charts/StatusSplit.tsx';
import { useErrorText } from '../ui/errorText.ts';
import { useMarketFormat } from '../ui/format.ts';
import { Failed, Loading } from '../ui/states.tsx';

export function Numbers() {
  const { desk, stats: words } = useWords();
  const { stats, error, refresh } = useCallbackRequestStats();
  const format = useMarketFormat();
  const errorText = useErrorText();
  if (error && !stats) return <Failed message={errorText(error)} retry={refresh} />;
  if (!stats) return <Loading />;
  const { total_received, response_rate, ...counts } = stats.as_seller;
  return (
    <section className="numbers" aria-labelledby="numbers">
      <h2 id="numbers">{desk.numbers}</h2>
      <dl className="figures">
        <div>
          <dt>{words.responseRate}</dt>
          <dd>{format.percent(response_rate)}</dd>
          <Meter percent={response_rate} />
          <dd className="quiet">{words.responseHint}</dd>
        </div>
        <div>
          <dt>{words.received}</dt>
          <dd>{format.number(total_received)}</dd>
        </div>
      </dl>
      <h3>{words.split}</h3>
      <StatusSplit counts={counts} />
    </section>
  );
}
