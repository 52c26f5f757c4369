/** The installation: what is wrong first, then alerts, processes, queues and the database. */
import type { System } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { Figure, Figures } from '../ui/Figure.tsx';
import { format } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import { Alerts } from './Alerts.tsx';
import { Findings } from './Findings.tsx';
import { Processes } from './Processes.tsx';
import { Queues } from './Queues.tsx';
import { Storage } from './Storage.tsx';
import { texts } from './texts.ts';

export function SystemPage() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => client.getSystem({ signal }),
    refetchInterval: POLL_MS,
  });
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Loaded query={query} skeleton={<Skeleton lines={8} />}>
        {(system) => (
          <>
            <Facts system={system} />
            <Findings findings={system.findings} />
            <Alerts />
            <Processes processes={system.processes} />
            <Queues queues={system.queues} />
            <Storage />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const GIGABYTE = 1_000_000_000;
const { facts: words } = texts;

function Facts({ system: { processes, database, schema, maintenance } }: { system: System }) {
  const versions = new Set(processes.filter(({ is_live }) => is_live).map(({ version }) => version));
  return (
    <Figures>
      <Figure
        label={words.version}
        value={versions.size > 1 ? words.differ : ([...versions][0] ?? words.none)}
      />
      <Figure label={words.database} value={database.version.split(' ', 1)[0]} />
      <Figure
        label={words.size}
        value={`${format.number(Math.round((database.size_bytes / GIGABYTE) * 100) / 100)} GB`}
      />
      <Figure
        label={words.schema}
        value={words.migrations(format.number(schema.migrations))}
        note={schema.migration?.replace(/^\d+_|\.sql$/g, '').replaceAll('_', ' ')}
      />
      <Figure
        label={words.maintenance}
        value={maintenance.last_run_at ? <Time at={maintenance.last_run_at} isFocusable /> : words.never}
        note={maintenance.overdue_requests > 0 && words.overdue(format.number(maintenance.overdue_requests))}
      />
    </Figures>
  );
}
