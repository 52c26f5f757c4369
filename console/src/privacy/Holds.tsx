/** The legal holds in force: placed and ended by admins, read by all. */
import type { Hold } from '@ringback/client';
import { useState } from 'react';
import { useCan } from '../app/session.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { TargetLink } from '../ui/TargetLink.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { EndHold, HoldDialog } from './HoldDialog.tsx';
import { useHolds } from './queries.ts';
import { texts } from './texts.ts';

const { holds: words } = texts;

export function Holds() {
  const query = useHolds();
  const isAdmin = useCan('admin');
  const [isPlacing, setIsPlacing] = useState(false);
  const [ending, setEnding] = useState<string>();
  const end: Column<Hold> = {
    id: 'end',
    label: words.end,
    cell: ({ person_id }) => <Button onClick={() => setEnding(person_id)}>{words.end}</Button>,
  };
  return (
    <Section
      title={words.title}
      actions={
        isAdmin && (
          <Button icon="plus" onClick={() => setIsPlacing(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Table<Hold>
        id="holds"
        label={words.title}
        columns={isAdmin ? [...COLUMNS, end] : COLUMNS}
        pages={wholeList(query)}
        rowId={({ person_id }) => person_id}
        isExported
        empty={
          <Empty title={words.none} icon="lock">
            {words.noneHint}
          </Empty>
        }
      />
      {isPlacing && <HoldDialog onClose={() => setIsPlacing(false)} />}
      {ending !== undefined && <EndHold id={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

const COLUMNS: Column<Hold>[] = [
  {
    id: 'person',
    label: words.person,
    isTitle: true,
    cell: ({ person_id }) => (
      <TargetLink to="/people/$id" params={{ id: person_id }}>
        <code>{person_id}</code>
      </TargetLink>
    ),
    csv: ({ person_id }) => person_id,
  },
  {
    id: 'reason',
    label: words.reason,
    cell: ({ reason }) => <span dir="auto">{reason}</span>,
    csv: ({ reason }) => reason,
  },
  {
    id: 'since',
    label: words.since,
    cell: ({ placed_at }) => <Time at={placed_at} />,
    csv: ({ placed_at }) => placed_at,
  },
  {
    id: 'until',
    label: words.until,
    cell: ({ ends_at }) => <Time at={ends_at} />,
    csv: ({ ends_at }) => ends_at,
  },
];
