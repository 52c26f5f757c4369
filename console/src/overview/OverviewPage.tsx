/** The first page: what is off, today, the state of the system, and the last days. */
import type { Overview } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { DayBars } from '../ui/charts/DayBars.tsx';
import { StatusSplit } from '../ui/charts/StatusSplit.tsx';
import { Figure, Figures } from '../ui/Figure.tsx';
import { format } from '../ui/format.ts';
import { Page, Section } from '../ui/Page.tsx';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { SystemState } from './SystemState.tsx';
import { Today } from './Today.tsx';
import { texts } from './texts.ts';
import { WhatIsOff } from './WhatIsOff.tsx';

const MONTH_POLL_MS = 60_000;

export function OverviewPage() {
  const today = useOverview(1, POLL_MS);
  const month = useOverview(30, MONTH_POLL_MS);
  return (
    <Page title={texts.title} lead={today.data ? texts.lead(today.data.time_zone) : '\u00a0'}>
      <WhatIsOff />
      <Loaded query={today} skeleton={<Skeleton lines={3} />}>
        {(overview) => <Today overview={overview} month={month.data} />}
      </Loaded>
      <SystemState />
      <Loaded query={month} skeleton={<Skeleton lines={8} />}>
        {(overview) => <Month overview={overview} />}
      </Loaded>
    </Page>
  );
}

function useOverview(days: number, pollMs: number) {
  const client = useClient();
  return useQuery({
    queryKey: ['overview', days],
    queryFn: ({ signal }) => client.getOverview({ days }, { signal }),
    refetchInterval: pollMs,
  });
}

function Month({ overview }: { overview: Overview }) {
  const minutes = overview.median_minutes_to_acknowledgement;
  return (
    <>
      <h2>{texts.month}</h2>
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
