/** How large the tables are, and which statements take the most time. */
import type { Storage as StorageAnswer } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

type TableSize = StorageAnswer['tables'][number];
type Statement = NonNullable<StorageAnswer['statements']>[number];

const STORAGE_POLL_MS = 300_000;
const MEGABYTE = 1_000_000;
const { storage: words } = texts;

export function Storage() {
  const client = useClient();
  const query = useQuery({
    queryKey: ['system', 'storage'],
    queryFn: ({ signal }) => client.getStorage({ signal }),
    refetchInterval: STORAGE_POLL_MS,
  });
  return (
    <Loaded query={query}>
      {({ tables, statements }) => (
        <>
          <Section title={words.tables}>
            <Table<TableSize>
              id="table-sizes"
              label={words.tables}
              columns={TABLE_COLUMNS}
              pages={wholeList({ data: tables, error: null, refetch: query.refetch })}
              rowId={({ name }) => name}
              empty={<Empty title={words.none} />}
              isExported
            />
          </Section>
          <Section title={words.statements}>
            {statements ? (
              <Table<Statement>
                id="slow-statements"
                label={words.statements}
                columns={STATEMENT_COLUMNS}
                pages={wholeList({ data: statements, error: null, refetch: query.refetch })}
                rowId={({ statement, calls, total_ms }) => `${statement} ${calls} ${total_ms}`}
                empty={<Empty title={words.none} />}
                isExported
              />
            ) : (
              <p className="quiet">{words.unknown}</p>
            )}
          </Section>
        </>
      )}
    </Loaded>
  );
}

const megabytes = (bytes: number) => `${format.number(Math.round((bytes / MEGABYTE) * 10) / 10)} MB`;
const milliseconds = (ms: number) => `${format.number(ms)} ms`;

const TABLE_COLUMNS: Column<TableSize>[] = [
  { ...{ id: 'name', label: words.name, isTitle: true }, cell: ({ name }) => name, csv: ({ name }) => name },
  {
    ...{ id: 'size', label: words.size, align: 'end', csv: ({ size_bytes }) => size_bytes },
    cell: ({ size_bytes }) => megabytes(size_bytes),
  },
  {
    ...{ id: 'indexes', label: words.indexes, align: 'end', csv: ({ index_bytes }) => index_bytes },
    cell: ({ index_bytes }) => megabytes(index_bytes),
  },
  {
    ...{ id: 'rows', label: words.rows, align: 'end', csv: ({ rows }) => rows },
    cell: ({ rows }) => format.number(rows),
  },
  {
    ...{ id: 'dead', label: words.dead, align: 'end', csv: ({ dead_rows }) => dead_rows },
    cell: ({ dead_rows }) => format.number(dead_rows),
  },
];

const STATEMENT_COLUMNS: Column<Statement>[] = [
  {
    ...{ id: 'statement', label: words.statement, isTitle: true, csv: ({ statement }) => statement },
    cell: ({ statement }) => <code className="statement">{statement}</code>,
  },
  {
    ...{ id: 'calls', label: words.calls, align: 'end', csv: ({ calls }) => calls },
    cell: ({ calls }) => format.number(calls),
  },
  {
    ...{ id: 'mean', label: words.mean, align: 'end', csv: ({ mean_ms }) => mean_ms },
    cell: ({ mean_ms }) => milliseconds(mean_ms),
  },
  {
    ...{ id: 'max', label: words.max, align: 'end', csv: ({ max_ms }) => max_ms },
    cell: ({ max_ms }) => milliseconds(max_ms),
  },
  {
    ...{ id: 'total', label: words.total, align: 'end', csv: ({ total_ms }) => total_ms },
    cell: ({ total_ms }) => format.duration(total_ms / 1000),
  },
];
