/** The first page: what is off, what is wrong, today, and the figures of a range of days. */
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { Page } from '../ui/Page.tsx';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { FiguresPart } from './FiguresPart.tsx';
import { Today } from './Today.tsx';
import { texts } from './texts.ts';
import { WhatIsOff } from './WhatIsOff.tsx';
import { WhatIsWrong } from './WhatIsWrong.tsx';

const YESTERDAY_POLL_MS = 600_000;

export function OverviewPage() {
  const today = useOverview(1, POLL_MS);
  const yesterday = useOverview(2, YESTERDAY_POLL_MS).data?.per_day.at(-2)?.received;
  return (
    <Page title={texts.title} lead={today.data ? texts.lead(today.data.time_zone) : '\u00a0'}>
      <WhatIsOff />
      <WhatIsWrong />
      <Loaded query={today} skeleton={<Skeleton lines={3} />}>
        {(overview) => <Today overview={overview} yesterday={yesterday} />}
      </Loaded>
      <FiguresPart />
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
