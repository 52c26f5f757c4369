/** How long each channel's queue is, and how old. */
import type { System } from '@ringback/client';
import { Badge } from '../ui/Badge.tsx';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

type Queue = System['queues'][number];

const { queues: words } = texts;

export function Queues({ queues }: { queues: Queue[] }) {
  return (
    <Section title={words.title}>
      <Table<Queue>
        id="queues"
        label={words.title}
        pages={wholeList({ data: queues, error: null, refetch: () => {} })}
        rowId={({ channel }) => channel}
        open={() => ({ to: '/deliveries' })}
        empty={<Empty title={words.none} />}
        columns={[
          { id: 'channel', label: words.channel, isTitle: true, cell: ({ channel }) => channel },
          {
            id: 'waiting',
            label: words.waiting,
            align: 'end',
            cell: ({ waiting }) => format.number(waiting),
          },
          {
            id: 'oldest',
            label: words.oldest,
            align: 'end',
            cell: ({ oldest_due_seconds: seconds }) =>
              seconds > 0 ? format.duration(seconds) : words.nothing,
          },
          {
            id: 'state',
            label: words.state,
            cell: ({ is_paused }) => is_paused && <Badge label={words.paused} tone="warning" icon="pause" />,
          },
        ]}
      />
    </Section>
  );
}
