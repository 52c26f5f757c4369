/** Finds people by what anyone can name of them. */
import type { OperatorPerson } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { format } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty } from '../ui/states.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

const { search: words, columns } = texts;
const MOST = 100;

export function PeoplePage() {
  const client = useClient();
  const { values, change } = useFilters();
  const { search = '', all } = values;
  const query = useQuery({
    queryKey: ['people', search, all],
    queryFn: ({ signal }) =>
      client.searchOperatorPeople({ search, all: all === 'yes', limit: MOST }, { signal }),
    enabled: search !== '',
  });
  return (
    <Page title={texts.title} lead={texts.lead}>
      <FilterBar search={words} />
      {query.data?.partial && (
        <Banner
          tone="warning"
          title={words.partial}
          actions={<Button onClick={() => change({ all: 'yes' })}>{words.all}</Button>}
        >
          {words.partialHint}
        </Banner>
      )}
      {search === '' ? (
        <Empty title={words.start} icon="people">
          {words.startHint}
        </Empty>
      ) : (
        <Table<OperatorPerson>
          id="people"
          label={texts.label}
          columns={COLUMNS}
          pages={wholeList({ ...query, data: query.data?.items })}
          rowId={({ id }) => id}
          open={({ id }) => ({ to: '/people/$id', params: { id } })}
          empty={
            <Empty title={words.none} icon="search">
              {words.noneHint}
            </Empty>
          }
        />
      )}
    </Page>
  );
}

/** Counts end at a thousand. */
export const countOf = (count: number) =>
  count >= 1000 ? texts.many(format.number(1000)) : format.number(count);

const COLUMNS: Column<OperatorPerson>[] = [
  { id: 'name', label: columns.name, isTitle: true, cell: ({ name }) => name ?? texts.unknown },
  { id: 'sent', label: columns.sent, align: 'end', cell: ({ requests_sent }) => countOf(requests_sent) },
  {
    id: 'received',
    label: columns.received,
    align: 'end',
    cell: ({ requests_received }) => countOf(requests_received),
  },
  { id: 'state', label: columns.state, cell: (person) => <Account person={person} /> },
  { id: 'id', label: columns.id, isExtra: true, cell: ({ id }) => <code>{id}</code> },
];

export function Account({ person }: { person: Pick<OperatorPerson, 'is_active' | 'is_verified'> }) {
  return (
    <>
      <Badge
        label={person.is_active ? texts.active : texts.inactive}
        tone={person.is_active ? 'neutral' : 'warning'}
      />
      {person.is_verified && <Badge label={texts.verified} tone="success" icon="check" />}
    </>
  );
}
