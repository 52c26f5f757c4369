/** The seller's numbers: how many requests came, what happened to them, and Ringback's own fair figures. */
import { CallbackStatistics, useCallbackRequestStats } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
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
  const { total_received, ...counts } = stats.as_seller;
  return (
    <section className="numbers" aria-labelledby="numbers">
      <h2 id="numbers">{desk.numbers}</h2>
      <dl className="figures">
        <div>
          <dt>{words.received}</dt>
          <dd>{format.number(total_received)}</dd>
        </div>
      </dl>
      <h3>{words.split}</h3>
      <StatusSplit counts={counts} />
      <CallbackStatistics />
    </section>
  );
}
