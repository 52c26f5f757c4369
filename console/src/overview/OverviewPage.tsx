/** How callback requests go in the whole marketplace. */
import type { Overview } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { DayBars } from '../ui/charts/DayBars.tsx';
import { StatusSplit } from '../ui/charts/StatusSplit.tsx';
import { Figure, Figures } from '../ui/Figure.tsx';
import { format } from '../ui/format.ts';
import { Page, Section } from '../ui/Page.tsx';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { texts } from './texts.ts';

const POLL_MS = 30_000;

export function OverviewPage() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => client.getOverview({}, { signal }),
    refetchInterval: POLL_MS,
  });
  return (
    <Page
      title={texts.title}
      lead={query.data ? texts.lead(format.number(query.data.days), query.data.time_zone) : '\u00a0'}
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} />}>
        {(overview) => <Content overview={overview} />}
      </Loaded>
    </Page>
  );
}

function Content({ overview }: { overview: Overview }) {
  const minutes = overview.median_minutes_to_acknowledgement;
  return (
    <>
      <Figures>
        <Figure label={texts.requests} value={format.number(overview.received)} />
        <Figure label={texts.responseRate} value={format.percent(overview.response_rate)} />
        <Figure label={texts.completionRate} value={format.percent(overview.completion_rate)} />
        <Figure label={texts.median} value={minutes === null ? '–' : format.duration(minutes * 60)} />
        <Figure label={texts.buyers} value={format.number(overview.buyers)} />
        <Figure label={texts.sellers} value={format.number(overview.sellers)} />
        <Figure label={texts.overdue} value={format.number(overview.open_overdue)} />
        <Figure label={texts.unread} value={format.number(overview.unread_notifications)} />
      </Figures>
      <div className="columns">
        <Section title={texts.perDay}>
          <DayBars
            title={texts.perDay}
            columns={{ day: texts.day, count: texts.requests }}
            days={overview.per_day.map(({ day, received }) => ({ day, count: received }))}
          />
        </Section>
        <Section title={texts.split}>
          <StatusSplit counts={overview.by_status} />
        </Section>
      </div>
    </>
  );
}
