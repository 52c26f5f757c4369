/** The processes that reported themselves within a day, the live ones and those that went silent. */
import type { System } from '@ringback/client';
import { Badge } from '../ui/Badge.tsx';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

type Process = System['processes'][number];

const { processes: words } = texts;

export function Processes({ processes }: { processes: Process[] }) {
  return (
    <Section title={words.title}>
      <Table<Process>
        id="processes"
        label={words.title}
        pages={wholeList({ data: processes, error: null, refetch: () => {} })}
        rowId={({ id }) => id}
        empty={<Empty title={words.none}>{words.noneHint}</Empty>}
        columns={[
          { id: 'host', label: words.host, isTitle: true, cell: ({ host }) => host },
          { id: 'kind', label: words.kind, cell: ({ kind }) => words.kinds[kind] ?? kind },
          {
            id: 'state',
            label: words.state,
            cell: ({ is_live }) => (
              <Badge label={is_live ? words.live : words.gone} tone={is_live ? 'success' : 'warning'} />
            ),
          },
          { id: 'seen', label: words.seen, cell: ({ seen_at }) => <Time at={seen_at} /> },
          { id: 'started', label: words.started, cell: ({ started_at }) => <Time at={started_at} /> },
          {
            id: 'channels',
            label: words.channels,
            cell: ({ channels }) => channels.join(', ') || words.nothing,
          },
          { id: 'version', label: words.version, cell: ({ version }) => version },
          {
            id: 'zones',
            label: words.zones,
            cell: ({ zone_data }) => zone_data ?? words.nothing,
            isExtra: true,
          },
        ]}
      />
    </Section>
  );
}
