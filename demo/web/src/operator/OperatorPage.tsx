/** The operator's first page: how callback requests go in the whole marketplace. */
import { type CallbackError, isCallbackError, type Overview } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useOperatorClient } from '../app/clients.ts';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { DayBars } from '../charts/DayBars.tsx';
import { StatusSplit } from '../charts/StatusSplit.tsx';
import { useErrorText } from '../ui/errorText.ts';
import { useMarketFormat } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { Figures } from './Figures.tsx';
import { Health } from './Health.tsx';
import { Rules } from './Rules.tsx';

const POLL_MS = 30_000;

export default function OperatorPage() {
  const { operator: words } = useWords();
  const { data, error, refetch } = useOverview();
  const format = useMarketFormat();
  return (
    <Page
      title={words.title}
      lead={data && words.lead(format.number(data.days), data.time_zone)}
      className="operator"
      actions={data && <Health />}
    >
      {error && !data && <Refused error={error} retry={refetch} />}
      {!error && !data && <Loading />}
      {data && <Content overview={data} />}
    </Page>
  );
}

function useOverview() {
  const client = useOperatorClient();
  const { signedIn } = useSession();
  return useQuery<Overview, CallbackError>({
    queryKey: ['market', 'overview', signedIn?.account.id],
    queryFn: ({ signal }) => client.getOverview({}, { signal }),
    refetchInterval: POLL_MS,
    retry: false,
  });
}

function Refused({ error, retry }: { error: CallbackError; retry: () => void }) {
  const { operator: words, account } = useWords();
  const errorText = useErrorText();
  if (!isCallbackError(error) || error.code !== 'forbidden')
    return <Failed message={errorText(error)} retry={retry} />;
  return (
    <Empty icon="chart">
      <p>
        <strong>{words.denied}</strong>
      </p>
      <p>{words.deniedHint}</p>
      <Link href="/people" className="button button-primary">
        {account.signIn}
      </Link>
    </Empty>
  );
}

function Content({ overview }: { overview: Overview }) {
  const { operator: words, stats } = useWords();
  return (
    <div className="panels">
      <Figures overview={overview} />
      <section className="panel-box">
        <DayBars
          title={words.perDay}
          columns={{ day: words.day, count: words.requests }}
          days={overview.per_day}
        />
      </section>
      <section className="panel-box" aria-labelledby="split">
        <h2 id="split">{stats.split}</h2>
        <StatusSplit counts={overview.by_status} />
      </section>
      <Rules settings={overview.settings} />
    </div>
  );
}
